"""Plain text: licences of fonts, robots.txt. Figures in it must be a record's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import Files

LICENCES = ("assets/fonts/", "assets/licences/")


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    if path.startswith(LICENCES):
        return  # a licence of what ships with the site, word for word
    for line in data.decode("utf-8").splitlines():
        line = re.sub(r"https?://\S+", "", line)
        if book.loose(line):
            wrong = book.told(line, files.page(path).keys("data"))
            if wrong:
                yield Orphan(path, line, wrong)
