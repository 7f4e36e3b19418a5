"""Records of the same that differ, and say nothing of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

MORE = """
- id: ferries-press
  kind: figure
  label: Ferries by the paper
  statement: The paper counts ${this}.
  value: "9"
  unit: ferries
  indicator: fleet
  place: sund
  period: 2024-12
  said_by: evening-post
  evidence:
    - source: evening-post
      printed: 9 ferries
      reading:
        - {of: period, because: The last month of the year.}
        - {of: place, because: The report is about the port.}
        - {of: speaker, because: The paper's own count.}
"""
TOLD = """
content/facts/press.yml:5:10: error[unmarked-conflict]
  fact "ferries-press" and fact "ferries-yearbook" differ, and measure the same at one place and time
  |   value: "9"
  |          ^^^
  touches content/facts/others.yml:29:10: "ferries-yearbook"
  help: name ferries-yearbook under conflicts with a stance, or tell by indicator, period or status how they differ
"""
MARK = "\n  conflicts:\n    - {with: ferries-yearbook, stance: The yearbook counts.}\n  evidence:\n"


def paper(value: str, hedge: str = "") -> str:
    """What the paper counts, where it prints another number than nine."""
    more = f"\n  hedge: {hedge}" if hedge else ""
    text = MORE.replace('value: "9"', f'value: "{value}"{more}')
    return text.replace("printed: 9 ferries", f"printed: {f'{hedge} {value}'.strip()} ferries")


CASES = {
    "no word of it": (MORE, TOLD),
    "named with a stance": (MORE.replace("\n  evidence:\n", MARK), ""),
    "another edition": (MORE.replace("  place: sund\n", "  place: sund\n  status: estimate\n"), ""),
    "another period": (MORE.replace("period: 2024-12", "period: 2024-11"), ""),
    "another place": (MORE.replace("place: sund", "place: veldland"), ""),
    "the same number": (paper("7"), ""),
    "a hedge that leaves room": (paper("5", "over"), ""),
    "a hedge that leaves none": (paper("8", "over"), TOLD.replace('"9"', '"8"')),
    "rounded less": (paper("7.2"), ""),
    "a part of a whole": (paper("5").replace("  place: sund\n", "  place: sund\n  of: ferries-all\n"), ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], text: str, expected: str) -> None:
    """Only where nothing tells the two apart."""
    assert expected.strip("\n") == told({"facts/press.yml": text.lstrip("\n")})


def test_verdict_that_names_the_other_is_a_word_of_it(told: Callable[..., str]) -> None:
    """A claim and the record that speaks against it stand together already."""
    rest = '\n  said_by: mayor\n  evidence:\n    - source: mayor-speech\n      at: "2"\n      printed: eight ferries'
    assert "" == told({"facts/claims.yml": (f"period: 2025-03{rest}", f"period: 2024-12{rest}")})
