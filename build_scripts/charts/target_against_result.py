"""What was aimed at beside what came: the result is a bar, the target only ever a mark on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field

from build_scripts import prose
from build_scripts.charts import _rows
from build_scripts.charts._figure import Sheet, Table, TableRow
from build_scripts.charts._font import width, wrap
from build_scripts.charts._items import Entry, Item, figure, item, items, sources, under, unit_words
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import INK, MUTE, PAPER, SMALL, Size
from build_scripts.charts._words import capital, literal, source_links
from build_scripts.model import ChartSpec, FactId, Line, Model, Site


class Aim(Model):
    target: FactId
    result: FactId | None = None
    """Left out where no result was found: the row says so."""
    label: Line | None = None
    beside: tuple[Entry, ...] = Field(default=(), max_length=3)
    """Other results for comparison, such as the nation's."""


class TargetAgainstResult(ChartSpec):
    kind: Literal["target-against-result"]
    rows: tuple[Aim, ...] = Field(min_length=1, max_length=8)

    mixes: ClassVar[frozenset[str]] = frozenset({"status", "place"})
    """Targets stand beside results here on purpose, and never look like them."""


Record = TargetAgainstResult


@dataclass(frozen=True)
class Measured:
    name: str
    tag: str
    target: Item
    bars: tuple[Item, ...]


def read(spec: TargetAgainstResult, site: Site) -> Sheet:
    facts = [
        figure(id, site) for row in spec.rows for id in (row.target, row.result, *(e.fact for e in row.beside)) if id
    ]
    made, table, said = [], [], []
    form = "|number" if unit_words(facts, site) else ""
    for row in spec.rows:
        target = figure(row.target, site)
        if target.status != "target":
            raise ValueError(f'"{target.id}" is no target: its status is {target.status}')
        name = prose.plain(row.label or target.label, site, target)
        bars = []
        if row.result:
            result = figure(row.result, site)
            place = site.places[result.place].name if result.place else "Result"
            bars.append(item(result, site, place if row.beside else "Result"))
        pairs = [(figure(e.fact, site), e) for e in row.beside if e.fact]
        bars += items(pairs, site, "place")
        aim = item(target, site, "Target")
        heard = tuple(under(name, bar) for bar in bars)
        made.append(Measured(name, f"[fact {target.id}] [date]", under(name, aim), heard))
        result_cell = f"${{{row.result}{form}}}" if row.result else "no result found"
        others = "; ".join(f"{literal(b.name)} ${{{b.fact}{form}}}" for b in bars[1 if row.result else 0 :])
        table.append(
            TableRow((literal(name), f"${{{target.id}{form}}}", result_cell, others, source_links(target, site)))
        )
        said.append(
            f"{literal(name)}: target ${{{target.id}}}, "
            + (f"result ${{{row.result}}}." if row.result else "no result found.")
        )
    unit = unit_words(facts, site)
    heads = ("What", capital(f"target, {unit}") if unit else "Target", "Result", "Beside it", "Source")
    return Sheet(
        data=tuple(made), table=_narrowed(Table(heads, tuple(table))),
        described="Bars for results, with a mark for each target. " + " ".join(said),
        facts=tuple(f.id for f in facts), sources=sources(facts),
    )  # fmt: skip


def _narrowed(table: Table) -> Table:
    """Without the column of comparisons where there are none."""
    if any(row.cells[3] for row in table.rows):
        return table
    return Table(
        (*table.headers[:3], table.headers[4]), tuple(TableRow((*r.cells[:3], r.cells[4]), r.fact) for r in table.rows)
    )


PITCH, THICK, HEAD, LEAD = 30.0, 22.0, 24.0, 19.0


def plot(spec: TargetAgainstResult, data: tuple[Measured, ...], size: Size) -> Plot:
    every = [i for row in data for i in (row.target, *row.bars)]
    gutter = max((width(b.name, _rows.NAME, 600) for row in data for b in row.bars), default=0.0) + 9
    titles = [wrap(row.name, size.width, 14.5, 600) for row in data]
    height = (
        sum(HEAD + LEAD * len(t) + PITCH * max(1, len(row.bars)) + 20 for row, t in zip(data, titles, strict=True)) - 16
    )
    low = min(0.0, *(i.amount for i in every))
    if low < 0:
        gutter += 56
    longest = max(i.amount for i in every)
    right = max(_rows.label_width(i) for i in every)
    made = Plot(
        size, height, left=gutter, x=(low, max(longest, 0) * (size.width - gutter) / (size.width - gutter - right))
    )
    y = 0.0
    for row, lines in zip(data, titles, strict=True):
        heads: list[Row] = [
            {"x": -gutter, "y": y + 14 + LEAD * n, "text": t, "say": row.tag} for n, t in enumerate(lines)
        ]
        made.text(heads, size=14.5, weight=600)
        y += LEAD * len(lines)
        top, bottom = y + HEAD, y + HEAD + PITCH * max(1, len(row.bars)) - (PITCH - THICK)
        tops = [top + THICK / 2 + PITCH * n for n in range(len(row.bars))]
        bars: list[Row] = [
            {"x": 0, "x2": b.amount, "y": t, "colour": b.colour, "say": b.mark}
            for b, t in zip(row.bars, tops, strict=True)
        ]
        made.bars(bars, THICK)
        if not row.bars:
            made.text([{"x": 0, "y": top + 16, "text": "no result found"}], size=SMALL, colour=MUTE, dx=2)
        _target(made, row.target, top, bottom)
        place = _rows.Layout(gutter, THICK, tuple(tops), 0, tuple((b.name,) for b in row.bars))
        _rows.names(made, row.bars, place)
        _ends(made, row, tops)
        y = bottom + 20
    return made


def _target(plot: Plot, target: Item, top: float, bottom: float) -> None:
    """A line across the bars, with an open diamond at its head and its figure over it."""
    x = plot.px(target.amount)
    plot.rules([{"x": x, "x2": x, "y": top - 8, "y2": bottom + 5}], PAPER, 6)
    plot.rules([{"x": x, "x2": x, "y": top - 8, "y2": bottom + 5}], INK, 2.25)
    plot.dots(
        [{"x": x, "y": top - 11, "colour": PAPER, "line": INK, "say": target.mark}],
        5,
        pixels=True,
        shape="diamond",
        width=2,
    )
    text = f"target {target.shown}"
    room = plot.inner_width - x - 12
    align = "left" if width(text, SMALL, 600) < room else "right"
    row: Row = {"x": x + (11 if align == "left" else -11), "y": top - 6.5, "text": text, "say": target.tag}
    plot.text([row], size=SMALL, weight=600, align="left" if align == "left" else "right")


def _ends(plot: Plot, row: Measured, tops: list[float]) -> None:
    """Figures after the bars, moved behind the target's line where it would cross them."""
    line = plot.px(row.target.amount)
    ends = []
    for bar in row.bars:
        end = plot.px(max(bar.amount, 0.0))
        crossed = end <= line <= end + _rows.GAP + width(bar.shown, _rows.FIGURE, 600) + 6
        ends.append(line + 3 if crossed else end)
    up = [n for n, bar in enumerate(row.bars) if bar.amount >= 0]
    _rows.figures(plot, [row.bars[n] for n in up], [tops[n] for n in up], [ends[n] for n in up])
    down: list[Row] = [
        {"x": plot.px(bar.amount), "y": t, "text": bar.shown, "say": bar.tag}
        for bar, t in zip(row.bars, tops, strict=True) if bar.amount < 0
    ]  # fmt: skip
    plot.text(down, size=_rows.FIGURE, weight=600, align="right", dx=-_rows.GAP, dy=5)
