"""Rendering and slimming."""

from __future__ import annotations

import re

import pytest

from build_scripts.charts import _svg
from build_scripts.charts._plot import Plot
from build_scripts.charts._theme import ACCENT, HAIR, NARROW, PAPER, to_hex, to_tokens
from charts.marks import marks


@pytest.fixture(scope="module")
def raw() -> str:
    """A bar, a dot, a label with a halo, a hatched box and Chinese, as vl-convert draws them."""
    plot = Plot(NARROW, 120, left=50, top=10, x=(0, 10))
    plot.bars([{"x": 0, "x2": 5, "y": 20, "colour": ACCENT, "say": "Norland: 5 [fact nl-5] [date]"}], 20)
    plot.dots([{"x": 10, "y": 60, "colour": PAPER, "line": ACCENT, "say": "Sudland [fact sl]"}], 5, strokeWidth=2)
    plot.rects([{"x": 0, "x2": 9, "y": 80, "y2": 90, "say": "[fill hatch]"}], color=HAIR)
    plot.text([{"x": 1, "y": 25, "text": "5 <b>", "say": "[fact nl-5]"}], halo=True, weight=600)
    plot.text([{"x": 1, "y": 50, "text": "北港"}, {"x": 1, "y": 70, "text": "0", "say": "[axis-tick 0 10]"}])
    return _svg.render(plot.spec())


def test_marks_speak_and_name_their_record(raw: str) -> None:
    """Words of a description become the label; tags become attributes, and are not heard."""
    bar = next(mark for mark in marks(f"<svg>{_svg.slim(raw, 'c')}</svg>") if mark["data-fact"] == "nl-5")
    assert ("img", "Norland: 5", "date") == (bar["role"], bar["aria-label"], bar["data-structural"])
    assert "M50 20h150v20h-150z" == bar["d"]


def test_texts_are_silent(raw: str) -> None:
    """The marks say the same and more; a text still names its record."""
    shown = [mark for mark in marks(f"<svg>{_svg.slim(raw, 'c')}</svg>") if mark.tag == "text"]
    assert {"true"} == {mark["aria-hidden"] for mark in shown}
    assert ["5 <b>", "北港", "0"] == [mark.text for mark in shown]
    assert ["nl-5", "", ""] == [mark["data-fact"] for mark in shown]


def test_ticks_name_their_scale(raw: str) -> None:
    """The gate needs the ends of the scale to judge a tick."""
    tick = next(mark for mark in marks(f"<svg>{_svg.slim(raw, 'c')}</svg>") if mark.text == "0")
    assert ("axis-tick", "0 10") == (tick["data-structural"], tick["data-domain"])


def test_symbols_become_circles(raw: str) -> None:
    """A circle is shorter than the arcs that Vega writes, and has a radius that can be read."""
    dot = next(mark for mark in marks(f"<svg>{_svg.slim(raw, 'c')}</svg>") if mark.tag == "circle")
    assert ("350", "70", "5") == (dot["cx"], dot["cy"], dot["r"])


def test_halo_lies_behind_the_letters(raw: str) -> None:
    """Vega would draw it over them."""
    label = next(mark for mark in marks(f"<svg>{_svg.slim(raw, 'c')}</svg>") if mark.text == "5 <b>")
    assert ("stroke", "4", "600") == (label["paint-order"], label["stroke-width"], label["font-weight"])


def test_chinese_is_marked(raw: str) -> None:
    """Browsers choose the right glyphs by language."""
    shown = {mark.text: mark["lang"] for mark in marks(f"<svg>{_svg.slim(raw, 'c', 'zh-Hans')}</svg>")}
    assert ("zh-Hans", "") == (shown["北港"], shown["5 <b>"])


def test_ids_belong_to_the_chart(raw: str) -> None:
    """Several charts stand on one page: an id of one must not be taken for another's."""
    body = _svg.slim(raw, "first")
    assert ["first-hatch"] == re.findall(r'\bid="([^"]+)"', body)
    assert {"url(#first-hatch)"} == set(re.findall(r"url\([^)]*\)", body))


def test_what_a_page_does_not_need_is_gone(raw: str) -> None:
    """No classes, fonts, frames and sizes; less than half the bytes are left."""
    body = _svg.slim(raw, "c")
    assert [] == re.findall(r"class=|font-family|aria-roledescription|pointer-events|transform=|<svg|opacity", body)
    assert len(body) < len(raw) / 2


def test_addresses_are_not_fetched() -> None:
    """Data stand in the specification; an address in it is an error, not a request."""
    spec = {"data": {"url": "https://data.example/x.csv"}, "mark": "bar", "encoding": {"x": {"field": "a"}}}
    with pytest.raises(ValueError, match="allowed"):
        _svg.render(spec)


def test_colours_are_tokens_on_a_page_and_hex_elsewhere(raw: str) -> None:
    """Both ways lead back to the same drawing."""
    body = _svg.slim(raw, "c")
    on_page = to_tokens(body)
    assert 'fill="var(--viz-1,#1b67d2)"' in on_page
    assert body == to_hex(on_page)
