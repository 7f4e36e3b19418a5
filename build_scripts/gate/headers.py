"""`_headers`: instructions to a server, which no reader sees. Whatever else stands there is read as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import Files

_NAMES = "Cache-Control|Content-Security-Policy|Permissions-Policy|Referrer-Policy|X-Content-Type-Options"
_RULE = re.compile(rf"/[\w./*-]*|  ({_NAMES}): [\x21-\x7e ]+")


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    for line in data.decode("utf-8").splitlines():
        if not _RULE.fullmatch(line) and book.loose(line):
            yield Orphan(path, line, "it is no path and no header that is known")
