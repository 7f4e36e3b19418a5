"""Charts whose facts do not fit their kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import undrawable_chart
from build_scripts.model import Site

CASES = {
    "fact without a figure": (
        {"charts.yml": ("    - fact: freight-yearbook-2022", "    - fact: harbour-heart")},
        """
content/charts.yml:2:9: error[undrawable-chart]
  chart "freight-bars": "harbour-heart" is a fact of the kind opinion: it has no figure to draw
  |   kind: bar
  |         ^^^
""",
    ),
    "below zero": (
        {
            "charts.yml": [
                ("fact: freight-yearbook-2021", "fact: freight-growth-2024"),
                ("    - fact: freight-yearbook-2022\n", ""),
                ("    - fact: freight-yearbook-2024\n", ""),
            ]
        },
        """
content/charts.yml:2:9: error[undrawable-chart]
  chart "freight-bars": a bar chart has no room below zero: use the kind diverging-bar
  |   kind: bar
  |         ^^^
""",
    ),
    "waffle of no part": (
        {"charts.yml": ("  count: {what: claims, by: verdict}", "  fact: quay-cost")},
        """
content/charts.yml:11:9: error[undrawable-chart]
  chart "verdicts": a waffle needs a whole number that is part of another (of), or a whole percentage
  |   kind: waffle
  |         ^^^^^^
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Every chart of the made-up site can be drawn."""
    assert [] == list(undrawable_chart.check(site))
