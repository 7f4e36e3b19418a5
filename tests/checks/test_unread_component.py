"""What a figure says and its source does not print."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import unread_component
from build_scripts.model import Site

CASES = {
    "sign": (
        {"facts/claims.yml": ("        - {of: sign, words: fell by}\n", "")},
        """
content/facts/claims.yml:39:16: error[unread-component]
  fact "freight-growth-2024": "3.5 percent" does not carry sign
  |       printed: 3.5 percent
  |                ^^^^^^^^^^^
  help: list each under reading, with the words of the block or the reason it rests on
""",
    ),
    "unit": (
        {"facts/claims.yml": ("        - {of: unit, because: The word stands after the second number.}\n", "")},
        """
content/facts/claims.yml:62:16: error[unread-component]
  fact "ferries-electric": "three of our eight ferries" does not carry unit
  |       printed: three of our eight ferries
  |                ^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: list each under reading, with the words of the block or the reason it rests on
""",
    ),
    "several": (
        {
            "facts/claims.yml": [
                ("        - {of: period, words: until 2027}\n", ""),
                (
                    "        - {of: speaker, because: The whole speech is the mayor's.}\n  verdict:\n    is: context",
                    "  verdict:\n    is: context",
                ),
            ]
        },
        """
content/facts/claims.yml:109:16: error[unread-component]
  fact "quay-cost": "some 40 million crowns" does not carry period and speaker
  |       printed: some 40 million crowns
  |                ^^^^^^^^^^^^^^^^^^^^^^
  help: list each under reading, with the words of the block or the reason it rests on
""",
    ),
    "another place printed": (
        {"facts/claims.yml": ('at: "4", printed: the heart}', 'at: "4", printed: the heart of Veldland}')},
        """
content/facts/claims.yml:144:10: error[unread-component]
  fact "harbour-heart": "the heart of Veldland" names the place "veldland", the record "sund"
  |   place: sund
  |          ^^^^
  help: correct the place, or say under reading how it follows
""",
    ),
    "reading of what is printed": (
        {
            "facts/claims.yml": (
                "words: until 2027}\n",
                "words: until 2027}\n        - {of: unit, because: Crowns are the money here.}\n",
            )
        },
        """
content/facts/claims.yml:109:16: error[unread-component]
  fact "quay-cost": "some 40 million crowns" carries unit; its reading is not needed
  |       printed: some 40 million crowns
  |                ^^^^^^^^^^^^^^^^^^^^^^
  help: remove the reading of unit
""",
    ),
    "reading of what the record does not say": (
        {
            "facts/claims.yml": (
                "        - {of: unit, because: The word stands after the second number.}\n",
                "        - {of: unit, because: The word stands after the second number.}\n        - {of: scale, because: It is small.}\n",  # noqa: E501
            )
        },
        """
content/facts/claims.yml:62:16: error[unread-component]
  fact "ferries-electric": the record says nothing of scale; its reading is not needed
  |       printed: three of our eight ferries
  |                ^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: remove the reading of scale
""",
    ),
    "reading that says nothing": (
        {"facts/claims.yml": ("{of: period, words: until 2027}", "{of: period}")},
        """
content/facts/claims.yml:111:11: error[unread-component]
  fact "quay-cost": the reading of period says nothing
  |         - {of: period}
  |           ^
  help: add words (as printed) or because (a reason)
""",
    ),
    "scale": (
        {"facts/others.yml": ('printed: "1.31 million tonnes"', 'printed: "1.31 tonnes"')},
        """
content/facts/others.yml:17:51: error[unread-component]
  fact "freight-yearbook-2022": "1.31 tonnes" does not carry scale
  |       evidence: [{source: port-yearbook, printed: "1.31 tonnes", reading: [{of: period, because: Tab
  |                                                   ^^^^^^^^^^^^^
  help: list each under reading, with the words of the block or the reason it rests on
""",
    ),
    "hedge": (
        {"facts/claims.yml": ("printed: some 40 million crowns", "printed: 40 million crowns")},
        """
content/facts/claims.yml:109:16: error[unread-component]
  fact "quay-cost": "40 million crowns" does not carry hedge
  |       printed: 40 million crowns
  |                ^^^^^^^^^^^^^^^^^
  help: list each under reading, with the words of the block or the reason it rests on
""",
    ),
    "rank": (
        {"facts/claims.yml": ("printed: second oldest port", "printed: next to oldest port")},
        """
content/facts/claims.yml:133:16: error[unread-component]
  fact "oldest-port": "next to oldest port" does not carry value
  |       printed: next to oldest port
  |                ^^^^^^^^^^^^^^^^^^^
  help: list each under reading, with the words of the block or the reason it rests on
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Whatever the sources of the made-up site do not print has its reading."""
    assert [] == list(unread_component.check(site))
