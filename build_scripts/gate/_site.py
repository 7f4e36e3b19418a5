"""What the readers of one site tell each other: which records a page names, and what it shows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

PROVENANCE = "provenance.json"
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Page:
    """A page's entry in the provenance file: for each place without elements, the records it tells of."""

    places: dict[str, list[str]] = field(default_factory=dict)

    def keys(self, where: str) -> tuple[str, ...]:
        """`fact:id` and `count:key` behind the text at `where` (title, description, attributes, data)."""
        return tuple(self.places.get(where, ()))


@dataclass
class Files:
    """The provenance file, and the visible text of every page that was read."""

    provenance: dict[str, dict[str, list[str]]]
    contents: Mapping[str, bytes] = field(default_factory=dict)
    """Every file as it lies there, by its path."""
    shown: dict[str, str] = field(default_factory=dict)
    """Page -> its text without white space and without what the search leaves out."""
    pieces: dict[str, list[str]] = field(default_factory=dict)
    """Page -> the same text as it is, by text node."""
    anchors: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)
    """Page -> id of an element -> the first of these text nodes in it, and the first after it."""
    spoken: dict[str, frozenset[str]] = field(default_factory=dict)
    """Page -> the text of its title and of every heading, likewise."""

    def page(self, path: str) -> Page:
        return Page(self.provenance.get(path, {}))

    def remember(
        self,
        path: str,
        pieces: list[str],
        anchors: dict[str, tuple[int, int]],
        headings: Iterable[str],
    ) -> None:
        self.anchors[path], self.pieces[path] = anchors, pieces
        self.shown[path], self.spoken[path] = squash("".join(pieces)), frozenset(map(squash, headings))

    def parts(self, page: str, anchors: Iterable[str]) -> dict[str, list[str]]:
        """For each anchor of a page the text nodes up to the next one; for one that it does not have, all of them."""
        spots, pieces = self.anchors[page], self.pieces[page]
        held = {anchor: spots[anchor] for anchor in anchors if anchor in spots}
        starts = sorted([*(start for start, _ in held.values()), len(pieces)])
        parts = {anchor: pieces[start : starts[bisect_left(starts, end)]] for anchor, (start, end) in held.items()}
        return dict.fromkeys(anchors, pieces) | parts


def squash(text: str) -> str:
    """Text without white space and zero-width spaces, so that two renderings of it can be compared."""
    return "".join(text.replace("\u200b", "").replace("\u00b6", "").split())


def day(text: str) -> str:
    """A day without the hour that RFC 3339 wants after it; any other text as it is."""
    return re.sub(r"^(\d{4}-\d\d-\d\d)T00:00:00Z$", r"\1", text)
