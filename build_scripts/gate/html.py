"""Pages: element text, the texts in attributes, the title, and the data in scripts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html.entities import name2codepoint
from itertools import accumulate
from typing import cast

from lxml import etree

from build_scripts.gate import _head, _jsonld, _reckoned, _structure, css
from build_scripts.gate._book import FALL, RISE, UNSEEN, Book, Orphan
from build_scripts.gate._reading import Element, Reading, Run, Target
from build_scripts.gate._site import Files, Page

UNTOLD = frozenset(["viewport", "theme-color", "color-scheme", "generator", "Content-Security-Policy", *_head.PROVED])
"""Names of `<meta>` that tell of no figure, or whose figures are proved elsewhere."""

REACH = 24
"""So many characters before and after a figure may belong to it: "at least", "percentage points"."""

_ENTITY = re.compile("&([A-Za-z][A-Za-z0-9]*);")
_KNOWN = name2codepoint.keys() | {"apos"}
"""Named characters that the parser reads; it leaves newer ones as they are written, and a browser does not."""


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    text = data.decode("utf-8")  # a page that is not UTF-8 is told as unreadable; the parser would guess
    if not text.strip():
        return
    for unseen in sorted({f"&{name};" for name in _ENTITY.findall(text) if name not in _KNOWN}):
        yield Orphan(path, unseen, UNSEEN)
    if "<![CDATA[" in text:
        yield Orphan(path, "<![CDATA[", UNSEEN)
    reading, page = gather(data), files.page(path)
    files.remember(
        path, reading.pieces, reading.anchors, [*(title.text for title in reading.titles), *reading.headings]
    )
    yield from _head.orphans(path, reading.labels, book, files)
    yield from judge(path, reading, book, {})
    for title in reading.titles:
        yield from _named(path, "title", title.text, book, page)
    for element, name, words in reading.labels:
        if book.loose(words):
            yield from _label(path, element, name, words, book, page)
    for element in reading.unread:
        yield from _unread(path, element, book, page)


def gather(data: bytes) -> Reading:
    """Read a page."""
    target = cast("etree.ParserTarget", Target(whole=b"<main" not in data))  # the stubs want one for comments too
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    return cast(Reading, etree.fromstring(data, parser))


# --- text ---------------------------------------------------------------------------------------------


def judge(path: str, reading: Reading, book: Book, proved: dict[Element, str | None]) -> Iterator[Orphan]:
    """What is wrong with the text; `proved` is filled with what is wrong with each element that answers for some."""
    for run in reading.runs:
        yield from _judge(path, run, book, proved)


def _judge(path: str, run: Run, book: Book, proved: dict[Element, str | None]) -> Iterator[Orphan]:
    text = "".join(run.texts)
    loose = book.loose(text)
    if not loose and run.owners.count(None) == len(run.owners):
        return  # most runs: no number, and nothing that claims to be one
    ends = list(accumulate(map(len, run.texts)))
    for token in loose:
        answering = set(run.owners[bisect_right(ends, token.start) : bisect_right(ends, token.end - 1) + 1])
        if len(answering) == 1 and None not in answering:
            continue
        wrong = "is put together from several elements" if len(answering) > 1 else "names no record"
        yield Orphan(path, _around(text, token.start, token.end), f'"{token.text}" {wrong}')
    at = 0
    for piece, owner in zip(run.texts, run.owners, strict=True):
        if owner is not None and owner not in proved:
            proved[owner] = _proved(owner, text, at, book)
            if proved[owner]:
                yield Orphan(path, _around(text, at, at + len(piece)), str(proved[owner]))
        at += len(piece)


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - 40) : end + 40].split())


def _proved(element: Element, text: str, at: int, book: Book) -> str | None:
    """What is wrong with an element that answers for its text, or None."""
    own, attributes = element.text, element.attributes
    if element.tag == "time" and len(attributes) == 1:
        return _structure.dated(own, attributes.get("datetime", ""), book)  # most of all that must answer for itself
    if "data-fact" in attributes:
        wrong = _figure(element, text, at, book)
        return wrong or _together(attributes["data-fact"], own, text, at, book)
    if "data-count" in attributes:
        return _counted(element, book) or _together("", own, text, at, book)
    if "data-gap" in attributes:
        return book.gap(own, attributes)
    if "data-printed" in attributes:
        return _printed(attributes["data-printed"], own, book)
    if "data-was" in attributes:
        record = book.cited(attributes["data-was"])
        known = {change.was for change in record.changes} if record else set()
        return None if own.strip() in known else "no change of the record says this"
    if "data-structural" in attributes:
        kind = attributes["data-structural"]
        if kind == "date":
            return book.told(own, ())  # an axis of time: nothing but dates that records carry
        proof = _structure.PROOFS.get(kind)
        if proof is None:
            return f'"{kind}" is no kind of structural number'
        if not book.loose(own):
            return None if kind != "source-title" else proof(own, attributes, book)
        return proof(own, {**attributes, "data-domain": element.domain}, book)
    return _structure.date(own, attributes, book)


def _together(fact: str, own: str, text: str, at: int, book: Book) -> str | None:
    """Does what stands around a figure or count make another of it?"""
    end = at + len(own)
    return book.together(fact, own, text[max(0, at - REACH) : at], text[end : end + REACH])


def _counted(element: Element, book: Book) -> str | None:
    own, key, value = element.text, element.attributes["data-count"], element.attributes.get("value")
    here = key.partition(",")[0] == "shown"  # what this very page shows, not what the records are
    due = _reckoned.shown(key, element.figures, book.site) if here else book.count(key)
    wrong = None if not own.strip() else book.tells(due or 0, own) if here else book.counts(key, own)
    return wrong or (f"value is {value}, it shows {own.strip()}" if value and value != str(due) else None)


def _figure(element: Element, text: str, at: int, book: Book) -> str | None:
    own, attributes = element.text, element.attributes
    id = attributes["data-fact"]
    bare = not (book.loose(own) or _ordinal(own, book))
    if attributes.get("data-structural") == "date" or (bare and book.dated(own)):
        return book.period(id, own)
    if bare and not book.parse(own):
        return book.verdict(id, own)
    falling = book.falls(id) and _falling(text, at)
    wrong = book.says(id, own, element.scale, falling)
    if wrong is None and element.tag == "data":
        wrong = book.machine(id, attributes.get("value", ""))
    return wrong


def _ordinal(text: str, book: Book) -> bool:
    """Is it "sixth" and no more? In prose that counts for no number; where it stands for a record it must be right."""
    found = book.parse(text)
    return len(found) == 1 and found[0].ordinal and found[0].text.strip() == text.strip()


def _falling(text: str, at: int) -> bool:
    """Does the sentence tell of a fall? The last word of direction before the figure decides, else one behind it."""
    start = max(text.rfind(stop, 0, at) for stop in (". ", "? ", "! ", "; "))
    ends = [end for stop in (". ", "? ", "! ", "; ") if (end := text.find(stop, at)) >= 0]
    before = text[start + 1 : at]
    fall, rise = (max((m.end() for m in way.finditer(before)), default=-1) for way in (FALL, RISE))
    return fall > rise or (fall == rise and FALL.search(text[at : min(ends, default=len(text))]) is not None)


def _printed(id: str, own: str, book: Book) -> str | None:
    fact = book.site.facts.get(id)
    if fact is None:
        return f'there is no fact "{id}"'
    known = {e.printed for e in fact.evidence} | {r.words for e in fact.evidence for r in e.reading}
    return None if own.strip() in known else f'"{own.strip()}" is not what the evidence of "{id}" says is printed'


# --- attributes and data --------------------------------------------------------------------------------


def _label(path: str, element: Element, name: str, text: str, book: Book, page: Page) -> Iterator[Orphan]:
    if name == "content":
        where = next(filter(None, map(element.attributes.get, ("name", "property", "http-equiv", "charset"))), "")
        if where not in UNTOLD:
            yield from _named(path, where.removeprefix("og:").removeprefix("twitter:"), text, book, page)
    elif wrong := spoken(element, text, book, page):
        yield Orphan(path, text, f"{name}: {wrong}")


def _unread(path: str, element: Element, book: Book, page: Page) -> Iterator[Orphan]:
    if element.tag == "script" and "ld+json" in element.attributes.get("type", "").lower():
        for part, what in _jsonld.orphans(element.text, page.keys("data"), book):
            yield Orphan(path, part, f"data: {what}")
    elif element.tag == "template" and "shadowrootmode" in element.attributes:
        yield Orphan(path, "shadowrootmode", UNSEEN)
    elif element.tag == "style":
        yield from css.added(path, element.text, book)


def _named(path: str, where: str, text: str, book: Book, page: Page) -> Iterator[Orphan]:
    """Text in the head: the provenance file names the records behind it."""
    if book.loose(text):
        wrong = book.told(text, page.keys(where))
        if wrong:
            yield Orphan(path, " ".join(text.split())[:100], f"{where}: {wrong}")


def spoken(element: Element, text: str, book: Book, page: Page) -> str | None:
    """A label for those who do not see the element: about the same record as the element itself."""
    if "data-fact" in element.attributes:
        return book.period(element.attributes["data-fact"], text)
    if "data-count" in element.attributes:
        return _tally(element.attributes["data-count"], text, book)
    kind = element.attributes.get("data-structural", "")
    if kind in _structure.PROOFS:
        return _structure.PROOFS[kind](text, element.attributes, book)
    return book.told(text, page.keys("attributes"))


def _tally(key: str, text: str, book: Book) -> str | None:
    """ "5 claims: 2 confirmed, 3 opinion": the number of all, then of each verdict."""
    told = re.findall(r"(\d+) ([a-z]+(?: [a-z]+)?)", text.lower())
    if len(told) != len(book.loose(text)):
        return "it holds a number that counts nothing"
    for number, word in told:
        verdict = {"context only": "context"}.get(word, word.replace(" ", "-"))
        sub = key if word in ("claim", "claims") else f"{key},verdict={verdict}"
        if book.count(sub) != int(number):
            return f"it says {number} {word}, the records count {book.count(sub)}"
    return None
