"""Figures: one number each, exactly as printed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from build_scripts.facts.figure import Figure, Record

NEEDS_VALUE = "a figure needs a value; low and high belong to hedge between"
NEEDS_RANGE = "hedge between needs low and high, low below high, and no value"


def figure(fields: dict[str, Any], **more: Any) -> Figure:
    return Figure.model_validate({"kind": "figure", "unit": "ferries", "indicator": "fleet", **fields, **more})


def test_kind_is_figure() -> None:
    """The module's record is the class that the rest of the program knows."""
    assert Figure is Record


def test_value_is_kept_as_printed(fields: dict[str, Any]) -> None:
    """With its zeros and its sign; scale and hedge have their own fields."""
    made = figure(fields, value="-11.30", scale="yi", hedge="about")
    assert ("-11.30", "yi", "about") == (str(made.value), made.scale, made.hedge)


def test_what_is_not_said_is_exact_and_final(fields: dict[str, Any]) -> None:
    """A figure without words around it."""
    made = figure(fields, value="8")
    assert ("one", "exact", "final", "high", None, 1) == (
        made.scale, made.hedge, made.status, made.confidence, made.series, made.version,
    )  # fmt: skip


def test_range_has_two_ends(fields: dict[str, Any]) -> None:
    """And no value between them: the source prints none."""
    made = figure(fields, hedge="between", low="5", high="6.5")
    assert (None, Decimal(5), Decimal("6.5")) == (made.value, made.low, made.high)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, NEEDS_VALUE),
        ({"low": "5"}, NEEDS_VALUE),
        ({"value": "5", "low": "4"}, NEEDS_VALUE),
        ({"value": "5", "high": "6"}, NEEDS_VALUE),
        ({"hedge": "between"}, NEEDS_RANGE),
        ({"hedge": "between", "value": "5"}, NEEDS_RANGE),
        ({"hedge": "between", "low": "5"}, NEEDS_RANGE),
        ({"hedge": "between", "high": "5"}, NEEDS_RANGE),
        ({"hedge": "between", "low": "6", "high": "5"}, NEEDS_RANGE),
        ({"hedge": "between", "low": "5", "high": "5"}, NEEDS_RANGE),
        ({"hedge": "between", "value": "5", "low": "5", "high": "6"}, NEEDS_RANGE),
    ],
)
def test_value_or_range(fields: dict[str, Any], more: dict[str, Any], expected: str) -> None:
    """One of both, never half of either."""
    with pytest.raises(ValidationError, match=expected):
        figure(fields, **more)


@pytest.mark.parametrize("places", ["0", "6"])
def test_derived_figure_says_how_it_is_rounded(fields: dict[str, Any], places: str) -> None:
    """Up to six decimals."""
    made = figure(fields, value="8", derived={"formula": "${a} + ${b}", "places": places})
    assert made.derived is not None
    assert ("${a} + ${b}", int(places)) == (made.derived.formula, made.derived.places)


@pytest.mark.parametrize("places", ["-1", "7", "x", "1.5"])
def test_rounding_has_limits(fields: dict[str, Any], places: str) -> None:
    """No figure of the site has more decimals."""
    with pytest.raises(ValidationError, match="places"):
        figure(fields, value="8", derived={"formula": "${a}", "places": places})


def test_base_of_a_growth_rate(fields: dict[str, Any]) -> None:
    """A period, a fact, or the reason why it is not stated."""
    made = figure(fields, value="8", compared_with={"period": "2023", "because": "It is said before."})
    assert made.compared_with is not None
    assert (frozenset({2023}), None) == (
        made.compared_with.period and made.compared_with.period.years,
        made.compared_with.fact,
    )


@pytest.mark.parametrize("missing", ["unit", "indicator"])
def test_unit_and_indicator_are_needed(fields: dict[str, Any], missing: str) -> None:
    """A number alone says nothing."""
    whole = {"kind": "figure", "unit": "ferries", "indicator": "fleet", "value": "8", **fields}
    with pytest.raises(ValidationError, match=missing):
        Figure.model_validate({name: value for name, value in whole.items() if name != missing})
