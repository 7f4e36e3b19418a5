"""Packed files: what is inside is read as what it is."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import Files
from build_scripts.registry import modules


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    inside = path.removesuffix(".gz")
    reader = modules("gate").get(inside.rpartition(".")[2])
    if reader is None:
        yield Orphan(path, inside, "no reader knows this type of file")
        return
    yield from reader.read(inside, gzip.decompress(data), book, files)
