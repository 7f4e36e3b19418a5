"""What a comparison of two editions finds. Where both are told, `before` stands before `after`."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.difference.parts import Part
from build_scripts.model import Change


@dataclass(frozen=True)
class Sentence:
    """A sentence that reads differently, is new or is gone. `because` names the changed records that it quotes."""

    collection: str
    id: str
    name: str
    field: str
    before: str | None
    after: str | None
    because: tuple[str, ...]


@dataclass(frozen=True)
class Figures:
    """A fact whose figure, period, place, speaker or verdict changed, and where that shows."""

    id: str
    name: str
    parts: tuple[Part, ...]
    entries: tuple[Change, ...]
    """The new entries of its `changes`."""
    derived: bool
    """Whether it is our own arithmetic over other facts."""
    results: tuple[Result, ...]
    charts: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """A derived fact that was worked out anew; its figure may be the same once rounded."""

    id: str
    name: str
    before: str | None
    after: str


@dataclass(frozen=True)
class Count:
    """A number of records that prose shows."""

    key: str
    before: int
    after: int


@dataclass(frozen=True)
class Drawing:
    """A chart whose rows differ: as its table has them before and after."""

    id: str
    name: str
    rows: tuple[tuple[str | None, str | None], ...]


@dataclass(frozen=True)
class Field:
    """Something else that a record holds: a source's address, an order, a list."""

    collection: str
    id: str
    name: str
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Record:
    """A record that is new, gone, retired or has another id; `to` is the id that took its place."""

    collection: str
    id: str
    name: str
    what: str
    to: str | None
    text: str
    """What it says, or why it was retired."""


@dataclass(frozen=True)
class Page:
    path: str
    title: str
    what: str


@dataclass(frozen=True)
class Difference:
    """Everything that a reader of the newer edition sees otherwise; `pages` is None where they cannot be compared."""

    figures: tuple[Figures, ...]
    counts: tuple[Count, ...]
    sentences: tuple[Sentence, ...]
    charts: tuple[Drawing, ...]
    fields: tuple[Field, ...]
    records: tuple[Record, ...]
    pages: tuple[Page, ...] | None
