"""The sitemap and feeds: addresses and dates, and texts that the provenance file answers for."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from build_scripts.gate._book import UNSEEN, Book, Orphan
from build_scripts.gate._site import Files, day

ADDRESSES = frozenset(["loc", "link", "id", "uri"])
BUILT = frozenset(["lastmod"])
"""Dates of the build, not of a record."""


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    if b"<!ENTITY" in data:
        yield Orphan(path, "<!ENTITY", UNSEEN)
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    page = files.page(path)
    for element in root.iter():
        keys = page.keys(_entry(element) or "data")
        shown = [element.text if _name(element) not in ADDRESSES | BUILT else None, element.tail, element.get("title")]
        for text in (day(part.strip()) for part in shown if part):
            wrong = book.told(text, keys) if book.loose(text) else None
            if wrong:
                yield Orphan(path, text[:100], wrong)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else "link"


def _entry(element: etree._Element) -> str | None:
    """The id of the entry that the element stands in: the provenance file gives each entry records of its own."""
    above: etree._Element | None = element
    while above is not None and _name(above) != "entry":
        above = above.getparent()
    return None if above is None else above.findtext("{*}id")
