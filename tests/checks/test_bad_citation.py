"""Citations, counts and links that cannot be written out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks import bad_citation
from build_scripts.model import Site

CASES = {
    "unknown form": (
        {"pages.yml": ("${freight-growth-2024|unsigned}", "${freight-growth-2024|unsinged}")},
        """
content/pages.yml:91:73: error[bad-citation]
  page "traffic": there is no form "unsinged"
  | ayor gave ${freight-2024}, and said that freight shrank by ${freight-growth-2024|unsinged}. A [roll-
  |                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: did you mean "unsigned"?
""",
    ),
    "form like no other": (
        {"gaps.yml": ("${quay-cost} is", "${quay-cost|xyz} is")},
        """
content/gaps.yml:3:19: error[bad-citation]
  gap "whose-money": there is no form "xyz"
  |   why: The sum of ${quay-cost|xyz} is named without a payer.
  |                   ^^^^^^^^^^^^^^^^
  help: forms: number, period, words, unsigned, ordinal, fraction, statement, label, speaker, verdict, when, cap
""",
    ),
    "never closed": (
        {"gaps.yml": ("${quay-cost} is", "${quay-cost is")},
        """
content/gaps.yml:3:19: error[bad-citation]
  gap "whose-money": a citation begins with ${ and never ends
  |   why: The sum of ${quay-cost is named without a payer.
  |                   ^^
  help: close it with }, or write $${ for the characters
""",
    ),
    "neither id nor count": (
        {"gaps.yml": ("${quay-cost} is", "${Quay cost} is")},
        """
content/gaps.yml:3:19: error[bad-citation]
  gap "whose-money": "Quay cost" is neither an id nor a count
  |   why: The sum of ${Quay cost} is named without a payer.
  |                   ^^^^^^^^^^^^
  help: write ${id}, ${id|form} or ${count(claims)}
""",
    ),
    "cannot be counted": (
        {"gaps.yml": ("${quay-cost} is", "${count(ships)} is")},
        """
content/gaps.yml:3:19: error[bad-citation]
  gap "whose-money": "ships" cannot be counted
  |   why: The sum of ${count(ships)} is named without a payer.
  |                   ^^^^^^^^^^^^^^^
  help: these can: claims, facts, series, sources, speakers, places, terms, chapters, gaps, blocks, charts
""",
    ),
    "counted by a misspelt field": (
        {"gaps.yml": ("${quay-cost} is", "${count(claims, vedict=confirmed)} is")},
        """
content/gaps.yml:3:19: error[bad-citation]
  gap "whose-money": claims cannot be counted by "vedict"
  |   why: The sum of ${count(claims, vedict=confirmed)} is named without a payer.
  |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
""",
    ),
    "counted by a misspelt word": (
        {"gaps.yml": ("${quay-cost} is", "${count(claims, verdict=confirmd)} is")},
        """
content/gaps.yml:3:19: error[bad-citation]
  gap "whose-money": nothing can have verdict=confirmd: did you mean "confirmed"?
  |   why: The sum of ${count(claims, verdict=confirmd)} is named without a payer.
  |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
""",
    ),
    "link to nothing known": (
        {"gaps.yml": ("In the speech", "In [the speech](speech:mayor-speech)")},
        """
content/gaps.yml:4:14: error[bad-citation]
  gap "whose-money": only links of the form [words](fact:id) or [words](https://…) are known
  |   looked: In [the speech](speech:mayor-speech) and in the yearbook.
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: links may name a fact, term, source, page, place, chart, or begin with https://, http:// or mailto:
""",
    ),
    "link that runs a script": (
        {"gaps.yml": ("In the speech", "In [the speech](javascript:alert)")},
        """
content/gaps.yml:4:14: error[bad-citation]
  gap "whose-money": only links of the form [words](fact:id) or [words](https://…) are known
  |   looked: In [the speech](javascript:alert) and in the yearbook.
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: links may name a fact, term, source, page, place, chart, or begin with https://, http:// or mailto:
""",
    ),
    "image": (
        {"pages.yml": ("There are ${ferries-all}.", "There are ![ferries](fact:ferries-all).")},
        """
content/pages.yml:118:19: error[bad-citation]
  page "people": a picture cannot stand in prose
  |         There are ![ferries](fact:ferries-all).
  |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: draw a chart and list it under charts
""",
    ),
    "reference definition": (
        {"pages.yml": ("There are ${ferries-all}.", "[x]: ferries")},
        """
content/pages.yml:118:9: error[bad-citation]
  page "people": a line that defines a link shows nothing
  |         [x]: ferries
  |         ^^^^
  help: write [words](https://…) in the text
""",
    ),
    "this outside a fact": (
        {"gaps.yml": ("${quay-cost} is", "${this} is")},
        """
content/gaps.yml:3:19: error[bad-citation]
  gap "whose-money": ${this} stands for the fact's own figure, and this record is no fact
  |   why: The sum of ${this} is named without a payer.
  |                   ^^^^^^^
""",
    ),
    "fact without a figure": (
        {"gaps.yml": ("${quay-cost} is", "${harbour-heart} is")},
        """
content/gaps.yml:3:19: error[bad-citation]
  gap "whose-money": a fact of the kind opinion has no figure: use statement, label, speaker, verdict, when, or [words](fact:id)
  |   why: The sum of ${harbour-heart} is named without a payer.
  |                   ^^^^^^^^^^^^^^^^
""",  # noqa: E501
    ),
    "rank as a figure": (
        {"gaps.yml": ("${quay-cost} is", "${oldest-port} is")},
        """
content/gaps.yml:3:19: error[bad-citation]
  gap "whose-money": a superlative has a rank only: use the form ordinal, or [words](fact:id)
  |   why: The sum of ${oldest-port} is named without a payer.
  |                   ^^^^^^^^^^^^^^
""",
    ),
    "form that does not fit": (
        {"gaps.yml": ("${quay-cost} is", "${freight-2024|ordinal} is")},
        """
content/gaps.yml:3:19: error[bad-citation]
  gap "whose-money": an ordinal needs an exact whole number
  |   why: The sum of ${freight-2024|ordinal} is named without a payer.
  |                   ^^^^^^^^^^^^^^^
""",
    ),
    "period that is not known": (
        {"gaps.yml": ("${quay-cost} is", "${oldest-port|ordinal|period} is")},
        """
content/gaps.yml:3:19: error[bad-citation]
  gap "whose-money": its period is not known: leave out the form period
  |   why: The sum of ${oldest-port|ordinal|period} is named without a payer.
  |                   ^^^^^^^^^^^^^^
""",
    ),
    "form that one point does not fit": (
        {"facts/others.yml": ("The port handled ${this} in", "The port handled ${this|fraction} in")},
        """
content/facts/others.yml:4:31: error[bad-citation]
  series "freight-yearbook": only a figure in percent can be written as a fraction ("freight-yearbook-2021")
  |   statement: The port handled ${this|fraction} in ${this|when}.
  |                               ^^^^^^^
""",
    ),
    "text of one point": (
        {
            "facts/others.yml": (
                '      value: "1.31"\n',
                '      value: "1.31"\n      note: As ${this|words} is written.\n',
            )
        },
        """
content/facts/others.yml:17:16: error[bad-citation]
  series "freight-yearbook": only whole numbers and halves are spelled out; leave out the form words ("freight-yearbook-2022")
  |       note: As ${this|words} is written.
  |                ^^^^^^^
""",  # noqa: E501
    ),
    "words that quote themselves": (
        {"facts/claims.yml": ("label: Heart of the town", "label: Heart, or ${harbour-heart|label}")},
        """
content/facts/claims.yml:142:20: error[bad-citation]
  fact "harbour-heart": this text quotes others that lead back to it
  |   label: Heart, or ${harbour-heart|label}
  |                    ^^^^^^^^^^^^^^^^
  help: quote the figure, or link the fact as [words](fact:id)
""",
    ),
    "words that quote each other": (
        {
            "facts/claims.yml": [
                ("label: Heart of the town", "label: Heart ${oldest-port|label}"),
                ("label: Age of the port", "label: Age ${harbour-heart|label}"),
            ],
            "gaps.yml": ("Who pays for", "Does ${oldest-port|label} pay for"),
        },
        """
content/facts/claims.yml:119:14: error[bad-citation]
  fact "oldest-port": this text quotes others that lead back to it
  |   label: Age ${harbour-heart|label}
  |              ^^^^^^^^^^^^^^^^
  touches content/facts/claims.yml:142:16: fact "harbour-heart"
  touches content/gaps.yml:2:18: gap "whose-money"
  help: quote the figure, or link the fact as [words](fact:id)
""",
    ),
    "words that quote what is not there": (
        {
            "facts/claims.yml": ("label: Heart of the town", "label: Heart of ${quay|label}"),
            "gaps.yml": ("Who pays for", "Does ${harbour-heart|label} pay for"),
        },
        """
content/facts/claims.yml:142:21: error[unknown-reference]
  fact "harbour-heart" refers to the fact "quay", which does not exist
  |   label: Heart of ${quay|label}
  |                     ^^^^
  help: did you mean "quay-cost"? facts live in content/facts
""",
    ),
    "figure whose value was mistyped": (
        {"facts/claims.yml": ('value: "3"', 'value: "3.25"')},
        """
content/facts/claims.yml:62:16: error[printed-mismatch]
  fact "ferries-electric": the record says 3.25, the source prints "three of our eight ferries" (3, 8)
  |       printed: three of our eight ferries
  |                ^^^^^^^^^^^^^^^^^^^^^^^^^^
  touches content/charts.yml:22:13: chart "electric"
  touches content/pages.yml:113:11: page "people"
  touches content/sources.yml:13:125: source "mayor-speech"
  help: correct value in the record, or printed if it was copied wrongly
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Every citation of the made-up site can be written out."""
    assert [] == list(bad_citation.check(site))
