"""Citations in words, in BibTeX and in CSL-JSON, from the same pieces."""

# ruff: noqa: E501  (what is planted and what is said of it stand on one line)

from __future__ import annotations

import json
import re

import pytest

from build_scripts import citation
from build_scripts.citation import Piece
from build_scripts.edtf import read_period
from build_scripts.model import Site, Source


def source(site: Site, **changes: object) -> Source:
    """The yearbook, altered."""
    return site.sources["port-yearbook"].model_copy(update=changes)


def bibtex(source: Source) -> str:
    return citation.text(citation.bibtex(citation.of_source(source)))


def csl(source: Source) -> dict[str, object]:
    item = json.loads(citation.text(citation.csl(citation.of_source(source))))
    assert isinstance(item, dict)
    return item


@pytest.mark.parametrize(
    ("kind", "type", "entry", "holder"),
    [
        ("official", "report", "techreport", "institution"),
        ("state-media", "article-newspaper", "article", "journal"),
        ("press", "article-newspaper", "article", "journal"),
        ("academic", "article-journal", "article", "journal"),
        ("reference", "entry-encyclopedia", "misc", "howpublished"),
        ("trade-or-company", "webpage", "misc", "howpublished"),
        ("republisher", "webpage", "misc", "howpublished"),
    ],
)
def test_types(site: Site, kind: str, type: str, entry: str, holder: str) -> None:
    """Each kind of source has a type in both, and BibTeX a field for who published it."""
    made = source(site, kind=kind)
    assert (type, True) == (csl(made)["type"], f"@{entry}{{port-yearbook" in bibtex(made))
    assert f"  {holder} = {{Port Office}}" in bibtex(made)


@pytest.mark.parametrize(
    ("date", "issued", "lines"),
    [
        ("2025-02-03", {"date-parts": [[2025, 2, 3]]}, ["year = {2025}", "month = feb"]),
        ("2025-12", {"date-parts": [[2025, 12]]}, ["year = {2025}", "month = dec"]),
        ("2025", {"date-parts": [[2025]]}, ["year = {2025}"]),
        ("2025-Q1", {"literal": "first quarter of 2025"}, ["year = {2025}"]),
        ("2024/2025", {"literal": "2024 to 2025"}, ["year = {2024}"]),
        ("2025~", {"literal": "about 2025"}, ["year = {2025}"]),
        ("unknown", None, []),
    ],
)
def test_dates(site: Site, date: str, issued: object, lines: list[str]) -> None:
    """Numbers for a year, month or day; words for the rest; nothing where it is not known."""
    made = source(site, date=read_period(date))
    assert (issued, lines) == (csl(made).get("issued"), re.findall(r"(?:year|month) = [{\w}]+", bibtex(made)))


def test_signs_are_escaped(site: Site) -> None:
    """Those of TeX in BibTeX, those of JSON in CSL-JSON; the title comes back whole."""
    title = r'5% of "R&D" at $1_000 {#1} ~ ^ \ end'
    made = source(site, title=title)
    assert title == csl(made)["title"]
    assert (
        r"title = {{5\% of " + '"R' + r"\&D" + '"' + r" at \$1\_000 \{\#1\} \textasciitilde{} \textasciicircum{} \textbackslash{} end}}"
    ) in bibtex(made)  # fmt: skip


def test_what_is_named_but_not_linked_has_no_address(site: Site) -> None:
    """Unofficial copies and weak sites."""
    made = site.sources["evening-post"]
    assert (False, False) == ("URL" in csl(made), "url =" in bibtex(made))


def test_authors_and_languages(site: Site) -> None:
    """Names stand as they are; a language that has no tag of its own is left out."""
    made = source(site, authors=("Ada Lind", "B. Bb"), language="other")
    assert ([{"literal": "Ada Lind"}, {"literal": "B. Bb"}], False) == (csl(made)["author"], "language" in csl(made))
    assert "  author = {{Ada Lind} and {B. Bb}}" in bibtex(made)


def test_label_that_quotes_a_figure(site: Site) -> None:
    """The piece that shows it names its record."""
    fact = site.facts["ferries-all"].model_copy(update={"label": "Ferries, ${this}, of ${count(claims)|words} claims"})
    assert (
        Piece("Ferries, "), Piece("8\N{NO-BREAK SPACE}ferries", "fact", "ferries-all"), Piece(", of "),
        Piece("seven", "count", "claims"), Piece(" claims"),
    ) == citation.told(fact.label, site, fact)  # fmt: skip


def test_address_of_a_point_keeps_its_anchor(site: Site) -> None:
    """The version stands before it."""
    point = site.facts["freight-yearbook-2021"]
    address = "https://a.example/series/x.html#freight-yearbook-2021"
    work = citation.of_record(point, site, address, site.config.review.on, (), point)
    assert "https://a.example/series/x.html?v=1#freight-yearbook-2021" == work.url
