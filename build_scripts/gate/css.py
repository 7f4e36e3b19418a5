"""Style sheets: only what they add to a page is text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import Files

_CONTENT = re.compile(r"(?<![\w-])content\s*:((?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^;}\"'])*)", re.DOTALL)
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_SHOWN = frozenset(["href", "data-l"])
"""Attributes that a style sheet may show: an address, and a text that `html.py` reads."""


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    yield from added(path, data.decode("utf-8"), book)


def added(path: str, sheet: str, book: Book) -> Iterator[Orphan]:
    """What the sheet's `content` shows: strings, their escapes read, in one piece as a reader sees them."""
    for found in _CONTENT.finditer(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)):
        text = "".join(_plain(a or b) for a, b in _STRING.findall(found[1]))
        if book.loose(text):
            yield Orphan(path, text, "a style sheet adds a number to the page")
        for name in re.findall(r"attr\(\s*([\w-]+)", found[1]):
            if name not in _SHOWN:
                yield Orphan(path, found[1].strip(), f"a style sheet shows the attribute {name}, which no reader reads")


def _plain(text: str) -> str:
    return _ESCAPE.sub(
        lambda m: (chr(code) if 0 < (code := int(m[1], 16)) < 0x110000 else "\ufffd") if m[1] else m[2], text
    )
