"""Ids that lead nowhere: one message for each, with every place that names it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import unknown_reference
from build_scripts.model import Site

CASES = {
    "misspelt in prose": (
        {"pages.yml": ("${freight-growth-2024|unsigned}", "${freigth-growth-2024|unsigned}")},
        """
content/pages.yml:91:75: error[unknown-reference]
  page "traffic" refers to the fact "freigth-growth-2024", which does not exist
  | or gave ${freight-2024}, and said that freight shrank by ${freigth-growth-2024|unsigned}. A [roll-on
  |                                                            ^^^^^^^^^^^^^^^^^^^
  help: did you mean "freight-growth-2024"? facts live in content/facts
""",
    ),
    "misspelt in a field": (
        {"facts/claims.yml": ("said_by: mayor\n  said_on", "said_by: mayro\n  said_on")},
        """
content/facts/claims.yml:12:12: error[unknown-reference]
  fact "freight-2024" refers to the speaker "mayro", which does not exist
  |   said_by: mayro
  |            ^^^^^
  help: did you mean "mayor"? speakers live in content/speakers
""",
    ),
    "misspelt in a link": (
        {"pages.yml": ("(source:port-yearbook)", "(source:port-yearbok)")},
        """
content/pages.yml:69:83: error[unknown-reference]
  page "method" refers to the source "port-yearbok", which does not exist
  | out *evidence*, not about truth. See [the yearbook](source:port-yearbok).
  |                                                            ^^^^^^^^^^^^
  help: did you mean "port-yearbook"? sources live in content/sources
""",
    ),
    "misspelt in a formula": (
        {"facts/others.yml": ("unit: ferries\n", 'unit: ferries\n  derived: {formula: "${ferries-al} - 1"}\n')},
        """
content/facts/others.yml:31:25: error[unknown-reference]
  fact "ferries-yearbook" refers to the fact "ferries-al", which does not exist
  |   derived: {formula: "${ferries-al} - 1"}
  |                         ^^^^^^^^^^
  help: did you mean "ferries-all"? facts live in content/facts
""",
    ),
    "misspelt in the formula of a point": (
        {
            "facts/others.yml": (
                '      value: "1.31"\n',
                '      value: "1.31"\n      derived: {formula: "${quay-costs}"}\n',
            )
        },
        """
content/facts/others.yml:17:29: error[unknown-reference]
  series "freight-yearbook" refers to the fact "quay-costs", which does not exist
  |       derived: {formula: "${quay-costs}"}
  |                             ^^^^^^^^^^
  help: did you mean "quay-cost"? facts live in content/facts
""",
    ),
    "misspelt in site.yml": (
        {"site.yml": ("explains: mayor-speech", "explains: mayor-spech")},
        """
content/site.yml:11:11: error[unknown-reference]
  site.yml refers to the source "mayor-spech", which does not exist
  | explains: mayor-spech
  |           ^^^^^^^^^^^
  help: did you mean "mayor-speech"? sources live in content/sources
""",
    ),
    "source removed": (
        {
            "sources.yml": (
                "- id: port-yearbook\n  title: Yearbook of the Port Office\n  publisher: Port Office\n  date: 2025-02\n  url: https://port.example/yearbook\n  kind: official\n  language: en\n  independence: original\n",  # noqa: E501
                "",
            )
        },
        """
content/facts/others.yml:14:27: error[unknown-reference]
  series "freight-yearbook" refers to the source "port-yearbook", which does not exist
  |       evidence: [{source: port-yearbook, printed: "1.40 million tonnes", reading: [{of: period, beca
  |                           ^^^^^^^^^^^^^
  touches content/facts/others.yml:17:27: series "freight-yearbook"
  touches content/facts/others.yml:20:27: series "freight-yearbook"
  touches content/facts/others.yml:36:15: fact "ferries-yearbook"
  touches content/pages.yml:69:83: page "method"
  touches content/places.yml:11:21: place "sund"
  touches content/terms.yml:5:13: term "roll-on-ferry"
  help: sources live in content/sources
""",
    ),
    "all sources removed": (
        {"sources.yml": None},
        """
content/facts/claims.yml:15:15: error[unknown-reference]
  fact "freight-2024" refers to the source "mayor-speech", which does not exist
  |     - source: mayor-speech
  |               ^^^^^^^^^^^^
  touches content/facts/claims.yml:37:15: fact "freight-growth-2024"
  touches content/facts/claims.yml:60:15: fact "ferries-electric"
  touches content/facts/claims.yml:82:15: fact "ferries-all"
  touches content/facts/claims.yml:107:15: fact "quay-cost"
  touches content/facts/claims.yml:131:15: fact "oldest-port"
  touches content/facts/claims.yml:149:16: fact "harbour-heart"
  touches content/site.yml:11:11: site.yml
  help: sources live in content/sources

content/facts/others.yml:14:27: error[unknown-reference]
  series "freight-yearbook" refers to the source "port-yearbook", which does not exist
  |       evidence: [{source: port-yearbook, printed: "1.40 million tonnes", reading: [{of: period, beca
  |                           ^^^^^^^^^^^^^
  touches content/facts/others.yml:17:27: series "freight-yearbook"
  touches content/facts/others.yml:20:27: series "freight-yearbook"
  touches content/facts/others.yml:36:15: fact "ferries-yearbook"
  touches content/pages.yml:69:83: page "method"
  touches content/places.yml:11:21: place "sund"
  touches content/terms.yml:5:13: term "roll-on-ferry"
  help: sources live in content/sources

content/facts/others.yml:58:15: error[unknown-reference]
  fact "dockers-2025" refers to the source "evening-post", which does not exist
  |     - source: evening-post
  |               ^^^^^^^^^^^^
  help: sources live in content/sources
""",
    ),
    "record renamed": (
        {"facts/claims.yml": ("- id: quay-cost", "- id: quay-costs")},
        """
content/gaps.yml:3:21: error[unknown-reference]
  gap "whose-money" refers to the fact "quay-cost", which does not exist
  |   why: The sum of ${quay-cost} is named without a payer.
  |                     ^^^^^^^^^
  touches content/gaps.yml:5:11: gap "whose-money"
  touches content/pages.yml:11:14: page "home"
  touches content/pages.yml:105:25: page "money"
  touches content/pages.yml:106:11: page "money"
  touches content/sources.yml:15:126: source "mayor-speech"
  help: did you mean "quay-costs"? facts live in content/facts
""",
    ),
    "retired with a successor": (
        {"pages.yml": ("There are ${ferries-all}.", "There were ${freight-2023-old}.")},
        """
content/pages.yml:118:22: error[unknown-reference]
  page "people" refers to the fact "freight-2023-old", which was retired: The figure was replaced by the yearbook's.
  |         There were ${freight-2023-old}.
  |                      ^^^^^^^^^^^^^^^^
  help: use "freight-2024" instead
""",
    ),
    "retired without a successor": (
        {
            "retired.yml": ("  successor: freight-2024\n", ""),
            "pages.yml": ("There are ${ferries-all}.", "There were ${freight-2023-old}."),
        },
        """
content/pages.yml:118:22: error[unknown-reference]
  page "people" refers to the fact "freight-2023-old", which was retired: The figure was replaced by the yearbook's.
  |         There were ${freight-2023-old}.
  |                      ^^^^^^^^^^^^^^^^
  help: remove the reference
""",
    ),
    "nothing like it": (
        {"places.yml": ("part_of: veldland", "part_of: xyz")},
        """
content/places.yml:8:12: error[unknown-reference]
  place "sund" refers to the place "xyz", which does not exist
  |   part_of: xyz
  |            ^^^
  help: places live in content/places
""",
    ),
    "unit": (
        {"facts/claims.yml": ("unit: crowns", "unit: kroner")},
        """
content/facts/claims.yml:99:9: error[unknown-reference]
  fact "quay-cost" refers to the unit "kroner", which does not exist
  |   unit: kroner
  |         ^^^^^^
  help: units live in content/units
""",
    ),
    "speaker that prose quotes": (
        {
            "facts/claims.yml": ("said_by: mayor\n  said_on", "said_by: mayer\n  said_on"),
            "gaps.yml": ("In the speech", "In the speech by ${freight-2024|speaker}"),
        },
        """
content/facts/claims.yml:12:12: error[unknown-reference]
  fact "freight-2024" refers to the speaker "mayer", which does not exist
  |   said_by: mayer
  |            ^^^^^
  help: did you mean "mayor"? speakers live in content/speakers
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Every id in the made-up site leads somewhere."""
    assert [] == list(unknown_reference.check(site))
