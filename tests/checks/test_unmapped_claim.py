"""Blocks of the explained source, its claims, and the chapters that test them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import unmapped_claim
from build_scripts.model import Site

CASES = {
    "nothing said of a block": (
        {"sources.yml": (", nothing: The speaker thanks the guests.", "")},
        """
content/sources.yml:14:7: error[unmapped-claim]
  nothing is said of block 3
  |     - {n: 3, label: Thanks, words: 12, sha256: "2a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293
  |       ^
  help: list its facts, or say under nothing why none was taken
""",
    ),
    "evidence elsewhere": (
        {
            "facts/claims.yml": (
                '{source: mayor-speech, at: "4", printed: the heart}',
                "{source: port-yearbook, printed: the heart}",
            )
        },
        """
content/sources.yml:15:7: error[unmapped-claim]
  block 4 lists "harbour-heart", whose evidence is elsewhere
  |     - {n: 4, label: The quay, words: 25, sha256: "3a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f607182
  |       ^
  help: give the fact an evidence with at: "4"
""",
    ),
    "no such block": (
        {
            "facts/claims.yml": (
                "printed: the heart}",
                'printed: the heart}\n    - {source: mayor-speech, at: "7", printed: the heart}',
            )
        },
        """
content/facts/claims.yml:150:7: error[unmapped-claim]
  fact "harbour-heart": the article has no block "7"
  |     - {source: mayor-speech, at: "7", printed: the heart}
  |       ^
  help: give the number of the block: at: "1"
""",
    ),
    "no block named": (
        {
            "facts/claims.yml": (
                "printed: the heart}",
                "printed: the heart}\n    - {source: mayor-speech, printed: the heart}",
            )
        },
        """
content/facts/claims.yml:150:7: error[unmapped-claim]
  fact "harbour-heart": the evidence names no block
  |     - {source: mayor-speech, printed: the heart}
  |       ^
  help: give the number of the block: at: "1"
""",
    ),
    "not listed": (
        {"sources.yml": ("facts: [ferries-electric, ferries-all]", "facts: [ferries-electric]")},
        """
content/facts/claims.yml:82:7: error[unmapped-claim]
  fact "ferries-all" is taken from block 2, which does not list it
  |     - source: mayor-speech
  |       ^
  help: add it to block 2 of the source
""",
    ),
    "no verdict": (
        {"facts/claims.yml": ("  verdict:\n    is: opinion\n    because: A way of speaking.\n", "")},
        """
content/facts/claims.yml:140:3: error[unmapped-claim]
  claim "harbour-heart" has no verdict
  | - id: harbour-heart
  |   ^
""",
    ),
    "in two chapters": (
        {"pages.yml": ("tests: [ferries-electric, ferries-all]", "tests: [ferries-electric, ferries-all, quay-cost]")},
        """
content/pages.yml:113:42: error[unmapped-claim]
  claim "quay-cost" stands in the chapter "money" already
  |   tests: [ferries-electric, ferries-all, quay-cost]
  |                                          ^^^^^^^^^
  help: a claim is tested in one chapter; others may cite it
""",
    ),
    "in no chapter": (
        {"pages.yml": ("tests: [ferries-electric, ferries-all]", "tests: [ferries-electric]")},
        """
content/facts/claims.yml:71:3: error[unmapped-claim]
  claim "ferries-all" stands in no chapter
  | - id: ferries-all
  |   ^
  help: add it to the tests of one chapter
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Every claim of the made-up site stands in its block and in one chapter."""
    assert [] == list(unmapped_claim.check(site))
