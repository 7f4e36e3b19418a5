"""Drawings that stand alone: as in a page, and with the words that the page has around them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from build_scripts.gate import html
from build_scripts.gate._book import UNSEEN, Book, Orphan
from build_scripts.gate._site import Files

_NAMESPACE = "{http://www.w3.org/2000/svg}"


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    if b"<!ENTITY" in data:
        yield Orphan(path, "<!ENTITY", UNSEEN)
    root = tree(data)
    facts = {f"fact:{e.get('data-fact')}" for e in root.iter() if e.get("data-fact")}
    counts = {f"count:{e.get('data-count')}" for e in root.iter() if e.get("data-count")}
    keys = (*sorted(facts), *sorted(counts), *files.page(path).keys("data"))
    for element in list(root.iter("text", "title", "desc")):
        if "data-repeats" in element.attrib or element.tag in ("title", "desc"):
            text = "".join(map(str, element.itertext()))
            wrong = None if element.get("data-repeats") == "address" else book.told(text, keys)
            if wrong:
                yield Orphan(path, text, wrong)
            for inner in [element, *element.iterdescendants()]:
                inner.text = inner.tail = None
    seen: dict[etree._Element, str | None] = {}
    reading = html.gather(root)
    for run in reading.runs:
        yield from html.judge(path, run, book, seen)
    for element, name, label in reading.labels:
        wrong = html.spoken(element, label, book, files.page(path)) if book.loose(label) else None
        if wrong:
            yield Orphan(path, label, f"{name}: {wrong}")


def tree(data: bytes) -> etree._Element:
    """The drawing, its elements named as in a page."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.removeprefix(_NAMESPACE)
    return root
