"""Records that refer to each other in a circle."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from build_scripts.checks.circular_reference import circles

CASES = {
    "places": (
        {"places.yml": ("- id: veldland\n", "- id: veldland\n  part_of: sund\n")},
        'places lie in each other in a circle: "veldland" -> "sund" -> "veldland"',
    ),
    "sources": (
        {
            "sources.yml": [
                (
                    "  url: https://port.example/yearbook\n",
                    "  url: https://port.example/yearbook\n  derives_from: [evening-post]\n",
                ),
                (
                    "  url: https://post.example/hands\n",
                    "  url: https://post.example/hands\n  derives_from: [port-yearbook]\n",
                ),
            ]
        },
        'sources derive from each other in a circle: "port-yearbook" -> "evening-post" -> "port-yearbook"',
    ),
    "a whole": (
        {"facts/others.yml": ("unit: ferries\n", "unit: ferries\n  of: ferries-yearbook\n")},
        'figures are parts of each other in a circle: "ferries-yearbook" -> "ferries-yearbook"',
    ),
    "a formula": (
        {"facts/others.yml": ("unit: ferries\n", 'unit: ferries\n  derived: {formula: "${ferries-yearbook}"}\n')},
        'figures are worked out of each other in a circle: "ferries-yearbook" -> "ferries-yearbook"',
    ),
    "a base": (
        {"facts/others.yml": ("unit: ferries\n", "unit: ferries\n  compared_with: {fact: ferries-yearbook}\n")},
        'figures are compared with each other in a circle: "ferries-yearbook" -> "ferries-yearbook"',
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The way round, beginning with the record that comes first."""
    found = told(changes)
    assert (1, True) == (found.count("error[circular-reference]"), expected in found)


def test_long_chain_that_ends_is_no_circle() -> None:
    """However long it is."""
    records = {str(n): SimpleNamespace(above=[str(n + 1)]) for n in range(5000)}
    assert [] == list(circles(records, lambda record: record.above))


def test_circle_behind_a_chain_is_told_once() -> None:
    """Whichever record leads to it, and although a diamond beside it meets again."""
    above = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["e"], "e": ["d"]}
    records = {id: SimpleNamespace(above=ids) for id, ids in above.items()}
    assert [("d", "e")] == list(circles(records, lambda record: record.above))
