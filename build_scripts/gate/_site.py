"""What the readers of one site tell each other: which records a page names, and what it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

PROVENANCE = "provenance.json"
MANIFEST = "manifest.json"
UNINDEXED = frozenset(["script", "style", "head", "nav", "aside", "form", "svg", "template"])


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

    clean: set[bytes] = field(default_factory=set)
    """Parts of the frame around pages that were read and found without an orphan."""

    def page(self, path: str) -> Page:
        return Page(self.provenance.get(path, {}))

    def remember(self, path: str, root: etree._Element) -> None:
        parts: list[str] = []
        self.anchors[path] = {}
        _visible(root, parts, self.anchors[path])
        self.shown[path], self.pieces[path] = squash("".join(parts)), parts
        heads = [root.findtext("head/title") or ""]
        heads += ["".join(map(str, e.itertext())) for e in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        self.spoken[path] = frozenset(squash(head) for head in heads)

    def part(self, page: str, anchor: str, others: set[str]) -> list[str]:
        """The text nodes of the part of a page from an anchor to the next one of `others`."""
        spots = self.anchors[page]
        if anchor not in spots:
            return self.pieces[page]
        start, end = spots[anchor]
        return self.pieces[page][
            start : min((spots[o][0] for o in others if o in spots and spots[o][0] >= end), default=None)
        ]


def squash(text: str) -> str:
    """Text without white space and zero-width spaces, so that two renderings of it can be compared."""
    return "".join(text.replace("\u200b", "").replace("\u00b6", "").split())


def day(text: str) -> str:
    """A day without the hour that RFC 3339 wants after it; any other text as it is."""
    return re.sub(r"^(\d{4}-\d\d-\d\d)T00:00:00Z$", r"\1", text)


def _visible(element: etree._Element, parts: list[str], anchors: dict[str, tuple[int, int]]) -> None:
    start, names = len(parts), element.keys()
    hidden = "data-search-exclude" in names or "popover" in names
    if isinstance(element.tag, str) and element.tag not in UNINDEXED and not hidden:
        if element.text:
            parts.append(element.text)
        for child in element:
            _visible(child, parts, anchors)
            if child.tail:
                parts.append(child.tail)
    if "id" in names:
        anchors[str(element.get("id"))] = start, len(parts)
