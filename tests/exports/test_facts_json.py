"""`facts.json`: all facts with evidence, conflicts and changes, and the series."""

# ruff: noqa: E501  (what is planted and what is said of it stand on one line)

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.gate._book import Book
from exports.conftest import Planted

NB = "\N{NO-BREAK SPACE}"


@pytest.fixture
def value(values: dict[str, Any]) -> Any:
    return values["facts.json"]


def test_head(value: dict[str, Any]) -> None:
    """Whose data it is, and under which licence."""
    assert {
        "name": "The Harbour Book",
        "description": "One speech about a port, statement by statement.",
        "page": "https://harbour.example/book/",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
    } == {name: inner for name, inner in value.items() if name not in ("facts", "series")}


def test_every_fact_once(value: dict[str, Any], records: Book) -> None:
    """In the order of the records."""
    assert list(records.site.facts) == [fact["id"] for fact in value["facts"]]


def test_whole_record(value: dict[str, Any]) -> None:
    """With conflicts and changes; what the record does not say is left out."""
    (found,) = [fact for fact in value["facts"] if fact["id"] == "passengers-range"]
    assert {
        "id": "passengers-range", "version": 3, "kind": "figure", "label": "Passengers, roughly",
        "statement": f"Some between 5,000 and 6,000{NB}people use the ferries.",
        "low": "5", "high": "6", "figure": f"between 5,000 and 6,000{NB}people", "scale": "thousand", "unit": "people", "hedge": "between",
        "status": "estimate", "indicator": "staff", "place": "sund", "place_name": "Sund", "period": "2024/2025",
        "said_by": "evening-post", "speaker": "Evening Post", "confidence": "high",
        "page": "https://harbour.example/book/facts/passengers-range.html",
        "evidence": [{"source": "undated-note", "printed": "between 5 and 6 thousand people", "how": "printed"}],
        "conflicts": [{"with": "dockers-2025", "stance": "They count other people."}],
        "changes": [
            {"version": 2, "on": "2025-04-01", "kind": "wording", "was": "some thousands", "why": "The source is plainer."},
            {"version": 3, "on": "2025-05-01", "kind": "update", "was": "5 thousand", "why": "A new timetable."},
        ],
        "reviewed": "2025-06-01",
    } == found  # fmt: skip


def test_series_tells_what_is_missing(value: dict[str, Any]) -> None:
    """Points by id, gaps and breaks with their reasons."""
    (found,) = value["series"]
    assert {
        "id": "freight-yearbook", "label": "Freight through the port", "place": "sund", "unit": "tonnes",
        "indicator": "freight", "said_by": "port-office", "caution": "The count changed after 2022.",
        "points": ["freight-yearbook-2021", "freight-yearbook-2022", "freight-yearbook-2024"],
        "missing": [{"period": "2023", "why": "The yearbook has no table."}],
        "breaks": [{"after": "2022", "why": "Containers are weighed anew."}],
        "page": "https://harbour.example/book/series/freight-yearbook.html",
    } == found  # fmt: skip


def test_a_record_is_a_line(data: dict[str, str]) -> None:
    """So that two versions of the file can be compared line by line."""
    lines = [line for line in data["facts.json"].splitlines() if line.startswith('{"id": "ferries-all"')]
    assert 1 == len(lines)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"id": "quay-cost", "version": 1', '"id": "quay-cost", "version": 2', "the record has 1"),
        ('"value": "40"', '"value": "41"', "the record holds 40"),
        ('"id": "quay-cost", "version": 1', '"id": "ferries-all", "version": 1', "these are not all facts on record"),
        ('"value": "40"', '"value": 40', "a number of a record is written as text"),
        ('"printed": "some 40 million crowns"', '"printed": "some 41 million crowns"', "the record has some 40"),
        ('"at": "4", "printed": "some', '"at": "5", "printed": "some', "the record has 4"),
        ('"was": "5 thousand"', '"was": "6 thousand"', "the record has 5 thousand"),
        ('"why": "A new timetable."', '"why": "A 2nd timetable."', "these are not the words of the record"),
        ('"on": "2025-05-01"', '"on": "2025-05-03"', "the record has 2025-05-01"),
        ('{"version": 3, "on"', '{"version": 4, "on"', "the record has 3"),
        ('"stance": "They count other people."', '"stance": "They count 40 people."', "these are not the words"),
        ('"caution": "The count changed after 2022."', '"caution": "The count changed after 2021."', "the period is 2022"),
        ('"period": "2023", "why"', '"period": "2019", "why"', "the series has 2023"),
        ('"points": ["freight-yearbook-2021", ', '"points": [', "the series has ['freight"),
        ('"reviewed": "2025-06-01"', '"reviewed": "2025-06-02"', "the record has 2025-06-01"),
        ('"description": "One speech', '"description": "40 speeches', '"40" belongs to none of its records'),
        ('"name": "The Harbour Book"', '"name": "The Harbour Book", "size": 40', '"40" belongs to none of its records'),
        ('"id": "quay-cost", ', '"id": "quay-cost", "size": 40, ', "no field of a record has this name"),
        ('"id": "quay-cost"', '"id": "quay-40"', "it names no record"),
    ],
)  # fmt: skip
def test_planted_numbers_are_found(planted: Planted, old: str, new: str, why: str) -> None:
    """In text and as numbers, in every part of a record, in a series, and around them."""
    planted("facts.json", old, new, why)
