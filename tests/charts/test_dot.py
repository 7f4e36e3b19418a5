"""Dots and ranges on one scale."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.charts._figure import Chart
from charts.marks import box, marks, texts


def test_dots_lie_on_their_scale(drawn: Mapping[str, Chart]) -> None:
    """Equal steps of the figure are equal steps on the page."""
    x = {m["data-fact"]: float(m["cx"]) for m in marks(drawn["dot"].wide) if m.tag == "circle"}
    per = (x["growth-norland-2023"] - x["growth-sudland-2023"]) / (8.7 + 7.3)
    assert abs((x["growth-norland-2021"] - x["growth-sudland-2021"]) / per - (5.8 - 3.0)) < 0.05


def test_first_row_names_its_dots(drawn: Mapping[str, Chart]) -> None:
    """Direct labels instead of a legend; other rows show figures alone."""
    shown = texts(drawn["dot"].wide)
    assert {"Norland 1.1", "Sudland 8.4", "5.8", "3.0"} <= set(shown)


def test_estimate_is_a_range(drawn: Mapping[str, Chart]) -> None:
    """A figure from … to … is a bar between its ends, not a dot in the middle."""
    by_fact = {m["data-fact"]: m for m in marks(drawn["dot-range"].wide) if m["role"] == "img"}
    left, _, right, _ = box(by_fact["bridge-cost-estimate"])
    inside = float(by_fact["bridge-cost-contract"]["cx"])
    assert left < inside < right
    assert (inside - left) / (right - left) - (3.9 - 3.2) / (4.5 - 3.2) < 0.01


def test_rows_of_the_table_name_row_and_dot(drawn: Mapping[str, Chart]) -> None:
    """Where a row is named as its only dot, once is enough."""
    assert "2020: Norland" == drawn["dot"].table.rows[0].cells[0]
    assert "Bridge Office" == drawn["dot-range"].table.rows[0].cells[0]
