"""What pydantic finds wrong with a record, in an editor's words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

OTHERS = (Path(__file__).parent / "sites" / "harbour" / "content" / "facts" / "others.yml").read_text("utf-8")
POINTS = OTHERS[OTHERS.index("  points:\n") : OTHERS.index("  missing:\n")]

CASES = {
    "key missing": (
        {"facts/claims.yml": ("  statement: The harbour is called the heart of the town.\n", "")},
        """
content/facts/claims.yml:140:3: error[missing-key]
  fact "harbour-heart" has no "statement"
  | - id: harbour-heart
  |   ^
  help: add "statement: …"
""",
    ),
    "key missing below": (
        {"sources.yml": ("label: Thanks, ", "")},
        """
content/sources.yml:14:7: error[missing-key]
  source "mayor-speech" has no "label" under blocks
  |     - {n: 3, words: 12, sha256: "2a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
  |       ^
  help: add "label: …"
""",
    ),
    "key unknown": (
        {"speakers.yml": ("capacity: mayor", "town: Sund")},
        """
content/speakers.yml:3:3: error[unknown-key]
  speaker "mayor" has a key "town" that nothing reads
  |   town: Sund
  |   ^^^^
  help: known keys: id, name, chinese, capacity, organisation, category, note
""",
    ),
    "key misspelt": (
        {"speakers.yml": ("capacity: mayor", "capacty: mayor")},
        """
content/speakers.yml:3:3: error[unknown-key]
  speaker "mayor" has a key "capacty" that nothing reads
  |   capacty: mayor
  |   ^^^^^^^
  help: did you mean "capacity"?
""",
    ),
    "needed key misspelt": (
        {"facts/claims.yml": ("label: Heart of the town", "lable: Heart of the town")},
        """
content/facts/claims.yml:142:3: error[unknown-key]
  fact "harbour-heart" has a key "lable" that nothing reads
  |   lable: Heart of the town
  |   ^^^^^
  help: did you mean "label"?
""",
    ),
    "needed key misspelt below": (
        {"facts/claims.yml": ("    is: opinion", "    iss: opinion")},
        """
content/facts/claims.yml:151:5: error[unknown-key]
  fact "harbour-heart" has a key "iss" under verdict that nothing reads
  |     iss: opinion
  |     ^^^
  help: did you mean "is"?
""",
    ),
    "key with brackets": (
        {"speakers.yml": ("capacity: mayor", '"a[b": mayor')},
        """
content/speakers.yml:3:3: error[unknown-key]
  speaker "mayor" has a key "a[b" that nothing reads
  |   "a[b": mayor
  |   ^^^^^
  help: known keys: id, name, chinese, capacity, organisation, category, note
""",
    ),
    "list for text": (
        {"speakers.yml": ("name: Ada Lind", "name: [Ada, Lind]")},
        """
content/speakers.yml:2:9: error[wrong-shape]
  name: text is expected here, not a list
  |   name: [Ada, Lind]
  |         ^
  help: text that begins with [ or { must be in double quotes
""",
    ),
    "mapping for text": (
        {"speakers.yml": ("name: Ada Lind", "name: {Ada: Lind}")},
        """
content/speakers.yml:2:9: error[wrong-shape]
  name: text is expected here, not a mapping
  |   name: {Ada: Lind}
  |         ^
  help: text that begins with [ or { must be in double quotes
""",
    ),
    "list for a number": (
        {"facts/claims.yml": ('value: "1.25"', "value: [1, 25]")},
        """
content/facts/claims.yml:5:10: error[wrong-shape]
  value: one value is expected here, not a list
  |   value: [1, 25]
  |          ^
""",
    ),
    "mapping for a word": (
        {"facts/claims.yml": ("hedge: over", "hedge: {is: over}")},
        """
content/facts/claims.yml:8:10: error[wrong-shape]
  hedge: one value is expected here, not a mapping
  |   hedge: {is: over}
  |          ^
""",
    ),
    "text for a list": (
        {"gaps.yml": ("facts: [quay-cost]", "facts: quay-cost")},
        """
content/gaps.yml:5:10: error[wrong-shape]
  facts: a list is expected here, not a single value
  |   facts: quay-cost
  |          ^^^^^^^^^
""",
    ),
    "mapping for a list": (
        {"gaps.yml": ("facts: [quay-cost]", "facts: {quay-cost: yes}")},
        """
content/gaps.yml:5:10: error[wrong-shape]
  facts: a list is expected here, not a mapping
  |   facts: {quay-cost: yes}
  |          ^
""",
    ),
    "text for a mapping": (
        {"facts/claims.yml": ("    is: opinion\n    because: A way of speaking.\n", "    opinion\n")},
        """
content/facts/claims.yml:151:5: error[wrong-shape]
  verdict: a mapping is expected here, not a single value
  |     opinion
  |     ^^^^^^^
""",
    ),
    "list for a mapping": (
        {"site.yml": ("review: {on: 2025-06-01, by: the desk}", "review: [2025-06-01]")},
        """
content/site.yml:20:9: error[wrong-shape]
  review: a mapping is expected here, not a list
  | review: [2025-06-01]
  |         ^
""",
    ),
    "list for a dictionary": (
        {
            "pages.yml": (
                "    confirmed: Another source says the same.\n    plausible: Other sources fit.\n    contradicted: Another source differs.\n    not-found: Looked for, not met.\n    not-checkable: Nothing could show it.\n    context: Only background was found.\n    opinion: A judgement.\n",  # noqa: E501
                "    - confirmed\n",
            )
        },
        """
content/pages.yml:71:5: error[wrong-shape]
  verdicts: a mapping is expected here, not a list
  |     - confirmed
  |     ^
""",
    ),
    "unknown word": (
        {"facts/claims.yml": ("hedge: over", "hedge: ovr")},
        """
content/facts/claims.yml:8:10: error[unknown-word]
  hedge: "ovr" is not one of exact, about, over, under, nearly, at-least, at-most, between
  |   hedge: ovr
  |          ^^^
  help: did you mean "over"?
""",
    ),
    "word like no other": (
        {"sources.yml": ("kind: press", "kind: xyz")},
        """
content/sources.yml:30:9: error[unknown-word]
  kind: "xyz" is not one of official, state-media, press, trade-or-company, academic, reference, republisher
  |   kind: xyz
  |         ^^^
""",
    ),
    "empty text": (
        {"facts/claims.yml": ("label: Heart of the town", 'label: " "')},
        """
content/facts/claims.yml:142:10: error[bad-value]
  label: the text is empty
  |   label: " "
  |          ^^^
""",
    ),
    "number with a comma": (
        {"facts/claims.yml": ('value: "1.25"', 'value: "1,25"')},
        """
content/facts/claims.yml:5:10: error[bad-value]
  value: a number is digits with at most one point and, if negative, a leading minus, such as -2.5
  |   value: "1,25"
  |          ^^^^^^
""",
    ),
    "whole number": (
        {"sources.yml": ("words: 31", "words: many")},
        """
content/sources.yml:12:41: error[bad-value]
  words: a whole number is expected, such as 12
  |     - {n: 1, label: The freight, words: many, sha256: "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6
  |                                         ^^^^
""",
    ),
    "yes or no": (
        {"sources.yml": ("link: no", "link: false")},
        """
content/sources.yml:29:9: error[bad-value]
  link: yes or no is expected
  |   link: false
  |         ^^^^^
""",
    ),
    "date": (
        {"retired.yml": ("2025-05-02", "2025-02-30")},
        """
content/retired.yml:4:7: error[bad-value]
  on: a date is year-month-day, such as 2025-02-06
  |   on: 2025-02-30
  |       ^^^^^^^^^^
""",
    ),
    "period": (
        {"facts/claims.yml": ("period: 2025/2027", "period: soon")},
        """
content/facts/claims.yml:103:11: error[bad-value]
  period: a period is a year, month, day, quarter or interval, such as 2024, 2024-03, 2024-Q1, 2025-01/2025-11, or unknown
  |   period: soon
  |           ^^^^
""",  # noqa: E501
    ),
    "period that ends early": (
        {"facts/claims.yml": ("period: 2025/2027", "period: 2027/2025")},
        """
content/facts/claims.yml:103:11: error[bad-value]
  period: the period ends before it begins
  |   period: 2027/2025
  |           ^^^^^^^^^
""",
    ),
    "window": (
        {"facts/claims.yml": ("window: all-time", "window: ever")},
        """
content/facts/claims.yml:125:11: error[bad-value]
  window: a period is a year, month, day, quarter or interval, such as 2024, 2024-03, 2024-Q1, 2025-01/2025-11, or unknown
  |   window: ever
  |           ^^^^
""",  # noqa: E501
    ),
    "address": (
        {"sources.yml": ("url: https://town.example/speech", 'url: "javascript:alert(1)"')},
        """
content/sources.yml:5:8: error[bad-value]
  url: an address begins with https://, http:// or mailto: and holds no spaces or quotes
  |   url: "javascript:alert(1)"
  |        ^^^^^^^^^^^^^^^^^^^^^
""",
    ),
    "id": (
        {"gaps.yml": ("id: whose-money", "id: Whose_Money")},
        """
content/gaps.yml:1:7: error[bad-value]
  id: an id is lower-case words joined by hyphens, at most 80 characters, such as ferries-in-service
  | - id: Whose_Money
  |       ^^^^^^^^^^^
""",
    ),
    "no entry": (
        {"site.yml": ("chapters: [traffic, money, people]", "chapters: []")},
        """
content/site.yml:13:11: error[empty-list]
  chapters: at least one entry is needed
  | chapters: []
  |           ^
""",
    ),
    "too few entries": (
        {
            "charts.yml": (
                "  rows:\n    - fact: freight-yearbook-2021\n    - fact: freight-yearbook-2022\n    - fact: freight-yearbook-2024\n",  # noqa: E501
                "  rows: []\n",
            )
        },
        """
content/charts.yml:6:9: error[empty-list]
  rows: at least one entry is needed
  |   rows: []
  |         ^
""",
    ),
    "entry of the wrong shape": (
        {"facts/claims.yml": ('    - {source: mayor-speech, at: "4", printed: the heart}', "    - the heart")},
        """
content/facts/claims.yml:149:7: error[wrong-shape]
  evidence: a mapping is expected here, not a single value
  |     - the heart
  |       ^^^^^^^^^
""",
    ),
    "too many entries": (
        {"charts.yml": ("    - fact: freight-yearbook-2021\n", "    - fact: freight-yearbook-2021\n" * 15)},
        """
content/charts.yml:7:5: error[bad-value]
  rows: there is room for 16 entries only, not for 17
  |     - fact: freight-yearbook-2021
  |     ^
""",
    ),
    "number out of range": (
        {"facts/others.yml": ("unit: ferries\n", 'unit: ferries\n  derived: {formula: "${ferries-all}", places: 9}\n')},
        """
content/facts/others.yml:31:48: error[bad-value]
  places: the number is at most 6
  |   derived: {formula: "${ferries-all}", places: 9}
  |                                                ^
""",
    ),
    "number below its range": (
        {
            "facts/others.yml": (
                "unit: ferries\n",
                'unit: ferries\n  derived: {formula: "${ferries-all}", places: -1}\n',
            )
        },
        """
content/facts/others.yml:31:48: error[bad-value]
  places: the number is at least 0
  |   derived: {formula: "${ferries-all}", places: -1}
  |                                                ^^
""",
    ),
    "number that is none": (
        {
            "facts/others.yml": (
                "unit: ferries\n",
                'unit: ferries\n  derived: {formula: "${ferries-all}", places: two}\n',
            )
        },
        """
content/facts/others.yml:31:48: error[bad-value]
  places: a whole number is expected, such as 2
  |   derived: {formula: "${ferries-all}", places: two}
  |                                                ^^^
""",
    ),
    "rule of the record": (
        {"facts/claims.yml": ('value: "1.25"', 'low: "1.25"')},
        """
content/facts/claims.yml:1:3: error[bad-value]
  a figure needs a value; low and high belong to hedge between
  | - id: freight-2024
  |   ^
""",
    ),
    "rule of an entry": (
        {
            "charts.yml": (
                "    - fact: freight-yearbook-2022",
                "    - {fact: freight-yearbook-2022, series: freight-yearbook}",
            )
        },
        """
content/charts.yml:8:7: error[bad-value]
  rows: an entry names either a fact or a series
  |     - {fact: freight-yearbook-2022, series: freight-yearbook}
  |       ^
""",
    ),
    "several mistakes of one record": (
        {"gaps.yml": '- {id: x, question: "", wy: Because., looked: [a]}\n'},
        """
content/gaps.yml:1:21: error[bad-value]
  question: the text is empty
  | - {id: x, question: "", wy: Because., looked: [a]}
  |                     ^^

content/gaps.yml:1:25: error[unknown-key]
  gap "x" has a key "wy" that nothing reads
  | - {id: x, question: "", wy: Because., looked: [a]}
  |                         ^^
  help: did you mean "why"?

content/gaps.yml:1:47: error[wrong-shape]
  looked: text is expected here, not a list
  | - {id: x, question: "", wy: Because., looked: [a]}
  |                                               ^
  help: text that begins with [ or { must be in double quotes
""",
    ),
    "too few points": (
        {"facts/others.yml": (POINTS, POINTS[: POINTS.index("    - period: 2022")])},
        """
content/facts/others.yml:12:5: error[empty-list]
  points: at least two entries are needed
  |     - period: 2021
  |     ^
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_mistake_in_a_record_is_told_once(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message: which record, which key, what is expected there."""
    assert expected.strip("\n") == told(changes)
