"""Every chart of the gallery: small, traced, repeatable, valid alone."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pytest

from build_scripts import prose
from build_scripts.charts import _svg
from build_scripts.charts._draw import draw
from build_scripts.charts._figure import Chart
from build_scripts.charts._theme import to_tokens
from build_scripts.facts.figure import Figure
from build_scripts.model import Site
from build_scripts.registry import modules
from charts.marks import marks

LIMIT = {"map": 8192}


def both(chart: Chart) -> tuple[str, str]:
    return chart.wide, chart.narrow


def test_every_kind_has_an_example(drawn: Mapping[str, Chart]) -> None:
    """The gallery leaves no kind out."""
    assert set(modules("charts")) == {chart.kind for chart in drawn.values()}


def test_drawings_are_small(drawn: Mapping[str, Chart]) -> None:
    """At most 3 KB each after gzip, 8 KB for a map."""
    sizes = {id: max(len(gzip.compress(svg.encode(), 9, mtime=0)) for svg in both(c)) for id, c in drawn.items()}
    assert {} == {id: size for id, size in sizes.items() if size > LIMIT.get(drawn[id].kind, 3072)}


def test_every_number_names_its_record(drawn: Mapping[str, Chart]) -> None:
    """No text with a digit without a fact, a count, a scale or a date."""
    traces = ("data-fact", "data-count", "data-structural")
    orphans = [
        (id, mark.text)
        for id, chart in drawn.items() for svg in both(chart) for mark in marks(svg)
        if mark.tag == "text" and re.search(r"\d", mark.text) and not any(mark[t] for t in traces)
    ]  # fmt: skip
    assert [] == orphans


def test_every_shown_figure_is_the_record_s(drawn: Mapping[str, Chart], site: Site) -> None:
    """A text that names a fact and no date shows that fact's figure, hedge and all; so does a mark's label."""
    wrong = []
    for id, chart in drawn.items():
        for mark in (m for svg in both(chart) for m in marks(svg)):
            fact = site.facts.get(mark["data-fact"])
            shown = mark["aria-label"] or mark.text
            if (
                isinstance(fact, Figure)
                and re.search(r"\d", shown)
                and (mark["aria-label"] or not mark["data-structural"])
            ):
                figure = prose.figure(fact, site, ("number",))
                if figure not in shown:
                    wrong.append((id, shown, figure))
    assert [] == wrong


def test_every_fact_that_is_drawn_speaks(drawn: Mapping[str, Chart]) -> None:
    """Each fact of a chart has a mark that a listener can reach, in both widths."""
    for chart in drawn.values():
        for svg in both(chart):
            heard = {mark["data-fact"] for mark in marks(svg) if mark["role"] == "img"}
            wholes = {id for id in chart.facts if id == "ports-all"}
            assert set(chart.facts) - wholes <= heard, chart.id


def test_both_widths_say_the_same(drawn: Mapping[str, Chart]) -> None:
    """A reader on a phone hears what a reader at a desk hears."""
    for chart in drawn.values():
        wide, narrow = ({m["aria-label"] for m in marks(svg) if m["role"] == "img"} for svg in both(chart))
        assert wide == narrow


def test_nothing_leaves_the_picture(drawn: Mapping[str, Chart]) -> None:
    """Texts begin and end inside the drawing, as far as their measured width tells."""
    from build_scripts.charts._font import width

    outside = []
    for id, chart in drawn.items():
        for svg in both(chart):
            room = float(ElementTree.fromstring(svg).get("viewBox", "").split()[2])
            for mark in (m for m in marks(svg) if m.tag == "text"):
                wide = width(mark.text, float(mark["font-size"]), 600 if mark["font-weight"] == "600" else 400)
                left = float(mark["x"]) - wide * {"middle": 0.5, "end": 1.0}.get(mark["text-anchor"], 0.0)
                if left < -1 or left + wide > room + 1:
                    outside.append((id, mark.text, round(left), round(left + wide)))
    assert [] == outside


def test_texts_lie_on_top(drawn: Mapping[str, Chart]) -> None:
    """Nothing is drawn after the first text, so nothing can cover one."""
    for chart in drawn.values():
        for svg in both(chart):
            tags = [mark.tag for mark in marks(svg)]
            assert {"text"} == set(tags[tags.index("text") :]), chart.id


def test_ids_are_unique_on_a_page(drawn: Mapping[str, Chart]) -> None:
    """All charts on one page share no id."""
    ids = re.findall(r'\bid="([^"]+)"', "".join(svg for chart in drawn.values() for svg in both(chart)))
    assert len(ids) == len(set(ids))


def test_drawing_does_not_depend_on_what_was_drawn_before(drawn: Mapping[str, Chart], site: Site) -> None:
    """In another order, in the same process, each chart has the same bytes."""
    for id in ("small-multiples", "map", "line", "bar"):
        again = draw(site.charts[id], site, None)
        assert (drawn[id].wide, drawn[id].narrow, drawn[id].spec) == (again.wide, again.narrow, again.spec)


@pytest.mark.parametrize("id", ["bar", "line", "map", "share-count", "timeline"])
def test_specification_compiles_alone(drawn: Mapping[str, Chart], id: str) -> None:
    """The JSON that readers download gives the drawing of the page."""
    raw = _svg.render(json.loads(drawn[id].spec))
    assert to_tokens(_svg.slim(raw, f"{id}-w", "zh-Hans")) in drawn[id].wide


def test_drawings_are_named_by_their_title(drawn: Mapping[str, Chart]) -> None:
    """The root is a group with the name of the figure's title, in both widths."""
    for chart in drawn.values():
        for svg, size in zip(both(chart), ("wide", "narrow"), strict=True):
            root = ElementTree.fromstring(svg)
            assert ("group", f"{chart.id}-title", f"chart {size}") == (
                root.get("role"), root.get("aria-labelledby"), root.get("class"),
            )  # fmt: skip


def test_colours_are_tokens(drawn: Mapping[str, Chart]) -> None:
    """Every colour can follow the reader's scheme."""
    for chart in drawn.values():
        assert [] == re.findall(r'(?:fill|stroke)="#', chart.wide + chart.narrow)


def test_at_most_four_colours_of_series(drawn: Mapping[str, Chart]) -> None:
    """More cannot be told apart."""
    for chart in drawn.values():
        assert len(set(re.findall(r"--viz-[1-4]|--viz-grey", chart.wide))) <= 4
