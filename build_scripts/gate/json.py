"""Data files: the search index, the provenance file, the manifest, specifications of charts."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from importlib import metadata
from typing import Any

from build_scripts.gate import _structure
from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import MANIFEST, PROVENANCE, Files, day, squash

SEARCH = "search/search_index.json"
_ADDRESS = re.compile(r"(https?://|mailto:|tag:)\S+")
_MARK = re.compile(r"\[([a-z-]+) ?([^\]]*)\]")


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    if path == PROVENANCE:
        return  # names of records only; it is checked by being used
    value = json.loads(data)
    if path == MANIFEST:
        yield from _manifest(value, files)
    elif path == SEARCH:
        yield from _search(value, book, files)
    elif path.startswith("charts/"):
        yield from _chart(path, value, book)
    else:
        yield from _records(path, value, book, files)


def _manifest(value: dict[str, Any], files: Files) -> Iterator[Orphan]:
    """No part of it is a figure of the world; each is proved: hashes by the files, versions by the packages."""
    others = {name: hashlib.sha256(data).hexdigest() for name, data in files.contents.items() if name != MANIFEST}
    versions = {name: metadata.version(name) for name in value["versions"]}
    commit = value["commit"] is None or re.fullmatch(r"[0-9a-f]{40}(-dirty)?", value["commit"]) is not None
    proofs = {"files": value["files"] == others, "versions": value["versions"] == versions, "commit": commit}
    for part in sorted({*value, *proofs}):
        if not proofs.get(part):
            yield Orphan(MANIFEST, part, "it is not what the files and packages say")


def _search(index: dict[str, Any], book: Book, files: Files) -> Iterator[Orphan]:
    """Every entry repeats a part of a page: its title is the page's or a heading, its text stands there as it is."""
    ends: dict[str, set[str]] = {}
    for entry in index["docs"]:
        page, _, anchor = entry["location"].partition("#")
        ends.setdefault(page, set()).add(anchor)
    for entry in index["docs"]:
        location, _, anchor = entry["location"].partition("#")
        page = location or "index.html"
        if page not in files.shown:
            yield Orphan(SEARCH, entry["location"], "the index names a page that does not exist")
            continue
        pieces = files.part(page, anchor, ends[location]) if anchor else files.pieces[page]
        shown = squash("".join(pieces)) if anchor else files.shown[page]
        title = squash(entry["title"])
        if not all(_whole(squash(line), shown, pieces) for line in entry["text"].splitlines()):
            yield Orphan(SEARCH, f"{entry['location']}: {entry['text'][:80]}", "the text does not stand on its page")
        elif not any(
            head.startswith(title) and _whole(title, head, [head]) for head in files.spoken[page]
        ) and not _whole(title, shown, pieces):
            yield Orphan(SEARCH, f"{entry['location']}: {entry['title']}", "the title does not stand on its page")
        for word in entry.get("tags", ()):
            if book.loose(word) and squash(word) not in files.shown[page]:
                wrong = book.told(word, (f"fact:{_record(entry['location'])}",))
                if wrong:
                    yield Orphan(SEARCH, f"{entry['location']}: {word}", wrong)


def _whole(part: str, text: str, pieces: list[str]) -> bool:
    """Does `part` stand in `text`, and is a number at either end of it whole in some piece, not cut out of another?"""
    if part not in text:
        return False
    if re.search(r"\d", part) and not re.search(r"[^\W\d]", part):
        # A year alone stands on almost every page inside some date: alone it must stand there too.
        bare = _bare(part)
        return any(bare in piece and bare == _bare(squash(piece)) for piece in pieces)
    ends = re.findall(r"^\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*$", part)
    return all(
        any(re.search(rf"(?<!\d)(?<!\d[.,]){re.escape(n)}(?!\d)(?![.,]\d)", piece) for piece in pieces if n in piece)
        for n in ends
    )


def _bare(text: str) -> str:
    """A number without the punctuation around it."""
    return re.sub(r"^\D+|\D+$", "", text) if not re.search(r"[^\W\d]", text) else text


def _record(location: str) -> str:
    """The fact that an address belongs to: `facts/ID.html`, `series/X.html#ID`."""
    page, _, anchor = location.partition("#")
    return anchor or page.removeprefix("facts/").removesuffix(".html")


def _chart(path: str, value: Any, book: Book) -> Iterator[Orphan]:
    """A drawing's data: what is shown or spoken names its record in marks in the description."""
    if isinstance(value, dict):
        said, text = value.get("say"), value.get("text")
        for part, wrong in _datum(said if isinstance(said, str) else "", text if isinstance(text, str) else "", book):
            yield Orphan(path, part, wrong)
        for inner in value.values():
            yield from _chart(path, inner, book)
    elif isinstance(value, list):
        for inner in value:
            yield from _chart(path, inner, book)


def _datum(said: str, text: str, book: Book) -> Iterator[tuple[str, str]]:
    """What is wrong with the words spoken for a mark, and with those shown at it."""
    marks = dict(_MARK.findall(said))
    words = _MARK.sub("", said)
    fact, count, tick = marks.get("fact"), marks.get("count"), marks.get("axis-tick")
    for part, dated in ((words, True), (text, "date" in marks)):
        if not book.loose(part):
            continue
        if fact is not None:
            wrong = book.period(fact, part) if dated else _figure(fact, part, book)
        elif count is not None:
            wrong = book.told(part, (f"count:{count}",))
        elif tick is not None:
            wrong = _structure.axis_tick(part, {"data-domain": tick}, book)
        else:
            wrong = book.told(part, ())
        if wrong:
            yield part, wrong


def _figure(id: str, text: str, book: Book) -> str | None:
    """Beside a mark a figure may leave out the scale word that the whole drawing shares."""
    fact = book.site.facts.get(id)
    return book.says(id, text) and book.says(id, text, getattr(fact, "scale", None))


def _records(path: str, value: Any, book: Book, files: Files) -> Iterator[Orphan]:
    """Exports: the strings name only the figures of the records that the provenance file gives.

    It may give an object with an id, such as an item of a feed, records of its own.
    """
    page = files.page(path)
    for text, id in _strings(value):
        text = "" if _ADDRESS.fullmatch(text) else day(text)
        wrong = book.told(text, page.keys(id) or page.keys("data")) if text and book.loose(text) else None
        if wrong:
            yield Orphan(path, text[:100], wrong)


def _strings(value: Any, id: str = "data") -> Iterator[tuple[str, str]]:
    """Every string with the id of the object that it stands in."""
    if isinstance(value, str):
        yield value, id
    elif isinstance(value, dict):
        own = value.get("id")
        for inner in value.values():
            yield from _strings(inner, own if isinstance(own, str) else id)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, id)
