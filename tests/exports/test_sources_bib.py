"""`sources.bib`: the sources for LaTeX."""

from __future__ import annotations

import re

import pytest

from build_scripts.gate._book import Book
from exports.conftest import Plant, Planted


def test_every_source_once(data: dict[str, str], records: Book) -> None:
    """In the order of the records, under its id."""
    assert list(records.site.sources) == re.findall(r"^@\w+\{([^,]+),$", data["sources.bib"], re.MULTILINE)


def test_braces_are_balanced(data: dict[str, str]) -> None:
    """Escaped ones apart."""
    bare = re.sub(r"\\[{}]", "", data["sources.bib"])
    assert bare.count("{") == bare.count("}")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("year = {2025}", "year = {2024}", "the record has 2025"),
        ("month = feb", "month = 2", "a field of the entry cannot be read"),
        ("Yearbook of the", "Yearbook 40 of the", "the record has Yearbook of the Port Office"),
        (r"R2 \& more", r"R2 \& 40 more", "the record has [A note on R2 & more]"),
        ("institution = {Port Office}", "institution = {Port Office 2}", "the record has Port Office"),
        ("institution = {Port Office}", "pages = {40}", "no field of a source has this name"),
        ("{A. Aa} and", "{A. 40} and", "the record names others"),
        ("https://port.example/yearbook", "https://port.example/40", "the record has https://port.example/yearbook"),
        ("@techreport{port-yearbook", "@techreport{port-40", "the entry names no source"),
        ("\n}\n\n@", "\n}\n\n% 40\n\n@", "it belongs to no entry"),
        ("@techreport{", "@techreport40{", "it holds a number"),
    ],
)
def test_planted_numbers_are_found(planted: Planted, old: str, new: str, why: str) -> None:
    """In every field, in the key, between entries."""
    planted("sources.bib", old, new, why)


def test_text_after_the_last_entry_is_found(plant: Plant, data: dict[str, str]) -> None:
    """Nothing hides at the end."""
    last = data["sources.bib"].rstrip()[-60:]
    assert ["it belongs to no entry"] == plant("sources.bib", last, last + "\n40 more")
