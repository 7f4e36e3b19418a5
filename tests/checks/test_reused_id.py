"""Ids that were retired."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import reused_id
from build_scripts.model import Site

CASES = {
    "used again": (
        {"retired.yml": ("- id: freight-2023-old", "- id: quay-cost")},
        """
content/facts/claims.yml:93:7: error[reused-id]
  the id "quay-cost" was retired and is used again
  | - id: quay-cost
  |       ^^^^^^^^^
  help: give the new record another id
""",
    ),
    "successor that does not exist": (
        {"retired.yml": ("successor: freight-2024", "successor: freight-2042")},
        """
content/retired.yml:3:14: error[reused-id]
  the successor "freight-2042" does not exist
  |   successor: freight-2042
  |              ^^^^^^^^^^^^
  help: did you mean "freight-2024"?
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """The retired id of the made-up site has a successor and is not used."""
    assert [] == list(reused_id.check(site))
