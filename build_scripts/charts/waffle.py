"""One cell for each thing counted: forty of forty-one, or every claim by its verdict."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal

from pydantic import model_validator

from build_scripts import prose
from build_scripts.charts import _counts
from build_scripts.charts._counts import Counted
from build_scripts.charts._figure import Sheet
from build_scripts.charts._font import width, wrap
from build_scripts.charts._items import figure, is_main, item, sources
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import ACCENT, GREY, INK, LINE, MUTE, PAPER, SMALL, Size
from build_scripts.charts._words import figures_table
from build_scripts.model import ChartSpec, FactId, Line, Site


class Waffle(ChartSpec):
    """A fact that is `of` another (or a whole percentage), or a count of records."""

    kind: Literal["waffle"]
    fact: FactId | None = None
    rest: Line | None = None
    """What the cells that are not filled stand for."""
    count: Counted | None = None

    @model_validator(mode="after")
    def fact_or_count(self) -> Waffle:
        if (self.fact is None) == (self.count is None):
            raise ValueError("a waffle has either a fact or a count")
        return self


Record = Waffle


@dataclass(frozen=True)
class Part:
    """Cells that belong together. `shown` with its tag comes before `name`; `more` (tag, text) between them."""

    cells: int
    name: str
    shown: str
    tag: str
    mark: str
    colour: str
    style: str = "full"
    more: tuple[str, str] | None = None


def read(spec: Waffle, site: Site) -> Sheet:
    if spec.count:
        found = _counts.groups(spec.count, site)
        parts = tuple(Part(g.count, g.name, str(g.count), g.tag, g.mark, g.colour, g.style) for g in found)
        said = f"A cell for each record, in the order of verdicts. {_counts.described(found)}"
        return Sheet(data=parts, table=_counts.table(found), described=said)
    assert spec.fact
    fact = figure(spec.fact, site)
    whole = figure(fact.of, site) if fact.of else None
    total = whole.value if whole else 100 if site.indicators[fact.indicator].measure == "share" else None
    if fact.value is None or total is None or fact.value % 1 or total % 1 or not 0 <= fact.value <= total <= 400:
        raise ValueError("a waffle needs a whole number that is part of another (of), or a whole percentage")
    drawn = item(fact, site, prose.plain(fact.label, site, fact))
    unit = site.units[(whole or fact).unit].many
    more = (f"[fact {whole.id}]", f" of {prose.figure(whole, site, ('number',))}") if whole else None
    parts = (
        Part(
            int(fact.value),
            unit,
            drawn.shown,
            drawn.tag,
            drawn.mark,
            ACCENT if is_main(fact, site) else GREY,
            more=more,
        ),
        Part(int(total - fact.value), prose.plain(spec.rest, site) if spec.rest else "", "", "", "", LINE, "outline"),
    )
    facts = [fact, *([whole] if whole else [])]
    of = f", of ${{{whole.id}}}" if whole else ""
    table = figures_table([item(f, site, prose.plain(f.label, site, f)) for f in facts], facts, site)
    return Sheet(
        data=parts, table=table, described=f"A grid of cells, filled for ${{{fact.id}}}{of}.",
        facts=tuple(f.id for f in facts), sources=sources(facts),
    )  # fmt: skip


def plot(spec: Waffle, data: tuple[Part, ...], size: Size) -> Plot:
    total = sum(part.cells for part in data)
    if size.narrow:
        columns = 10 if total <= 120 else 14
        step, left, top = size.width / columns, 0.0, 34.0 if spec.fact else 0.0
    else:
        columns = max(10, ceil(total / (3 if total <= 60 else 5 if total <= 120 else 8)))
        step, left, top = min(34.0, 560 / columns), 0.0, 0.0
    rows = ceil(total / columns)
    legend = [part for part in data if part.shown or part.name]
    below = size.narrow and not spec.fact
    height = top + rows * step + (26 * len(legend) + 10 if below else 0)
    if not size.narrow and not spec.fact:
        height = max(height, 26.0 * len(legend))
    plot = Plot(size, height)
    _cells(plot, data, columns, step, left, top)
    if spec.fact:
        x, y = (0.0, 22.0) if size.narrow else (columns * step + 28, 30.0)
        _figure(plot, data, x, y, size, rows * step)
    else:
        x, y = (0.0, rows * step + 28) if below else (columns * step + 34, 18.0)
        _legend(plot, legend, x, y)
    return plot


def _cells(plot: Plot, parts: tuple[Part, ...], columns: int, step: float, left: float, top: float) -> None:
    n, side = 0, step * 0.86
    for part in parts:
        rows: list[Row] = []
        for k in range(n, n + part.cells):
            x, y = left + k % columns * step, top + k // columns * step
            rows.append({"x": x, "x2": x + side, "y": y, "y2": y + side, "say": part.mark})
        n += part.cells
        framed = [
            {**r, "x": r["x"] + 0.75, "x2": r["x2"] - 0.75, "y": r["y"] + 0.75, "y2": r["y2"] - 0.75} for r in rows
        ]
        if part.style == "full":
            plot.rects(rows, colour=part.colour)
            continue
        plot.rects(framed, line=part.colour, width=1.5, dashed=part.style == "dashed")
        if part.style == "half":
            plot.rects([{**r, "y": r["y"] + side / 2} for r in framed], colour=part.colour, aria=False, over=True)
        elif part.style == "point":
            dots: list[Row] = [
                {"x": r["x"] + side / 2, "y": r["y"] + side / 2, "colour": part.colour, "line": part.colour}
                for r in rows
            ]
            plot.dots(dots, max(side * 0.09, 1.4), width=1, aria=False, over=True)
        elif part.style == "struck":
            plot.rules(
                [{"x": r["x"], "x2": r["x2"], "y": r["y2"], "y2": r["y"]} for r in framed], part.colour, 1.5, over=True
            )


def _figure(plot: Plot, parts: tuple[Part, ...], x: float, y: float, size: Size, tall: float) -> None:
    """The figure, large, and what it counts; beside the grid or above it."""
    part, rest = parts
    big = 24 if size.narrow else 34
    plot.text([{"x": x, "y": y, "text": part.shown, "say": part.tag}], size=big, weight=600)
    after = x + width(part.shown, big, 600)
    if part.more:
        tag, text = part.more
        plot.text([{"x": after, "y": y, "text": text.strip(), "say": tag}], size=big * 0.62, dx=6, colour=INK)
        after += width(text.strip(), big * 0.62) + 6
    if size.narrow:
        plot.text([{"x": after + 8, "y": y, "text": part.name}], size=14, colour=MUTE)
        return
    lines = wrap(part.name, size.width - x, 15)
    plot.text([{"x": x, "y": y + 24 + 19 * n, "text": line} for n, line in enumerate(lines)], size=15, colour=MUTE)
    if rest.name:
        lines = wrap(rest.name, size.width - x - 24, SMALL)
        rows: list[Row] = [
            {"x": x + 22, "y": tall - 10 - 17 * (len(lines) - 1 - n), "text": t} for n, t in enumerate(lines)
        ]
        plot.text(rows, size=SMALL, colour=MUTE)
        top = tall - 21 - 17 * (len(lines) - 1)
        box: Row = {"x": x + 0.75, "x2": x + 13, "y": top, "y2": top + 12.25}
        plot.rects([box], colour=PAPER, line=LINE, width=1.5, aria=False)


def _legend(plot: Plot, parts: list[Part], x: float, y: float) -> None:
    """Name and number of each group, beside a cell drawn like its own."""
    widest = max(width(part.shown, 16, 600) for part in parts)
    for n, part in enumerate(parts):
        _cells(plot, (Part(1, "", "", "", "", part.colour, part.style),), 1, 16, x, y + 26 * n - 12)
    plot.text([{"x": x + 24 + widest, "y": y + 26 * n, "text": p.shown, "say": p.tag} for n, p in enumerate(parts)],
              size=16, weight=600, align="right")  # fmt: skip
    plot.text(
        [{"x": x + 33 + widest, "y": y + 26 * n, "text": p.name} for n, p in enumerate(parts)], size=14, colour=MUTE
    )
