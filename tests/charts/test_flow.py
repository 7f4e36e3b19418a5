"""How a thing works: boxes and arrows."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.charts._figure import Chart
from charts.marks import box, marks, spoken, texts


def test_stations_speak_with_their_text(drawn: Mapping[str, Chart]) -> None:
    """Each box is one mark; it says its name and what happens there."""
    assert {
        "Toll gate. Drivers pay when they come onto the bridge.",
        "Fund. The money waits until something has to be mended.",
        "Repairs",
        "Town",
        "Bridge",
    } == set(spoken(drawn["flow"].wide))


def test_wide_boxes_stand_side_by_side(drawn: Mapping[str, Chart]) -> None:
    """The lane reads from left to right."""
    lefts = [box(m)[0] for m in marks(drawn["flow"].wide) if m["role"] == "img"][:3]
    assert lefts == sorted(lefts)


def test_narrow_boxes_stand_under_each_other(drawn: Mapping[str, Chart]) -> None:
    """On a phone the lane reads from top to bottom."""
    tops = [box(m)[1] for m in marks(drawn["flow"].narrow) if m["role"] == "img"]
    assert tops == sorted(tops)


def test_labels_stand_on_the_drawing(drawn: Mapping[str, Chart]) -> None:
    """The name of a lane too."""
    assert {"The toll", "Toll gate", "Fund", "Repairs", "Town", "Bridge"} <= set(texts(drawn["flow"].wide))


def test_words_tell_the_way(drawn: Mapping[str, Chart]) -> None:
    """Arrows are told in words."""
    assert (
        drawn["flow"].described == "A diagram. The toll: Toll gate, then Fund, then Repairs. Town, to and from Bridge."
    )
