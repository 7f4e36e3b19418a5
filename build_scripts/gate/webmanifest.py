"""The web manifest: names of the site, addresses in it, colours, and sizes of pictures, which are held against them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from build_scripts.gate import png
from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import Files

SHOWN = frozenset(["name", "short_name", "description"])
PLAIN = frozenset(["lang", "start_url", "scope", "display", "background_color", "theme_color"])
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    for name, value in json.loads(data).items():
        if name == "icons":
            yield from (Orphan(path, str(icon), wrong) for icon in value if (wrong := _icon(icon, files)))
        elif not isinstance(value, str) or name not in SHOWN | PLAIN:
            yield Orphan(path, name, "it is no part of a manifest that is known")
        elif name in SHOWN or not (_COLOUR.fullmatch(value) or value in files.contents):
            wrong = book.told(value, files.page(path).keys("data")) if book.loose(value) else None
            if wrong:
                yield Orphan(path, value, wrong)


def _icon(icon: dict[str, Any], files: Files) -> str | None:
    """None if the picture is there and has the size that is told."""
    picture = files.contents.get(icon["src"])
    if picture is None:
        return "there is no such picture"
    width, height = png.size(picture)
    return None if icon["sizes"] == f"{width}x{height}" else f"the picture measures {width}x{height}"
