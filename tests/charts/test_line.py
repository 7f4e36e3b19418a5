"""Lines over time."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from build_scripts.charts import line
from build_scripts.charts._draw import draw
from build_scripts.charts._figure import Chart
from build_scripts.charts._path import segments
from build_scripts.model import Site
from charts.conftest import Read
from charts.marks import marks, texts

ACCENT = "var(--viz-1,#1b67d2)"


def strokes(svg: str, colour: str) -> list[int]:
    """How many points each line of that colour joins."""
    lines = [m for m in marks(svg) if m.tag == "path" and m["stroke"] == colour and m["fill"] == "none"]
    thick = [f"M{part}" for m in lines if float(m["stroke-width"] or 1) > 2 for part in m["d"].split("M")[1:]]
    return [len(list(segments(part))) for part in thick]


def test_no_line_is_drawn_through_a_gap_or_a_break(drawn: Mapping[str, Chart]) -> None:
    """2014-15, then a new definition, 2016-18, then a year without a figure, 2020-23."""
    assert [2, 3, 4] == strokes(drawn["line"].wide, ACCENT)


def test_points_beside_a_gap_are_open(drawn: Mapping[str, Chart]) -> None:
    """The line ends there because the figures do."""
    open_dots = [m["data-fact"] for m in marks(drawn["line"].wide) if m.tag == "circle" and "paper" in m["fill"]]
    assert [f"growth-norland-{year}" for year in (2015, 2016, 2018, 2020)] == open_dots


def test_gap_and_break_are_named(drawn: Mapping[str, Chart]) -> None:
    """Hatching and a dashed line would not explain themselves; a listener hears of the gap as well."""
    for svg in (drawn["line"].wide, drawn["line"].narrow):
        assert {"no figure: Norland", "new definition"} <= set(texts(svg))
    assert "Norland: no figure for 2019" in [m["aria-label"] for m in marks(drawn["line"].wide)]


def test_year_that_nobody_lists_as_missing_is_a_gap_too(site: Site, read: Read) -> None:
    """A hole in the points is enough."""
    from dataclasses import replace

    facts = {id: fact for id, fact in site.facts.items() if id != "growth-ostland-2018"}
    chart = draw(read("line", series=[{"series": "growth-ostland"}]), replace(site, facts=facts))
    assert "no figure" in texts(chart.wide)


def test_points_are_heard_in_order_of_time(drawn: Mapping[str, Chart]) -> None:
    """Line by line; points beside a gap look different and stand in their place all the same."""
    heard = [m["data-fact"] for m in marks(drawn["line"].wide) if m.tag == "circle"]
    for series in ("growth-norland", "growth-sudland", "growth-ostland"):
        own = [id for id in heard if id.startswith(series)]
        assert sorted(own) == own


def test_end_labels_do_not_touch(drawn: Mapping[str, Chart]) -> None:
    """Each line has its name and latest figure at its end, at least a line's height apart."""
    for svg in (drawn["line"].wide, drawn["line"].narrow):
        names = ("Norland 8.7", "Sudland −7.3", "Ostland 4.9")
        heights = sorted(float(m["y"]) for m in marks(svg) if m.text in names)
        assert 3 == len(heights)
        assert min(b - a for a, b in pairwise(heights)) >= 16


def test_growth_has_its_zero(drawn: Mapping[str, Chart]) -> None:
    """Without it growth and decline look alike."""
    assert "0" in texts(drawn["line"].wide)


def test_said_is_a_double_rule(drawn: Mapping[str, Chart]) -> None:
    """Two red lines where the source appeared, and its name over them."""
    assert 2 == "".join(m["d"] for m in marks(drawn["line"].wide) if "spine" in m["stroke"]).count("M")
    assert "the speech" in texts(drawn["line"].wide)


def test_notes_name_their_fact(drawn: Mapping[str, Chart]) -> None:
    """A figure on the line, with the editor's words."""
    named = {m.text: m["data-fact"] for m in marks(drawn["line"].wide) if m.tag == "text"}
    assert "growth-norland-2016" == named["−2.5, the only fall"]


def test_readings_within_years_lie_where_they_end(drawn: Mapping[str, Chart]) -> None:
    """Three readings of one year are three points in order, not one."""
    places = [float(m["cx"]) for m in marks(drawn["line-to-date"].wide) if m.tag == "circle"]
    assert 4 == len(set(places))
    assert sorted(places) == places


def test_table_has_a_column_for_each_series(drawn: Mapping[str, Chart]) -> None:
    """And a row for the missing year, which says so."""
    table = drawn["line"].table
    assert ("Period", "Norland, percent", "Sudland, percent", "Ostland, percent", "Source") == table.headers
    missing = next(row for row in table.rows if row.cells[0] == "2019")
    assert ("no figure", "${growth-sudland-2019|number}") == missing.cells[1:3]


def test_words_give_range_latest_and_direction(drawn: Mapping[str, Chart]) -> None:
    """As prose, so that figures come from their facts."""
    assert (
        "Sudland: from ${growth-sudland-2014} (${growth-sudland-2014|when}) to ${growth-sudland-2023} "
        "(${growth-sudland-2023|when}), lower than at the beginning; highest ${growth-sudland-2020} "
        "(${growth-sudland-2020|when}), lowest ${growth-sudland-2023} (${growth-sudland-2023|when})."
    ) in drawn["line"].described


def test_fourth_colour_is_dashed(site: Site, read: Read) -> None:
    """Some readers see it as grey."""
    from dataclasses import replace

    twin = site.series["growth-ostland"].model_copy(update={"id": "twin", "place": "sudhavn"})
    facts = {**site.facts, **{p.id: p for p in twin.figures()}}
    other = replace(
        site,
        series={**site.series, "twin": twin},
        facts=facts,
        config=site.config.model_copy(update={"main_place": "fjordby"}),
    )
    ids = ["growth-norland", "growth-sudland", "growth-ostland", "twin"]
    chart = draw(read("line", series=[{"series": id} for id in ids]), other)
    assert {"9,5"} == {
        m["stroke-dasharray"] for m in marks(chart.wide) if "viz-4" in m["stroke"] and m["fill"] == "none"
    }


def test_zero_on_request(site: Site, read: Read) -> None:
    """The editor may ask for it where the kind of figure does not."""
    from dataclasses import replace

    level = site.indicators["trip-growth"].model_copy(update={"measure": "level"})
    other = replace(site, indicators={**site.indicators, "trip-growth": level})
    series = [{"series": "growth-ostland"}]
    frames = [line.read(read("line", series=series, zero=zero), other).data.frame for zero in ("auto", "yes")]
    assert [False, True] == [frame.zero for frame in frames]


def test_months_are_named_where_one_year_holds_the_line(drawn: Mapping[str, Chart]) -> None:
    """All of them where there is room, else the first and the last."""
    wide, narrow = (
        [t for t in texts(svg) if "202" in t] for svg in (drawn["line-to-date"].wide, drawn["line-to-date"].narrow)
    )
    assert ({"Mar 2023", "Jun 2023", "Nov 2023", "Feb 2024"}, {"Mar 2023", "Feb 2024"}) == (set(wide), set(narrow))
