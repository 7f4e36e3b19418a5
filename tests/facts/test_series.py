"""Series: what is the same for all points stands once."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from build_scripts.facts.figure import Figure
from build_scripts.facts.series import Record, Series, id_of_point

EVIDENCE = [{"source": "port-yearbook", "printed": "8 ferries"}]


def series(*points: dict[str, Any], **more: Any) -> Series:
    common = {"id": "fleet", "kind": "series", "label": "Ferries", "statement": "There were ${this} in ${this|when}."}
    rest = {"unit": "ferries", "indicator": "fleet", "said_by": "port-office", "place": "sund"}
    given = [{"evidence": EVIDENCE, "value": "8", **point} for point in points]
    return Series.model_validate({**common, **rest, "points": given, **more})


def test_kind_is_series() -> None:
    """The module's record is the class that the rest of the program knows."""
    assert Series is Record


def test_points_become_figures() -> None:
    """Each with what it takes from the series."""
    made = series({"period": "2023"}, {"period": "2024", "value": "9"}, scale="thousand", status="estimate")
    first, second = made.figures()
    assert (Figure, "fleet-2023", "fleet-2024", "fleet") == (type(first), first.id, second.id, second.series)
    assert ("9", "thousand", "ferries", "fleet", "sund", "estimate", "port-office", "exact") == (
        str(second.value), second.scale, second.unit, second.indicator, second.place, second.status, second.said_by, second.hedge,  # noqa: E501
    )  # fmt: skip
    assert ("Ferries", "There were ${this} in ${this|when}.") == (second.label, second.statement)


def test_point_has_the_last_word() -> None:
    """What it says itself it does not take from the series."""
    own = {
        "scale": "million",
        "status": "provisional",
        "said_by": "mayor",
        "statement": "It was ${this}.",
        "label": "Fleet",
    }
    made = series({"period": "2023"}, {"period": "2024", "id": "last-count", **own}).figures()[1]
    assert ("last-count", *own.values()) == (made.id, made.scale, made.status, made.said_by, made.statement, made.label)


def test_point_is_a_whole_figure() -> None:
    """It has every field that a figure has, and could be written as one."""
    made = series({"period": "2023"}, {"period": "2024"}).figures()[0]
    again = Figure.model_validate(made.model_dump(by_alias=True))
    assert made.model_dump() == again.model_dump()
    assert set(Figure.model_fields) == set(made.model_dump())


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024", "fleet-2024"),
        ("2024-Q1", "fleet-2024-q1"),
        ("2025-01/2025-11", "fleet-2025-01-2025-11"),
        ("2015~", "fleet-2015"),
        ("2021/..", "fleet-2021"),
        ("../2015", "fleet-2015"),
    ],
)
def test_id_of_a_point(period: str, expected: str) -> None:
    """An address like any other: lower case, digits and hyphens."""
    assert expected == id_of_point("fleet", period)


@pytest.mark.parametrize("points", [[], [{"period": "2024"}]])
def test_one_point_is_no_series(points: list[dict[str, Any]]) -> None:
    """It is a figure."""
    with pytest.raises(ValidationError, match="at least 2 items"):
        series(*points)


def test_gaps_and_breaks_have_reasons() -> None:
    """Charts show both."""
    made = series(
        {"period": "2021"}, {"period": "2024"},
        missing=[{"period": "2022/2023", "why": "Not counted."}], breaks=[{"after": "2021", "why": "Counted anew."}],
    )  # fmt: skip
    assert (("Not counted.", "Counted anew."), {2022, 2023}) == (
        (made.missing[0].why, made.breaks[0].why), set(made.missing[0].period.years),
    )  # fmt: skip
