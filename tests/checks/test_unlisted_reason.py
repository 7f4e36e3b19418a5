"""What a verdict rests on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import unlisted_reason
from build_scripts.model import Site

CASES = {
    "citation that no list names": (
        {
            "facts/claims.yml": (
                "    because: A plan; nothing can be checked yet.",
                "    because: A plan, beside ${freight-2024}.",
            )
        },
        """
content/facts/claims.yml:116:14: error[unlisted-reason]
  fact "quay-cost": its reason rests on "freight-2024", which no list names
  |     because: A plan, beside ${freight-2024}.
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: add it under for, against or beside
""",
    ),
    "link that no list names": (
        {
            "facts/claims.yml": (
                "    because: A plan; nothing can be checked yet.",
                "    because: A plan, unlike [freight](fact:freight-2024).",
            )
        },
        """
content/facts/claims.yml:116:14: error[unlisted-reason]
  fact "quay-cost": its reason rests on "freight-2024", which no list names
  |     because: A plan, unlike [freight](fact:freight-2024).
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: add it under for, against or beside
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Every reason of the made-up site rests on what its lists name, or on nothing."""
    assert [] == list(unlisted_reason.check(site))


@pytest.mark.parametrize("key", ["for", "against", "beside"])
def test_what_is_listed_may_be_cited(told: Callable[..., str], key: str) -> None:
    """In whichever list; its own figure needs none."""
    reason = "because: A plan of ${this}, beside ${freight-2024} and [a page](page:home)."
    change = ("    because: A plan; nothing can be checked yet.", f"    {reason}\n    {key}: [freight-2024]")
    assert "" == told({"facts/claims.yml": change})
