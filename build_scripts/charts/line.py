"""Lines over time: gaps stay gaps, and a change of definition is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from build_scripts import prose
from build_scripts.charts import _lines, _traces
from build_scripts.charts._axis import year_of
from build_scripts.charts._figure import Sheet
from build_scripts.charts._items import SeriesId, points, sources, tick_units
from build_scripts.charts._lines import Frame, Spine
from build_scripts.charts._plot import Plot
from build_scripts.charts._theme import Size
from build_scripts.model import ChartSpec, FactId, Model, Site, SourceId
from build_scripts.model import Line as Prose


class OneLine(Model):
    series: SeriesId
    label: Prose | None = None
    """Its name at the line's end; its place's name if left out."""


class Note(Model):
    """A point that is named on the chart."""

    fact: FactId
    text: Prose | None = None
    """A few words after its figure."""


class Line(ChartSpec):
    kind: Literal["line"]
    series: tuple[OneLine, ...] = Field(min_length=1, max_length=4)
    notes: tuple[Note, ...] = Field(default=(), max_length=4)
    said: SourceId | None = None
    """A source whose date is drawn as the double rule: when the article appeared."""
    said_label: Prose | None = None
    zero: Literal["auto", "yes"] = "auto"
    """Whether the axis must begin at zero."""


Record = Line


@dataclass(frozen=True)
class Drawing:
    traces: tuple[_traces.Trace, ...]
    frame: Frame


def read(spec: Line, site: Site) -> Sheet:
    ids = [one.series for one in spec.series]
    facts = [fact for id in ids for fact in points(id, site)]
    names = [prose.plain(one.label, site) if one.label else None for one in spec.series]
    found = _traces.traces(ids, names, site)
    zero = spec.zero == "yes" or site.indicators[facts[0].indicator].measure in ("growth", "points")
    spine, yearly = None, _traces.is_yearly(facts)
    if spec.said and spec.said in site.sources and (day := site.sources[spec.said].date.start):
        # A yearly figure stands at its year's number, which is the middle of the year: its days lie half a year around.
        spine = Spine(
            year_of(day) - (0.5 if yearly else 0), prose.plain(spec.said_label, site) if spec.said_label else ""
        )
    notes = {note.fact: prose.plain(note.text, site) if note.text else "" for note in spec.notes}
    frame = Frame(tick_units(facts, site), zero, yearly, spine, tuple(notes.items()))
    called = [trace.name for trace in found]
    return Sheet(
        data=Drawing(tuple(found), frame), table=_traces.table(found, site),
        described=f"Lines over time. {_traces.described(found)}", facts=tuple(f.id for f in facts),
        cautions=_traces.cautions(ids, called, site), sources=sources(facts),
    )  # fmt: skip


def plot(spec: Line, data: Drawing, size: Size) -> Plot:
    return _lines.draw(data.traces, data.frame, size)
