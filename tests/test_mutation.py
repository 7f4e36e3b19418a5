"""The mutation test itself: what it alters, what it counts, and that it fails where a rule is missing."""

# ruff: noqa: E501  (a mistake and what is said of it stand on one line)

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from build_scripts import pipeline, scores
from build_scripts.checks import printed_mismatch, unsourced_number
from build_scripts.gate._book import Book
from build_scripts.model import Score, Scores, Site
from build_scripts.mutation import _run, _score
from build_scripts.mutation._kinds import Mutant, Outcome

CONTENT = Path(__file__).parent.parent / "content"
PAGES = Path(__file__).parent / "gate" / "site"
DAY = date(2025, 6, 15)
KINDS = {
    "value by a digit", "point of a series", "sign", "scale", "unit", "hedge", "period", "place", "speaker", "paragraph", "source lost",
    "source swapped", "printed by a digit", "supporting fact", "copied wrongly", "words of a reading", "figure in prose",
    "binding of a chart", "figure on a page", "record behind a figure", "record behind a mark", "period at a mark", "count on a page",
    "figure in a table file", "figure in the search index",
}  # fmt: skip


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    return {
        path.relative_to(PAGES).as_posix(): path.read_bytes() for path in sorted(PAGES.rglob("*")) if path.is_file()
    }


@pytest.fixture
def score(site: Site, built: dict[str, bytes]) -> Callable[[], Scores]:
    return lambda: _score.scored(_run.run(site, built=built), DAY)


def missed(scores: Scores) -> dict[str, int]:
    """Kind of change -> how many that a rule should see went through."""
    return {row.kind: row.total - row.caught for row in scores.rows if row.rest == "checked" and row.caught < row.total}


def test_everything_checked_is_caught(score: Callable[[], Scores]) -> None:
    """On the made-up site, every kind of change occurs, and none that is checked goes through."""
    found = score()
    assert ({}, False, KINDS) == (missed(found), _score.failed(found), {row.kind for row in found.rows})
    assert "hole" not in found.survivors


def test_a_sample_of_the_real_content_is_caught() -> None:
    """One record in fifty, the same ones on every run; `make mutate` takes all."""
    site = pipeline.checked(CONTENT, today=DAY).site
    assert site is not None
    found = _score.scored(_run.run(site, share=0.02), DAY)
    assert {} == missed(found)
    assert sum(row.total for row in found.rows) > 50


def test_same_seed_same_mutants(site: Site, built: dict[str, bytes]) -> None:
    """A score can be compared with the one before."""
    first, second = (list(_run.run(site, share=0.5, built=built)) for _ in range(2))
    assert first == second
    assert 0 < len(first) < len(list(_run.run(site, built=built)))


@pytest.mark.parametrize(
    ("rule", "kinds"),
    [
        (printed_mismatch, {"value by a digit", "printed by a digit", "point of a series"}),
        (unsourced_number, {"figure in prose"}),
    ],
    ids=["printed-mismatch", "unsourced-number"],
)
def test_missing_rule_lowers_the_score(
    rule: object, kinds: set[str], score: Callable[[], Scores], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the rule, what it sees goes through: the test can fail."""
    monkeypatch.setattr(rule, "check", lambda site: [])
    found = score()
    assert (True, True) == (_score.failed(found), kinds <= set(missed(found)))
    assert found.survivors["hole"] == sum(missed(found).values())


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("says", {"figure on a page", "record behind a figure"}),
        ("counts", {"count on a page"}),
        ("period", {"period at a mark", "record behind a mark"}),
    ],
)
def test_blind_gate_lowers_the_score(
    name: str, kinds: set[str], score: Callable[[], Scores], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A gate that believes what it is told about a figure, a count or a date."""
    init = Book.__init__

    def blinded(self: Book, site: Site) -> None:
        init(self, site)
        setattr(self, name, lambda *_: None)

    monkeypatch.setattr(Book, "__init__", blinded)
    monkeypatch.setattr(Book, "machine", lambda *_: None)
    assert kinds <= set(missed(score()))


def test_text_at_hand_catches_what_was_copied_wrongly(site: Site) -> None:
    """A text that holds what is printed: a wrong copy no longer stands in it. Without the text nobody can know."""
    text = "The Port Office counts 1.40 million tonnes, 1.31 million tonnes, 1.26 million tonnes, 7 ferries."
    yearbook = site.sources["port-yearbook"].model_copy(update={"sha256": sha256(text.encode()).hexdigest()})
    read = dataclasses.replace(site, sources={**site.sources, "port-yearbook": yearbook})
    found = _score.scored(_run.run(read, texts={"port-yearbook": text}), DAY)
    (row,) = (row for row in found.rows if row.kind == "copied wrongly")
    assert (4, 4, True) == (row.text_caught, row.text_total, row.caught < row.total)


# --- counting -----------------------------------------------------------------------------------------


def outcome(rest: str, gate: str | None, text: bool | None = None) -> Outcome:
    return Outcome(Mutant("sign", "a", rest), gate, text)  # type: ignore[arg-type]


def test_counts() -> None:
    """Hits on the shape are no part of the score; what rests on a reading is counted apart."""
    some = [
        outcome("checked", "x"),
        outcome("checked", "shape"),
        outcome("reading", None, True),
        outcome("reading", "y", True),
        outcome("reading", None, False),
    ]
    found = _score.scored(some, DAY)
    assert (Score("sign", "checked", 1, 1, 0, 0, 1), Score("sign", "reading", 1, 3, 2, 3, 0)) == found.rows
    assert ({"x": 1, "y": 1}, {"reading": 2}) == (found.gates, found.survivors)
    assert not _score.failed(found)


def test_what_a_rule_should_see_fails() -> None:
    """Anything less than all."""
    found = _score.scored([outcome("checked", "x"), outcome("checked", None)], DAY)
    assert (True, {"hole": 1}) == (_score.failed(found), found.survivors)
    assert "1: a rule should have seen it" in _score.as_text(found)


def test_table_as_printed() -> None:
    """A row for each kind, then the gates, then what went through."""
    lines = _score.as_text(_score.scored([outcome("checked", "x"), outcome("reading", None, True)], DAY)).splitlines()
    assert ["sign", "checked", "1", "of", "1"] == lines[1].split()
    assert ["sign", "reading", "0", "of", "1", "1", "of", "1"] == lines[2].split()
    assert "by gate: x 1" in lines


# --- the lock -----------------------------------------------------------------------------------------


def test_lock_is_read_as_it_was_written() -> None:
    """Sorted, so that the same counts give the same bytes."""
    found = _score.scored([outcome("reading", None, True), outcome("checked", "x"), outcome("checked", "a")], DAY)
    again = scores.read(scores.written(found))
    assert again is not None
    assert (sorted(found.rows, key=lambda row: row.rest), found.gates, found.survivors, DAY) == (
        list(again.rows),
        again.gates,
        again.survivors,
        again.on,
    )
    assert scores.written(found) == scores.written(again)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"on": "2025-06-15", "kinds": [], "gates": {"x": "1"}, "survivors": {}}',
        '{"on": "x", "kinds": [], "gates": {}, "survivors": {}}',
    ],
)
def test_lock_that_was_not_written_so(text: str) -> None:
    """It is no lock; nothing is guessed."""
    assert None is scores.read(text)


def test_broken_lock_is_told(told: Callable[..., str]) -> None:
    """With the command that writes it anew."""
    text = told({"gates.lock": "{"})
    assert "error[bad-lock]" in text
    assert "python -m build_scripts mutate --write" in text


@pytest.mark.skipif(not (CONTENT / scores.LOCK).exists(), reason="`make mutate` has not been kept yet: mutate --write")
def test_lock_of_the_content() -> None:
    """The table that the site shows: nothing that is checked went through."""
    found = scores.read((CONTENT / scores.LOCK).read_text("utf-8"))
    assert found is not None
    assert {} == missed(found)
