"""How a thing works: boxes joined by arrows, in lanes. For explaining, not for measuring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field

from build_scripts import prose
from build_scripts.charts._figure import Sheet, Table, TableRow
from build_scripts.charts._font import wrap
from build_scripts.charts._items import sources
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import ACCENT, INK, LINE, MUTE, PAPER, SMALL, TINT, Size
from build_scripts.charts._words import literal
from build_scripts.model import ChartSpec, FactId, Line, Model, Site, YesNo


class Box(Model):
    """One station: what it is, what happens there, and perhaps a figure from a fact."""

    label: Line
    text: Line | None = None
    fact: FactId | None = None
    strong: YesNo = False
    """The station that the diagram is about."""


class Lane(Model):
    """Boxes in the order in which something passes through them."""

    label: Line | None = None
    boxes: tuple[Box, ...] = Field(min_length=2, max_length=5)
    join: Literal["to", "both", "plus", "over"] = "to"
    """What stands between boxes: an arrow, an arrow both ways, a plus, or a fraction line as a division sign."""


class Flow(ChartSpec):
    kind: Literal["flow"]
    lanes: tuple[Lane, ...] = Field(min_length=1, max_length=4)

    mixes: ClassVar[frozenset[str]] = frozenset({"all"})
    """Nothing in it shares a scale."""


Record = Flow

WORDS = {"to": "then", "both": "to and from", "plus": "plus", "over": "divided by"}
SIGNS = {"plus": "+", "over": "÷"}
GAP = 44.0
LEAD = 18.0
PAD = 12.0


@dataclass(frozen=True)
class Station:
    label: str
    text: str
    figure: str
    tag: str
    strong: bool

    @property
    def say(self) -> str:
        words = ". ".join(part for part in (self.label, self.text, self.figure) if part)
        return f"{words} {self.tag}".strip()


@dataclass(frozen=True)
class Track:
    label: str
    join: str
    stations: tuple[Station, ...]


def read(spec: Flow, site: Site) -> Sheet:
    """Labels and texts as they read on the page; figures come from facts only."""
    tracks = tuple(
        Track(
            prose.plain(lane.label, site) if lane.label else "", lane.join, tuple(_station(b, site) for b in lane.boxes)
        )
        for lane in spec.lanes
    )
    ids = list(dict.fromkeys(box.fact for lane in spec.lanes for box in lane.boxes if box.fact))
    facts = [site.facts[id] for id in ids]
    rows = [
        TableRow((box.label, box.text or "", f"${{{box.fact}}}" if box.fact else ""), fact=box.fact)
        for lane in spec.lanes
        for box in lane.boxes
    ]
    told = [
        (f"{literal(t.label)}: " if t.label else "") + f", {WORDS[t.join]} ".join(literal(s.label) for s in t.stations)
        for t in tracks
    ]
    return Sheet(
        data=tracks, table=Table(("Station", "What happens", "Figure"), tuple(rows)),
        described=f"A diagram. {'. '.join(told)}.",
        facts=tuple(ids), sources=sources(facts),
    )  # fmt: skip


def _station(box: Box, site: Site) -> Station:
    fact = site.facts[box.fact] if box.fact else None
    figure = prose.capital(prose.figure(fact, site)) if fact else ""
    tag = f"[fact {box.fact}]" if fact else ""
    return Station(
        prose.plain(box.label, site), prose.plain(box.text, site) if box.text else "", figure, tag, box.strong
    )


def plot(spec: Flow, data: tuple[Track, ...], size: Size) -> Plot:
    made = Plot(size, height=1)
    y = 2.0
    for track in data:
        if track.label:
            made.text([{"x": 0, "y": y + 13, "text": track.label, "say": ""}], size=SMALL, weight=600, colour=MUTE)
            y += 24
        y = (_down if size.narrow else _across)(made, track, y, size) + 20
    made.height = y - 18
    return made


def _across(plot: Plot, track: Track, top: float, size: Size) -> float:
    """Boxes side by side, as tall as the tallest. Returns where they end."""
    count = len(track.stations)
    wide = (size.width - 2 - GAP * (count - 1)) / count
    tall = max(_height(s, wide) for s in track.stations)
    for n, station in enumerate(track.stations):
        x = 1 + n * (wide + GAP)
        _box(plot, station, x, top, wide, tall)
        if n:
            _join(plot, track.join, (x - GAP, top + tall / 2), (x, top + tall / 2))
    return top + tall


def _down(plot: Plot, track: Track, top: float, size: Size) -> float:
    """Boxes under each other."""
    wide = size.width - 2.0
    for n, station in enumerate(track.stations):
        if n:
            _join(plot, track.join, (wide / 2, top), (wide / 2, top + GAP * 0.75))
            top += GAP * 0.75
        tall = _height(station, wide)
        _box(plot, station, 1, top, wide, tall)
        top += tall
    return top


def _lines(station: Station, wide: float) -> list[tuple[str, str]]:
    """(part, line) of a box from top to bottom."""
    room = wide - 2 * PAD
    lines = [("label", text) for text in wrap(station.label, room, 14, 600)]
    lines += [("text", text) for text in wrap(station.text, room, SMALL)] if station.text else []
    return lines + ([("figure", text) for text in wrap(station.figure, room, 14, 600)] if station.figure else [])


def _height(station: Station, wide: float) -> float:
    return len(_lines(station, wide)) * LEAD + 2 * PAD - 4


def _box(plot: Plot, station: Station, x: float, y: float, wide: float, tall: float) -> None:
    edge = ACCENT if station.strong else LINE
    row: Row = {
        "x": x,
        "x2": x + wide,
        "y": y,
        "y2": y + tall,
        "colour": TINT if station.strong else PAPER,
        "say": station.say,
    }
    plot.rects([row], line=edge, width=2 if station.strong else 1)
    for n, (part, text) in enumerate(_lines(station, wide)):
        at: Row = {
            "x": x + PAD,
            "y": y + PAD + 11 + n * LEAD,
            "text": text,
            "say": station.tag if part == "figure" else "",
        }
        if part == "text":
            plot.text([at], size=SMALL, colour=MUTE)
        else:
            plot.text([at], size=14, weight=600, colour=ACCENT if part == "figure" else INK)


def _join(plot: Plot, join: str, start: tuple[float, float], end: tuple[float, float]) -> None:
    """What stands between two boxes."""
    (x, y), (x2, y2) = start, end
    if join in SIGNS:
        middle = {"x": (x + x2) / 2, "y": (y + y2) / 2 + 7, "text": SIGNS[join], "say": ""}
        plot.text([middle], size=22, weight=600, colour=MUTE, align="center")
        return
    across = y == y2
    dx, dy = (6.0, 0.0) if across else (0.0, 6.0)
    heads = [(x2 - dx, y2 - dy, -1)] + ([(x + dx, y + dy, 1)] if join == "both" else [])
    plot.rules([{"x": x + dx, "y": y + dy, "x2": x2 - dx, "y2": y2 - dy}], INK, 1.5)
    for hx, hy, back in heads:
        for side in (-1, 1):
            tip = {"x": hx, "y": hy}
            tail = (hx + back * 7, hy + side * 5) if across else (hx + side * 5, hy + back * 7)
            plot.rules([{**tip, "x2": tail[0], "y2": tail[1]}], INK, 1.5)
