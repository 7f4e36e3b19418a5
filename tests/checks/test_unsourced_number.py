"""Bare figures in prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import unsourced_number
from build_scripts.model import Site

CASES = {
    "digits, words and a year": (
        {"pages.yml": ("There are ${ferries-all}.", "There are 8 ferries, two of them new, in 2019.")},
        """
content/pages.yml:118:19: error[unsourced-number]
  page "people": "8" has no source
  |         There are 8 ferries, two of them new, in 2019.
  |                   ^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term

content/pages.yml:118:30: error[unsourced-number]
  page "people": "two" has no source
  |         There are 8 ferries, two of them new, in 2019.
  |                              ^^^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term

content/pages.yml:118:50: error[unsourced-number]
  page "people": "2019" has no source
  |         There are 8 ferries, two of them new, in 2019.
  |                                                  ^^^^
  help: cite a fact that carries this year in the same section, or write ${id|when}
""",
    ),
    "word for the search": (
        {
            "facts/claims.yml": (
                "  label: Growth of freight\n",
                "  label: Growth of freight\n  find: [the port, 3.5pc]\n",
            )
        },
        """
content/facts/claims.yml:29:20: error[unsourced-number]
  fact "freight-growth-2024": "3.5pc" under find holds a figure
  |   find: [the port, 3.5pc]
  |                    ^^^^^
  help: remove it: the search finds the record's figure in its other spellings too
""",
    ),
    "fraction": (
        {"gaps.yml": ("The sum", "Half of the sum")},
        """
content/gaps.yml:3:8: error[unsourced-number]
  gap "whose-money": "Half" has no source
  |   why: Half of the sum of ${quay-cost} is named without a payer.
  |        ^^^^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term
""",
    ),
    "Chinese numerals": (
        {"gaps.yml": ("The sum", "三十 of the sum")},
        """
content/gaps.yml:3:8: error[unsourced-number]
  gap "whose-money": "三十" has no source
  |   why: 三十 of the sum of ${quay-cost} is named without a payer.
  |        ^^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term
""",
    ),
    "other digits": (
        {"gaps.yml": ("The sum", "The sum of ٣٠")},
        """
content/gaps.yml:3:19: error[unsourced-number]
  gap "whose-money": "٣٠" has no source
  |   why: The sum of ٣٠ of ${quay-cost} is named without a payer.
  |                   ^^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term
""",
    ),
    "in a link": (
        {"gaps.yml": ("In the speech", "In [3 pages](source:mayor-speech)")},
        """
content/gaps.yml:4:15: error[unsourced-number]
  gap "whose-money": "3" has no source
  |   looked: In [3 pages](source:mayor-speech) and in the yearbook.
  |               ^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term
""",
    ),
    "in a label": (
        {"facts/claims.yml": ("label: Heart of the town", "label: Heart of 20 streets")},
        """
content/facts/claims.yml:142:19: error[unsourced-number]
  fact "harbour-heart": "20" has no source
  |   label: Heart of 20 streets
  |                   ^^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term
""",
    ),
    "in a chart": (
        {"charts.yml": ("Each bar is shorter than the one before.", "Each of three bars is shorter.")},
        """
content/charts.yml:5:16: error[unsourced-number]
  chart "freight-bars": "three" has no source
  |   alt: Each of three bars is shorter.
  |                ^^^^^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term
""",
    ),
    "in site.yml": (
        {"site.yml": ("One speech about a port", "12 speeches about a port")},
        """
content/site.yml:3:14: error[unsourced-number]
  site.yml: "12" has no source
  | description: 12 speeches about a port, statement by statement.
  |              ^^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term
""",
    ),
    "over several lines": (
        {
            "pages.yml": (
                "        carries lorries; an R2 ferry is one.\n",
                "        carries lorries; an R2 ferry is one\n        of 30 here, or 30 there.\n",
            )
        },
        """
content/pages.yml:93:12: error[unsourced-number]
  page "traffic": "30" has no source
  |         of 30 here, or 30 there.
  |            ^^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term

content/pages.yml:93:24: error[unsourced-number]
  page "traffic": "30" has no source
  |         of 30 here, or 30 there.
  |                        ^^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term
""",
    ),
    "part of a name": (
        {"pages.yml": ("an R2 ferry is one", "an R2 boat is one")},
        """
content/pages.yml:92:30: error[unsourced-number]
  page "traffic": "2" has no source
  |         carries lorries; an R2 boat is one.
  |                              ^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term
""",
    ),
    "year of another section": (
        {"pages.yml": ("There are ${ferries-all}.", "There are ${ferries-all}. In 2021 there was one.")},
        """
content/pages.yml:118:38: error[unsourced-number]
  page "people": "2021" has no source
  |         There are ${ferries-all}. In 2021 there was one.
  |                                      ^^^^
  help: cite a fact that carries this year in the same section, or write ${id|when}
""",
    ),
    "allowed where it does not stand": (
        {"allowed.yml": "- {text: 40 winks, record: whose-money, reason: A saying.}\n"},
        """
content/allowed.yml:1:10: error[unsourced-number]
  "40 winks" is allowed in "whose-money", where it does not stand
  | - {text: 40 winks, record: whose-money, reason: A saying.}
  |          ^^^^^^^^
  help: remove the entry
""",
    ),
    "more than ten allowed": (
        {
            "allowed.yml": "".join(
                f"- {{text: {n} winks, record: whose-money, reason: A saying.}}\n" for n in range(2, 13)
            ),
            "gaps.yml": ("In the speech", ", ".join(f"{n} winks" for n in range(2, 13))),
        },
        """
content/allowed.yml:11:10: error[unsourced-number]
  "12 winks" is entry 11 of the allow-list; the limit is 10
  | - {text: 12 winks, record: whose-money, reason: A saying.}
  |          ^^^^^^^^
  help: record the figure as a fact instead
""",
    ),
    "reason of a retired id": (
        {"retired.yml": ("The figure was", "The 2 figures were")},
        """
content/retired.yml:2:15: error[unsourced-number]
  retired id "freight-2023-old": "2" has no source
  |   reason: The 2 figures were replaced by the yearbook's.
  |               ^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """The made-up site has no bare figure; its years are those of facts cited beside them."""
    assert [] == list(unsourced_number.check(site))
