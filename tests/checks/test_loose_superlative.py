"""First, largest, record: ranks that stand in a statement and in no record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from build_scripts.checks import loose_superlative
from build_scripts.model import Site

CASES = {
    "superlative in a figure's statement": (
        {"facts/claims.yml": ("statement: The port runs ${this}.", "statement: The port, the oldest of all, runs ${this}.")},  # noqa: E501
        """
content/facts/claims.yml:74:28: error[loose-superlative]
  fact "ferries-all": "oldest" ranks something, and no superlative stands behind it
  |   statement: The port, the oldest of all, runs ${this}.
  |                            ^^^^^^
  help: record the rank as kind: superlative, and cite it or link it here as [words](fact:id)
""",
    ),
    "superlative in a series": (
        {"facts/others.yml": ("statement: The port handled ${this} in", "statement: The largest port handled ${this} in")},  # noqa: E501
        """
content/facts/others.yml:4:18: error[loose-superlative]
  series "freight-yearbook": "largest" ranks something, and no superlative stands behind it
  |   statement: The largest port handled ${this} in ${this|when}.
  |                  ^^^^^^^
  help: record the rank as kind: superlative, and cite it or link it here as [words](fact:id)
""",
    ),
    "superlative without its window": (
        {"facts/claims.yml": ("  window: all-time\n", "")},
        """
content/facts/claims.yml:118:9: error[loose-superlative]
  fact "oldest-port" ranks the year of its charter among ports of the country, over what time it does not say
  |   kind: superlative
  |         ^^^^^^^^^^^
  help: add window: a period, all-time, or unstated if the source does not say it
""",
    ),
    "rank typed by hand": (
        {"facts/claims.yml": ("The port is the ${this|ordinal} oldest", "The port is the third oldest")},
        """
content/facts/claims.yml:120:14: error[loose-superlative]
  fact "oldest-port": the statement does not show its rank
  |   statement: The port is the third oldest of the country.
  |              ^
  help: write the rank as ${this|ordinal}
""",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the word."""
    assert expected.strip("\n") == told(changes)


def stating(site: Site, statement: str) -> Site:
    """The site in which the statement about the ferries is this one."""
    fact = site.facts["ferries-all"].model_copy(update={"statement": statement})
    return replace(site, facts={**site.facts, "ferries-all": fact})


def found(site: Site, statement: str) -> list[str]:
    return [d.message.split('"')[3] for d in loose_superlative.check(stating(site, statement))]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("The first ferry was one of ${this}.", ["first"]),
        ("For the first time the port runs ${this}.", ["first"]),
        ("The port runs ${this}, the Highest number and the lowest.", ["Highest", "lowest"]),
        ("The port runs ${this}, more than ever: a record.", ["a record"]),
        ("The port runs ${this}, a record number.", ["a record"]),
        ("The port runs the most modern of ${this}.", ["most"]),
        ("The only port that runs ${this}.", ["The only"]),
        ("A leading port runs ${this}.", ["leading"]),
        ("The port runs ${this} and comes second.", ["comes second"]),
        ("The port runs ${this}, fourth in Veldland.", ["fourth"]),
        ("The port runs ${this}, fourth among ports.", ["fourth"]),
        ("The port ranks third with ${this}.", ["ranks third"]),
        ("The port runs ${this}, number one there.", ["number one"]),
        ("The port, the [oldest](term:roll-on-ferry) one, runs ${this}.", ["oldest"]),
        ("The port runs ${this} in its worst and best years.", ["worst", "best"]),
    ],
)
def test_words_that_rank(site: Site, statement: str, expected: list[str]) -> None:
    """Whatever their case, also where they are the words of a link to something else."""
    assert expected == found(site, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "In the first quarter the port ran ${this}.",
        "In the first half, the port ran ${this}.",
        "In its first year the port ran ${this}, in its second more.",
        "Phase one, the first phase, has ${this}.",
        "The port has ${this} of the first tier, first-tier ones.",
        "At first the port ran ${this}.",
        "By the figure first published the port runs ${this}.",
        "The port runs at least ${this}.",
        "At most, or at best, the port runs ${this}.",
        "The port runs ${this}, most of which are old.",
        "The port runs ${this} on record; records show it.",
        "Only ${this} run, leading to delays.",
        "The west has ${this}, an honest interest in every second forest.",
        "A second ferry joined ${this} in spring.",
    ],
)
def test_words_that_rank_nothing(site: Site, statement: str) -> None:
    """Parts of years and of projects, hedges, and words that only look alike."""
    assert [] == found(site, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "The port, [second oldest](fact:oldest-port), runs ${this}.",
        "The port, the ${oldest-port|ordinal} oldest, runs ${this}.",
        "${oldest-port|statement}, the oldest but one, runs ${this}.",
        "The oldest port runs ${this}, see ${oldest-prt|ordinal}.",
    ],
)
def test_rank_that_a_record_holds(site: Site, statement: str) -> None:
    """Cited or linked; a misspelt id is told as an unknown reference."""
    assert [] == found(site, statement)


def test_citing_a_figure_is_not_enough(site: Site) -> None:
    """Only a superlative holds a rank."""
    assert ["largest"] == found(site, "The largest port, with ${freight-2024}, runs ${this}.")


def test_first_needs_no_ordinal(site: Site) -> None:
    """ "The oldest" says its rank without a number."""
    fact = site.facts["oldest-port"].model_copy(update={"rank": 1, "statement": "The port is the oldest."})
    assert [] == list(loose_superlative.check(replace(site, facts={"oldest-port": fact})))


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Its one rank is a superlative."""
    assert [] == list(loose_superlative.check(site))
