"""Changes out of order, in the future, or told by a citation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

OLD = '    - {on: 2025-05-02, kind: correction, was: "6 ferries", why: A ship had been left out.}\n'
LATER = OLD.replace("2025-05-02", "2025-05-03")
POINT = 'value: "1.31"\n'
CASES = {
    "the newest on top": (
        {"facts/others.yml": (OLD, LATER + OLD)},
        """
content/facts/others.yml:44:12: error[disordered-history]
  fact "ferries-yearbook": the day of a change lies before that of the entry above it
  |     - {on: 2025-05-02, kind: correction, was: "6 ferries", why: A ship had been left out.}
  |            ^^^^^^^^^^
  help: add new entries at the end
""",
    ),
    "a day that has not come": (
        {"facts/others.yml": (OLD, OLD.replace("2025", "2999"))},
        """
content/facts/others.yml:43:12: error[disordered-history]
  fact "ferries-yearbook": the day of a change lies after today
  |     - {on: 2999-05-02, kind: correction, was: "6 ferries", why: A ship had been left out.}
  |            ^^^^^^^^^^
  help: put the day right
""",
    ),
    "a citation": (
        {"facts/others.yml": (OLD, OLD.replace("6 ferries", "${ferries-yearbook}"))},
        """
content/facts/others.yml:43:47: error[disordered-history]
  fact "ferries-yearbook": what it was before is told as a citation
  |     - {on: 2025-05-02, kind: correction, was: "${ferries-yearbook}", why: A ship had been left out.}
  |                                               ^^^^^^^^^^^^^^^^^^^^^
  help: write what readers saw, word for word: a citation would show what the record says today
""",
    ),
    "of a point": (
        {
            "facts/others.yml": (
                'value: "1.31"\n',
                'value: "1.31"\n      changes: [{on: 2999-05-02, kind: update, was: x, why: y}]\n',
            )
        },
        """
content/facts/others.yml:17:22: error[disordered-history]
  fact "freight-yearbook-2022": the day of a change lies after today
  |       changes: [{on: 2999-05-02, kind: update, was: x, why: y}]
  |                      ^^^^^^^^^^
  help: put the day right
""",
    ),
    "in order, two on one day": ({"facts/others.yml": (OLD, OLD + OLD.replace("6", "5") + LATER)}, ""),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, or none."""
    assert expected.strip("\n") == told(changes)
