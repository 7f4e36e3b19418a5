"""Bars from zero."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from build_scripts.charts import bar
from build_scripts.charts._draw import draw
from build_scripts.charts._figure import Chart
from build_scripts.model import Site
from charts.conftest import Read
from charts.marks import box, marks, spoken, texts


def test_lengths_are_to_scale(drawn: Mapping[str, Chart]) -> None:
    """All bars begin at one line; their lengths are as their figures."""
    bars = [m for m in marks(drawn["bar"].wide) if m["role"] == "img"]
    boxes = {m["data-fact"]: box(m) for m in bars}
    long, short = boxes["trips-norland-2023"], boxes["trips-ostland-2023"]
    assert long[0] == short[0]
    assert (long[2] - long[0]) / (short[2] - short[0]) == pytest.approx(11.3 / 6.4, abs=0.01)


def test_target_is_hollow(drawn: Mapping[str, Chart]) -> None:
    """Nothing has been reached yet, so nothing is filled."""
    look = {m["data-fact"]: (m["fill"], m["stroke-dasharray"]) for m in marks(drawn["bar"].wide) if m["role"] == "img"}
    assert ("var(--paper,#ffffff)", "5,3") == look["trips-goal-2025"]
    assert ("var(--viz-1,#1b67d2)", "") == look["trips-norland-2023"]


def test_names_move_above_where_room_is_short(drawn: Mapping[str, Chart]) -> None:
    """On a phone the names stand over the bars, and a long note goes to its name."""
    assert "Sudland (rounded in the source)" in texts(drawn["bar"].narrow)
    assert {0.0} == {box(m)[0] for m in marks(drawn["bar"].narrow) if m["role"] == "img"}


def test_bars_are_heard_in_their_order(drawn: Mapping[str, Chart]) -> None:
    """Whatever they look like: the hollow one is the first."""
    expected = ["Goal for 2025", "Norland", "Sudland", "Ostland"]
    assert expected == [label.split(",")[0].split(":")[0].split(" (")[0] for label in spoken(drawn["bar"].narrow)]


def test_longest_first(site: Site, read: Read) -> None:
    """The order is computed, so it cannot go stale."""
    rows = [{"fact": f"trips-{place}-2023"} for place in ("ostland", "norland", "sudland")]
    spec = read("bar", rows=rows, order="longest-first")
    assert ["Norland", "Sudland", "Ostland"] == [item.name for item in bar.read(spec, site).data]


def test_series_gives_a_row_for_each_point(site: Site, read: Read) -> None:
    """Named by their periods, which are dates for the gate."""
    chart = draw(read("bar", rows=[{"series": "growth-ostland"}]), site)
    assert [f"{year}: " for year in range(2014, 2024)] == [label[:6] for label in spoken(chart.wide)]


def test_below_zero_is_refused(site: Site, read: Read) -> None:
    """A bar without room for it would be drawn out of the picture."""
    with pytest.raises(ValueError, match="diverging-bar"):
        bar.read(read("bar", rows=[{"fact": "year-growth-sudland"}]), site)


def test_equal_bars_are_said_to_be_equal(site: Site, read: Read) -> None:
    """There is no longest."""
    rows = [{"fact": "trips-norland-2023"}, {"fact": "said-trips"}]
    assert bar.read(read("bar", rows=rows), site).described.endswith("All are equal.")
