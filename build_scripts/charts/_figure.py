"""What a chart is once it is drawn, and what its kind says before that."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class TableRow:
    """`cells` are prose (`${id|number}`), so that a page writes figures as it does elsewhere."""

    cells: tuple[str, ...]
    fact: str | None = None
    count: str | None = None
    """Canonical name of a computed count: `claims,verdict=confirmed`."""


@dataclass(frozen=True)
class Table:
    headers: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Sheet:
    """What a chart says. `data` is the kind's own: plain values that `plot` draws from.

    Two sheets that are equal give the same drawing; the cache relies on it.
    """

    data: Any
    table: Table
    described: str
    """Prose: what is drawn, and its extremes, range, latest value or trend."""
    facts: tuple[str, ...] = ()
    """Every fact that is drawn, in order."""
    cautions: tuple[str, ...] = ()
    """Prose: what series and breaks tell the reader of the chart."""
    credits: tuple[str, ...] = ()
    """Who made a map's outlines."""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """`wide` and `narrow` are whole `<svg>` elements for a page; `spec` is the wide one's Vega-Lite JSON."""

    id: str
    kind: str
    title: str
    subtitle: str
    alt: str
    note: str | None
    comparable: str | None
    described: str
    wide: str
    narrow: str
    spec: str
    table: Table
    csv: str
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    cautions: tuple[str, ...]
    credits: tuple[str, ...]
    plain: dict[str, str] = field(default_factory=dict)
    """Title, subtitle, description and source line as plain text, for files that stand alone."""

    @property
    def words(self) -> dict[str, str]:
        """What a picture of it carries in its file."""
        return {"Title": self.plain["title"], "Description": self.plain["description"]}
