"""Who refers to whom: every id that stands in a record, in a field or in prose, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from build_scripts import prose
from build_scripts.diagnostics import Place
from build_scripts.model import Path, Prose, Refers, Site, walk
from build_scripts.positions import Scalar, locate

HOLDERS = (
    "facts", "series", "sources", "speakers", "places", "units", "indicators", "terms", "gaps", "charts", "pages",
    "retired",
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


@dataclass(frozen=True)
class Passage:
    """A piece of prose: whose it is, where it stands in the record, its text and the pieces of that."""

    holder: Holder
    path: Path
    text: str
    pieces: tuple[prose.Piece, ...]


@lru_cache(maxsize=4)
def passages(site: Site) -> list[Passage]:
    """Every piece of prose in the site, record by record."""
    return [
        Passage(holder, path, text, prose.parse(text))
        for holder in holders(site)
        for path, text, _ in walk(holder.record, Prose)
    ]


@lru_cache(maxsize=4)
def references(site: Site) -> list[Reference]:
    """Every reference in the site, in the order of collections and files."""
    found = []
    said: dict[tuple[str, str], list[tuple[Path, str, tuple[prose.Piece, ...]]]] = {}
    for p in passages(site):
        said.setdefault((p.holder.collection, p.holder.id), []).append((p.path, p.text, p.pieces))
    for holder in holders(site):
        for path, id, marker in walk(holder.record, Refers):
            found.append(Reference(holder, path, marker.to, id))
        for path, text, pieces in said.get((holder.collection, holder.id), ()):
            for piece in pieces:
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
    """The line and column of the character at `start` of a piece of prose."""
    origin = site.origins.get((holder.collection, holder.id))
    if origin is None:
        return Place("content")
    node = locate(origin.node, path)
    document = origin.document
    offset = _offset(document.text, node, text, start) if isinstance(node, Scalar) else None
    if offset is None:
        return document.place(node)
    above = document.text[:offset].splitlines(keepends=True)
    fresh = not above or above[-1].splitlines() != [above[-1]]  # nothing of its line stands before it
    return Place(document.path, len(above) + fresh, 1 if fresh else len(above[-1]) + 1, width)


_ESCAPED = {"x": 2, "u": 4, "U": 8}
"""How many digits follow such an escape in double quotes."""


def _offset(file: str, node: Scalar, text: str, start: int) -> int | None:
    """Where the character at `start` of `text` stands in the file, or None.

    White space was folded when the text was read; what is no white space is the same, and is counted.
    """
    at = sum(map(len, file.splitlines(keepends=True)[: node.line - 1])) + node.column - 1
    quote = file[at : at + 1]
    if quote in ("|", ">"):
        at = file.find("\n", at)
    elif quote in ("'", '"'):
        at += 1
    before = sum(not c.isspace() for c in text[:start])
    while at < len(file):
        end, character = at + 1, file[at]
        if quote == '"' and character == "\\":
            character = file[at + 1 : at + 2]
            end += 1 + _ESCAPED.get(character, 0)
            character = " " if character in "ntr\n" else character
        elif quote == "'" and file.startswith("''", at):
            end += 1
        if not character.isspace():
            if before == 0:
                return at if text.startswith(file[at], start) or end > at + 1 else None
            before -= 1
        at = end
    return None
