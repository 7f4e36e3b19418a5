"""Pages: element text, the texts in attributes, the title, and the data in scripts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.entities import name2codepoint
from itertools import accumulate
from typing import cast

from lxml import etree

from build_scripts.gate import _head, _jsonld, _reckoned, _structure, css
from build_scripts.gate._book import FALL, RISE, UNSEEN, Book, Orphan
from build_scripts.gate._site import Files, Page

# Elements that end a run of text: a number never reaches across them.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "dd",
        "desc",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "g",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "label",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "optgroup",
        "option",
        "output",
        "p",
        "path",
        "pre",
        "section",
        "select",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "text",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
UNREAD = frozenset(["script", "style", "template"])
SPOKEN = frozenset((
    "title", "alt", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "aria-placeholder",
    "placeholder", "label", "summary", "data-l", "abbr", "aria-valuenow", "aria-valuemin", "aria-valuemax",
    "aria-setsize", "aria-posinset", "aria-rowcount", "aria-colcount", "aria-braillelabel", "srcdoc",
))  # fmt: skip
SHOWN_VALUES = frozenset(["input", "button", "option", "meter", "progress", "li"])
"""Elements that show their `value`; for others it is for machines."""
UNSHOWN_INPUTS = frozenset(["hidden", "checkbox", "radio"])
OWNING = frozenset(["data-fact", "data-count", "data-gap", "data-structural", "data-printed", "data-was", "data-date"])

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
UNINDEXED = frozenset(["script", "style", "head", "nav", "aside", "form", "svg", "template"])
UNFOUND = frozenset(["data-search-exclude", "popover"])
UNTOLD = frozenset(["viewport", "theme-color", "color-scheme", "generator", "Content-Security-Policy", *_head.PROVED])
"""Names of `<meta>` that tell of no figure, or whose figures are proved elsewhere."""

REACH = 24
"""So many characters before and after a figure may belong to it: "at least", "percentage points"."""
TELLING = SPOKEN | {"start", "content"}
MARKING = TELLING | OWNING | UNFOUND | {"value", "datetime"}
"""Attributes that make more of an element than its text."""


_ENTITY = re.compile("&([A-Za-z][A-Za-z0-9]*);")
_KNOWN = name2codepoint.keys() | {"apos"}
"""Named characters that the parser reads; it leaves newer ones as they are written, and a browser does not."""


@dataclass(slots=True)
class Run:
    """Text as it is read in one go: its pieces, and for each the element that answers for it."""

    texts: list[str] = field(default_factory=list)
    owners: list[etree._Element | None] = field(default_factory=list)

    def add(self, text: str, owner: etree._Element | None) -> None:
        if self.texts or not text.isspace():  # white space between blocks begins no run
            self.texts.append(text)
            self.owners.append(owner)


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    text = data.decode("utf-8")  # a page that is not UTF-8 is told as unreadable; the parser would guess
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True)) if data.strip() else None
    if root is None:
        return
    for unseen in sorted({f"&{name};" for name in _ENTITY.findall(text) if name not in _KNOWN}):
        yield Orphan(path, unseen, UNSEEN)
    if "<![CDATA[" in text:
        yield Orphan(path, "<![CDATA[", UNSEEN)
    reading = gather(root)
    headings = ["".join(map(str, heading.itertext())) for heading in reading.headings]
    files.remember(path, reading.shown, reading.anchors, [root.findtext("head/title") or "", *headings])
    yield from _head.orphans(path, root, book, files)
    yield from _read(path, root, reading, book, files.page(path))


def _read(path: str, root: etree._Element, reading: Reading, book: Book, page: Page) -> Iterator[Orphan]:
    seen: dict[etree._Element, str | None] = {}
    for run in reading.runs:
        yield from judge(path, run, book, seen)
    for title in root.iterfind("head/title"):
        yield from _named(path, "title", title.text or "", book, page)
    for element, name, text in reading.labels:
        if book.loose(text):
            yield from _label(path, element, name, text, book, page)
    for element in reading.unread:
        yield from _unread(path, element, book, page)


# --- text ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Reading:
    """What one walk through a page finds, in the order in which it is read."""

    runs: list[Run] = field(default_factory=lambda: [Run()])
    labels: list[tuple[etree._Element, str, str]] = field(default_factory=list)
    """What elements tell beside their text: the element, the attribute, its words."""
    unread: list[etree._Element] = field(default_factory=list)
    """Elements whose text is for machines."""
    shown: list[str] = field(default_factory=list)
    """The text nodes that the search may find."""
    anchors: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Id of an element -> the first of these text nodes in it, and the first after it."""
    headings: list[etree._Element] = field(default_factory=list)

    def walk(self, element: etree._Element, owner: etree._Element | None, into: list[Run], shown: bool) -> None:
        """Read an element; `owner` answers for its text, and `shown` says whether the search may find it."""
        tag = element.tag
        if not isinstance(tag, str):
            return
        names, start = element.keys(), len(self.shown)
        if tag in UNREAD:
            self.unread.append(element)
            return
        mine, note, runs = owner, False, into
        inside = (shown or tag == "main") and tag not in UNINDEXED
        if names and not MARKING.isdisjoint(names):
            if not TELLING.isdisjoint(names) or ("value" in names and tag in SHOWN_VALUES):
                self.labels += _labels(element, map(str, names))
            if not OWNING.isdisjoint(names) or ("datetime" in names and tag == "time"):
                mine, note = element, element.get("data-structural") == "note"
            inside = inside and UNFOUND.isdisjoint(names)
            if "popover" in names:
                runs = [Run()]  # a card stands apart: the sentence around it goes on after it
        if tag == "title" and _in_head(element):
            return
        block = tag in BLOCKS
        if block and runs[-1].texts:
            runs.append(Run())
        if note:
            runs[-1].add(" ", None)  # a raised note number does not lengthen the figure before it
        if text := element.text:
            runs[-1].add(text, mine)
            if inside:
                self.shown.append(text)
        for child in element:
            self.walk(child, mine, runs, inside)
            if text := child.tail:
                runs[-1].add(text, mine)
                if inside:
                    self.shown.append(text)
        if note:
            runs[-1].add(" ", None)
        if block and runs[-1].texts:
            runs.append(Run())
        if runs is not into:
            into[-1:-1] = [run for run in runs if run.texts]
        if shown and "id" in names:
            self.anchors[str(element.get("id"))] = start, len(self.shown)
        if inside and tag in HEADINGS:
            self.headings.append(element)


def gather(root: etree._Element) -> Reading:
    """Read a page or drawing."""
    reading = Reading()
    reading.walk(root, None, reading.runs, root.find("body//main") is None)
    return reading


def _in_head(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "head"


def judge(path: str, run: Run, book: Book, seen: dict[etree._Element, str | None]) -> Iterator[Orphan]:
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
        if owner is not None and owner not in seen:
            seen[owner] = _proved(owner, text, at, book)
            if seen[owner]:
                yield Orphan(path, _around(text, at, at + len(piece)), str(seen[owner]))
        at += len(piece)


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - 40) : end + 40].split())


def _proved(element: etree._Element, text: str, at: int, book: Book) -> str | None:
    """What is wrong with an element that answers for its text, or None."""
    own = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    if element.tag == "time" and len(element.attrib) == 1:
        return _structure.dated(own, element.get("datetime", ""), book)  # most of all that must answer for itself
    attributes = _named_values(element)
    if "data-fact" in attributes:
        wrong = _figure(element, attributes, own, text, at, book)
        return wrong or _together(attributes["data-fact"], own, text, at, book)
    if "data-count" in attributes:
        return _counted(element, attributes, own, book) or _together("", own, text, at, book)
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
        return proof(own, _inherited(element, attributes, "data-domain") if kind == "axis-tick" else attributes, book)
    return _structure.date(own, attributes, book)


def _together(fact: str, own: str, text: str, at: int, book: Book) -> str | None:
    """Does what stands around a figure or count make another of it?"""
    end = at + len(own)
    return book.together(fact, own, text[max(0, at - REACH) : at], text[end : end + REACH])


def _named_values(element: etree._Element) -> dict[str, str]:
    """The attributes of an element; the parser gives them as text."""
    return dict(cast(Iterable[tuple[str, str]], element.items()))


def _counted(element: etree._Element, attributes: dict[str, str], own: str, book: Book) -> str | None:
    key, value = attributes["data-count"], attributes.get("value")
    here = key.partition(",")[0] == "shown"  # what this very page shows, not what the records are
    due = _reckoned.shown(key, element, book.site) if here else book.count(key)
    wrong = None if not own.strip() else book.tells(due or 0, own) if here else book.counts(key, own)
    return wrong or (f"value is {value}, it shows {own.strip()}" if value and value != str(due) else None)


def _figure(
    element: etree._Element, attributes: dict[str, str], own: str, text: str, at: int, book: Book
) -> str | None:
    id = attributes["data-fact"]
    bare = not (book.loose(own) or _ordinal(own, book))
    if attributes.get("data-structural") == "date" or (bare and book.dated(own)):
        return book.period(id, own)
    if bare and not book.parse(own):
        return book.verdict(id, own)
    scale = _inherited(element, attributes, "data-scale").get("data-scale")
    falling = book.falls(id) and _falling(text, at)
    wrong = book.says(id, own, scale, falling)
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


def _inherited(element: etree._Element, attributes: dict[str, str], name: str) -> dict[str, str]:
    """The attributes, with `name` from the nearest ancestor that has it."""
    above: etree._Element | None = element
    while above is not None and name not in attributes:
        if (value := above.get(name)) is not None:
            return attributes | {name: value}
        above = above.getparent()
    return attributes


def _printed(id: str, own: str, book: Book) -> str | None:
    fact = book.site.facts.get(id)
    if fact is None:
        return f'there is no fact "{id}"'
    known = {e.printed for e in fact.evidence} | {r.words for e in fact.evidence for r in e.reading}
    return None if own.strip() in known else f'"{own.strip()}" is not what the evidence of "{id}" says is printed'


# --- attributes and data --------------------------------------------------------------------------------


def _labels(element: etree._Element, names: Iterable[str]) -> Iterator[tuple[etree._Element, str, str]]:
    """Attributes that a reader sees or hears, and what a page tells of itself in its head."""
    for name in names:
        if name in SPOKEN or (name == "content" and element.tag == "meta"):
            yield element, name, element.get(name, "")
    if element.tag in SHOWN_VALUES and element.get("type") not in UNSHOWN_INPUTS:
        yield element, "value", element.get("value", "")
    if element.tag == "ol" and (start := element.get("start", "1")) != "1":
        yield element, "start", start  # the list is numbered from there


def _label(path: str, element: etree._Element, name: str, text: str, book: Book, page: Page) -> Iterator[Orphan]:
    if name == "content":
        where = next(filter(None, map(element.get, ("name", "property", "http-equiv", "charset"))), "")
        if where not in UNTOLD:
            yield from _named(path, where.removeprefix("og:").removeprefix("twitter:"), text, book, page)
    elif wrong := spoken(element, text, book, page):
        yield Orphan(path, text, f"{name}: {wrong}")


def _unread(path: str, element: etree._Element, book: Book, page: Page) -> Iterator[Orphan]:
    if element.tag == "script" and "ld+json" in element.get("type", "").lower():
        for part, what in _jsonld.orphans(element.text or "", page.keys("data"), book):
            yield Orphan(path, part, f"data: {what}")
    elif element.tag == "template" and "shadowrootmode" in element.attrib:
        yield Orphan(path, "shadowrootmode", UNSEEN)
    elif element.tag == "style":
        yield from css.added(path, element.text or "", book)


def _named(path: str, where: str, text: str, book: Book, page: Page) -> Iterator[Orphan]:
    """Text in the head: the provenance file names the records behind it."""
    if book.loose(text):
        wrong = book.told(text, page.keys(where))
        if wrong:
            yield Orphan(path, " ".join(text.split())[:100], f"{where}: {wrong}")


def spoken(element: etree._Element, text: str, book: Book, page: Page) -> str | None:
    """A label for those who do not see the element: about the same record as the element itself."""
    if "data-fact" in element.attrib:
        return book.period(str(element.get("data-fact")), text)
    if "data-count" in element.attrib:
        return _tally(str(element.get("data-count")), text, book)
    kind = element.get("data-structural")
    if kind in _structure.PROOFS:
        return _structure.PROOFS[kind](text, _named_values(element), book)
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
