"""The real content: free of errors, true to what it was written from, in its own words, and unknown to the program."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from build_scripts import pipeline, prose
from build_scripts.diagnostics import as_text
from build_scripts.facts.figure import Figure
from build_scripts.loading import Loaded
from build_scripts.model import Evidence, Site
from build_scripts.numerals import scaled
from build_scripts.references import passages

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
DOSSIER = ROOT.parent / "shared" / "research"
ARTICLE = ROOT.parent / "shared" / "sources" / "pd-2025-02-06.txt"
RUN = 8
"""So many words in a row are a quotation."""

needs_dossier = pytest.mark.skipif(
    not DOSSIER.is_dir(), reason="the research dossier is no part of the project and does not lie beside it"
)
needs_article = pytest.mark.skipif(
    not ARTICLE.is_file(), reason="the article's text is no part of the project and does not lie beside it"
)


@cache
def loaded() -> Loaded:
    return pipeline.checked(CONTENT, today=date(2026, 11, 28))


@pytest.fixture(scope="module")
def real() -> Site:
    """The site that readers see."""
    site = loaded().site
    assert site is not None
    return site


def test_content_has_no_error() -> None:
    """Every rule of the house holds; warnings are told, but let the build go on."""
    errors = [d for d in loaded().diagnostics if d.severity == "error"]
    assert "" == as_text(errors, loaded().texts)


def test_allow_list_is_short(real: Site) -> None:
    """At most ten figures without a record, each with its reason."""
    assert len(real.allowed) <= 10


def test_every_block_is_accounted_for(real: Site) -> None:
    """Facts are taken from it, or it is said why none was; together they are the claims."""
    source = real.sources[real.config.explains]
    assert list(range(1, len(source.blocks) + 1)) == [block.n for block in source.blocks]
    assert [] == [block.n for block in source.blocks if not block.facts and not block.nothing]
    assert len(real.claims) == sum(len(block.facts) for block in source.blocks)


# --- the dossier ------------------------------------------------------------------------------------

SAME = {"later_data_differ": "overtaken"}
"""Verdicts that have another word here; in the others an underscore is a hyphen."""
MAGNITUDES = {"thousand": "thousand", "million": "million", "billion": "billion", "trillion": "trillion"}
CLOSER = {"ln-gdp-2015"}
"""Facts whose source prints more digits than the dossier kept."""
NO_FIGURE = {"hengli-park-planned-2023", "one-percent-efficiency-gain"}
"""A year in which something is planned, and a saying that names a percentage: no figures here."""


@cache
def dossier(name: str) -> dict[str, Any]:
    held: dict[str, Any] = yaml.load((DOSSIER / name).read_text("utf-8"), Loader=yaml.CBaseLoader)
    return held


def by_id(records: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in records}


@needs_dossier
def test_every_claim_is_encoded(real: Site) -> None:
    """All of the dossier's, each with its block, and what is printed there."""
    expected = {c["id"]: (c["paragraph"], c["printed"]) for c in dossier("article-claims.yaml")["claims"]}
    found = {fact.id: (fact.evidence[0].at, fact.evidence[0].printed) for fact in real.claims}
    assert (72, expected) == (len(found), found)


@needs_dossier
def test_verdicts_that_differ_from_the_dossier_are_argued(real: Site) -> None:
    """Each change has a heading in docs/dev, with the case for and against under it."""
    heading = re.compile(r"^#+ (\S+): (?:from )?(.+?) (?:→|to) (.+)$", re.MULTILINE)
    texts = [path.read_text("utf-8") for path in (ROOT / "docs" / "dev").glob("verdicts-*.md")]
    argued = {found.groups() for text in texts for found in heading.finditer(text)}
    differ = set()
    for claim in dossier("article-claims.yaml")["claims"]:
        was = claim["verification"]["status"]
        verdict = real.facts[claim["id"]].verdict
        assert verdict is not None
        was, now = SAME.get(was, was).replace("_", " "), verdict.word.replace("-", " ")
        if was != now:
            differ.add((claim["id"], was, now))
    assert argued == differ


@needs_dossier
def test_every_fact_and_source_is_encoded(real: Site) -> None:
    """Under the ids of the dossier; more may be added, none may be lost."""
    assert set() == by_id(dossier("context-facts.yaml")["facts"]).keys() - real.facts.keys()
    assert set() == by_id(dossier("sources.yaml")["sources"]).keys() - real.sources.keys()
    assert set() == by_id(dossier("places.yaml")["places"]).keys() - real.places.keys()


@needs_dossier
def test_values_are_those_of_the_dossier(real: Site) -> None:
    """Converted: the dossier divides by ten what is printed in yi, records keep it as printed."""
    differ, compared = {}, 0
    records = by_id(dossier("article-claims.yaml")["claims"]) | by_id(dossier("context-facts.yaml")["facts"])
    for id, record in records.items():
        if record["value"] in ("null", ""):
            continue
        fact = real.facts[id]
        rank = getattr(fact, "rank", None)
        if isinstance(fact, Figure):
            value = fact.low if fact.value is None else fact.value
            assert value is not None
            held = scaled(value, fact.scale)
        else:
            held = None if rank is None else Decimal(rank)
        word = record["unit"].partition(" ")[0] if record["unit"] else ""
        due = scaled(Decimal(record["value"]), MAGNITUDES.get(word, "one"))
        compared += 1
        if held != due:
            differ[id] = (due, held)
    assert (CLOSER | NO_FIGURE, True) == (set(differ), compared > 250), differ


@needs_dossier
def test_closer_values_round_to_those_of_the_dossier(real: Site) -> None:
    """More digits of the same number, not another one."""
    records = by_id(dossier("context-facts.yaml")["facts"])
    for id in CLOSER:
        fact = real.facts[id]
        assert isinstance(fact, Figure)
        assert fact.value is not None
        assert Decimal(records[id]["value"]) == round(fact.value, 1)


# --- the article ----------------------------------------------------------------------------------------


def blocks(text: str) -> dict[str, str]:
    """The numbered blocks of a text as the site numbers them: set apart by blank lines, without title and byline."""
    found = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]
    return {str(n): block for n, block in enumerate(found[2:], start=1)}


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower().replace("’", "'").replace("'", ""))


def shared_runs(text: str, other: str, length: int = RUN) -> list[str]:
    """Runs of so many words that stand in both texts, whatever their punctuation and case."""
    mine, known = words(text), runs(other, length)
    return [" ".join(run) for i in range(len(mine) - length + 1) if (run := tuple(mine[i : i + length])) in known]


@cache
def runs(text: str, length: int) -> frozenset[tuple[str, ...]]:
    found = words(text)
    return frozenset(tuple(found[i : i + length]) for i in range(len(found) - length + 1))


def absent(evidence: Evidence, block: str) -> list[str]:
    """What evidence says to stand in a block, and does not."""
    claimed = [evidence.printed, *(r.words for r in evidence.reading if r.words)]
    return [found for found in claimed if found not in block]


MADE_UP = "Title\n\nBy a hand\n\nThe port has  eight\nferries.\n\nPhoto: one ferry.\n"


def test_blocks_of_a_made_up_article() -> None:
    """Title and byline have no number; white space is folded."""
    assert {"1": "The port has eight ferries.", "2": "Photo: one ferry."} == blocks(MADE_UP)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday the PORT has: eight ferries!", ["the port has eight ferries"]),
        ("The port has eight boats; ferries are few.", []),
        ("", []),
        ("the port has eight ferries photo", ["the port has eight ferries", "port has eight ferries photo"]),
    ],
)
def test_runs_shared_with_a_made_up_article(text: str, expected: list[str]) -> None:
    """Case and punctuation do not hide a quotation."""
    assert expected == shared_runs(text, MADE_UP, 5)


@pytest.mark.parametrize(
    ("printed", "carried", "expected"),
    [
        ("eight ferries", "port", []),
        ("8 ferries", "harbour", ["8 ferries", "harbour"]),
        ("Eight ferries", None, ["Eight ferries"]),
    ],
)
def test_what_stands_in_a_made_up_block(printed: str, carried: str | None, expected: list[str]) -> None:
    """Literally, or not at all."""
    reading = [{"of": "place", "words": carried}] if carried else []
    evidence = Evidence.model_validate({"source": "x", "printed": printed, "reading": reading})
    assert expected == absent(evidence, blocks(MADE_UP)["1"])


@needs_article
def test_blocks_are_those_of_the_article(real: Site) -> None:
    """Number, count of words and hash of each block, and the hash of the whole."""
    text = ARTICLE.read_text("utf-8")
    source = real.sources[real.config.explains]
    expected = {n: (len(block.split()), sha256(block)) for n, block in blocks(text).items()}
    assert expected == {str(block.n): (block.words, block.sha256) for block in source.blocks}
    assert sha256(" ".join(text.split())) == source.sha256


@needs_article
def test_what_is_printed_stands_in_its_block(real: Site) -> None:
    """Every figure, and every word that a reading rests on, character for character."""
    text = blocks(ARTICLE.read_text("utf-8"))
    evidence = [(f.id, e) for f in real.facts.values() for e in f.evidence if e.source == real.config.explains]
    assert [] == [(id, e.at, found) for id, e in evidence for found in absent(e, text.get(str(e.at), ""))]
    assert len(evidence) >= len(real.claims)


def written(site: Site) -> Iterator[tuple[str, str]]:
    """Every piece of prose as it is typed and as readers see it, with its place."""
    for passage in passages(site):
        this = site.facts.get(passage.holder.id) if passage.holder.collection == "facts" else None
        yield f"{passage.holder.name} {passage.path}", passage.text
        if passage.holder.collection != "series" or "${this" not in passage.text:
            yield f"{passage.holder.name} {passage.path}", prose.plain(passage.text, site, this)
    for fact in site.facts.values():
        yield fact.id, prose.plain(fact.statement, site, fact)


@needs_article
def test_no_sentence_of_the_article_is_kept(real: Site) -> None:
    """No run of eight words is shared with it, in any field of any file, as typed or as shown."""
    article = ARTICLE.read_text("utf-8")
    assert [] == [(place, run) for place, text in written(real) for run in shared_runs(text, article)]
    files = {path: text for path, text in loaded().texts.items() if not path.endswith(".lock")}
    assert [] == [(path, run) for path, text in files.items() for run in shared_runs(text, article)]


# --- the program knows nothing of it --------------------------------------------------------------------

ENGLISH = {
    "accessibility": "a statement that many sites have",
    "chapters": "a page of the site, and what it lists",
    "glossary": "a page of the site",
    "kilometres": "a unit of the map's scale bar",
    "timeline": "a kind of page and of chart",
    "research": "a category of speakers",
    "province": "an example of a kind of place",
    "SHA-256": "how texts are hashed",
    "GDP": "an example of what is ranked",
}
"""Words that are ids or names in the content and plain English, or of the trade, in the program."""


def names(site: Site) -> set[str]:
    """Ids that say something, and every proper name, person, organisation and address."""
    found: set[str | None] = {site.config.name, site.config.question, urlsplit(site.config.address).hostname}
    for collection in (
        "facts",
        "series",
        "sources",
        "speakers",
        "places",
        "units",
        "indicators",
        "charts",
        "terms",
        "gaps",
        "pages",
    ):
        found |= {id for id in site.collection(collection) if id.count("-") >= 2 or len(id) >= 8}
    found |= {name for place in site.places.values() for name in (place.name, place.chinese)}
    found |= {name for s in site.speakers.values() for name in (s.name, s.chinese, s.organisation)}
    found |= {name for t in site.terms.values() for name in (t.term, t.chinese, *t.also)}
    for source in site.sources.values():
        found |= {source.title, source.publisher, *source.authors}
        found |= {source.url, urlsplit(source.url).hostname} if source.url else set()
    return {name for name in found if name}


def program() -> dict[str, str]:
    """Every text of the package, its theme included, and of MkDocs' configuration."""
    texts = {}
    for path in [ROOT / "mkdocs.yml", *(ROOT / "build_scripts").rglob("*")]:
        if path.is_file() and not {"__pycache__", ".cache"} & set(path.parts):
            try:
                texts[path.relative_to(ROOT).as_posix()] = path.read_text("utf-8")
            except UnicodeDecodeError:
                continue  # fonts
    return texts


def mentions(wanted: set[str], texts: dict[str, str]) -> list[str]:
    """Where such a name stands as a whole word."""
    # Only names whose first characters occur at all are looked for: there are thousands.
    everything = "\n".join(texts.values())
    patterns = {name: re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])") for name in wanted if name in everything}
    return sorted(
        f"{path}:{text.count(chr(10), 0, found.start()) + 1}: {name}"
        for path, text in texts.items()
        for name, pattern in patterns.items()
        for found in pattern.finditer(text)
    )


def test_program_knows_nothing_of_the_content(real: Site) -> None:
    """Another content/ makes another explainer."""
    assert [] == mentions(names(real) - ENGLISH.keys(), program())


def test_words_that_are_let_pass_are_needed(real: Site) -> None:
    """Each of them is a name in the content and stands in the program."""
    assert sorted(ENGLISH) == sorted(
        {mention.rpartition(": ")[2] for mention in mentions(names(real) & ENGLISH.keys(), program())}
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sund\n", ["x:1: Sund"]),
        ("\n# freight-2024", ["x:2: freight-2024"]),
        ("Sunday, freight-20240, pre-Sund", []),
        ("松德", ["x:1: 松德"]),
    ],
)
def test_names_are_found_as_whole_words(text: str, expected: list[str]) -> None:
    """The search itself is tried on made-up names."""
    assert expected == mentions({"Sund", "freight-2024", "松德"}, {"x": text})


def test_names_of_the_made_up_site(site: Site) -> None:
    """Ids, people, places, organisations, terms and addresses are all on the list."""
    expected = {
        "freight-2024",
        "Ada Lind",
        "Town of Sund",
        "Sund",
        "松德",
        "R2 ferry",
        "The tide has turned",
        "town.example",
    }
    assert set() == expected - names(site)
