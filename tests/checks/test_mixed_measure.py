"""Percent and points, shares and growth, cumulative and monthly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from build_scripts.checks import mixed_measure
from build_scripts.edtf import read_period
from build_scripts.model import Site

CASES = {
    "points in percent": (
        {"indicators.yml": ("unit: percent\n  measure: growth", "unit: percent\n  measure: points")},
        """
content/indicators.yml:8:12: error[mixed-measure]
  indicator "freight-growth" measures points in percent
  |   measure: points
  |            ^^^^^^
  help: a difference of two percentages has measure points and a unit of percentage points; nothing else has
""",
    ),
    "unit of another indicator": (
        {"facts/claims.yml": ("unit: crowns\n  hedge: about\n  indicator: spending", "unit: crowns\n  hedge: about\n  indicator: freight")},  # noqa: E501
        """
content/facts/claims.yml:99:9: error[mixed-measure]
  fact "quay-cost" counts crowns, its indicator "freight" tonnes
  |   unit: crowns
  |         ^^^^^^
  help: choose the indicator that measures it, or correct the unit
""",
    ),
    "month for a sum to date": (
        {
            "indicators.yml": ("  measure: growth\n", "  measure: growth\n  counting: year-to-date\n"),
            "facts/claims.yml": ('value: "-3.5"\n  unit: percent\n  indicator: freight-growth\n  place: sund\n  period: 2024',  # noqa: E501
                                 'value: "-3.5"\n  unit: percent\n  indicator: freight-growth\n  place: sund\n  period: 2024-11'),  # noqa: E501
        },
        """
content/facts/claims.yml:34:11: error[mixed-measure]
  fact "freight-growth-2024" is counted from the beginning of the year, its period is 2024-11
  |   period: 2024-11
  |           ^^^^^^^
  help: write the period from January on (2025-01/2025-11, 2025-Q1, 2025), or choose another indicator
""",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend."""
    assert expected.strip("\n") == told(changes)


def measured(site: Site, statement: str, period: str = "2024", **indicator: Any) -> list[str]:
    """What is told of the growth of freight, said and measured like this."""
    fact = site.facts["freight-growth-2024"].model_copy(update={"statement": statement, "period": read_period(period)})
    other = site.indicators["freight-growth"].model_copy(update=indicator)
    return [
        d.message.partition(": ")[2] or d.message
        for d in mixed_measure.check(
            replace(site, facts={fact.id: fact}, series={}, indicators={**site.indicators, "freight-growth": other})
        )
    ]


@pytest.mark.parametrize(
    ("statement", "measure", "expected"),
    [
        ("Freight grew by ${this}.", "growth", []),
        ("Freight grew by ${this}.", "share", ['"grew by ${this}" tells of a change, its indicator measures share']),
        ("It fell by just ${this|unsigned}.", "share", ['"fell by just ${this|unsigned}" tells of a change, its indicator measures share']),  # noqa: E501
        ("Its part was ${this}, and freight grew by ${freight-2024}.", "share", []),
        ("Grain made up ${this} of it.", "share", []),
        ("Grain made up ${this} of it.", "growth", ['"made up ${this}" tells of a share, its indicator measures growth']),  # noqa: E501
        ("It has a share of ${this}.", "growth", ['"a share of ${this}" tells of a share, its indicator measures growth']),  # noqa: E501
        ("The share grew by ${this}.", "growth", []),
        ("Growth slowed by percentage points, to ${this}.", "growth", ['"percentage points" speaks of percentage points, its indicator measures growth']),  # noqa: E501
        ("A percentage-point more, ${this}.", "share", ['"percentage-point" speaks of percentage points, its indicator measures share']),  # noqa: E501
        ("Grain made up ${this|statement} of it.", "growth", []),
    ],
)  # fmt: skip
def test_shares_and_growth(site: Site, statement: str, measure: str, expected: list[str]) -> None:
    """The words around the figure itself; those around other figures belong to these."""
    assert expected == measured(site, statement, measure=measure)


MONTH = "tells of a month, its indicator counts from the year's beginning"


@pytest.mark.parametrize(
    ("statement", "period", "expected"),
    [
        ("From ${this|when} freight fell by ${this}.", "2024-01/2024-11", []),
        ("From January to November 2024 it fell by ${this}.", "2024-01/2024-11", []),
        ("In November 2024 it fell by ${this}.", "2024-01/2024-11", [f'"November 2024" {MONTH}']),
        ("In November, it fell by ${this}.", "2024-01/2024-11", [f'"In November" {MONTH}']),
        ("As was said in December 2024, it fell by ${this}.", "2024-01/2024-11", []),
        ("The monthly fall was ${this}.", "2024-01/2024-11", [f'"monthly" {MONTH}']),
        ("It fell month-on-month by ${this}.", "2024-01/2024-11", [f'"month-on-month" {MONTH}']),
        ("It fell by ${this} in that month.", "2024-01/2024-11", [f'"in that month" {MONTH}']),
        ("In the first quarter it fell by ${this}.", "2024-Q1", []),
        ("It fell by ${this} in 2024.", "2024", []),
        ("In January 2024 it fell by ${this}.", "2024-01", []),
        ("It fell by ${this}.", "2024-H1", []),
        ("It fell by ${this}.", "unknown", []),
    ],
)
def test_sums_to_date(site: Site, statement: str, period: str, expected: list[str]) -> None:
    """From January to November is not November."""
    assert expected == measured(site, statement, period, counting="year-to-date")


@pytest.mark.parametrize(
    "period", ["2024-11", "2024-Q2", "2024-H2", "2023/2024", "2024-02/2024-11", "2024/..", "2024-11-03"]
)
def test_sum_to_date_begins_in_january(site: Site, period: str) -> None:
    """And ends in the same year."""
    expected = f'fact "freight-growth-2024" is counted from the beginning of the year, its period is {period}'
    assert [expected] == measured(site, "It fell by ${this}.", period, counting="year-to-date")


@pytest.mark.parametrize(
    ("counting", "expected"),
    [
        ("period", ['"year to date" counts from the beginning of the year, its indicator counts periods apart']),
        ("year-to-date", []),
        ("point-in-time", []),
    ],
)
def test_sum_to_date_that_its_indicator_does_not_know(site: Site, counting: str, expected: list[str]) -> None:
    """The other way round."""
    assert expected == measured(site, "In the year to date it fell by ${this}.", counting=counting)


@pytest.mark.parametrize(("measure", "wrong"), [("points", False), ("growth", True)])
def test_percentage_points_are_measured_as_points(site: Site, measure: str, wrong: bool) -> None:
    """And by nothing else."""
    points = site.units["percent"].model_copy(update={"one": "percentage point", "many": "percentage points"})
    made = site.indicators["freight-growth"].model_copy(update={"measure": measure})
    changed = replace(site, units={**site.units, "percent": points}, indicators={"freight-growth": made})
    expected = ['indicator "freight-growth" measures growth in percentage points'] if wrong else []
    assert expected == [d.message for d in mixed_measure.check(changed)]


def test_ids_that_do_not_exist_are_told_elsewhere(site: Site) -> None:
    """Neither unit nor indicator of a misspelt id is judged."""
    assert [] == list(mixed_measure.check(replace(site, units={}, indicators={})))
    assert [] == list(mixed_measure.check(replace(site, units={})))


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """Every figure is told as what it is."""
    assert [] == list(mixed_measure.check(site))
