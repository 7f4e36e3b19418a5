"""Intentions that read like results, and results that read like intentions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from build_scripts.checks import target_as_result
from build_scripts.facts.plan import Plan
from build_scripts.model import Site

CASES = {
    "target worded like a result": (
        {"facts/claims.yml": ("The new quay will cost ${this}.", "The new quay costs ${this}.")},
        """
content/facts/claims.yml:96:14: error[target-as-result]
  fact "quay-cost" is a target, and its statement reads like a result
  |   statement: The new quay costs ${this}.
  |              ^
  help: say that it is meant to be: aims, plans, wants, means to, is to, will, expected, announced, target
""",
    ),
    "target recorded as a result": (
        {"facts/claims.yml": ("  status: target\n", "")},
        """
content/facts/claims.yml:96:27: error[target-as-result]
  fact "quay-cost": "will cost ${this}" tells of an intention, its status is final
  |   statement: The new quay will cost ${this}.
  |                           ^^^^^^^^^^^^^^^^^
  help: give the figure status target or forecast
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def wrong(site: Site, statement: str, status: str) -> bool:
    fact = site.facts["quay-cost"].model_copy(update={"statement": statement, "status": status})
    return bool(list(target_as_result.check(replace(site, facts={fact.id: fact}, series={}))))


@pytest.mark.parametrize("status", ["target", "forecast"])
@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("The quay cost ${this}.", True),
        ("The quay has been built for ${this}.", True),
        ("The quay cost ${this}, due to the storm.", True),
        ("The quay costs ${this} in the winter of its plane trees.", True),
        ("The town aims at ${this}.", False),
        ("The town's goal is ${this}.", False),
        ("The town plans to spend ${this}.", False),
        ("The town wants ${this}.", False),
        ("The quay is expected to cost ${this}.", False),
        ("By forecast the quay costs ${this}.", False),
        ("The quay, due in spring, costs ${this}.", False),
        ("The town means to spend ${this}.", False),
        ("The quay is to cost ${this}.", False),
        ("The town set itself ${this}.", False),
        ("The town announced ${this}.", False),
        ("The town agreed on ${this}.", False),
        ("A quay of ${this} is being built.", False),
        ("The town is working on ${this}.", False),
    ],
)
def test_intentions_say_so(site: Site, statement: str, expected: bool, status: str) -> None:
    """By a word for what is meant to be, or for work that goes on."""
    assert expected == wrong(site, statement, status)


@pytest.mark.parametrize("status", ["final", "provisional"])
@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("The quay cost ${this}.", False),
        ("The town aims at ${this}.", True),
        ("The town has a target of ${this}.", True),
        ("The town gives ${this} as its goal.", True),
        ("The town wants to spend ${this}.", True),
        ("The quay is to cost ${this}.", True),
        ("The quay cost ${this}, as the plan said.", False),
        ("The quay cost ${this}, against a target of ${freight-2024}.", False),
        ("The town wanted more and got ${this}.", False),
        ("After the plan of last year the quay was opened; it cost ${this}.", False),
    ],
)
def test_results_are_no_targets(site: Site, statement: str, expected: bool, status: str) -> None:
    """Charts would draw them as reached."""
    assert expected == wrong(site, statement, status)


@pytest.mark.parametrize("status", ["estimate"])
@pytest.mark.parametrize("statement", ["The quay costs ${this}.", "The quay will cost ${this}."])
def test_estimates_may_be_either(site: Site, statement: str, status: str) -> None:
    """An estimate of what is, or of what will be."""
    assert not wrong(site, statement, status)


@pytest.mark.parametrize(("statement", "expected"), [("The town has a tunnel.", 1), ("The town wants a tunnel.", 0)])
def test_plans_say_so(site: Site, statement: str, expected: int) -> None:
    """A plan has no figure, and is no event."""
    given = site.facts["harbour-heart"].model_dump(by_alias=True, exclude={"kind", "statement", "verdict"})
    plan = Plan.model_validate({**given, "kind": "plan", "statement": statement})
    assert expected == len(list(target_as_result.check(replace(site, facts={"harbour-heart": plan}, series={}))))


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """The quay will cost what it is said to cost."""
    assert [] == list(target_as_result.check(site))
