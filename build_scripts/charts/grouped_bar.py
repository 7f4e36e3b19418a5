"""Bars in groups: the same comparison, made several times on one scale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pydantic import Field

from build_scripts import prose
from build_scripts.charts import _rows
from build_scripts.charts._figure import Sheet, Table, TableRow
from build_scripts.charts._font import width
from build_scripts.charts._items import By, Entry, Item, expand, items, sources, under
from build_scripts.charts._plot import Plot
from build_scripts.charts._theme import HAIR, MUTE, SMALL, Size
from build_scripts.charts._words import extremes, figures_table, literal
from build_scripts.facts.figure import Figure
from build_scripts.model import ChartSpec, Line, Model, Site


class Group(Model):
    """Bars that belong together. `panel` puts groups under a common heading, side by side where there is room."""

    label: Line | None = None
    panel: Line | None = None
    rows: tuple[Entry, ...] = Field(min_length=1, max_length=8)


class GroupedBar(ChartSpec):
    kind: Literal["grouped-bar"]
    groups: tuple[Group, ...] = Field(min_length=2, max_length=10)
    names: By = "auto"


Record = GroupedBar


@dataclass(frozen=True)
class Bars:
    title: str
    panel: str
    tag: str
    items: tuple[Item, ...]


PITCH, THICK = 25.0, 21.0


def read(spec: GroupedBar, site: Site) -> Sheet:
    per_group = [list(expand(group.rows, site)) for group in spec.groups]
    flat = [pair for pairs in per_group for pair in pairs]
    by = spec.names if spec.names != "auto" else _telling(per_group)
    own_items = [items(pairs, site, by) for pairs in per_group]
    drawn = [i for own in own_items for i in own]
    if min(i.amount for i in drawn) < 0:
        raise ValueError("grouped bars have no room below zero: use the kind diverging-bar")
    data, rows = [], []
    for group, pairs, own in zip(spec.groups, per_group, own_items, strict=True):
        facts = [fact for fact, _ in pairs]
        title = prose.plain(group.label, site) if group.label else _title(facts, site, spec)
        panel = prose.plain(group.panel, site) if group.panel else ""
        heading = ", ".join(filter(None, (panel, title)))
        heard = tuple(under(heading, i) for i in own)
        data.append(Bars(title, panel, f"[fact {facts[0].id}] [date]", heard))
        table = figures_table(own, facts, site)
        prefix = ", ".join(literal(part) for part in (panel, title) if part)
        rows += [TableRow((f"{prefix}: {r.cells[0]}", *r.cells[1:]), r.fact) for r in table.rows]
    table = figures_table(drawn, [f for f, _ in flat], site)
    facts = [f for f, _ in flat]
    said = f"Horizontal bars in groups: {prose.listed([literal(_heading(b)) for b in data])}. "
    apart = [replace(i, name=f"{_heading(b)}, {i.name}") for b in data for i in b.items]
    return Sheet(
        data=tuple(data), table=_joined(table, rows), described=said + extremes(apart),
        facts=tuple(f.id for f in facts), sources=sources(facts),
    )  # fmt: skip


def _heading(bars: Bars) -> str:
    return ", ".join(filter(None, (bars.panel, bars.title)))


def _joined(table: Table, rows: list[TableRow]) -> Table:
    """The rows under the headers of the table of all figures; both leave out the same columns or none."""
    same = all(len(row.cells) == len(table.headers) for row in rows)
    if same:
        return Table(table.headers, tuple(rows))
    return Table(table.headers, tuple(
        TableRow((long.cells[0], *short.cells[1:]), short.fact) for long, short in zip(rows, table.rows, strict=True)
    ))  # fmt: skip


def _telling(groups: list[list[tuple[Figure, Entry]]]) -> By:
    """What tells the bars of a group apart."""
    first = [fact for fact, _ in max(groups, key=len)]
    if len({f.place for f in first}) == len(first):
        return "place"
    return "period" if len({f.period.text for f in first}) == len(first) else "label"


def _title(facts: list[Figure], site: Site, spec: GroupedBar) -> str:
    """What the bars of the group share, and other groups do not."""
    if len({f.place for f in facts}) == 1 and facts[0].place and len(facts) > 1:
        return site.places[facts[0].place].name
    if len({f.indicator for f in facts}) == 1 and len(facts) > 1:
        return prose.plain(facts[0].label, site, facts[0])
    return facts[0].period.words()


def plot(spec: GroupedBar, data: tuple[Bars, ...], size: Size) -> Plot:
    panels = list(dict.fromkeys(b.panel for b in data))
    columns = len(panels) if not size.narrow and 1 < len(panels) <= 3 else 1
    gap = 80.0
    room = (size.width - gap * (columns - 1)) / columns
    every = [i for b in data for i in b.items]
    gutter = max(width(i.name, _rows.NAME, 600 if i.main else 400) for i in every) + 9
    if gutter > room * 0.42:
        gutter = 0
    unit = _rows.longest(every, room - gutter) / (room - gutter)
    heights = {panel: _height([b for b in data if b.panel == panel], gutter) for panel in panels}
    height = max(heights.values()) if columns > 1 else sum(heights.values()) + 22 * (len(panels) - 1)
    made = Plot(size, height, x=(0, unit * size.width))
    top = 0.0
    for n, panel in enumerate(panels):
        left = (room + gap) * n if columns > 1 else 0.0
        _panel(made, panel, [b for b in data if b.panel == panel], left, top, room, gutter)
        top += 0 if columns > 1 else heights[panel] + 22
    return made


def _height(bars: list[Bars], gutter: float) -> float:
    pitch = PITCH if gutter else PITCH + 17
    head = 32 if bars[0].panel else 0
    return head + sum((22 if b.title else 0) + pitch * len(b.items) for b in bars) + 14 * (len(bars) - 1)


def _panel(plot: Plot, title: str, bars: list[Bars], left: float, top: float, room: float, gutter: float) -> None:
    y = top
    if title:
        plot.text([{"x": left, "y": y + 16, "text": title, "say": "[date]"}], size=17, weight=600)
        plot.rules([{"x": left, "x2": left + room, "y": y + 26, "y2": y + 26}], HAIR)
        y += 32
    for group in bars:
        if group.title:
            row = {"x": left, "y": y + 14, "text": group.title, "say": group.tag}
            plot.text([row], size=SMALL, colour=MUTE, weight=600)
            y += 22
        above = 0 if gutter else 17
        tops = tuple(y + above + THICK / 2 + (PITCH + above) * n for n in range(len(group.items)))
        place = _rows.Layout(gutter, THICK, tops, 0, tuple((i.name,) for i in group.items))
        _rows.draw(plot, group.items, place, left + gutter)
        y += (PITCH + above) * len(group.items) + 14
