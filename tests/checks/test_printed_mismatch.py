"""A record against the characters its source prints."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import printed_mismatch
from build_scripts.model import Site

CASES = {
    "value": (
        {"facts/claims.yml": ('value: "1.25"', 'value: "1.52"')},
        """
content/facts/claims.yml:17:16: error[printed-mismatch]
  fact "freight-2024": the record says 1.52, the source prints "more than 1.25 million tonnes" (1.25)
  |       printed: more than 1.25 million tonnes
  |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  touches content/pages.yml:5:34: page "home"
  touches content/pages.yml:10:14: page "home"
  touches content/pages.yml:14:26: page "home"
  touches content/pages.yml:83:31: page "traffic"
  touches content/pages.yml:84:11: page "traffic"
  touches content/pages.yml:91:26: page "traffic"
  touches content/pages.yml:97:16: page "traffic"
  touches content/sources.yml:12:129: source "mayor-speech"
  help: correct value in the record, or printed if it was copied wrongly
""",
    ),
    "unit": (
        {"facts/claims.yml": ("unit: crowns", "unit: tonnes")},
        """
content/facts/claims.yml:109:16: error[printed-mismatch]
  fact "quay-cost": the record's unit is tonnes, the source prints crowns
  |       printed: some 40 million crowns
  |                ^^^^^^^^^^^^^^^^^^^^^^
  touches content/gaps.yml:3:21: gap "whose-money"
  touches content/gaps.yml:5:11: gap "whose-money"
  touches content/pages.yml:11:14: page "home"
  touches content/pages.yml:105:25: page "money"
  touches content/pages.yml:106:11: page "money"
  touches content/sources.yml:15:126: source "mayor-speech"
  help: correct unit in the record, or printed if it was copied wrongly
""",
    ),
    "scale": (
        {"facts/claims.yml": ('value: "40"\n  scale: million', 'value: "40"\n  scale: billion')},
        """
content/facts/claims.yml:109:16: error[printed-mismatch]
  fact "quay-cost": the record's scale is billion, the source prints million
  |       printed: some 40 million crowns
  |                ^^^^^^^^^^^^^^^^^^^^^^
  touches content/gaps.yml:3:21: gap "whose-money"
  touches content/gaps.yml:5:11: gap "whose-money"
  touches content/pages.yml:11:14: page "home"
  touches content/pages.yml:105:25: page "money"
  touches content/pages.yml:106:11: page "money"
  touches content/sources.yml:15:126: source "mayor-speech"
  help: correct scale in the record, or printed if it was copied wrongly
""",
    ),
    "hedge": (
        {"facts/claims.yml": ("hedge: about", "hedge: exact")},
        """
content/facts/claims.yml:109:16: error[printed-mismatch]
  fact "quay-cost": the record's hedge is exact, the source prints about
  |       printed: some 40 million crowns
  |                ^^^^^^^^^^^^^^^^^^^^^^
  touches content/gaps.yml:3:21: gap "whose-money"
  touches content/gaps.yml:5:11: gap "whose-money"
  touches content/pages.yml:11:14: page "home"
  touches content/pages.yml:105:25: page "money"
  touches content/pages.yml:106:11: page "money"
  touches content/sources.yml:15:126: source "mayor-speech"
  help: correct hedge in the record, or printed if it was copied wrongly
""",
    ),
    "sign": (
        {"facts/claims.yml": ("printed: 3.5 percent", "printed: +3.5 percent")},
        """
content/facts/claims.yml:39:16: error[printed-mismatch]
  fact "freight-growth-2024": the record says -3.5, the source prints "+3.5 percent"
  |       printed: +3.5 percent
  |                ^^^^^^^^^^^^
  touches content/pages.yml:84:25: page "traffic"
  touches content/pages.yml:91:75: page "traffic"
  touches content/sources.yml:12:143: source "mayor-speech"
  help: correct value in the record, or printed if it was copied wrongly
""",
    ),
    "no number printed": (
        {"facts/claims.yml": ("printed: eight ferries", "printed: our ferries")},
        """
content/facts/claims.yml:84:16: error[printed-mismatch]
  fact "ferries-all": the record says 8, the source prints "our ferries" (no number)
  |       printed: our ferries
  |                ^^^^^^^^^^^
  touches content/charts.yml:23:10: chart "electric"
  touches content/facts/claims.yml:54:7: fact "ferries-electric"
  touches content/pages.yml:14:13: page "home"
  touches content/pages.yml:113:29: page "people"
  touches content/pages.yml:118:21: page "people"
  touches content/sources.yml:13:143: source "mayor-speech"
  touches content/terms.yml:6:11: term "roll-on-ferry"
  help: correct value in the record, or printed if it was copied wrongly
""",
    ),
    "second number": (
        {"facts/claims.yml": ("printed: eight ferries", "printed: eight of nine ferries")},
        """
content/facts/claims.yml:84:16: error[printed-mismatch]
  fact "ferries-all": the source prints a second number, nine ferries, that the record does not hold
  |       printed: eight of nine ferries
  |                ^^^^^^^^^^^^^^^^^^^^^
  touches content/charts.yml:23:10: chart "electric"
  touches content/facts/claims.yml:54:7: fact "ferries-electric"
  touches content/pages.yml:14:13: page "home"
  touches content/pages.yml:113:29: page "people"
  touches content/pages.yml:118:21: page "people"
  touches content/sources.yml:13:143: source "mayor-speech"
  touches content/terms.yml:6:11: term "roll-on-ferry"
  help: correct value in the record, or printed if it was copied wrongly
""",
    ),
    "range printed": (
        {"facts/claims.yml": ("printed: eight ferries", "printed: 8 to 9 ferries")},
        """
content/facts/claims.yml:84:16: error[printed-mismatch]
  fact "ferries-all": the source prints a range up to 9; use hedge between with low and high
  |       printed: 8 to 9 ferries
  |                ^^^^^^^^^^^^^^
  touches content/charts.yml:23:10: chart "electric"
  touches content/facts/claims.yml:54:7: fact "ferries-electric"
  touches content/pages.yml:14:13: page "home"
  touches content/pages.yml:113:29: page "people"
  touches content/pages.yml:118:21: page "people"
  touches content/sources.yml:13:143: source "mayor-speech"
  touches content/terms.yml:6:11: term "roll-on-ferry"
  help: correct value in the record, or printed if it was copied wrongly
""",
    ),
    "upper end": (
        {
            "facts/claims.yml": [
                ('value: "40"\n', 'low: "40"\n  high: "50"\n'),
                ("hedge: about", "hedge: between"),
                ("some 40 million", "between 40 and 45 million"),
            ]
        },
        """
content/facts/claims.yml:110:16: error[printed-mismatch]
  fact "quay-cost": the record's upper end is 50, the source prints 45
  |       printed: between 40 and 45 million crowns
  |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  touches content/gaps.yml:3:21: gap "whose-money"
  touches content/gaps.yml:5:11: gap "whose-money"
  touches content/pages.yml:11:14: page "home"
  touches content/pages.yml:105:25: page "money"
  touches content/pages.yml:106:11: page "money"
  touches content/sources.yml:15:126: source "mayor-speech"
  help: correct high in the record, or printed if it was copied wrongly
""",
    ),
    "period": (
        {"facts/others.yml": ("printed: 7 ferries", "printed: 7 ferries in 2023")},
        """
content/facts/others.yml:37:16: error[printed-mismatch]
  fact "ferries-yearbook": the record's period is 2024-12, the source prints "7 ferries in 2023"
  |       printed: 7 ferries in 2023
  |                ^^^^^^^^^^^^^^^^^
  touches content/facts/claims.yml:91:36: fact "ferries-all"
  touches content/facts/claims.yml:92:15: fact "ferries-all"
  help: correct period in the record, or printed if it was copied wrongly
""",
    ),
    "rank": (
        {"facts/claims.yml": ("rank: 2", "rank: 3")},
        """
content/facts/claims.yml:133:16: error[printed-mismatch]
  fact "oldest-port": the record says rank 3, the source prints "second oldest port"
  |       printed: second oldest port
  |                ^^^^^^^^^^^^^^^^^^
  touches content/pages.yml:106:22: page "money"
  touches content/sources.yml:15:137: source "mayor-speech"
  help: correct rank in the record, or printed if it was copied wrongly
""",
    ),
    "two components": (
        {"facts/claims.yml": [("unit: crowns", "unit: tonnes"), ("hedge: about", "hedge: exact")]},
        """
content/facts/claims.yml:109:16: error[printed-mismatch]
  fact "quay-cost": the record's unit is tonnes, the source prints crowns; the record's hedge is exact, the source prints about
  |       printed: some 40 million crowns
  |                ^^^^^^^^^^^^^^^^^^^^^^
  touches content/gaps.yml:3:21: gap "whose-money"
  touches content/gaps.yml:5:11: gap "whose-money"
  touches content/pages.yml:11:14: page "home"
  touches content/pages.yml:105:25: page "money"
  touches content/pages.yml:106:11: page "money"
  touches content/sources.yml:15:126: source "mayor-speech"
  help: correct unit in the record, or printed if it was copied wrongly
""",  # noqa: E501
    ),
    "point of a series": (
        {"facts/others.yml": ('value: "1.31"', 'value: "1.13"')},
        """
content/facts/others.yml:17:51: error[printed-mismatch]
  fact "freight-yearbook-2022": the record says 1.13, the source prints "1.31 million tonnes" (1.31)
  |       evidence: [{source: port-yearbook, printed: "1.31 million tonnes", reading: [{of: period, beca
  |                                                   ^^^^^^^^^^^^^^^^^^^^^
  touches content/charts.yml:8:13: chart "freight-bars"
  touches content/facts/others.yml:10:38: series "freight-yearbook"
  help: correct value in the record, or printed if it was copied wrongly
""",
    ),
    "two facts": (
        {"facts/claims.yml": [('value: "1.25"', 'value: "1.52"'), ('value: "40"', 'value: "41"')]},
        """
content/facts/claims.yml:17:16: error[printed-mismatch]
  fact "freight-2024": the record says 1.52, the source prints "more than 1.25 million tonnes" (1.25)
  |       printed: more than 1.25 million tonnes
  |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  touches content/pages.yml:5:34: page "home"
  touches content/pages.yml:10:14: page "home"
  touches content/pages.yml:14:26: page "home"
  touches content/pages.yml:83:31: page "traffic"
  touches content/pages.yml:84:11: page "traffic"
  touches content/pages.yml:91:26: page "traffic"
  touches content/pages.yml:97:16: page "traffic"
  touches content/sources.yml:12:129: source "mayor-speech"
  help: correct value in the record, or printed if it was copied wrongly

content/facts/claims.yml:109:16: error[printed-mismatch]
  fact "quay-cost": the record says 41, the source prints "some 40 million crowns" (40)
  |       printed: some 40 million crowns
  |                ^^^^^^^^^^^^^^^^^^^^^^
  touches content/gaps.yml:3:21: gap "whose-money"
  touches content/gaps.yml:5:11: gap "whose-money"
  touches content/pages.yml:11:14: page "home"
  touches content/pages.yml:105:25: page "money"
  touches content/pages.yml:106:11: page "money"
  touches content/sources.yml:15:126: source "mayor-speech"
  help: correct value in the record, or printed if it was copied wrongly
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Every record of the made-up site holds what its source prints."""
    assert [] == list(printed_mismatch.check(site))
