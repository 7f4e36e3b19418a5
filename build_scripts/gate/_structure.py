"""The closed list of numbers that belong to the page and not to the world, and how each is proved.

An element says which it is by `data-structural`. Anything else that holds a number must name a record.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from http import HTTPStatus

from build_scripts import numerals
from build_scripts.gate import _reckoned
from build_scripts.gate._book import Book
from build_scripts.model import CITED

Proof = Callable[[str, dict[str, str], Book], str | None]
"""(text, the element's attributes, records) -> what is wrong, or None."""


def axis_tick(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """A tick lies inside the domain of its scale."""
    domain = attributes.get("data-domain", "").split()
    found = re.search(r"[-−]?[\d,.]*\d", text)
    if len(numerals.tokens(text)) != 1 or found is None:
        return "a tick has one number, in digits"
    if len(domain) != 2:
        return "its axis has no domain"
    try:
        value, low, high = (Decimal(t.replace(",", "").replace("−", "-")) for t in (found[0], *domain))
    except InvalidOperation:
        return "it cannot be read as a number"
    return None if low <= value <= high else f"{found[0]} lies outside the axis ({domain[0]} to {domain[1]})"


def paragraph(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """The number of a block that some source has, or the place in a source that some evidence names."""
    return None if text.strip() in _places(book) else f"no source has a block {text.strip()}"


@lru_cache(maxsize=2)
def _places(book: Book) -> frozenset[str]:
    blocks = {str(block.n) for source in book.site.sources.values() for block in source.blocks}
    return frozenset(blocks | {e.at for fact in book.site.facts.values() for e in fact.evidence if e.at})


def note(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """The number of an endnote: a small whole number, nothing else."""
    return None if re.fullmatch(r"[1-9]\d{0,2}", text.strip()) else "a note's number is a whole number"


def locator(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """The number of a chapter, or its number of all."""
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    most = len(book.site.config.chapters)
    fits = (
        len(numbers) == len(numerals.tokens(text))
        and numbers
        and all(1 <= n <= most for n in numbers)
        and len(numbers) <= 2
        and (len(numbers) == 1 or numbers[1] == most)
    )
    return None if fits else f"there are {most} chapters"


def source_title(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """A source's title or publisher, whole; in a citation to copy with the escapes of TeX or JSON."""
    known = _titles(book)
    fits = _squash(text) in known or ("\\" in text and _squash(unescaped(text)) in known)
    return None if fits else "it is no title or publisher of a source"


_ESCAPES = {"\\textbackslash{}": "\\", "\\textasciitilde{}": "~", "\\textasciicircum{}": "^"}
_ESCAPED = re.compile(r"\\text(?:backslash|asciitilde|asciicircum)\{\}|\\([^\w\s]|_)")


def unescaped(text: str) -> str:
    """Text without the backslashes that TeX or JSON want before signs of their own."""
    return _ESCAPED.sub(lambda m: m[1] or _ESCAPES[m[0]], text)


@lru_cache(maxsize=2)
def _titles(book: Book) -> frozenset[str]:
    return frozenset(
        _squash(name) for source in book.site.sources.values() for name in (source.title, source.publisher)
    )


def length(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """The number of words of a block."""
    known = {str(block.words) for source in book.site.sources.values() for block in source.blocks}
    return None if text.strip() in known else "no block has that length"


def address(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """An address of this site, or of a source."""
    where = text.strip()
    fits = _own(book).fullmatch(where) or where in _addresses(book)
    return None if fits else "it is no address of the site or a source"


@lru_cache(maxsize=2)
def _own(book: Book) -> re.Pattern[str]:
    return re.compile(re.escape(book.site.config.address.rstrip("/")) + r"(/[\w./#?=&-]*)?")


@lru_cache(maxsize=2)
def _addresses(book: Book) -> frozenset[str | None]:
    return frozenset(source.url for source in book.site.sources.values())


def hash(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """A hash that a source records, or its beginning."""
    known = [source.sha256 for source in book.site.sources.values() if source.sha256]
    known += [block.sha256 for source in book.site.sources.values() for block in source.blocks]
    return (
        None
        if len(text.strip()) >= 8 and any(h.startswith(text.strip()) for h in known)
        else "no source records this hash"
    )


def version(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """A record's version: one more than its changes, or than its first few (`data-past`)."""
    record = book.cited(attributes.get("data-of", ""))
    if record is None:
        return "it names no record"
    changes = len(record.changes)
    past = attributes.get("data-past", str(changes))
    if past not in {str(n) for n in range(changes + 1)} or text.strip() != str(1 + int(past)):
        return f"the record has {changes} changes"
    return None


def id(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """The id of a record; that of a fact, chart or page with its version, where a citation needs a key."""
    site, own = book.site, text.strip()
    name, dash, number = own.rpartition("-v")
    held = [site.collection(collection).get(name) for collection in CITED] if dash else []
    if any(number == str(1 + len(record.changes)) for record in held if record):
        return None
    known = (site.facts, site.sources, site.charts, site.pages, site.series)
    return None if any(own in records for records in known) else "it is the id of no record"


def date_parts(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """A date in numbers, [year, month, day], that a record carries."""
    found = re.fullmatch(r"\[(\d{4})(?:, ([1-9]\d?))?(?:, ([1-9]\d?))?\]", text.strip())
    if found is None:
        return "it is no date in parts"
    edtf = "-".join(part.zfill(2) for part in found.groups() if part)
    try:
        return None if book.known_date(edtf) else f"no record carries the date {edtf}"
    except ValueError:
        return f"there is no date {edtf}"


def licence(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """The name of the site's licence."""
    return None if text.strip() == book.site.config.licence else "it is not the licence of the site"


def code(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """A code sample, or the name of an algorithm: shown to be copied, not read as a figure."""
    return None


def operand(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """A number that stands in the formula of a derived figure."""
    return _reckoned.operand(text, attributes.get("data-of", ""), book.site)


def status(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """An HTTP status code."""
    return None if text.strip() in {str(known.value) for known in HTTPStatus} else "it is no status code"


PROOFS: dict[str, Proof] = {
    "axis-tick": axis_tick, "paragraph": paragraph, "note": note, "locator": locator, "source-title": source_title,
    "length": length,
    "address": address, "hash": hash, "version": version, "licence": licence, "code": code, "status": status,
    "operand": operand,
    "id": id, "date-parts": date_parts,
}  # fmt: skip


def date(text: str, attributes: dict[str, str], book: Book) -> str | None:
    """A `<time>`: its text is its `datetime`, and a record carries it."""
    edtf = attributes.get("datetime") or attributes.get("data-date", "")
    if text.strip() != edtf and [found for _, _, found in book.dated(text)] != [edtf]:
        return f'it shows "{text.strip()}", its datetime is {edtf}'
    if "data-full-year" in attributes:
        due = book.full_year_due(attributes["data-full-year"])
        return None if edtf == due else f'the full year of "{attributes["data-full-year"]}" is due in {due}'
    if "data-measured" in attributes:
        gates = book.site.gates
        return None if gates and edtf == gates.on.isoformat() else f"the gates were not measured on {edtf}"
    if "data-verified" in attributes:
        return (
            None
            if edtf in book.verified(attributes["data-verified"])
            else f'"{attributes["data-verified"]}" was not verified on {edtf}'
        )
    return None if book.known_date(edtf) else f"no record carries the date {edtf}"


@lru_cache(maxsize=8192)
def dated(text: str, edtf: str, book: Book) -> str | None:
    """The same for a `<time>` that names nothing but its date."""
    return date(text, {"datetime": edtf}, book)


def _squash(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)
