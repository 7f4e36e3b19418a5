"""Derived figures against their formulas."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import wrong_working
from build_scripts.model import Site

CASES = {
    "another result": (
        {"facts/others.yml": ("unit: ferries\n", 'unit: ferries\n  derived: {formula: "${ferries-all} - 2"}\n')},
        """
content/facts/others.yml:31:22: error[wrong-working]
  fact "ferries-yearbook": the formula gives 6, the record says 7
  |   derived: {formula: "${ferries-all} - 2"}
  |                      ^^^^^^^^^^^^^^^^^^^^
  help: correct the value, the formula or the number of places
""",
    ),
    "rounded otherwise": (
        {
            "facts/others.yml": [
                ('value: "7"', 'value: "7.00"'),
                ("unit: ferries\n", 'unit: ferries\n  derived: {formula: "${ferries-all} / 3 * 2.66", places: 2}\n'),
                ("printed: 7 ferries", "printed: 7.00 ferries"),
            ]
        },
        """
content/facts/others.yml:31:22: error[wrong-working]
  fact "ferries-yearbook": the formula gives 7.09, the record says 7.00
  |   derived: {formula: "${ferries-all} / 3 * 2.66", places: 2}
  |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: correct the value, the formula or the number of places
""",
    ),
    "hedge of an input lost": (
        {
            "facts/others.yml": (
                "unit: ferries\n",
                'unit: ferries\n  derived: {formula: "${quay-cost} - ${quay-cost} + 7"}\n',
            )
        },
        """
content/facts/others.yml:31:22: error[wrong-working]
  fact "ferries-yearbook" is exact, although "quay-cost" is not
  |   derived: {formula: "${quay-cost} - ${quay-cost} + 7"}
  |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: a derived figure takes the weakest hedge of its inputs
""",
    ),
    "formula that cannot be read": (
        {"facts/others.yml": ("unit: ferries\n", 'unit: ferries\n  derived: {formula: "${ferries-all} minus one"}\n')},
        """
content/facts/others.yml:31:22: error[wrong-working]
  fact "ferries-yearbook": the formula cannot be read at "minus one": it holds ${id}, numbers, + - * / and brackets
  |   derived: {formula: "${ferries-all} minus one"}
  |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^
""",
    ),
    "formula that ends too early": (
        {"facts/others.yml": ("unit: ferries\n", 'unit: ferries\n  derived: {formula: "${ferries-all} -"}\n')},
        """
content/facts/others.yml:31:22: error[wrong-working]
  fact "ferries-yearbook": the formula ends too early
  |   derived: {formula: "${ferries-all} -"}
  |                      ^^^^^^^^^^^^^^^^^^
""",
    ),
    "division by zero": (
        {"facts/others.yml": ("unit: ferries\n", 'unit: ferries\n  derived: {formula: "${ferries-all} / 0"}\n')},
        """
content/facts/others.yml:31:22: error[wrong-working]
  fact "ferries-yearbook": the formula divides by zero
  |   derived: {formula: "${ferries-all} / 0"}
  |                      ^^^^^^^^^^^^^^^^^^^^
""",
    ),
    "fact without a figure": (
        {"facts/others.yml": ("unit: ferries\n", 'unit: ferries\n  derived: {formula: "${harbour-heart} - 1"}\n')},
        """
content/facts/others.yml:31:22: error[wrong-working]
  fact "ferries-yearbook": "harbour-heart" has no single figure to compute with
  |   derived: {formula: "${harbour-heart} - 1"}
  |                      ^^^^^^^^^^^^^^^^^^^^^^
""",
    ),
    "point of a series": (
        {
            "facts/others.yml": (
                '      value: "1.31"\n',
                '      value: "1.31"\n      derived: {formula: "${freight-yearbook-2024}", places: 2}\n',
            )
        },
        """
content/facts/others.yml:17:26: error[wrong-working]
  fact "freight-yearbook-2022": the formula gives 1.26, the record says 1.31
  |       derived: {formula: "${freight-yearbook-2024}", places: 2}
  |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: correct the value, the formula or the number of places
""",
    ),
    "input that was mistyped": (
        {
            "facts/claims.yml": ('value: "8"', 'value: "9"'),
            "facts/others.yml": ("unit: ferries\n", 'unit: ferries\n  derived: {formula: "${ferries-all} - 1"}\n'),
        },
        """
content/facts/claims.yml:84:16: error[printed-mismatch]
  fact "ferries-all": the record says 9, the source prints "eight ferries" (8)
  |       printed: eight ferries
  |                ^^^^^^^^^^^^^
  touches content/charts.yml:23:10: chart "electric"
  touches content/facts/claims.yml:54:7: fact "ferries-electric"
  touches content/facts/others.yml:31:25: fact "ferries-yearbook"
  touches content/pages.yml:14:13: page "home"
  touches content/pages.yml:113:29: page "people"
  touches content/pages.yml:118:21: page "people"
  touches content/sources.yml:13:143: source "mayor-speech"
  touches content/terms.yml:6:11: term "roll-on-ferry"
  help: correct value in the record, or printed if it was copied wrongly
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """The made-up site has no figure that its formula does not give."""
    assert [] == list(wrong_working.check(site))
