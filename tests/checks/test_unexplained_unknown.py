"""Periods and dates that are unknown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import unexplained_unknown
from build_scripts.model import Site

CASES = {
    "period": (
        {"facts/claims.yml": ("  period_note: A lasting state.\n", "")},
        """
content/facts/claims.yml:127:11: error[unexplained-unknown]
  fact "oldest-port": the period is unknown without a period_note
  |   period: unknown
  |           ^^^^^^^
  help: say what the source leaves open
""",
    ),
    "date": (
        {"sources.yml": ("date: 2025-05-20", "date: unknown")},
        """
content/sources.yml:27:9: error[unexplained-unknown]
  source "evening-post": the date is unknown without a date_note
  |   date: unknown
  |         ^^^^^^^
  help: say where a date was looked for
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Each unknown period of the made-up site is explained."""
    assert [] == list(unexplained_unknown.check(site))
