"""`facts/ID.json`: a record by itself."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.gate._book import Book
from exports.conftest import Planted

NB = "\N{NO-BREAK SPACE}"


def test_one_file_for_each_fact(data: dict[str, str], records: Book) -> None:
    """Points of series too: they have no page of their own, but a record."""
    files = {path.removeprefix("facts/").removesuffix(".json") for path in data if path.startswith("facts/")}
    assert set(records.site.facts) == files


def test_record_of_a_file_is_that_of_the_list(values: dict[str, Any]) -> None:
    """With whose it is and the licence, since it travels alone."""
    (listed,) = [fact for fact in values["facts.json"]["facts"] if fact["id"] == "ferries-all"]
    rights = {
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "published_by": "The Harbour Book",
    }
    assert listed | rights == values["facts/ferries-all.json"]


def test_files_are_small(data: dict[str, str]) -> None:
    """A record is a few kilobytes."""
    assert 3000 > max(len(text.encode()) for path, text in data.items() if path.startswith("facts/"))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"value": "8"', '"value": "9"', "the record holds 8"),
        ('"version": 1', '"version": 9', "the record has 1"),
        ('"licence": "CC BY 4.0"', '"licence": "CC BY 5.0"', "the record has CC BY 4.0"),
        ('"label": "Ferries', '"label": "40 ferries', "these are not the words of the record"),
        ('"id": "ferries-all"', '"id": "ferries-yearbook"', "it names no record"),
        ('"hedge": "exact"', '"kind": "figure"', "it is left out, and the record says it"),
        (f"8{NB}ferries", "many ferries", 'it shows no figure of "ferries-all"'),
        (f"8{NB}ferries", "one ferry", "it shows one ferry"),
    ],
)
def test_planted_numbers_are_found(planted: Planted, old: str, new: str, why: str) -> None:
    """A record under the name of another is none."""
    planted("facts/ferries-all.json", old, new, why)
