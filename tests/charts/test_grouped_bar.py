"""Bars in groups."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from build_scripts.charts import grouped_bar
from build_scripts.charts._figure import Chart
from build_scripts.model import Site
from charts.conftest import Read
from charts.marks import box, marks, spoken, texts


def test_groups_are_named_by_what_their_bars_share(drawn: Mapping[str, Chart]) -> None:
    """Bars of one place in different years: the place names the group, the year the bar."""
    shown = texts(drawn["grouped-bar"].wide)
    assert {"Norland", "Sudland", "Ostland"} <= set(shown)
    assert 3 == shown.count("2022") == shown.count("2023")


def test_all_groups_share_a_scale(drawn: Mapping[str, Chart]) -> None:
    """A bar of one panel can be compared with one of the other."""
    bars = {m["data-fact"]: box(m) for m in marks(drawn["grouped-bar-panels"].wide) if m["role"] == "img"}
    wide = {id: right - left for id, (left, _, right, _) in bars.items()}
    assert wide["trips-norland-2023"] / wide["trips-sudland-2022"] == pytest.approx(11.3 / 9.6, abs=0.01)


def test_panels_stand_side_by_side_or_stacked(drawn: Mapping[str, Chart]) -> None:
    """Where there is room for two columns, and where there is not."""
    tops = [
        {m["data-fact"]: box(m)[1] for m in marks(svg) if m["role"] == "img"}
        for svg in (drawn["grouped-bar-panels"].wide, drawn["grouped-bar-panels"].narrow)
    ]
    assert tops[0]["trips-norland-2022"] == tops[0]["trips-norland-2023"]
    assert tops[1]["trips-norland-2022"] < tops[1]["trips-norland-2023"]


def test_bar_is_heard_with_its_group(drawn: Mapping[str, Chart]) -> None:
    """A year alone would not say whose."""
    assert "Sudland, 2022: 9.6\u00a0million\u00a0trips" in spoken(drawn["grouped-bar"].wide)


def test_words_name_group_and_bar(drawn: Mapping[str, Chart]) -> None:
    """A year alone would not say whose bar is the longest."""
    assert "The longest is Norland, 2023 (${trips-norland-2023})" in drawn["grouped-bar"].described


def test_rows_of_the_table_name_their_group(drawn: Mapping[str, Chart]) -> None:
    """Each row can be read alone."""
    assert "Sudland: 2022" == drawn["grouped-bar"].table.rows[2].cells[0]


def test_below_zero_is_refused(site: Site, read: Read) -> None:
    """The message names the kind that can."""
    groups = [{"rows": [{"fact": "year-growth-norland"}]}, {"rows": [{"fact": "year-growth-sudland"}]}]
    with pytest.raises(ValueError, match="diverging-bar"):
        grouped_bar.read(read("grouped-bar", groups=groups), site)
