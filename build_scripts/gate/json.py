"""Data files: the search index, the provenance file, the manifest, specifications of charts."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from importlib import metadata
from typing import Any

from build_scripts.gate import _data, _structure
from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import MANIFEST, PROVENANCE, Files, day, squash
from build_scripts.model import Fact
from build_scripts.numerals import SCALES

SEARCH = "search/search_index.json"
FACTS, SOURCES, PACKAGE = "facts.json", "sources.csl.json", "datapackage.json"
_ADDRESS = re.compile(r"(https?://|mailto:|tag:)\S+")
_MARK = re.compile(r"\[([a-z-]+) ?([^\]]*)\]")
_NUMBER = r"\d+(?:[.,]\d+)*"
_NUMBERS = re.compile(_NUMBER)
_ENDS = re.compile(rf"^{_NUMBER}|{_NUMBER}$")
_WORDLESS = re.compile(r"[\W\d]*")


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
    elif path == FACTS:
        yield from _facts(value, book, files)
    elif path.startswith("facts/"):
        yield from _fact(path, value, book)
    elif path.startswith("records/"):
        yield from _cited(path, value, book)
    elif path == SOURCES:
        yield from _sources(value, book)
    elif path == PACKAGE:
        yield from _package(value, book, files)
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
    anchors: dict[str, list[str]] = {}
    places = [entry["location"].partition("#") for entry in index["docs"]]
    for page, _, anchor in places:
        anchors.setdefault(page or "index.html", []).append(anchor)
    parts = {page: files.parts(page, own) for page, own in anchors.items() if page in files.shown}
    for entry, (location, _, anchor) in zip(index["docs"], places, strict=True):
        page = location or "index.html"
        if page not in parts:
            yield Orphan(SEARCH, entry["location"], "the index names a page that does not exist")
            continue
        pieces = parts[page][anchor]
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
    bare = _bare(part)
    if bare:
        # A year alone stands on almost every page inside some date: alone it must stand there too.
        return any(bare in piece and bare == _bare(squash(piece)) for piece in pieces)
    return all(any(n in piece and n in _NUMBERS.findall(piece) for piece in pieces) for n in _ENDS.findall(part))


def _bare(text: str) -> str:
    """A number without the punctuation around it; nothing where there are words, or no number."""
    return re.sub(r"^\D+|\D+$", "", text) if _WORDLESS.fullmatch(text) else ""


def _record(location: str) -> str:
    """The fact that an address belongs to: `facts/ID.html`, `series/X.html#ID`."""
    page, _, anchor = location.partition("#")
    return anchor or page.removeprefix("facts/").removesuffix(".html")


def _chart(path: str, value: Any, book: Book) -> Iterator[Orphan]:
    """A drawing's data: what is shown or spoken names its record in marks in the description."""
    if isinstance(value, dict):
        said, text = (told if isinstance(told := value.get(name), str) else "" for name in ("say", "text"))
        for part, wrong in _datum(said, text, book) if said or text else ():
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


# --- the data ---------------------------------------------------------------------------------------------


def _facts(value: dict[str, Any], book: Book, files: Files) -> Iterator[Orphan]:
    """All facts and series; the words around them are those of the site."""
    rest = {name: inner for name, inner in value.items() if name not in ("facts", "series")}
    yield from _records(FACTS, rest, book, files)
    for shown in value["facts"]:
        yield from _fact(FACTS, shown, book)
    if [shown.get("id") for shown in value["facts"]] != list(book.site.facts):
        yield Orphan(FACTS, "facts", "these are not all facts on record, each once")
    for shown in value["series"]:
        yield from _series(shown, book)


def _fact(path: str, shown: dict[str, Any], book: Book) -> Iterator[Orphan]:
    """One object is one record, and a file of its own has its name."""
    fact = book.site.facts.get(str(shown.get("id")))
    if fact is None or path not in (FACTS, f"facts/{fact.id}.json"):
        yield Orphan(path, str(shown.get("id")), "it names no record")
        return
    for name, text, wrong in _data.fields(shown, fact, book):
        yield Orphan(path, f"{fact.id}, {name}: {text}", wrong)
    for name in _data.missing(shown, fact, book, _data.RIGHTS if path == FACTS else frozenset()):
        yield Orphan(path, f"{fact.id}, {name}", "it is left out, and the record says it")


def _cited(path: str, shown: dict[str, Any], book: Book) -> Iterator[Orphan]:
    """A chart or page: the file's name says which."""
    _, collection, name = path.split("/")
    held = book.site.collection(collection).get(name.removesuffix(".json"))
    if held is None or shown.get("id") != held.id:
        yield Orphan(path, str(shown.get("id")), "it names no record")
        return
    for field, text, wrong in _data.cited(shown, collection, held, book):
        yield Orphan(path, f"{field}: {text}", wrong)


def _series(shown: dict[str, Any], book: Book) -> Iterator[Orphan]:
    series = book.site.series.get(str(shown.get("id")))
    if series is None:
        yield Orphan(FACTS, str(shown.get("id")), "it names no series")
        return
    points = [fact for fact in book.site.facts.values() if fact.series == series.id]
    same = ("id", "place", "unit", "indicator", "said_by")
    due: dict[str, object] = {name: getattr(series, name) for name in same} | {
        "points": [point.id for point in points],
        "page": f"{book.site.config.address.rstrip('/')}/series/{series.id}.html",
    }
    for name, value in shown.items():
        if name in ("label", "caution"):
            wrong = _data.says(value, getattr(series, name), points[0], book)
        elif name in ("missing", "breaks"):
            wrong = _gaps(value, getattr(series, name), points[0], book)
        else:
            wrong = None if name in due and value == due[name] else f"the series has {due.get(name)}"
        if wrong:
            yield Orphan(FACTS, f"{series.id}, {name}: {value}", wrong)


def _gaps(shown: list[dict[str, str]], held: Any, point: Fact, book: Book) -> str | None:
    """Periods without a value, and breaks: when, and why."""
    if len(shown) != len(held):
        return f"the series has {len(held)}"
    for told, due in zip(shown, held, strict=True):
        when = "period" if hasattr(due, "period") else "after"
        if set(told) != {when, "why"} or told[when] != getattr(due, when).text:
            return f"the series has {getattr(due, when).text}"
        if wrong := _data.says(told["why"], due.why, point, book):
            return wrong
    return None


def _sources(value: list[dict[str, Any]], book: Book) -> Iterator[Orphan]:
    for shown in value:
        source = book.site.sources.get(str(shown.get("id")))
        if source is None:
            yield Orphan(SOURCES, str(shown.get("id")), "it names no source")
            continue
        for name, text, wrong in _data.source(shown, source, book):
            yield Orphan(SOURCES, f"{source.id}, {name}: {text}", wrong)


def _package(value: dict[str, Any], book: Book, files: Files) -> Iterator[Orphan]:
    """What describes the data: files that are there, words without numbers, the licence under its usual short name."""
    licence = book.site.config.licence
    known = {f"{source.publisher}: {source.title}" for source in book.site.sources.values()}
    for resource in value["resources"]:
        if resource["path"] not in files.contents:
            yield Orphan(PACKAGE, resource["path"], "there is no such file")
    for source in value["sources"]:
        if source["title"] not in known:
            yield Orphan(PACKAGE, source["title"], "it is no source")
    for own in value["licenses"]:
        if own.get("name", licence.replace(" ", "-")) != licence.replace(" ", "-"):
            yield Orphan(PACKAGE, own["name"], "it is not the licence of the site")
    rest = {name: inner for name, inner in value.items() if name not in ("sources", "licenses", "resources")}
    rest["licenses"] = [{name: text for name, text in own.items() if name != "name"} for own in value["licenses"]]
    rest["sources"] = [{name: text for name, text in source.items() if name != "title"} for source in value["sources"]]
    rest["resources"] = [_unproved(resource) for resource in value["resources"]]
    yield from _records(PACKAGE, rest, book, files)


def _unproved(resource: dict[str, Any]) -> dict[str, Any]:
    """A resource without what is no number though it looks like one: its encoding, and the scale words it allows."""
    told = {name: inner for name, inner in resource.items() if (name, inner) != ("encoding", "utf-8")}
    if "schema" in told:
        fields = [dict(field) for field in told["schema"]["fields"]]
        for field in fields:
            if field["name"] == "scale" and set(field["constraints"]["enum"]) == set(SCALES):
                del field["constraints"]
        told["schema"] = told["schema"] | {"fields": fields}
    return told


def _records(path: str, value: Any, book: Book, files: Files) -> Iterator[Orphan]:
    """Exports: strings and numbers name only the figures of the records that the provenance file gives.

    It may give an object with an id, such as an item of a feed, records of its own.
    """
    page = files.page(path)
    for text, id in _strings(value):
        text = "" if _ADDRESS.fullmatch(text) else day(text)
        wrong = book.told(text, page.keys(id) or page.keys("data")) if text and book.loose(text) else None
        if wrong:
            yield Orphan(path, text[:100], wrong)


def _strings(value: Any, id: str = "data") -> Iterator[tuple[str, str]]:
    """Every string and number with the id of the object that it stands in. Names of fields are read likewise."""
    if isinstance(value, str):
        yield value, id
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield str(value), id
    elif isinstance(value, dict):
        own = value.get("id")
        for name, inner in value.items():
            yield name, id
            yield from _strings(inner, own if isinstance(own, str) else id)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, id)
