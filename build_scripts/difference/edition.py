"""One state of the content as a reader sees it: its sentences, the rows of its charts, its pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any, Literal

from build_scripts import prose
from build_scripts.charts._figure import Sheet
from build_scripts.difference.names import Names, named, shown
from build_scripts.model import Fact, Prose, Site, walk
from build_scripts.pages._view import Drawing, View
from build_scripts.references import holders
from build_scripts.registry import modules

Where = tuple[str, str, Names]
"""Collection, id and field of a piece of prose."""
Role = Literal["own", "shared", "inherited"]

# The end of a sentence: a stop before a capital, an empty line, or the next item of a list.
_SENTENCE = re.compile(
    r".+?(?:[.?!][”’\")*_]*(?=\s+[“‘\"(*_]*[^\W\d_a-z])|(?=\n\s*\n)|(?=\n\s*(?:[-*#]|\d+\.) )|\Z)", re.DOTALL
)  # fmt: skip
_MARKER = re.compile(r"^([-*]|#+|\d+\.) ")
"""What makes a line of Markdown an item of a list, or a heading."""
_FRONT = re.compile(r"---\n(.*?)---\n", re.DOTALL)


@dataclass(frozen=True)
class Sentence:
    text: str
    rests: frozenset[str]
    """What it quotes, also through the words of other facts: `fact:id`, `count:key`."""


@dataclass(frozen=True)
class Passage:
    """A piece of prose. A series shares a text with its points: their figures differ, its words are told once."""

    typed: str
    sentences: tuple[Sentence, ...]
    role: Role = "own"


@dataclass(frozen=True)
class Page:
    title: str
    text: str
    """Front matter and body, without what only tells the line of a record."""


@dataclass(frozen=True)
class Edition:
    """`sound` says that the content passes today's checks: what cannot be rendered is then a mistake of ours."""

    site: Site
    sound: bool = True

    @cached_property
    def passages(self) -> dict[Where, Passage]:
        found: dict[Where, Passage] = {}
        for holder in holders(self.site):
            this = holder.record if isinstance(holder.record, Fact) else None
            if holder.collection == "series":
                points = [fact for fact in self.site.facts.values() if fact.series == holder.id]
                this = points[0] if points else None
                for point in points:
                    found |= self._of(point, "facts", point.id, point, inherits=holder.record)
            found |= self._of(holder.record, holder.collection, holder.id, this)
        for id, sheet in self.sheets.items():
            for name, texts in (("description", (sheet.described,)), ("cautions", sheet.cautions)) if sheet else ():
                if any(texts):
                    found["charts", id, (name,)] = self._passage(" ".join(texts), None)
        return found

    def _of(
        self, record: Any, collection: str, id: str, this: Fact | None, inherits: Any = None
    ) -> dict[Where, Passage]:
        """The prose of one record; `inherits` is the series of a point."""
        found: dict[Where, Passage] = {}
        for path, text, _ in walk(record, Prose):
            if path[0] == "points":
                continue
            role: Role = "own"
            if path in (("statement",), ("label",)):
                if collection == "series":
                    role = "shared"
                elif inherits is not None and text == getattr(inherits, str(path[0])):
                    role = "inherited"
            found[collection, id, named(record, path)] = self._passage(text, this, role)
        return found

    def _passage(self, text: str, this: Fact | None, role: Role = "own") -> Passage:
        return Passage(text, tuple(self._sentences(text, this)), role)

    def _sentences(self, text: str, this: Fact | None) -> Iterator[Sentence]:
        whole, cited = "", []
        for piece, raw in _pieces(text):
            start = len(whole)
            whole += shown(raw, self.site, this) if isinstance(piece, (prose.Cite, prose.Count)) else raw
            cited += [(start, key) for key in self.rests(piece, this)]
        for found in _SENTENCE.finditer(whole):
            said = _MARKER.sub("", " ".join(found[0].split()))
            if said:
                yield Sentence(said, frozenset(key for at, key in cited if found.start() <= at < found.end()))

    def rests(self, piece: prose.Piece, this: Fact | None, depth: int = 0) -> Iterator[str]:
        """What a citation shows: the record itself, and what its words quote."""
        if isinstance(piece, prose.Count):
            yield f"count:{piece.key}"
        if not isinstance(piece, prose.Cite) or depth > prose.DEEPEST:
            return
        fact = this if piece.id == "this" else self.site.facts.get(piece.id)
        if fact is not None:
            yield f"fact:{fact.id}"
            words = prose.worded(fact, self.site, piece.forms) if fact.said_by in self.site.speakers else None
            for inner in prose.parse(words or ""):
                yield from self.rests(inner, fact, depth + 1)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Every count that prose asks for, and what it comes to."""
        found = {}
        for passage in self.passages.values():
            for piece in prose.parse(passage.typed):
                if isinstance(piece, prose.Count):
                    try:
                        found[piece.key] = prose.counted(piece, self.site)
                    except ValueError:  # of a word that this edition does not know
                        found[piece.key] = 0
        return found

    @cached_property
    def sheets(self) -> dict[str, Sheet | None]:
        """What each chart draws; None where it cannot be drawn."""
        found: dict[str, Sheet | None] = {}
        for id, spec in self.site.charts.items():
            try:
                found[id] = modules("charts")[spec.kind].read(spec, self.site)
            except (ValueError, KeyError):
                found[id] = None
        return found

    def rows(self, chart: str) -> dict[str, str]:
        """What the rows of a chart say, by the fact or count that they show."""
        sheet = self.sheets.get(chart)
        found: dict[str, str] = {}
        for row in sheet.table.rows if sheet else ():
            name = row.fact or row.count or row.cells[0]
            while name in found:
                name += " "
            found[name] = " · ".join(shown(cell, self.site) for cell in row.cells)
        return found

    @cached_property
    def pages(self) -> dict[str, Page] | None:
        """Every page by address, its charts as tables; None where the content cannot be rendered."""
        try:
            return dict(self._rendered())
        except Exception:
            if self.sound:
                raise
            return None

    def _rendered(self) -> Iterator[tuple[str, Page]]:
        view = View(self.site, {id: self._drawing(id) for id in self.site.charts})
        for module in modules("pages").values():
            for made in module.render(view):
                if made.path.endswith(".md"):
                    assert isinstance(made.body, str)
                    yield made.path.removesuffix(".md") + ".html", _page(made.body)

    def _drawing(self, id: str) -> Drawing:
        """The chart as its words and rows: pictures show no more than they do."""
        sheet, spec = self.sheets[id], self.site.charts[id]
        assert sheet is not None
        said = (spec.title, spec.subtitle, spec.alt, spec.note, spec.comparable, sheet.described, *sheet.cautions)
        rows = escape("\n".join(self.rows(id).values()))
        facts = "".join(f'<i data-fact="{fact}"></i>' for fact in sheet.facts)
        return Drawing(lambda words, href, classes: " ".join(words(text) for text in said if text) + rows + facts, "")


def _pieces(text: str) -> Iterator[tuple[prose.Piece, str]]:
    """Each piece of prose with its text: as typed for a citation, the words of a link."""
    pieces = prose.parse(text)
    for n, piece in enumerate(pieces):
        end = pieces[n + 1].start if n + 1 < len(pieces) else len(text)
        yield piece, piece.text if isinstance(piece, (prose.Text, prose.Link)) else text[piece.start : end]


def _page(body: str) -> Page:
    front = _FRONT.match(body)
    assert front
    meta = {key: value for key, _, value in (line.partition(": ") for line in front[1].splitlines())}
    kept = "".join(f"{key}: {value}\n" for key, value in meta.items() if key != "record")
    return Page(json.loads(meta["title"]), kept + body[front.end() :])
