"""Finished pages with every figure altered: the gate must name each of them.

Each page is read once for each kind of change, with all its figures altered, and they are counted one by one.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from lxml import etree, html

from build_scripts import numerals
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.gate import html as reader
from build_scripts.gate import svg
from build_scripts.gate._book import Book
from build_scripts.gate._reading import Element
from build_scripts.gate._run import judged
from build_scripts.gate._site import PROVENANCE, Page
from build_scripts.model import Fact, Site
from build_scripts.mutation._kinds import SEED, Mutant, Outcome

GATE = "orphan-number"
MUTANT = "data-mutant"
"""The attribute that tells which element was altered; the gate does not know it."""
WORDS = ("three", "four", "five", "six", "seven", "eleven", "twelve")


def run(site: Site, files: Mapping[str, bytes], paths: Iterable[str], indexed: float) -> Iterator[Outcome]:
    """Mutants of those pages, drawings and tables in `files` that `paths` names, and of a share of the search index."""
    book = Book(site)
    for path in paths:
        if path.endswith((".html", ".svg")):
            for kind, alter in MARKED.items():
                yield from _page(kind, alter, path, files[path], book)
        elif path.endswith(".csv"):
            yield from _table(path, files[path], book)
    yield from _index(files, book, indexed)


# --- elements ----------------------------------------------------------------------------------------------------

Alter = Callable[[etree._Element, Book, random.Random], bool]


def _page(kind: str, alter: Alter, path: str, data: bytes, book: Book) -> Iterator[Outcome]:
    root = _root(path, data)
    chance = random.Random(f"{SEED} {path} {kind}")
    altered = [element for element in root.iter() if isinstance(element.tag, str) and alter(element, book, chance)]
    if not altered:
        return
    for n, element in enumerate(altered):
        element.set(MUTANT, str(n))
    found = _named(
        path, etree.tostring(root, encoding="utf-8", method="xml" if path.endswith(".svg") else "html"), book
    )
    for n in range(len(altered)):
        yield Outcome(Mutant(kind, path, "checked"), GATE if str(n) in found else None)


def _root(path: str, data: bytes) -> etree._Element:
    if path.endswith(".svg"):
        return etree.fromstring(data)
    root: etree._Element = html.document_fromstring(data.decode("utf-8"))
    return root


def _named(path: str, data: bytes, book: Book) -> set[str]:
    """The numbers of the mutants that the gate finds fault with."""
    reading = svg.gather(data) if path.endswith(".svg") else reader.gather(data)
    proved: dict[Element, str | None] = {}
    list(reader.judge(path, reading, book, proved))
    found = {element for element, wrong in proved.items() if wrong}
    for element, name, label in reading.labels:
        if name == "aria-label" and book.loose(label) and reader.spoken(element, label, book, Page()):
            found.add(element)
    return {element.attributes[MUTANT] for element in found if MUTANT in element.attributes}


def _shown(element: etree._Element, book: Book) -> bool:
    """Does the element show a figure, as text that the gate answers for?"""
    own = "".join(map(str, element.itertext()))
    return "data-fact" in element.attrib and element.get("data-structural") != "date" and bool(book.loose(own))


def _digit(element: etree._Element, book: Book, chance: random.Random) -> bool:
    return _shown(element, book) and _altered(element, book, chance)


def _count(element: etree._Element, book: Book, chance: random.Random) -> bool:
    key = element.get("data-count", "mutation")
    if key.startswith("mutation") or not "".join(map(str, element.itertext())).strip():
        return False  # the mutation test's own numbers are what it counts
    return _altered(element, book, chance)


def _date(element: etree._Element, book: Book, chance: random.Random) -> bool:
    return (
        "data-fact" in element.attrib and element.get("data-structural") == "date" and _altered(element, book, chance)
    )


def _altered(element: etree._Element, book: Book, chance: random.Random) -> bool:
    """Another digit, or another number word, somewhere in the element's text."""
    places = [(node, "text") for node in element.iter()] + [(node, "tail") for node in element.iterdescendants()]
    digits = [
        (node, where, i) for node, where in places for i, c in enumerate(getattr(node, where) or "") if c.isdecimal()
    ]
    if digits:
        node, where, i = chance.choice(digits)
        text = getattr(node, where)
        setattr(node, where, text[:i] + chance.choice([d for d in "123456789" if d != text[i]]) + text[i + 1 :])
        return True
    for node, where in places:
        text = getattr(node, where) or ""
        for token in numerals.tokens(text):
            word = chance.choice([w for w in WORDS if w != token.text.lower()])
            setattr(node, where, text[: token.start] + word + text[token.end :])
            return True
    return False


def _record(element: etree._Element, book: Book, chance: random.Random) -> bool:
    """The figure stays, and names another record."""
    return _shown(element, book) and _rebound(element, book, chance)


def _mark(element: etree._Element, book: Book, chance: random.Random) -> bool:
    """The mark of a drawing stays, with its label, and names another record."""
    label = element.get("aria-label")
    return bool("data-fact" in element.attrib and label and book.loose(label)) and _rebound(
        element, book, chance, apart=True
    )


def _rebound(element: etree._Element, book: Book, chance: random.Random, *, apart: bool = False) -> bool:
    """`apart`: of other years too, since a label may tell no more than a date."""
    facts = book.site.facts
    own = facts[str(element.get("data-fact"))]
    others = [id for id, fact in facts.items() if isinstance(fact, (Figure, Superlative)) and _says(fact) != _says(own)
              and not (apart and fact.period.years & own.period.years)]  # fmt: skip
    if others:
        element.set("data-fact", chance.choice(others))
    return bool(others)


def _says(fact: Fact) -> tuple[object, ...]:
    """What tells two figures apart where both are shown; ranks and figures may read alike."""
    if not isinstance(fact, Figure):
        return (Decimal(getattr(fact, "rank", 0)),)
    value = (fact.low if fact.value is None else fact.value) or Decimal(0)
    return (abs(value * numerals.SCALES[fact.scale]),)


MARKED: Mapping[str, Alter] = {
    "figure on a page": _digit,
    "record behind a figure": _record,
    "record behind a mark": _mark,
    "period at a mark": _date,
    "count on a page": _count,
}

# --- other files -------------------------------------------------------------------------------------------------


def _table(path: str, data: bytes, book: Book) -> Iterator[Outcome]:
    """Every value of a table to take away, by a digit."""
    chance = random.Random(f"{SEED} {path}")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    column = next((i for i, name in enumerate(rows[0]) if name in ("value", "records")), None) if rows else None
    lines = []
    for n, row in enumerate(rows[1:], start=2):
        if column is not None and re.search(r"\d", row[column]):
            row[column] = _other_digit(row[column], chance)
            lines.append(n)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    found = [orphan.text for orphan in judged({path: out.getvalue().encode()}, book)] if lines else []
    for n in lines:
        caught = any(text.startswith(f"line {n},") for text in found)
        yield Outcome(Mutant("figure in a table file", path, "checked"), GATE if caught else None)


def _index(files: Mapping[str, bytes], book: Book, share: float) -> Iterator[Outcome]:
    """Every text of the search index that holds a number, by a digit."""
    path = "search/search_index.json"
    if path not in files or not share:
        return
    chance = random.Random(f"{SEED} {path}")
    index = json.loads(files[path])
    index["docs"] = docs = [
        entry for entry in index["docs"] if re.search(r"\d", entry["text"]) and chance.random() < share
    ]
    for entry in docs:
        entry["text"] = _other_digit(entry["text"], chance)
    named = {entry["location"].partition("#")[0] or "index.html" for entry in docs}
    contents = {name: files[name] for name in named} | {
        path: json.dumps(index).encode(),
        PROVENANCE: files.get(PROVENANCE, b"{}"),
    }
    found = [orphan.text for orphan in judged(contents, book) if orphan.path == path]
    for entry in docs:
        caught = any(text.startswith(f"{entry['location']}: ") for text in found)
        yield Outcome(Mutant("figure in the search index", entry["location"], "checked"), GATE if caught else None)


def _other_digit(text: str, chance: random.Random) -> str:
    at = chance.choice([i for i, c in enumerate(text) if c.isdecimal()])
    return text[:at] + chance.choice([d for d in "123456789" if d != text[at]]) + text[at + 1 :]
