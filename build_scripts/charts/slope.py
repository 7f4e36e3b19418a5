"""Two moments, one line for each thing: who rose, who fell, who changed places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from build_scripts import prose
from build_scripts.charts._axis import apart, short
from build_scripts.charts._figure import Sheet, Table, TableRow
from build_scripts.charts._font import width
from build_scripts.charts._items import Item, figure, item, named, sources, unit_words
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import HAIR, INK, MUTE, SMALL, Size
from build_scripts.charts._words import capital, literal, source_links
from build_scripts.model import ChartSpec, FactId, Line, Model, Site


class Pair(Model):
    before: FactId
    after: FactId
    label: Line | None = None


class Slope(ChartSpec):
    kind: Literal["slope"]
    rows: tuple[Pair, ...] = Field(min_length=1, max_length=8)


Record = Slope


@dataclass(frozen=True)
class Drawing:
    before: str
    after: str
    rows: tuple[tuple[Item, Item], ...]


def read(spec: Slope, site: Site) -> Sheet:
    pairs = [(figure(row.before, site), figure(row.after, site)) for row in spec.rows]
    facts = [fact for pair in pairs for fact in pair]
    starts, ends = ({fact.period.text for fact in side} for side in zip(*pairs, strict=True))
    if len(starts) > 1 or len(ends) > 1:
        raise ValueError("all lines of a slope chart begin in one period and end in another")
    names = named([a for a, _ in pairs], site, "auto")
    rows, table = [], []
    for row, (a, b), auto in zip(spec.rows, pairs, names, strict=True):
        name = prose.plain(row.label, site) if row.label else auto
        rows.append((item(a, site, name), item(b, site, name)))
        form = "|number" if unit_words(facts, site) else ""
        links = "; ".join(dict.fromkeys(source_links(a, site).split("; ") + source_links(b, site).split("; ")))
        table.append(TableRow((literal(name), f"${{{a.id}{form}}}", f"${{{b.id}{form}}}", links)))
    before, after = pairs[0][0].period, pairs[0][1].period
    unit = unit_words(facts, site)
    heads = [f"{capital(p.words())}{f', {unit}' if unit else ''}" for p in (before, after)]
    return Sheet(
        data=Drawing(short(before), short(after), tuple(rows)), table=Table(("What", *heads, "Source"), tuple(table)),
        described="Lines from one period to another. " + " ".join(_said(a, b) for a, b in rows),
        facts=tuple(f.id for f in facts), sources=sources(facts),
    )  # fmt: skip


def _said(a: Item, b: Item) -> str:
    way = "up" if b.amount > a.amount else "down" if b.amount < a.amount else "unchanged"
    return f"{literal(a.name)}: {way}, from ${{{a.fact}}} to ${{{b.fact}}}."


def plot(spec: Slope, data: Drawing, size: Size) -> Plot:
    font = SMALL if size.narrow else 14
    before = [f"{a.name} {a.shown}" for a, _ in data.rows] if not size.narrow else [a.shown for a, _ in data.rows]
    after = [f"{b.shown} {b.name}" for _, b in data.rows]
    left = max(width(t, font, 600) for t in before) + 16
    right = max(width(t, font, 600) for t in after) + 16
    if not size.narrow:
        # A slope across the whole page is too flat to be read.
        left, right = (max(side, (size.width - 420) / 2) for side in (left, right))
    every = [i.amount for pair in data.rows for i in pair]
    low, high = min(every), max(every)
    pad = (high - low or abs(high) or 1) * 0.06
    made = Plot(
        size,
        60 + max(190.0, 30.0 * len(data.rows)),
        left=left,
        right=right,
        top=40,
        bottom=14,
        x=(0, 1),
        y=(low - pad, high + pad),
    )
    for at, text in ((0, data.before), (1, data.after)):
        x = made.px(at)
        made.rules([{"x": x, "x2": x, "y": -8, "y2": made.inner_height}], HAIR)
        head: Row = {"x": x, "y": -20, "text": text, "say": "[date]"}
        made.text([head], size=14, weight=600, align="center")
    for a, b in sorted(data.rows, key=lambda pair: pair[0].main):
        colour, thick = a.colour, 4.0 if a.main else 2.25
        made.lines([{"x": n, "y": i.amount, "part": 0} for n, i in enumerate((a, b))], colour, thick)
        dots: list[Row] = [
            {"x": n, "y": i.amount, "colour": colour, "line": colour, "say": i.mark} for n, i in enumerate((a, b))
        ]
        made.dots(dots, 5, width=1)
    _labels(made, [(a, t) for (a, _), t in zip(data.rows, before, strict=True)], 0, font)
    _labels(made, [(b, t) for (_, b), t in zip(data.rows, after, strict=True)], 1, font)
    return made


def _labels(plot: Plot, pairs: list[tuple[Item, str]], side: int, size: float) -> None:
    placed = apart([plot.py(i.amount) for i, _ in pairs], size + 4, 4, plot.inner_height)
    for main in (True, False):
        rows: list[Row] = [
            {"x": plot.px(side), "y": y, "text": text, "say": item.tag}
            for (item, text), y in zip(pairs, placed, strict=True) if item.main is main
        ]  # fmt: skip
        colour = INK if main else MUTE
        plot.text(rows, size=size, weight=600 if main else 400, colour=colour, align="left" if side else "right",
                  dx=12 if side else -12, dy=size * 0.34)  # fmt: skip
