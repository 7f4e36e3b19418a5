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
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Three of eight ferries fit."""
    assert [] == list(misfit_part.check(site))
