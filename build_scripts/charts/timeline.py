"""What happened when. Things done are filled, things intended are open, spans of time are bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field

from build_scripts import prose
from build_scripts.charts._axis import short, year_of, years
from build_scripts.charts._figure import Sheet, Table, TableRow
from build_scripts.charts._font import width, wrap
from build_scripts.charts._items import is_main, sources
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import ACCENT, GREY, INK, LINE, MUTE, PAPER, SMALL, SPINE, Size
from build_scripts.charts._words import literal, source_links
from build_scripts.model import ChartSpec, Fact, FactId, Line, Model, Site, SourceId


class Happening(Model):
    fact: FactId
    label: Line | None = None
    """What happened, in a few words; the fact's label if left out."""


class Timeline(ChartSpec):
    kind: Literal["timeline"]
    events: tuple[Happening, ...] = Field(min_length=2, max_length=14)
    said: SourceId | None = None
    """A source whose date is drawn as the double rule."""
    said_label: Line | None = None

    mixes: ClassVar[frozenset[str]] = frozenset({"all"})
    """Only their dates share a scale."""


Record = Timeline


@dataclass(frozen=True)
class Event:
    start: float
    end: float
    when: str
    text: str
    say: str
    tag: str
    colour: str
    intended: bool
    rule: bool = False
    """The source that the site explains: a double rule instead of a dot."""


def read(spec: Timeline, site: Site) -> Sheet:
    facts = [site.facts[event.fact] for event in spec.events]
    unknown = [fact.id for fact in facts if not (fact.period.start or fact.period.end)]
    if unknown:
        raise ValueError(f'"{unknown[0]}" has no period, so it has no place on a timeline')
    events = [_event(fact, prose.plain(row.label or fact.label, site, fact), site)
              for fact, row in zip(facts, spec.events, strict=True)]  # fmt: skip
    if spec.said and spec.said in site.sources and (day := site.sources[spec.said].date.start):
        label = prose.plain(spec.said_label, site) if spec.said_label else site.sources[spec.said].publisher
        when = site.sources[spec.said].date
        events.append(
            Event(
                year_of(day),
                year_of(day),
                short(when),
                label,
                f"{label}, {when.words()} [date]",
                "[date]",
                SPINE,
                False,
                True,
            )
        )
    events.sort(key=lambda e: (e.start, e.end))
    order = sorted(facts, key=lambda f: (str(f.period.start), str(f.period.end)))
    rows = [TableRow((f"${{{f.id}|when|cap}}", prose_label(f, spec), source_links(f, site)), fact=f.id) for f in order]
    said = "; ".join(f"{literal(e.when)}: {literal(e.text)}" + (" (intended)" if e.intended else "") for e in events)
    return Sheet(
        data=tuple(events), table=Table(("When", "What", "Source"), tuple(rows)), described=f"A line of time. {said}.",
        facts=tuple(f.id for f in order), sources=sources(order),
    )  # fmt: skip


def prose_label(fact: Fact, spec: Timeline) -> str:
    return next((row.label for row in spec.events if row.fact == fact.id and row.label), fact.label)


def _event(fact: Fact, text: str, site: Site) -> Event:
    start, end = fact.period.start or fact.period.end, fact.period.end or fact.period.start
    assert start
    assert end
    intended = fact.kind == "plan" or getattr(fact, "status", "") in ("target", "forecast")
    first, last = year_of(start), year_of(end)
    # A year or less is a moment: its middle. Longer periods are drawn as long as they are.
    if last - first <= 1:
        first = last = (first + last) / 2
    say = f"{fact.period.words()}: {text}" + (" (intended)" if intended else "")
    return Event(first, last, short(fact.period), text, f"{say} [fact {fact.id}] [date]", f"[fact {fact.id}] [date]",
                 ACCENT if is_main(fact, site) else GREY, intended)  # fmt: skip


def plot(spec: Timeline, data: tuple[Event, ...], size: Size) -> Plot:
    return _down(data, size) if size.narrow else _across(data, size)


DATE, TEXT, LEAD = SMALL, SMALL, 17.0


def _across(events: tuple[Event, ...], size: Size) -> Plot:
    """Time runs to the right; labels hang like flags on stems, to the right of them."""
    first, last = min(e.start for e in events), max(e.end for e in events)
    pad = (last - first or 1) * 0.02
    blocks = [wrap(e.text, 168, TEXT) for e in events]
    wides = [
        7 + max([width(e.when, DATE, 600), *(width(t, TEXT) for t in b)]) for e, b in zip(events, blocks, strict=True)
    ]
    # The line of time is as wide as the flags allow that hang near its end.
    span, room = last - first + 2 * pad, size.width - 8.0
    inner = min(
        [room - 12, *((room - wide) * span / (e.start - first + pad) for e, wide in zip(events, wides, strict=True))]
    )
    plot = Plot(size, 0, left=8, right=room - inner, x=(first - pad, last + pad))
    stems = [plot.px(e.start) for e in events]
    levels = _levels(stems, wides)
    tall = [0.0] * (max(levels) + 1)
    for level, lines in zip(levels, blocks, strict=True):
        tall[level] = max(tall[level], 32 + LEAD * len(lines))
    base = sum(tall) + 12
    plot.height = base + 34
    for event, lines, x, level in zip(events, blocks, stems, levels, strict=True):
        top = base - 12 - sum(tall[: level + 1])
        plot.rules([{"x": x, "x2": x, "y": top + 2, "y2": base - 8}], LINE)
        _words(plot, event, lines, x + 7, top)
    plot.rules([{"x": -8, "x2": size.width - 8, "y": base, "y2": base}], INK)
    for event in events:
        _mark(plot, event, (plot.px(event.start), base), (plot.px(event.end), base))
    named = years(first - pad, last + pad, plot.inner_width, 60)
    ticks: list[Row] = [{"x": plot.px(year), "y": base + 28, "text": str(year), "say": "[date]"} for year in named]
    plot.rules([{"x": t["x"], "x2": t["x"], "y": base + 9, "y2": base + 14} for t in ticks], LINE)
    plot.text([t for t in ticks if t["x"] >= 10], size=SMALL, colour=MUTE, align="center")
    return plot


def _levels(stems: list[float], wides: list[float]) -> list[int]:
    """How high each flag hangs. A stem may not cross another flag, so a flag hangs above those that it reaches over."""
    levels = [0] * len(stems)
    for n in reversed(range(len(stems))):
        under = [levels[k] for k in range(n + 1, len(stems)) if stems[k] < stems[n] + wides[n] + 6]
        levels[n] = max(under, default=-1) + 1
    return levels


def _down(events: tuple[Event, ...], size: Size) -> Plot:
    """Time runs down; a longer pause makes a longer distance, as far as a phone allows."""
    blocks = [wrap(e.text, size.width - 34, TEXT) for e in events]
    total = max(e.start for e in events) - min(e.start for e in events) or 1.0
    tops, y = [], 10.0
    for n, lines in enumerate(blocks):
        pause = (events[n].start - events[n - 1].start) / total if n else 0.0
        y += (10 + 90 * pause) if n else 0.0
        tops.append(y)
        y += 24 + LEAD * len(lines)
    plot = Plot(size, y - 4)
    plot.rules([{"x": 8, "x2": 8, "y": tops[0], "y2": tops[-1]}], INK)
    for event, lines, top in zip(events, blocks, tops, strict=True):
        _mark(plot, event, (8, top), (8, top + (18 if event.end > event.start else 0)))
        _words(plot, event, lines, 28, top - 10)
    return plot


def _words(plot: Plot, event: Event, lines: list[str], x: float, top: float) -> None:
    head: Row = {"x": x, "y": top + 14.5, "text": event.when, "say": event.tag}
    plot.text([head], size=DATE, weight=600, colour=SPINE if event.rule else INK)
    rows: list[Row] = [{"x": x, "y": top + 32 + LEAD * n, "text": t, "say": event.tag} for n, t in enumerate(lines)]
    plot.text(rows, size=TEXT, colour=INK if event.rule else MUTE)


def _mark(plot: Plot, event: Event, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A dot, a bar for a span, or the double rule; open where it is only intended."""
    (x, y), (x2, y2) = start, end
    if event.rule:
        down = plot.size.narrow
        boxes: list[Row] = []
        for c in (-1.5, 1.5):
            across, along = ((c - 0.75, c + 0.75), (-8, 8) if down else (-10, 10))
            (left, right), (top, bottom) = (along, across) if down else (across, along)
            say = event.say if c < 0 else ""
            boxes.append({"x": x + left, "x2": x + right, "y": y + top, "y2": y + bottom, "say": say})
        plot.rects(boxes, colour=SPINE)
        return
    if start != end:
        # The span is silent: the dot at its beginning speaks, so that events are heard in order.
        wide, tall = (4, 0) if x == x2 else (0, 4)
        box: Row = {"x": x - wide, "x2": x2 + wide, "y": y - tall, "y2": y2 + tall}
        plot.rects([box], aria=False, colour=PAPER if event.intended else event.colour, line=event.colour, width=1.75)
    fill = PAPER if event.intended else event.colour
    plot.dots([{"x": x, "y": y, "colour": fill, "line": event.colour, "say": event.say}], 6, 2, pixels=True)
