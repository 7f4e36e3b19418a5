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
CASES = {
    "no word of it": (("", ""), TOLD),
    "named with a stance": (("\n  evidence:\n", MARK), ""),
    "another edition": (("  place: sund\n", "  place: sund\n  status: estimate\n"), ""),
    "another period": (("period: 2024-12", "period: 2024-11"), ""),
    "another place": (("place: sund", "place: veldland"), ""),
    "the same number": (('value: "9"', 'value: "7"'), ""),
    "a hedge that leaves room": (('value: "9"', 'value: "5"\n  hedge: over'), ""),
    "a hedge that leaves none": (('value: "9"', 'value: "8"\n  hedge: over'), TOLD.replace('"9"', '"8"')),
    "rounded less": (('value: "9"', 'value: "7.2"'), ""),
    "a part of a whole": (("  place: sund\n", "  place: sund\n  of: ferries-all\n"), None),
}


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], change: tuple[str, str], expected: str | None) -> None:
    """Only where nothing tells the two apart."""
    text = MORE.replace(*change, 1).lstrip("\n") if change[0] else MORE.lstrip("\n")
    for number in ("8", "7.2", "7", "5"):
        if f'value: "{number}"' in text:
            over = "over " if "hedge: over" in text else ""
            text = text.replace("printed: 9 ferries", f"printed: {over}{number} ferries")
    found = told({"facts/press.yml": text})
    assert (expected or "").strip("\n") == ("" if expected is None and "unmarked-conflict" not in found else found)


def test_verdict_that_names_the_other_is_a_word_of_it(told: Callable[..., str]) -> None:
    """A claim and the record that speaks against it stand together already."""
    rest = '\n  said_by: mayor\n  evidence:\n    - source: mayor-speech\n      at: "2"\n      printed: eight ferries'
    assert "" == told({"facts/claims.yml": (f"period: 2025-03{rest}", f"period: 2024-12{rest}")})
