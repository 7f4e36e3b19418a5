"""The same small line chart several times, on one scale: patterns can be compared at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal

from pydantic import Field

from build_scripts import prose
from build_scripts.charts import _traces
from build_scripts.charts._axis import Units, apart, domain, labels, ticks
from build_scripts.charts._figure import Sheet, Table, TableRow
from build_scripts.charts._font import width
from build_scripts.charts._items import SeriesId, points, sources, tick_units, under
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import GREY, HAIR, INK, LINE, MUTE, PAPER, SMALL, Size
from build_scripts.charts._traces import Trace
from build_scripts.charts._words import literal
from build_scripts.model import ChartSpec, Line, Model, Site


class Panel(Model):
    series: tuple[SeriesId, ...] = Field(min_length=1, max_length=3)
    """The first is drawn strong, others grey for comparison."""
    label: Line | None = None


class SmallMultiples(ChartSpec):
    kind: Literal["small-multiples"]
    panels: tuple[Panel, ...] = Field(min_length=2, max_length=12)


Record = SmallMultiples


@dataclass(frozen=True)
class Small:
    title: str
    traces: tuple[Trace, ...]

    @property
    def beside(self) -> str:
        """What the strong line is compared with: the thin lines, named under the title."""
        names = " and ".join(trace.name for trace in self.traces[1:])
        return f"thin: {names}" if names else ""


@dataclass(frozen=True)
class Drawing:
    panels: tuple[Small, ...]
    units: Units
    zero: bool


def read(spec: SmallMultiples, site: Site) -> Sheet:
    ids = list(dict.fromkeys(id for panel in spec.panels for id in panel.series))
    facts = [fact for id in ids for fact in points(id, site)]
    warned: list[str] = []
    panels, rows, said = [], [], []
    for panel in spec.panels:
        found = _traces.traces(panel.series, [None] * len(panel.series), site)
        series = site.series[panel.series[0]]
        title = prose.plain(panel.label or series.label, site)
        panels.append(Small(title, tuple(found)))
        warned += _traces.cautions(
            panel.series, [t.name if t.name == title else f"{title}, {t.name}" for t in found], site
        )
        said.append(f"{literal(title)}. {_traces.described(found)}")
        for trace in found:
            table = _traces.table([trace], site)
            rows += [
                TableRow((f"{literal(title)}, {literal(trace.name)}, {r.cells[0]}", *r.cells[1:]), r.fact)
                for r in table.rows
            ]
    measure = site.indicators[facts[0].indicator].measure
    return Sheet(
        data=Drawing(tuple(panels), tick_units(facts, site), measure in ("growth", "points")),
        table=Table(("Panel, series, period", "Figure", "Source"), tuple(rows)),
        described="Small line charts on one scale. " + " ".join(said), facts=tuple(f.id for f in facts),
        cautions=tuple(dict.fromkeys(warned)), sources=sources(facts),
    )  # fmt: skip


TALL, HEAD, FOOT = 110.0, 34.0, 30.0


def plot(spec: SmallMultiples, data: Drawing, size: Size) -> Plot:
    every = [p for panel in data.panels for t in panel.traces for p in t.points]
    amounts = [p.item.amount for p in every]
    values = ticks(min(min(amounts), 0) if data.zero else min(amounts), max(amounts), 3)
    names = labels(values, data.units)
    columns = 2 if size.narrow else 3 if len(data.panels) % 3 == 0 or len(data.panels) > 4 else min(4, len(data.panels))
    gutter, gap = max(width(n, SMALL) for n in names) + 10, 22.0
    room = (size.width - gutter - gap * (columns - 1)) / columns
    lines = ceil(len(data.panels) / columns)
    head = HEAD + (17 if any(panel.beside for panel in data.panels) else 0)
    made = Plot(size, lines * (head + TALL + FOOT) - 8)
    first, last = min(p.at for p in every), max(p.at for p in every)
    span = domain(values)
    count = len(data.panels)
    corners = [(gutter + n % columns * (room + gap), n // columns * (head + TALL + FOOT) + head) for n in range(count)]
    # All frames first: what looks alike is one layer, and no grid line may cross another panel's figures.
    for n, (panel, (left, top)) in enumerate(zip(data.panels, corners, strict=True)):
        ticked = list(zip(values, names, strict=True))
        _frame(made, panel, ticked, span, left, top, head, room, first_column=n % columns == 0)
    for panel, (left, top) in zip(data.panels, corners, strict=True):
        _panel(made, panel, values, left, top, room, (first, last))
    return made


def _frame(
    plot: Plot,
    panel: Small,
    named: list[tuple[float, str]],
    span: str,
    left: float,
    top: float,
    head: float,
    room: float,
    *,
    first_column: bool,
) -> None:
    low, high = named[0][0], named[-1][0]
    plot.text([{"x": left, "y": top - head + 20, "text": panel.title, "say": "[date]"}], size=14, weight=600)
    if panel.beside:
        plot.text([{"x": left, "y": top - 14, "text": panel.beside, "say": "[date]"}], size=SMALL, colour=MUTE)
    for value, text in named:
        y = top + (high - value) / (high - low) * TALL
        plot.rules([{"x": left, "x2": left + room, "y": y, "y2": y}], LINE if value == 0 else HAIR)
        if first_column:
            tick: Row = {"x": left - 7, "y": y + 4, "text": text, "say": f"[axis-tick {span}]"}
            plot.text([tick], size=SMALL, colour=MUTE, align="right")


def _panel(
    plot: Plot, panel: Small, values: list[float], left: float, top: float, room: float, span: tuple[float, float]
) -> None:
    """Lines and last figures; the strong one is drawn last."""
    first, last = span
    inner = room - max(width(t.points[-1].item.shown, SMALL, 600) for t in panel.traces) - 12

    def x(at: float) -> float:
        return left + 4 + (at - first) / ((last - first) or 1) * (inner - 4)

    def y(amount: float) -> float:
        return top + (values[-1] - amount) / (values[-1] - values[0]) * TALL

    placed = apart([y(t.points[-1].item.amount) for t in panel.traces], 15, top + 4, top + TALL)
    for n in reversed(range(len(panel.traces))):
        trace = panel.traces[n]
        colour, thick = (trace.colour, 3.0) if n == 0 else (GREY, 2.0)
        ends: list[Row] = []
        for part in trace.parts:
            plot.lines(
                [{"x": x(p.at), "y": y(p.item.amount), "part": 0} for p in part] if len(part) > 1 else [],
                colour,
                thick,
                pixels=True,
            )
        for point in trace.points:
            edge = point.edge and point is not trace.points[-1]
            ends.append(
                {
                    "x": x(point.at),
                    "y": y(point.item.amount),
                    "colour": PAPER if edge else colour,
                    "line": colour,
                    "say": under(panel.title, point.item).mark,
                }
            )
        plot.dots(ends[:-1], 2.2 if n else 2.6, pixels=True, width=1)
        plot.dots(ends[-1:], 3.6, pixels=True, width=1)
        item = trace.points[-1].item
        row: Row = {"x": x(trace.points[-1].at) + 8, "y": placed[n] + 4.5, "text": item.shown, "say": item.tag}
        plot.text(
            [row], size=SMALL, weight=600, colour=(INK if colour == GREY else colour) if n == 0 else MUTE, halo=True
        )
    marks: list[Row] = [
        {"x": x(at), "y": top + TALL + 17, "text": f"{at:.0f}", "say": "[date]"} for at in (first, last)
    ]
    plot.text(marks[:1], size=SMALL, colour=MUTE)
    plot.text(marks[1:], size=SMALL, colour=MUTE, align="center")
