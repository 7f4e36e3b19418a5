"""Pictures: each is made from an SVG that is read, and says in its own texts what stands in it.

The points themselves are not read. The words of a card (`cards/`) stand in no other file, so it must carry them.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import Files

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    texts = dict(_texts(data))
    if path.startswith("cards/") and not texts.get("Title"):
        yield Orphan(path, path, "a card without its words cannot be read")
    for name, text in texts.items():
        wrong = book.told(text, files.page(path).keys("data")) if book.loose(text) else None
        if wrong:
            yield Orphan(path, text[:100], f"{name}: {wrong}")


def size(data: bytes) -> tuple[int, int]:
    """Width and height. Raises ValueError for what is no PNG."""
    if not data.startswith(_SIGNATURE) or data[12:16] != b"IHDR" or len(data) < 24:
        raise ValueError("it is no PNG")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Every text in the file by its name. Raises ValueError for texts that are not read, and for a broken file."""
    size(data)
    at = len(_SIGNATURE)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body, check = data[at + 8 : at + 8 + length], data[at + 8 + length : at + 12 + length]
        if struct.pack(">I", zlib.crc32(kind + body)) != check:
            raise ValueError("a part of it is broken")
        if kind in (b"tEXt", b"zTXt", b"eXIf"):
            raise ValueError(f"it holds {kind.decode()}, which is not read")
        if kind == b"iTXt":
            name, _, rest = body.partition(b"\0")
            if rest[:1] != b"\0":
                raise ValueError("it holds a packed text, which is not read")
            yield name.decode("latin-1"), rest[2:].split(b"\0", 2)[2].decode("utf-8")
        at += 12 + length
