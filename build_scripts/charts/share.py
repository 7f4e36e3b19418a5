"""A whole and its parts: one bar, divided; on a phone, a step for each part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field, model_validator

from build_scripts.charts import _counts, _segments
from build_scripts.charts._counts import Counted
from build_scripts.charts._figure import Sheet
from build_scripts.charts._items import By, Entry, expand, figure, items, length, sources
from build_scripts.charts._plot import Plot
from build_scripts.charts._segments import Segment
from build_scripts.charts._theme import ACCENT, GREY, LINE, Size
from build_scripts.charts._words import extremes, figures_table, literal
from build_scripts.model import ChartSpec, FactId, Line, Site


class Share(ChartSpec):
    """Parts are facts in percent, or parts of a whole that is a fact too; or counts of records."""

    kind: Literal["share"]
    parts: tuple[Entry, ...] = Field(default=(), max_length=8)
    whole: FactId | None = None
    """The whole; left out where the parts are percentages."""
    rest: Line | None = None
    """What the remainder is, where the parts do not fill the whole."""
    first: FactId | None = None
    """The part in the accent colour, where all are about the same place."""
    names: By = "auto"
    count: Counted | None = None

    @model_validator(mode="after")
    def parts_or_count(self) -> Share:
        if bool(self.parts) == bool(self.count):
            raise ValueError("a share bar has either parts or a count")
        return self


Record = Share


@dataclass(frozen=True)
class Bar:
    segments: tuple[Segment, ...]
    whole: float


def read(spec: Share, site: Site) -> Sheet:
    if spec.count:
        found = _counts.groups(spec.count, site)
        segments = tuple(
            Segment(g.name, str(g.count), g.mark, g.tag, g.count, g.colour, g.style, g.count) for g in found
        )
        data = Bar(segments, sum(g.count for g in found))
        said = f"One bar, divided by verdict; each cell is one record. {_counts.described(found)}"
        return Sheet(data=data, table=_counts.table(found), described=said)
    pairs = list(expand(spec.parts, site))
    facts = [fact for fact, _ in pairs]
    drawn = items(pairs, site, spec.names)
    whole = figure(spec.whole, site) if spec.whole else None
    total = length(whole.value, whole.scale) if whole and whole.value is not None else 100.0
    if sum(i.amount for i in drawn) > total * 1.001:
        raise ValueError("the parts are more than the whole")
    one_place = len({i.main for i in drawn}) == 1
    segments = tuple(
        Segment(i.name, i.shown, i.mark, i.tag, i.amount,
                (ACCENT if i.fact == (spec.first or drawn[0].fact) else GREY) if one_place else i.colour)
        for i in drawn
    )  # fmt: skip
    left = total - sum(i.amount for i in drawn)
    if left > total * 0.001:
        name = spec.rest or ""
        segments = (*segments, Segment(name, "", "", "", left, LINE, "outline"))
    said = f"One bar for the whole, divided into {', '.join(literal(s.name) for s in segments if s.name)}. "
    return Sheet(
        data=Bar(segments, total), table=figures_table(drawn, facts, site, "Part"),
        described=(said + extremes(drawn, "largest part", "smallest")).strip(),
        facts=tuple(f.id for f in [*facts, *([whole] if whole else [])]), sources=sources(facts),
    )  # fmt: skip


def plot(spec: Share, data: Bar, size: Size) -> Plot:
    draw = _segments.steps if size.narrow else _segments.line
    return draw(data.segments, data.whole, size)
