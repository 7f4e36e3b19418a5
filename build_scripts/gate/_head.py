"""Addresses and sizes in a page's head: they are proved by the site itself, not by a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from build_scripts.gate import _structure, png
from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._reading import Element
from build_scripts.gate._site import Files

PICTURE = "og:image"
SIZES = {"og:image:width": 0, "og:image:height": 1}
PROVED = frozenset(["og:url", PICTURE, *SIZES])
"""Names of `<meta>` that are read here."""


def orphans(path: str, labels: Iterable[tuple[Element, str, str]], book: Book, files: Files) -> Iterator[Orphan]:
    metas = {meta.attributes.get("property", ""): text for meta, name, text in labels if name == "content"}
    for name in sorted(PROVED & metas.keys()):
        wrong = _wrong(name, metas, book, files)
        if wrong:
            yield Orphan(path, metas[name], f"{name}: {wrong}")


def _wrong(name: str, metas: dict[str, str], book: Book, files: Files) -> str | None:
    if name not in SIZES:
        return _structure.address(metas[name], {}, book)
    home = urlsplit(book.site.config.address).path.rstrip("/") + "/"
    picture = metas.get(PICTURE, "")
    data = files.contents.get(urlsplit(picture).path.removeprefix(home))
    if data is None:
        return f'there is no picture "{picture}"'
    due = png.size(data)[SIZES[name]]
    return None if metas[name] == str(due) else f"the picture has {due} points"
