"""Who refers to whom: every id that stands in a record, in a field or in prose, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from build_scripts import prose
from build_scripts.diagnostics import Place
from build_scripts.model import Path, Prose, Refers, Site, walk
from build_scripts.positions import Scalar, locate

HOLDERS = (
    "facts", "series", "sources", "speakers", "places", "units", "indicators", "terms", "gaps", "charts", "pages",
)  # fmt: skip
SINGULAR = {
    "facts": "fact", "series": "series", "sources": "source", "speakers": "speaker", "places": "place", "units": "unit",
    "indicators": "indicator", "terms": "term", "gaps": "gap", "charts": "chart", "pages": "page",
    "retired": "retired id", "config": "site",
}  # fmt: skip


@dataclass(frozen=True)
class Holder:
    """A record, and the collection that it stands in; `config` is site.yml."""

    collection: str
    id: str
    record: Any

    @property
    def name(self) -> str:
        return "site.yml" if self.collection == "config" else f'{SINGULAR[self.collection]} "{self.id}"'


@dataclass(frozen=True)
class Reference:
    """`holder` names `id` of `collection` at `path`; `start` is the id's offset in prose, None in a field."""

    holder: Holder
    path: Path
    collection: str
    id: str
    text: str = ""
    start: int | None = None

    def spot(self, site: Site) -> Place:
        if self.start is None:
            return spot(site, self.holder, self.path)
        width = max(1, len(self.id))
        return spot_in(site, self.holder, self.path, self.text, self.start, width)


def holders(site: Site) -> Iterator[Holder]:
    """Every record once: points of series stand with their series, not as facts."""
    yield Holder("config", "site", site.config)
    for collection in HOLDERS:
        for id, record in site.collection(collection).items():
            if collection != "facts" or record.series is None:
                yield Holder(collection, id, record)


def texts(holder: Holder) -> Iterator[tuple[Path, str, Prose]]:
    """Every piece of prose in the record, with its path."""
    yield from walk(holder.record, Prose)


def references(site: Site) -> list[Reference]:
    """Every reference in the site, in the order of collections and files."""
    found = []
    for holder in holders(site):
        for path, id, marker in walk(holder.record, Refers):
            found.append(Reference(holder, path, marker.to, id))
        for path, text, _ in texts(holder):
            for piece in prose.parse(text):
                if isinstance(piece, prose.Cite) and piece.id != "this":
                    found.append(Reference(holder, path, "facts", piece.id, text, text.index(piece.id, piece.start)))
                elif isinstance(piece, prose.Link) and piece.to != "web":
                    at = piece.start + len(f"[{piece.text}]({piece.to}:")
                    found.append(Reference(holder, path, prose.LINKED[piece.to], piece.id, text, at))
        for path, formula in _formulas(holder.record):
            cited = [piece for piece in prose.parse(formula) if isinstance(piece, prose.Cite)]
            found += [Reference(holder, path, "facts", piece.id, formula, piece.start + 2) for piece in cited]
    return found


def _formulas(record: Any) -> Iterator[tuple[Path, str]]:
    """The formulas of a derived figure, or of the points of a series."""
    if derived := getattr(record, "derived", None):
        yield ("derived", "formula"), derived.formula
    for i, point in enumerate(getattr(record, "points", ())):
        if point.derived:
            yield ("points", i, "derived", "formula"), point.derived.formula


def spot(site: Site, holder: Holder, path: Path, *, key: bool = False) -> Place:
    return site.spot(holder.collection, holder.id, *path, key=key)


def spot_in(site: Site, holder: Holder, path: Path, text: str, start: int, width: int = 1) -> Place:
    """The line and column of the character at `start` of a piece of prose.

    White space was folded when the text was read, so the place is found again by the words that
    stand there: the same occurrence of them, counted from the field's beginning.
    """
    origin = site.origins.get((holder.collection, holder.id))
    if origin is None:
        return Place("content")
    node = locate(origin.node, path)
    document = origin.document
    snippet = text[start : start + 24].split("\n")[0]
    first = snippet.split(" ")[0] or snippet[:1]
    if not isinstance(node, Scalar) or not first:
        return document.place(node)
    for wanted in (snippet, first):
        offset = _offset(document.text, node.line, node.column) - 1
        for _ in range(text.count(wanted, 0, start) + 1):
            offset = document.text.find(wanted, offset + 1)
            if offset < 0:
                break
        else:
            above = document.text[:offset].splitlines(keepends=True)
            fresh = not above or above[-1].splitlines() != [above[-1]]  # nothing of its line stands before it
            return Place(document.path, len(above) + fresh, 1 if fresh else len(above[-1]) + 1, width)
    return document.place(node)


def _offset(text: str, line: int, column: int) -> int:
    return sum(map(len, text.splitlines(keepends=True)[: line - 1])) + column - 1
