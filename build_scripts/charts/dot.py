"""Dots and ranges on one scale: where values lie, not how large they are from zero."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pydantic import Field

from build_scripts import prose
from build_scripts.charts import _rows
from build_scripts.charts._axis import Units, apart, domain, labels, ticks
from build_scripts.charts._figure import Sheet, Table, TableRow
from build_scripts.charts._font import width
from build_scripts.charts._items import By, Entry, Item, expand, items, sources, tick_units, under
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import GREY, HAIR, INK, LINE, MUTE, PAPER, SERIES, SMALL, Size
from build_scripts.charts._words import extremes, figures_table, literal
from build_scripts.model import ChartSpec, Line, Model, Site


class Dots(Model):
    """Values that are compared with each other; a figure from … to … is drawn as a range."""

    label: Line | None = None
    dots: tuple[Entry, ...] = Field(min_length=1, max_length=4)


class Dot(ChartSpec):
    kind: Literal["dot"]
    rows: tuple[Dots, ...] = Field(min_length=1, max_length=14)
    names: By = "auto"
    """What names the dots of a row: place, period, speaker or label."""


Record = Dot

PITCH = 46.0


@dataclass(frozen=True)
class Drawing:
    rows: tuple[tuple[str, str, tuple[Item, ...]], ...]
    """Name, tag of the name, items."""
    units: Units


def read(spec: Dot, site: Site) -> Sheet:
    groups = [list(expand(row.dots, site)) for row in spec.rows]
    facts = [fact for pairs in groups for fact, _ in pairs]
    by = spec.names if spec.names != "auto" else _telling([len({f.place for f, _ in p}) == len(p) > 1 for p in groups])
    made = [tuple(items(pairs, site, by)) for pairs in groups]
    rows, table = [], []
    for row, pairs, own in zip(spec.rows, groups, made, strict=True):
        first = pairs[0][0]
        auto = first.period.words() if by == "place" and len(pairs) > 1 else own[0].name
        name = prose.plain(row.label, site) if row.label else auto
        rows.append((name, f"[fact {first.id}] [date]", tuple(under(name, i) for i in own)))
        for line in figures_table(own, [f for f, _ in pairs], site).rows:
            cells = (
                line.cells if line.cells[0] == literal(name) else (f"{literal(name)}: {line.cells[0]}", *line.cells[1:])
            )
            table.append(TableRow((cells[0], cells[1], cells[-1]), line.fact))
    flat = [i if i.name == name else replace(i, name=f"{name}, {i.name}") for name, _, own in rows for i in own]
    head = figures_table(flat, facts, site).headers
    said = f"Dots on one scale, a row for each of {prose.listed([literal(name) for name, _, _ in rows])}. "
    return Sheet(
        data=Drawing(tuple(rows), tick_units(facts, site)), table=Table((head[0], head[1], head[-1]), tuple(table)),
        described=said + extremes(flat, "highest", "lowest"), facts=tuple(f.id for f in facts), sources=sources(facts),
    )  # fmt: skip


def _telling(by_place: list[bool]) -> By:
    return "place" if any(by_place) else "auto"


def plot(spec: Dot, data: Drawing, size: Size) -> Plot:
    flat = [i for _, _, own in data.rows for i in own]
    values = ticks(min(_low(i) for i in flat), max(_high(i) for i in flat), 3 if size.narrow else 5)
    names = labels(values, data.units)
    gutter = max(width(name, _rows.NAME) for name, _, _ in data.rows) + 22
    stacked = gutter > size.width * 0.34
    left = max(12.0, width(names[0], SMALL) / 2 + 1) if stacked else gutter
    room = size.width - left
    inner = min(
        (room - 16 - width(i.shown, SMALL, 600)) * (values[-1] - values[0]) / ((_high(i) - values[0]) or 1)
        for i in flat
    )
    inner = min(inner, room - width(names[-1], SMALL) / 2 - 2)
    beside = all(len(own) == 1 for _, _, own in data.rows) and inner > room * 0.5
    right = room - inner if beside else max(20.0, *(width(i.shown, SMALL, 600) / 2 + 4 for i in flat))
    top, pitch = (22.0, 34.0) if beside else (40.0, PITCH)
    top, pitch = (top + 18, pitch + 20) if stacked else (top, pitch)
    foot = top + pitch * len(data.rows)
    made = Plot(size, foot + 18, left=left, right=min(right, room * 0.5), x=(values[0], values[-1]))
    for value, text in zip(values, names, strict=True):
        x = made.px(value)
        made.rules([{"x": x, "x2": x, "y": top - 12, "y2": foot - 8}], LINE if value == 0 else HAIR)
        tick: Row = {"x": x, "y": foot + 10, "text": text, "say": f"[axis-tick {domain(values)}]"}
        made.text([tick], size=SMALL, colour=MUTE, align="center")
    several = any(len(own) > 1 for _, _, own in data.rows)
    for n, (name, tag, own) in enumerate(data.rows):
        y = top + pitch * n + (6 if beside else 14)
        label: Row = {
            "x": -left,
            "y": y + (5 if not stacked else -18 if beside else -34),
            "text": name,
            "say": tag,
        }
        made.text([label], size=_rows.NAME, colour=INK, weight=600 if stacked else 400)
        _row(made, own, y, named=n == 0 and several, beside=beside)
    return made


def _low(item: Item) -> float:
    return item.low if item.low is not None else item.amount


def _high(item: Item) -> float:
    return item.high if item.high is not None else item.amount


def _row(plot: Plot, own: tuple[Item, ...], y: float, *, named: bool, beside: bool) -> None:
    """Dots of one row, joined; figures above them, or beside a lone dot."""
    if len(own) > 1:
        ends = [plot.px(e(i)) for i in own for e in (_low, _high)]
        plot.rules([{"x": min(ends), "x2": max(ends), "y": y, "y2": y}], LINE, 1.5)
    colours = _colours(own)
    for item, colour in zip(own, colours, strict=True):
        if item.low is not None and item.high is not None:
            plot.bars([{"x": item.low, "x2": item.high, "y": y, "colour": colour, "say": item.mark}], 12)
        else:
            fill = PAPER if item.intended else colour
            # A ring in the ground's colour parts dots that touch.
            ring = colour if item.intended else PAPER
            dot: Row = {"x": plot.px(item.amount), "y": y, "colour": fill, "line": ring, "say": item.mark}
            plot.dots([dot], 7, pixels=True, width=2)
    if beside:
        item = own[0]
        plot.text([{"x": plot.px(_high(item)) + 12, "y": y + 5, "text": item.shown, "say": item.tag}],
                  size=SMALL, weight=600)  # fmt: skip
        return
    texts = [f"{i.name} {i.shown}" if named else i.shown for i in own]
    middles = _spread(plot, [plot.px(i.amount) for i in own], [width(t, SMALL, 600) for t in texts])
    for item, text, middle, colour in zip(own, texts, middles, colours, strict=True):
        row: Row = {"x": middle, "y": y - 13, "text": text, "say": item.tag}
        plot.text([row], size=SMALL, weight=600, colour=MUTE if colour == GREY else colour, align="center")


def _spread(plot: Plot, wanted: list[float], widths: list[float]) -> list[float]:
    """Middles of labels in a row, moved apart as far as needed and kept inside the picture."""
    gap = (max(widths) if len(widths) > 2 else sum(widths) / 2) + 12
    low = max(widths) / 2 - plot.left
    placed = apart(
        wanted, gap, min(*wanted, low) if min(wanted) < low else low, plot.inner_width + plot.right - max(widths) / 2
    )
    return [max(x, w / 2 - plot.left) for x, w in zip(placed, widths, strict=True)]


def _colours(own: tuple[Item, ...]) -> list[str]:
    """The accent for the main place, grey for the first comparison, then the palette."""
    rest = iter([GREY, *SERIES[1:]])
    used_accent = False
    made = []
    for item in own:
        if item.main and not used_accent:
            made.append(item.colour)
            used_accent = True
        else:
            made.append(next(rest))
    return made
