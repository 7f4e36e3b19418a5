"""What happened and what was meant to happen, in the order of time: a plain list by year.

Taken up are events and dated ranks by their period, plans by the time they were told and, where that is said,
by the time they are meant for, the publication of the explained source, and records that the editors add.
Figures are left out unless editors add them: they stand in series and charts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.edtf import Period
from build_scripts.facts.plan import Plan
from build_scripts.model import Fact, FactId, PageSpec, Site, Source
from build_scripts.pages._reference import listed
from build_scripts.pages._view import View
from build_scripts.pages.fact import KINDS


class Record(PageSpec):
    kind: Literal["timeline"]
    further: tuple[FactId, ...] = ()
    """Figures and statements that mark a turn."""


@dataclass(frozen=True)
class Entry:
    """A line of the list: a fact at a time, or the explained source when it was published."""

    when: Period
    what: str
    fact: Fact | None = None
    source: Source | None = None

    @property
    def order(self) -> tuple[date, date, bool]:
        """Whole years stand before the days in them; the source stands before what it says."""
        return (self.when.start or date.min, _reversed(self.when.end), self.fact is not None)


def render(view: View) -> Iterator[Artifact]:
    for spec in view.site.pages.values():
        if isinstance(spec, Record):
            found = sorted(entries(view.site, spec.further), key=lambda entry: entry.order)
            years = [(year, list(told)) for year, told in groupby(found, key=lambda e: (e.when.start or date.min).year)]
            undated = [f for f in view.site.facts.values() if f.kind == "event" and not _dated(f.period)]
            yield listed(view, spec, years=years, undated=undated)


def entries(site: Site, further: tuple[str, ...] = ()) -> Iterator[Entry]:
    """Every line, in the order of the files."""
    explained = site.sources[site.config.explains]
    if _dated(explained.date):
        yield Entry(explained.date, "Published", source=explained)
    for fact in site.facts.values():
        if isinstance(fact, Plan):
            told = fact.period if _dated(fact.period) else fact.said_on
            if told and _dated(told) and told != fact.due:
                yield Entry(told, "Intention told", fact)
            if fact.due and _dated(fact.due):
                yield Entry(fact.due, "Meant for then", fact)
        elif (fact.kind in ("event", "superlative") or fact.id in further) and _dated(fact.period):
            yield Entry(fact.period, KINDS[fact.kind], fact)


def _dated(period: Period) -> bool:
    return period.start is not None


def _reversed(end: date | None) -> date:
    """So that the later end comes first."""
    return date.fromordinal(date.max.toordinal() - (end or date.max).toordinal() + 1)
