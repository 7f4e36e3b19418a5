"""Targets on results."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from build_scripts.charts import target_against_result
from build_scripts.charts._draw import draw
from build_scripts.charts._figure import Chart
from build_scripts.model import Site
from charts.conftest import Read
from charts.marks import box, marks, texts


def test_target_is_a_mark_and_never_a_bar(drawn: Mapping[str, Chart]) -> None:
    """An open diamond, right of the bar that has not reached it."""
    spoken = {m["data-fact"]: m for m in marks(drawn["target-against-result"].wide) if m["role"] == "img"}
    target, result = spoken["trips-goal-2023"], spoken["trips-norland-2023"]
    assert "var(--paper,#ffffff)" == target["fill"]
    assert box(result)[2] < float(target["d"][1:].split(" ")[0])


def test_missing_result_is_said(drawn: Mapping[str, Chart]) -> None:
    """A target without a result is no result."""
    chart = drawn["target-against-result"]
    assert "no result found" in texts(chart.wide)
    assert "Goal for 2025: target ${trips-goal-2025}, no result found." in chart.described


def test_comparison_has_its_column(drawn: Mapping[str, Chart]) -> None:
    """Only where there is one."""
    assert ("What", "Target, trips", "Result", "Beside it", "Source") == drawn["target-against-result"].table.headers


def test_no_comparison_no_column(site: Site, read: Read) -> None:
    """An empty column would ask a question."""
    rows = [{"target": "trips-goal-2023", "result": "trips-norland-2023"}]
    sheet = target_against_result.read(read("target-against-result", rows=rows), site)
    assert ("What", "Target, trips", "Result", "Source") == sheet.table.headers


def test_negative_result_points_left(site: Site, read: Read) -> None:
    """Growth that was aimed at and did not come."""
    from dataclasses import replace

    goal = site.facts["year-growth-norland"].model_copy(update={"id": "goal", "status": "target"})
    other = replace(site, facts={**site.facts, "goal": goal})
    chart = draw(read("target-against-result", rows=[{"target": "goal", "result": "year-growth-sudland"}]), other)
    shown = {m["data-fact"]: m for m in marks(chart.wide) if m["role"] == "img"}
    assert box(shown["year-growth-sudland"])[2] < float(shown["goal"]["d"][1:].split(" ")[0])
    assert {"−7.3", "target 8.7"} <= set(texts(chart.wide))


def test_result_in_the_place_of_a_target_is_refused(site: Site, read: Read) -> None:
    """The record says what it is."""
    with pytest.raises(ValueError, match=r'^"trips-norland-2023" is no target: its status is final$'):
        target_against_result.read(read("target-against-result", rows=[{"target": "trips-norland-2023"}]), site)
