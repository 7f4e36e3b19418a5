"""A period is unknown and nobody says why.

`period: unknown` needs a period_note: what the source leaves open, and how the record is to be read.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    for fact in site.facts.values():
        if not fact.period.known and fact.period_note is None:
            message = f'fact "{fact.id}": the period is unknown without a period_note'
            place = site.spot("facts", fact.id, "period")
            yield Diagnostic("unexplained-unknown", message, place, hint="say what the source leaves open")
    for source in site.sources.values():
        if not source.date.known and source.date_note is None:
            message = f'source "{source.id}": the date is unknown without a date_note'
            place = site.spot("sources", source.id, "date")
            yield Diagnostic("unexplained-unknown", message, place, hint="say where a date was looked for")
