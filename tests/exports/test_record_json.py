"""`records/charts/ID.json`, `records/pages/ID.json`: what is cited beside facts, as data."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.gate._book import Book
from exports.conftest import Planted

PAGE, CHART = "records/pages/about.json", "records/charts/port-freight.json"


def test_one_file_for_each(data: dict[str, str], records: Book) -> None:
    """Every chart and every page of the editors'."""
    expected = {f"records/{name}/{id}.json" for name in ("charts", "pages") for id in records.site.collection(name)}
    assert expected == {path for path in data if path.startswith("records/")}


def test_page(values: dict[str, Any]) -> None:
    """Its words with their figures, the facts that it shows (those of its charts last), its history and whose it is."""
    assert {
        "id": "about",
        "version": 3,
        "kind": "text",
        "title": "About",
        "finding": "What this is",
        "lead": "An exercise with 14 facts.",
        "facts": [
            "tunnel-event", "ferries-electric", "ferries-all", "freight-yearbook-2022", "freight-yearbook-2024",
        ],
        "changes": [
            {"version": 2, "on": "2025-05-04", "kind": "wording", "was": "What this is not", "why": "Plainer."},
            {
                "version": 3,
                "on": "2025-05-06",
                "kind": "correction",
                "was": "An exercise with 9 facts.",
                "why": "There are 14.",
            },
        ],
        "page": "https://harbour.example/book/about.html",
        "reviewed": "2025-06-02",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "published_by": "The Harbour Book",
    } == values[PAGE]  # fmt: skip


def test_chart(values: dict[str, Any]) -> None:
    """Its title is its finding; what it does not say is left out."""
    told = values[CHART]
    assert (2, "bar", "Freight was at 1.26\N{NO-BREAK SPACE}million\N{NO-BREAK SPACE}tonnes", False) == (
        told["version"], told["kind"], told["title"], "note" in told,
    )  # fmt: skip


def test_home(values: dict[str, Any], records: Book) -> None:
    """Its address is that of the site."""
    home = records.site.config.home
    assert "https://harbour.example/book/" == values[f"records/pages/{home}.json"]["page"]


@pytest.mark.parametrize(
    ("path", "old", "new", "why"),
    [
        (PAGE, '"version": 3,\n "kind"', '"version": 4,\n "kind"', "the record has 3"),
        (PAGE, "with 14 facts", "with 15 facts", 'it shows "15", the records count 14'),
        (PAGE, '"id": "about"', '"id": "traffic"', "it names no record"),
        (PAGE, '"was": "An exercise with 9 facts."', '"was": "An exercise with 8 facts."', "the record has"),
        (PAGE, '"tunnel-event"', '"tunnel-2030"', "it names what is no fact"),
        (CHART, "1.26", "1.27", "it shows 1.27"),
        (CHART, '"kind": "bar",', '"kind": "bar",\n "size": 40,', "the record has None"),
        (CHART, '"reviewed": "2025-0', '"reviewed": "2026-0', "the record has 2025-0"),
    ],
)
def test_planted_numbers_are_found(planted: Planted, path: str, old: str, new: str, why: str) -> None:
    """Each field is held against the record."""
    planted(path, old, new, why)
