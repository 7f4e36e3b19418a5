"""Bars on both sides of zero: growth and decline. Direction is told by side and sign, not by colour."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from build_scripts.charts import _rows
from build_scripts.charts._figure import Sheet
from build_scripts.charts._font import width
from build_scripts.charts._items import By, Entry, Item, expand, items, sources
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import INK, MUTE, Size
from build_scripts.charts._words import extremes, figures_table, literal
from build_scripts.model import ChartSpec, Site
from build_scripts.prose import listed


class DivergingBar(ChartSpec):
    kind: Literal["diverging-bar"]
    rows: tuple[Entry, ...] = Field(min_length=1, max_length=16)
    names: By = "auto"
    order: Literal["given", "highest-first"] = "given"


Record = DivergingBar


def read(spec: DivergingBar, site: Site) -> Sheet:
    pairs = list(expand(spec.rows, site))
    drawn = items(pairs, site, spec.names)
    facts = [fact for fact, _ in pairs]
    if spec.order == "highest-first":
        order = sorted(range(len(drawn)), key=lambda n: -drawn[n].amount)
        drawn, facts = [drawn[n] for n in order], [facts[n] for n in order]
    below = [literal(i.name) for i in drawn if i.amount < 0]
    side = f"Below the base line: {listed(below)}. " if below else "None is below the base line. "
    every = listed([literal(i.name) for i in drawn])
    said = f"Horizontal bars to both sides of a base line, one for each of {every}. {side}"
    return Sheet(
        data=tuple(drawn), table=figures_table(drawn, facts, site),
        described=said + extremes(drawn, "highest", "lowest"),
        facts=tuple(f.id for f in facts), sources=sources(facts),
    )  # fmt: skip


def plot(spec: DivergingBar, data: tuple[Item, ...], size: Size) -> Plot:
    data = tuple(_rows.fitting(data, size.width * 0.7))
    place = _rows.layout(data, size)
    room = size.width - place.gutter
    left = max(
        (_before(i) + (_rows.GAP + width(i.note, _rows.NOTE) if i.note else 0) for i in data if i.amount < 0),
        default=0.0,
    )
    right = max((_rows.label_width(i) for i in data if i.amount >= 0), default=0.0)
    low, high = min(0.0, *(i.amount for i in data)), max(0.0, *(i.amount for i in data))
    per = (high - low) / (room - left - right)
    made = Plot(size, place.height + 8, left=place.gutter, top=4, x=(low - left * per, high + right * per))
    made.bars([_rows.bar(i, y) for i, y in zip(data, place.tops, strict=True)], place.thick)
    zero = made.px(0)
    made.rules([{"x": zero, "x2": zero, "y": -4, "y2": place.height + 2}], INK)
    _rows.names(made, data, place)
    up = [(i, y) for i, y in zip(data, place.tops, strict=True) if i.amount >= 0]
    _rows.figures(made, [i for i, _ in up], [y for _, y in up], [made.px(i.amount) for i, _ in up])
    down = [(i, y) for i, y in zip(data, place.tops, strict=True) if i.amount < 0]
    shown: list[Row] = [{"x": made.px(i.amount), "y": y, "text": i.shown, "say": i.tag} for i, y in down]
    made.text(shown, size=_rows.FIGURE, weight=600, align="right", dx=-_rows.GAP, dy=5)
    notes: list[Row] = [
        {"x": made.px(i.amount) - _before(i) + 2, "y": y, "text": i.note, "say": f"[fact {i.fact}] [date]"}
        for i, y in down
    ]
    made.text([n for n in notes if n["text"]], size=_rows.NOTE, colour=MUTE, align="right", dx=-_rows.GAP, dy=5)
    return made


def _before(item: Item) -> float:
    """The room for the figure of a bar below zero."""
    return _rows.GAP + width(item.shown, _rows.FIGURE, 600) + 2
