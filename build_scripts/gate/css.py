"""Style sheets: only what they add to a page is text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import Files


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    for found in re.finditer(r"content:\s*(\"[^\"]*\"|'[^']*')", data.decode("utf-8")):
        text = re.sub(r"\\[0-9a-f]+", "", found[1])
        if book.loose(text):
            yield Orphan(path, text, "a style sheet adds a number to the page")
