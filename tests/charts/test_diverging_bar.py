"""Bars to both sides of zero."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from build_scripts.charts import diverging_bar
from build_scripts.charts._figure import Chart
from build_scripts.model import Site
from charts.conftest import Read
from charts.marks import box, marks, texts


def test_decline_points_to_the_left(drawn: Mapping[str, Chart]) -> None:
    """Growth and decline begin at the same line, on scale, in the same colours."""
    bars = {m["data-fact"]: box(m) for m in marks(drawn["diverging-bar"].wide) if m["role"] == "img"}
    up, down = bars["year-growth-norland"], bars["year-growth-sudland"]
    assert up[0] == down[2]
    assert (up[2] - up[0]) / (down[2] - down[0]) == pytest.approx(8.7 / 7.3, abs=0.01)


def test_figure_stands_at_the_bar_s_own_end(drawn: Mapping[str, Chart]) -> None:
    """Left of a decline, right of a growth."""
    shown = {m.text: m["text-anchor"] for m in marks(drawn["diverging-bar"].wide) if m.tag == "text"}
    assert ("end", "") == (shown["−7.3"], shown["8.7"])


def test_note_is_kept_below_zero(drawn: Mapping[str, Chart]) -> None:
    """It stands before the figure."""
    assert "ferries sold" in texts(drawn["diverging-bar"].wide)


def test_words_say_what_is_below_zero(drawn: Mapping[str, Chart]) -> None:
    """Side and sign, not colour, carry the direction."""
    assert "Below the base line: Sudland." in drawn["diverging-bar"].described


def test_all_above_zero(site: Site, read: Read) -> None:
    """The chart stands, and says so."""
    sheet = diverging_bar.read(read("diverging-bar", rows=[{"fact": "year-growth-norland"}]), site)
    assert "None is below the base line." in sheet.described
