"""Fonts."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import Files


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    return iter(())
