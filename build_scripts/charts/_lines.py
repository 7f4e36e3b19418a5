"""How lines are drawn: frame, gaps, breaks, the lines themselves, and their labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.charts._axis import Units, apart, domain, labels, ticks, years
from build_scripts.charts._font import width
from build_scripts.charts._plot import Align, Plot, Row
from build_scripts.charts._theme import HAIR, INK, LINE, MUTE, PAPER, SMALL, SPINE, Size
from build_scripts.charts._traces import Point, Trace
from build_scripts.edtf import MONTHS


@dataclass(frozen=True)
class Spine:
    """The double rule: when the source appeared that the site explains."""

    at: float
    label: str


@dataclass(frozen=True)
class Frame:
    units: Units
    zero: bool
    yearly: bool
    spine: Spine | None = None
    notes: tuple[tuple[str, str], ...] = ()
    """Facts to be labelled, and words after their figure."""


def draw(traces: Sequence[Trace], frame: Frame, size: Size) -> Plot:
    every = [p for t in traces for p in t.points]
    amounts = [p.item.amount for p in every]
    low, high = min(amounts), max(amounts)
    # Lines need no zero, but growth without its zero cannot be read.
    low = min(low, 0) if frame.zero or 0 < low < 0.35 * high else low
    values = ticks(low, max(high, 0) if frame.zero else high)
    names = labels(values, frame.units)
    font = SMALL if size.narrow else 14
    first, end = min(p.at for p in every), max(p.at for p in every)
    last = max(end, frame.spine.at if frame.spine else end)
    last = last if last > first else first + 1
    left = max(width(name, SMALL) for name in names) + 16
    room = size.width - left
    # The plot is as wide as the labels behind the last points allow.
    behind = 14 + max(width(_end(t), font, 600) for t in traces)
    inner = min(room - 12, (room - behind) * (last - first) / (end - first or 1))
    if 0 < (last - end) * inner / (last - first) < behind + 8:
        # The source's rule would run through the labels: they go behind it.
        inner = room - behind - 4
    plot = Plot(size, 0, left=left, right=room - inner, bottom=28, x=(first, last), y=(values[0], values[-1]))
    remarks = _remarks(plot, traces, frame)
    plot.top = 14.0 + 16 * (1 + max((row["level"] for row in remarks), default=0))
    plot.height = plot.top + (250 if size.narrow else 312) + plot.bottom
    shades(plot, traces)
    plot.ticks_y(list(zip(values, names, strict=True)), domain(values))
    times(plot, every, frame, first, last)
    if frame.spine:
        x = plot.px(frame.spine.at)
        plot.rules([{"x": x + d, "x2": x + d, "y": -6, "y2": plot.inner_height} for d in (-1.5, 1.5)], SPINE, 1.5)
    for bold in (False, True):
        rows: list[Row] = [{**r, "y": -11 - 16 * r["level"]} for r in remarks if r["bold"] is bold]
        plot.text(rows, size=SMALL, weight=600 if bold else 400, colour=INK if bold else MUTE, align="center")
    for trace in sorted(traces, key=lambda t: t.main):
        line(plot, trace, size.narrow)
    notes(plot, traces, frame)
    ends(plot, traces, font)
    return plot


def _end(trace: Trace) -> str:
    return f"{trace.name} {trace.points[-1].item.shown}"


def _remarks(plot: Plot, traces: Sequence[Trace], frame: Frame) -> list[Row]:
    """What stands above the plot: gaps, breaks, the source. One that would meet another goes a line higher."""
    found: list[tuple[float, str, bool]] = []
    for trace in traces:
        text = f"no figure: {trace.name}" if len(traces) > 1 else "no figure"
        found += [((plot.px(start) + plot.px(end)) / 2, text, False) for start, end, _ in trace.gaps]
        found += [(plot.px(at), "new definition", False) for at, _ in trace.breaks]
    if frame.spine and frame.spine.label:
        found.append((plot.px(frame.spine.at), frame.spine.label, True))
    rows: list[Row] = []
    ends = [-1e9] * 4
    for middle, text, bold in sorted(found):
        half = width(text, SMALL, 600 if bold else 400) / 2
        middle = min(max(middle, half - plot.left), plot.inner_width + plot.right - half)
        level = next((n for n, end in enumerate(ends) if middle - half > end + 8), 3)
        ends[level] = middle + half
        rows.append({"x": middle, "text": text, "level": level, "bold": bold, **({"say": "[date]"} if bold else {})})
    return rows


def shades(plot: Plot, traces: Sequence[Trace]) -> None:
    """Where a figure is missing, hatching; where the definition changes, a dashed line. Both have a remark."""
    for trace in traces:
        for start, end, lost in trace.gaps:
            say = f"{trace.name}: no figure for {lost} [date] [fill hatch]"
            row: Row = {"x": plot.px(start) + 8, "x2": plot.px(end) - 8, "y": 0, "y2": plot.inner_height, "say": say}
            plot.rects([row], colour=HAIR)
        rows: list[Row] = [
            {"x": x, "x2": x, "y": -4, "y2": plot.inner_height} for x in (plot.px(at) for at, _ in trace.breaks)
        ]
        plot.rules(rows, LINE, 1.5, strokeDash=[2, 4])


def times(plot: Plot, every: Sequence[Point], frame: Frame, first: float, last: float) -> None:
    """Years under the plot, or the months of the points where one year holds them; no label leaves the plot."""
    named = years(first, last, plot.inner_width)
    # A point that is not a year lies at its end: the year's name belongs to its middle.
    shift = 0.0 if frame.yearly else 0.5
    rows: list[Row] = [
        {"x": plot.px(y + shift), "y": plot.inner_height + 20, "text": str(y), "say": "[date]"}
        for y in named if plot.px(y + shift) <= plot.inner_width + 20
    ]  # fmt: skip
    if not frame.yearly:
        starts = [plot.px(y) for y in range(int(first), int(last) + 2) if first < y < last]
        plot.rules([{"x": x, "x2": x, "y": 0, "y2": plot.inner_height + 8} for x in starts], HAIR)
    if not frame.yearly and len(rows) < 2:
        rows = _months(plot, every)
    plot.text(rows, size=SMALL, colour=MUTE, align="center")


def _months(plot: Plot, every: Sequence[Point]) -> list[Row]:
    """The months of the points; where not all have room, those of the first and the last before the others."""
    times = sorted({p.at for p in every})
    rows: list[Row] = []
    for at in (times[0], times[-1], *times[1:-1]):
        text = f"{MONTHS[int(at % 1 * 12)][:3]} {int(at)}"
        half = width(text, SMALL) / 2
        x = min(max(plot.px(at), half - plot.left), plot.inner_width + plot.right - half)
        if all(abs(x - row["x"]) > 2 * half + 8 for row in rows):
            rows.append({"x": x, "y": plot.inner_height + 20, "text": text, "say": "[date]"})
    return rows


def line(plot: Plot, trace: Trace, narrow: bool) -> None:
    thick = (3.5 if narrow else 4.0) if trace.main else 2.25
    rows: list[Row] = [
        {"x": p.at, "y": p.item.amount, "part": p.part} for part in trace.parts if len(part) > 1 for p in part
    ]
    plot.lines(rows, trace.colour, thick)
    small, large = (3.4, 5.0) if trace.main else (2.4, 4.0)
    last = trace.points[-1]
    for point in trace.points:
        if point is last:
            plot.dots([_dot(point, trace, filled=not point.item.intended)], large, 2)
        elif point.edge:
            # Edges of a gap are open circles: the line ends there because the figures do.
            plot.dots([_dot(point, trace, filled=False)], large - 0.5, 2.25)
        else:
            plot.dots([_dot(point, trace, filled=True)], small, 0.5)


def _dot(point: Point, trace: Trace, *, filled: bool) -> Row:
    colour = trace.colour if filled else PAPER
    return {"x": point.at, "y": point.item.amount, "colour": colour, "line": trace.colour, "say": point.item.mark}


def notes(plot: Plot, traces: Sequence[Trace], frame: Frame) -> None:
    """Labels of single points, above them or, at the bottom of a valley, below."""
    wanted = dict(frame.notes)
    for trace in traces:
        for n, point in enumerate(trace.points[:-1]):
            if point.item.fact not in wanted:
                continue
            beside = [trace.points[k].item.amount for k in (n - 1, n + 1) if 0 <= k < len(trace.points)]
            below = all(point.item.amount <= other for other in beside)
            words = wanted[point.item.fact]
            text = f"{point.item.shown}, {words}" if words else point.item.shown
            half, x, y = width(text, SMALL, 600) / 2, plot.px(point.at), plot.py(point.item.amount)
            middle = min(max(x, half + 2), plot.inner_width + plot.right - half)
            row: Row = {"x": middle, "y": y + (21 if below else -12), "text": text, "say": point.item.tag}
            align: Align = "center"
            if below and y > plot.inner_height - 26:
                # No room between the point and the axis: beside it.
                row, align = {**row, "x": x + 11, "y": y + 4.5}, "left"
            plot.text([row], size=SMALL, weight=600, colour=INK if trace.main else MUTE, align=align, halo=True)


def ends(plot: Plot, traces: Sequence[Trace], size: float) -> None:
    """Name and latest figure at each line's end; labels that would touch move apart."""
    wanted = [plot.py(t.points[-1].item.amount) for t in traces]
    placed = apart(wanted, size + 4, 4, plot.inner_height)
    for trace, y, want in zip(traces, placed, wanted, strict=True):
        x = plot.px(trace.points[-1].at)
        start = x if plot.inner_width - x > 13 + width(_end(trace), size, 600) else plot.inner_width
        if abs(y - want) > 9 or start - x > 30:
            plot.rules([{"x": x + 6, "x2": start + 11, "y": want, "y2": y}], trace.colour)
        row: Row = {"x": start + 13, "y": y, "text": _end(trace), "say": trace.points[-1].item.tag}
        plot.text([row], size=size, weight=600, colour=trace.ink, dy=size * 0.34, halo=True)
