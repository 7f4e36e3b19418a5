"""Bars from a common zero: which is longest, and by how much."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from build_scripts.charts import _rows
from build_scripts.charts._figure import Sheet
from build_scripts.charts._items import By, Entry, Item, expand, items, sources
from build_scripts.charts._plot import Plot
from build_scripts.charts._theme import Size
from build_scripts.charts._words import extremes, figures_table, literal
from build_scripts.model import ChartSpec, Site
from build_scripts.prose import listed


class Bar(ChartSpec):
    kind: Literal["bar"]
    rows: tuple[Entry, ...] = Field(min_length=1, max_length=16)
    """Facts, or series whose points become rows."""
    names: By = "auto"
    """What names the rows: place, period, speaker, label, or what tells them apart."""
    order: Literal["given", "longest-first"] = "given"


Record = Bar


def read(spec: Bar, site: Site) -> Sheet:
    pairs = list(expand(spec.rows, site))
    drawn = items(pairs, site, spec.names)
    facts = [fact for fact, _ in pairs]
    if min(i.amount for i in drawn) < 0:
        raise ValueError("a bar chart has no room below zero: use the kind diverging-bar")
    if spec.order == "longest-first":
        order = sorted(range(len(drawn)), key=lambda n: -drawn[n].amount)
        drawn, facts = [drawn[n] for n in order], [facts[n] for n in order]
    said = f"Horizontal bars, one for each of {listed([literal(i.name) for i in drawn])}. {extremes(drawn)}"
    return Sheet(
        data=tuple(drawn), table=figures_table(drawn, facts, site), described=said.strip(),
        facts=tuple(f.id for f in facts), sources=sources(facts),
    )  # fmt: skip


def plot(spec: Bar, data: tuple[Item, ...], size: Size) -> Plot:
    drawn = _rows.fitting(data, size.width)
    place = _rows.layout(drawn, size)
    made = Plot(size, place.height, left=place.gutter, x=(0, _rows.longest(drawn, size.width - place.gutter)))
    _rows.draw(made, drawn, place)
    return made
