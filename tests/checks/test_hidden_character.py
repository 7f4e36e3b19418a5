"""Characters that nobody sees."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import hidden_character
from build_scripts.model import Site

CASES = {
    "zero width space": (
        {"gaps.yml": ("pays", "pa\u200bys")},
        """
content/gaps.yml:2:19: error[hidden-character]
  an invisible character stands here: U+200B (zero width space)
  |   question: Who pa�ys for the quay?
  |                   ^
  help: delete it and type the text again
""",
    ),
    "right to left": (
        {"speakers.yml": ("Ada Lind", "Ada \u202eLind")},
        """
content/speakers.yml:2:13: error[hidden-character]
  an invisible character stands here: U+202E (right-to-left override)
  |   name: Ada �Lind
  |             ^
  help: delete it and type the text again
""",
    ),
    "byte order mark inside": (
        {"gaps.yml": ("pays", "\ufeffpays")},
        """
content/gaps.yml:2:17: error[hidden-character]
  an invisible character stands here: U+FEFF (zero width no-break space)
  |   question: Who �pays for the quay?
  |                 ^
  help: delete it and type the text again
""",
    ),
    "private use": (
        {"gaps.yml": ("pays", "pays\ue000")},
        """
content/gaps.yml:2:21: error[hidden-character]
  an invisible character stands here: U+E000 (unnamed)
  |   question: Who pays� for the quay?
  |                     ^
  help: delete it and type the text again
""",
    ),
    "spelled in double quotes": (
        {"gaps.yml": ("Who pays for the quay?", '"Who \\u202Epays for the quay?"')},
        r"""
content/gaps.yml:2:13: error[hidden-character]
  an invisible character is spelled here: U+202E (right-to-left override)
  |   question: "Who \u202Epays for the quay?"
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: delete it and type the text again
""",
    ),
    "control spelled in double quotes": (
        {"gaps.yml": ("Who pays for the quay?", '"Who pays\\x1B for the quay?"')},
        r"""
content/gaps.yml:2:13: error[hidden-character]
  an invisible character is spelled here: U+001B (unnamed)
  |   question: "Who pays\x1B for the quay?"
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: delete it and type the text again
""",
    ),
    "unassigned": (
        {"gaps.yml": ("pays", "pays\u0378")},
        """
content/gaps.yml:2:21: error[hidden-character]
  an invisible character stands here: U+0378 (unnamed)
  |   question: Who pays� for the quay?
  |                     ^
  help: delete it and type the text again
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_what_can_be_seen_may_be_spelled(told: Callable[..., str]) -> None:
    """Letters, quotes and line breaks, in double quotes and in blocks."""
    changes = {"gaps.yml": ("Who pays for the quay?", '"Who\\ pays \\"for\\" the\\n qu\\u00E4y?"')}
    assert "" == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Chinese names and a tab are no hidden characters."""
    assert [] == list(hidden_character.check(site))
