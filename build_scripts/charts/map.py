"""Where it is: places on the outline of a province or country, as large as the number of their records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt
from typing import Any, Literal

from pydantic import Field

from build_scripts import prose
from build_scripts.charts._figure import Sheet, Table, TableRow
from build_scripts.charts._font import width, wrap
from build_scripts.charts._ground import Ground, bounds, feature
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import ACCENT, GREY, HAIR, INK, LINE, MUTE, PAPER, SEA, SMALL, TINT, Size
from build_scripts.charts._words import literal, source_link
from build_scripts.counting import Count, counted
from build_scripts.model import ChartSpec, Line, Model, Number, PlaceId, ProperName, Site, Words, YesNo


class Name(Model):
    """A name on the ground: a neighbour, a sea."""

    text: ProperName
    lat: Number
    lon: Number
    sea: YesNo = False


class Map(ChartSpec):
    kind: Literal["map"]
    outline: Words
    """The GeoJSON file of the area, without its ending, in content/places/."""
    land: Words | None = None
    """The GeoJSON file of all land in the frame, so that the sea shows."""
    places: tuple[PlaceId, ...] = Field(min_length=1, max_length=14)
    count: Literal["claims", "facts"] | None = None
    """What is counted at each place; circles grow with it."""
    names: tuple[Name, ...] = ()
    credit: Line
    """Who made the outlines, and under which licence."""


Record = Map


@dataclass(frozen=True)
class Spot:
    id: str
    name: str
    chinese: str
    lon: float
    lat: float
    main: bool
    count: int
    what: str

    @property
    def radius(self) -> float:
        return 4.6 * sqrt(self.count) if self.what else 5.0

    @property
    def tag(self) -> str:
        return f"[count {self.what},place={self.id}]" if self.what else ""

    @property
    def counted(self) -> str:
        return f"{self.count} {self.what.removesuffix('s') if self.count == 1 else self.what}" if self.what else ""

    @property
    def mark(self) -> str:
        return f"{self.name}: {self.counted} {self.tag}" if self.what else self.name

    @property
    def cite(self) -> str:
        return f"${{count({self.what}, place={self.id})}}"


@dataclass(frozen=True)
class Drawing:
    spots: tuple[Spot, ...]
    names: tuple[tuple[str, float, float, bool], ...]
    outline: Any
    land: Any


def read(spec: Map, site: Site) -> Sheet:
    for name in filter(None, (spec.outline, spec.land)):
        if name not in site.geo:
            raise ValueError(f'there is no file "{name}.geojson" in content/places/')
    spots = []
    for id in spec.places:
        place = site.places[id]
        if place.lat is None or place.lon is None:
            raise ValueError(f'the place "{id}" has no coordinates')
        number = counted(Count(spec.count, (("place", id),), (), 0), site) if spec.count else 1
        spots.append(Spot(id, place.name, place.chinese or "", float(place.lon), float(place.lat),
                          _inside(id, site), number, spec.count or ""))  # fmt: skip
    spots = [spot for spot in spots if spot.count]
    rows = []
    for spot in spots:
        place = site.places[spot.id]
        link = source_link(place.coordinates_from, site) if place.coordinates_from else ""
        cells = [literal(spot.name), *[spot.cite] * bool(spec.count), literal(place.precision or ""), link]
        rows.append(TableRow(tuple(cells), count=f"{spec.count},place={spot.id}" if spec.count else None))
    heads = ("Place", *[(spec.count or "").capitalize()] * bool(spec.count), "Point stands for", "Position from")
    names = tuple((n.text, float(n.lon), float(n.lat), n.sea) for n in spec.names)
    return Sheet(
        data=Drawing(tuple(spots), names, site.geo[spec.outline], site.geo[spec.land] if spec.land else None),
        table=Table(heads, tuple(rows)), described=_said(spots), credits=(prose.plain(spec.credit, site),),
        sources=tuple(dict.fromkeys(c for s in spots if (c := site.places[s.id].coordinates_from))),
    )  # fmt: skip


def _inside(id: str | None, site: Site) -> bool:
    """Whether the place is the main place or lies in it."""
    seen: set[str] = set()
    while id and id not in seen and id in site.places:
        if id == site.config.main_place:
            return True
        seen.add(id)
        id = site.places[id].part_of
    return False


def _said(spots: list[Spot]) -> str:
    named = prose.listed([literal(s.name) for s in spots])
    if not spots or not spots[0].what:
        return f"A map that shows {named}."
    top = max(s.count for s in spots)
    largest = prose.listed([f"{literal(s.name)} ({s.cite})" for s in spots if s.count == top])
    return f"A map with circles for {named}, sized by the number of {spots[0].what}. The largest is {largest}."


def plot(spec: Map, data: Drawing, size: Size) -> Plot:
    frame = bounds(data.land) if data.land else bounds(data.outline, 0.06)
    ground = Ground(*frame, width=size.width if size.narrow else 610)
    tallest = 460.0 if size.narrow else 520.0
    if ground.height > tallest:
        ground = replace(ground, width=ground.width * tallest / ground.height)
    lead = 24.0
    below = lead * len(data.spots) + 12 if size.narrow and spec.count else 0.0
    made = Plot(size, ground.height + below)
    box: Row = {"x": 0, "x2": ground.width, "y": 0, "y2": ground.height}
    made.rects([box], colour=SEA if data.land else TINT, aria=False)
    if data.land:
        made.shape(feature(ground.rings(data.land)), TINT, HAIR, 1)
    made.shape(feature(ground.rings(data.outline)), PAPER, LINE, 1.5)
    _names(made, data, ground)
    spots = sorted(data.spots, key=lambda s: -s.radius)
    places = [ground.place(s.lon, s.lat) for s in spots]
    dots: list[Row] = []
    for spot, (x, y) in zip(spots, places, strict=True):
        colour = ACCENT if spot.main else GREY
        dots.append({"x": x, "y": y, "colour": colour, "line": colour, "say": spot.mark, "r": spot.radius})
    for row in dots:
        made.dots([{k: v for k, v in row.items() if k != "r"}], row["r"], width=2, fillOpacity=0.22)
    made.dots([{**{k: row[k] for k in ("x", "y", "colour", "line")}} for row in dots], 2, width=1, aria=False)
    _labels(made, spots, places, ground)
    _scale(made, ground)
    if spec.count:
        start = (0.0, ground.height + 28) if size.narrow else (ground.width + 34, 16.0)
        _list(made, data.spots, start, lead, size)
    return made


def _names(plot: Plot, data: Drawing, ground: Ground) -> None:
    for sea in (True, False):
        rows: list[Row] = []
        for text, lon, lat, is_sea in data.names:
            x, y = ground.place(lon, lat)
            half = width(text, SMALL) / 2
            if is_sea is sea and half + 4 < x < ground.width - half - 4 and 14 < y < ground.height - 4:
                rows.append({"x": x, "y": y, "text": text if sea else text.upper()})
        style = "italic" if sea else "normal"
        plot.text(rows, size=SMALL, colour=MUTE, align="center", fontStyle=style)


def _labels(plot: Plot, spots: list[Spot], places: list[tuple[float, float]], ground: Ground) -> None:
    """Each name beside its circle, where it meets nothing; the largest choose first."""
    taken = [(x - s.radius, y - s.radius, x + s.radius, y + s.radius) for s, (x, y) in zip(spots, places, strict=True)]
    big = SMALL if plot.size.narrow else 15.0
    bold: list[Row] = []
    light: list[Row] = []
    for spot, (x, y) in zip(spots, places, strict=True):
        more = f" {spot.chinese}" if spot.chinese and not plot.size.narrow else ""
        wide = width(spot.name, big, 600) + (width(more, SMALL) if more else 0)
        r = spot.radius + 6
        options = [(side, y + dy) for side in (x + r, x - r - wide) for dy in (5, -8, 18)]
        boxes = [(left, base - big, left + wide, base + 4) for left, base in options]
        costs = [_cost(box, taken, ground) + n * 0.01 for n, box in enumerate(boxes)]
        best = costs.index(min(costs))
        if spot.what and costs[best] > 60:
            # No room: the list beside the map names it.
            continue
        taken.append(boxes[best])
        left, base = options[best]
        bold.append({"x": left, "y": base, "text": spot.name})
        if more:
            light.append({"x": left + width(spot.name, big, 600) + 5, "y": base, "text": spot.chinese})
    plot.text(bold, size=big, weight=600, halo=True)
    plot.text(light, size=SMALL, colour=MUTE, halo=True)


def _cost(
    box: tuple[float, float, float, float], taken: list[tuple[float, float, float, float]], ground: Ground
) -> float:
    """How much of the box lies over others, and how far it hangs out of the map."""
    out = max(0.0, -box[0]) + max(0.0, box[2] - ground.width) + max(0.0, -box[1]) + max(0.0, box[3] - ground.height)
    over = sum(
        max(0.0, min(box[2], t[2]) - max(box[0], t[0])) * max(0.0, min(box[3], t[3]) - max(box[1], t[1])) for t in taken
    )
    return over + 40 * out


def _scale(plot: Plot, ground: Ground) -> None:
    """A bar of a round length in kilometres, in the lower right corner."""
    length = next((km for km in (200, 100, 50, 20, 10, 5, 2) if ground.kilometres(km) <= ground.width * 0.22), 1)
    x2, y = ground.width - 14, ground.height - 14
    x = x2 - ground.kilometres(length)
    plot.rules(
        [{"x": x, "x2": x2, "y": y, "y2": y}, *({"x": a, "x2": a, "y": y - 4, "y2": y + 4} for a in (x, x2))], INK
    )
    plot.text([{"x": x, "y": y - 9, "text": f"{length} km", "say": f"[axis-tick 0 {length}]"}], size=SMALL)


def _list(plot: Plot, spots: tuple[Spot, ...], start: tuple[float, float], lead: float, size: Size) -> None:
    """Names and counts in order of size, so that circles need not be measured."""
    x, y = start
    for spot in sorted(spots, key=lambda s: -s.count):
        lines = wrap(spot.name, size.width - x - width(spot.counted, 14) - 12, 14, 600)
        plot.text([{"x": x, "y": y + 18 * n, "text": line} for n, line in enumerate(lines)], size=14, weight=600)
        plot.text(
            [{"x": size.width, "y": y, "text": spot.counted, "say": spot.tag}], size=14, colour=MUTE, align="right"
        )
        y += 18 * (len(lines) - 1)
        plot.rules([{"x": x, "x2": size.width, "y": y + 8, "y2": y + 8}], HAIR)
        y += lead
