"""Drawings that stand alone: as in a page, and with the words that the page has around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

from build_scripts.gate import html
from build_scripts.gate._book import UNSEEN, Book, Orphan
from build_scripts.gate._reading import Element, Reading, Target
from build_scripts.gate._site import Files

NAMESPACE = "{http://www.w3.org/2000/svg}"


class Drawing(Target):
    """Its elements are named as in a page; its title, its description and texts that repeat others stand in no run."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        super().start(tag.removeprefix(NAMESPACE), attributes)

    def _is_title(self, element: Element) -> bool:
        return element.tag in ("title", "desc") or "data-repeats" in element.attributes


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    if b"<!ENTITY" in data:
        yield Orphan(path, "<!ENTITY", UNSEEN)
    drawing, page = gather(data), files.page(path)
    keys = *(f"fact:{id}" for id in sorted(drawing.figures)), *(f"count:{key}" for key in sorted(drawing.counts))
    for words in drawing.titles:
        wrong = book.told(words.text, (*keys, *page.keys("data")))
        if wrong and words.attributes.get("data-repeats") != "address":
            yield Orphan(path, words.text, wrong)
    yield from html.judge(path, drawing, book, {})
    for element, name, label in drawing.labels:
        wrong = html.spoken(element, label, book, page) if book.loose(label) else None
        if wrong:
            yield Orphan(path, label, f"{name}: {wrong}")


def gather(data: bytes) -> Reading:
    """Read a drawing."""
    target = cast("etree.ParserTarget", Drawing())
    # Without any of them it would tell of "R&#38;D"; those of another file are an error.
    inside = cast(bool, "internal")
    return cast(Reading, etree.fromstring(data, etree.XMLParser(target=target, resolve_entities=inside)))
