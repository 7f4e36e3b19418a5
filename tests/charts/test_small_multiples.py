"""Small multiples."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.charts._figure import Chart
from charts.marks import marks, texts


def test_panels_share_one_scale(drawn: Mapping[str, Chart]) -> None:
    """The same figure lies at the same height in each panel of a row."""
    heights = {
        m["cy"]
        for m in marks(drawn["small-multiples"].wide)
        if m.tag == "circle" and m["data-fact"] == "growth-ostland-2023"
    }
    assert 1 == len(heights)


def test_each_panel_has_its_title(drawn: Mapping[str, Chart]) -> None:
    """In both widths."""
    for svg in (drawn["small-multiples"].wide, drawn["small-multiples"].narrow):
        assert {"Norland", "Sudland", "Ostland"} <= set(texts(svg))


def test_first_series_is_strong_and_others_grey(drawn: Mapping[str, Chart]) -> None:
    """What is compared stays in the background."""
    dots = [m for m in marks(drawn["small-multiples"].wide) if m.tag == "circle"]
    colours = {m["data-fact"]: m["fill"] for m in dots if "paper" not in m["fill"]}
    assert ("var(--viz-1,#1b67d2)", "var(--viz-grey,#868e97)") == (
        colours["growth-norland-2023"], colours["growth-ostland-2023"],
    )  # fmt: skip


def test_caution_names_a_series_once(drawn: Mapping[str, Chart]) -> None:
    """Where panel and series have one name."""
    assert "Norland, no figure for 2019: No count was made." in drawn["small-multiples"].cautions


def test_table_has_a_row_for_each_point(drawn: Mapping[str, Chart]) -> None:
    """Panel, series and period name it."""
    assert "Norland, Norland, 2014" == drawn["small-multiples"].table.rows[0].cells[0]
