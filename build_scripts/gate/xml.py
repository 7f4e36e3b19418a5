"""The sitemap and feeds: addresses and dates, and texts that the provenance file answers for."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import Files

ADDRESSES = frozenset(["loc", "link", "id", "uri"])
STAMPS = frozenset(["lastmod", "updated", "published", "pubDate", "lastBuildDate"])


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in root.iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else "link"
        text = (element.text or "").strip()
        if text and name not in ADDRESSES | STAMPS and book.loose(text):
            wrong = book.told(text, files.page(path).keys("data"))
            if wrong:
                yield Orphan(path, text[:100], wrong)
