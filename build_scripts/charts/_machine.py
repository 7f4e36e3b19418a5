"""A chart's figures as a table for machines: exactly as the records hold them, one line each."""

from __future__ import annotations

import csv
import io

from build_scripts import prose
from build_scripts.charts._figure import Sheet
from build_scripts.facts.figure import Figure
from build_scripts.model import ChartSpec, Site

COLUMNS = ("id", "label", "place", "period", "value", "low", "high", "scale", "unit", "hedge", "status", "said_by",
           "verdict", "sources")  # fmt: skip


def text(spec: ChartSpec, sheet: Sheet, site: Site) -> str:
    """The facts of a chart; for a chart of counts, its counts."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if not sheet.facts:
        writer.writerow(("count", "name", "records"))
        for row in sheet.table.rows:
            writer.writerow([_safe(c) for c in (row.count or "", *(prose.plain(cell, site) for cell in row.cells[:2]))])
        return out.getvalue()
    writer.writerow(COLUMNS)
    for id in dict.fromkeys(sheet.facts):
        fact = site.facts[id]
        own = fact if isinstance(fact, Figure) else None
        cells = (
            id, prose.plain(fact.label, site, fact), fact.place or "", fact.period.text,
            *((own.value, own.low, own.high, own.scale, own.unit, own.hedge, own.status) if own else [""] * 7),
            fact.said_by, fact.verdict.word if fact.verdict else "", " ".join(fact.sources),
        )  # fmt: skip
        writer.writerow([_safe("" if c is None else str(c)) for c in cells])
    return out.getvalue()


def _safe(cell: str) -> str:
    """A spreadsheet would run a cell that begins like a formula; a negative number is none."""
    dangerous = cell[:1] in "=+@\t\r" if cell else False
    return f"'{cell}" if dangerous or (cell[:1] == "-" and not cell[1:2].isdigit()) else cell
