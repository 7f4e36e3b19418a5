"""A part and the whole it is of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import misfit_part
from build_scripts.model import Site

CASES = {
    "larger than its whole": (
        {
            "facts/claims.yml": [
                ('value: "3"', 'value: "9"'),
                ("printed: three of our eight ferries", "printed: nine of our eight ferries"),
            ]
        },
        """
content/charts.yml:17:9: error[undrawable-chart]
  chart "electric": the parts are more than the whole
  |   kind: share
  |         ^^^^^

content/facts/claims.yml:54:7: error[misfit-part]
  fact "ferries-electric" is larger than its whole "ferries-all"
  |   of: ferries-all
  |       ^^^^^^^^^^^
""",
    ),
    "another unit": (
        {"facts/claims.yml": ("of: ferries-all\n", "of: quay-cost\n")},
        """
content/facts/claims.yml:54:7: error[misfit-part]
  fact "ferries-electric" counts ferries, its whole "quay-cost" crowns
  |   of: quay-cost
  |       ^^^^^^^^^
""",
    ),
    "whole without a figure": (
        {"facts/claims.yml": ("of: ferries-all\n", "of: harbour-heart\n")},
        """
content/facts/claims.yml:54:7: error[misfit-part]
  fact "ferries-electric" is part of "harbour-heart", which has no figure
  |   of: harbour-heart
  |       ^^^^^^^^^^^^^
""",
    ),
    "value that was mistyped": (
        {"facts/claims.yml": ('value: "3"', 'value: "30"')},
        """
content/facts/claims.yml:62:16: error[printed-mismatch]
  fact "ferries-electric": the record says 30, the source prints "three of our eight ferries" (3, 8)
  |       printed: three of our eight ferries
  |                ^^^^^^^^^^^^^^^^^^^^^^^^^^
  touches content/charts.yml:22:13: chart "electric"
  touches content/pages.yml:113:11: page "people"
  touches content/sources.yml:13:125: source "mayor-speech"
  help: correct value in the record, or printed if it was copied wrongly
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Three of eight ferries fit."""
    assert [] == list(misfit_part.check(site))


def test_range_is_not_held_against_its_whole(told: Callable[..., str]) -> None:
    """Two to three of eight: which of both ends would it be?"""
    changes = [
        ('value: "3"\n', 'low: "2"\n  high: "3"\n  hedge: between\n'),
        ("printed: three of our", "printed: two to three of our"),
        ("${this|words} that run", "${this|number|words} that run"),
    ]
    assert "" == told({"facts/claims.yml": changes})
