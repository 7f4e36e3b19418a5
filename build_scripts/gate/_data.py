"""Records told as data: each field of a row or object that names a record is held against that record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from build_scripts.facts.figure import Figure
from build_scripts.gate._book import FALL, Book
from build_scripts.model import ChartSpec, Fact, PageSpec, Source, Versioned

Wrong = Iterator[tuple[str, str, str]]
"""(field, what it shows, what is wrong)."""

_CITED = re.compile(r"(?<!\$)\$\{([^{}]*)\}")
_LINK = re.compile(r"\[([^\]\[]+)\]\((?:[a-z]+:|https?://)[^()\s]*\)")
_DEEPEST = 4
"""How far words of facts that quote the words of others are followed."""


# --- facts ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=2048)
def _due(id: str, book: Book) -> Mapping[str, str]:
    """What the fields of a fact that are neither prose nor numbers must say, to the letter."""
    fact = book.site.facts[id]
    site, verdict, evidence = book.site, fact.verdict, fact.evidence[0]
    same = (
        "id", "kind", "confidence", "place", "unit", "scale", "hedge", "status", "indicator", "said_by", "via",
        "series",
    )  # fmt: skip
    return {name: str(getattr(fact, name, None) or "") for name in same} | {
        "version": str(1 + len(fact.changes)),
        "rank": str(getattr(fact, "rank", "")),
        "place_name": site.places[fact.place].name if fact.place else "",
        "speaker": site.speakers[fact.said_by].name,
        "period": fact.period.text,
        "said_on": fact.said_on.text if fact.said_on else "",
        "verdict": verdict.word if verdict else "",
        "supporting": " ".join(verdict.supporting) if verdict else "",
        "opposing": " ".join(verdict.opposing) if verdict else "",
        "beside": " ".join(verdict.beside) if verdict else "",
        "sources": " ".join(dict.fromkeys(e.source for e in fact.evidence)),
        "at": evidence.at or "",
        "printed": evidence.printed,
        "page": address(fact, book),
        **_around(fact, book),
    }  # fmt: skip


def address(fact: Fact, book: Book) -> str:
    home = book.site.config.address.rstrip("/")
    return f"{home}/series/{fact.series}.html#{fact.id}" if fact.series else f"{home}/facts/{fact.id}.html"


def _around(record: Versioned, book: Book) -> dict[str, str]:
    """When a record was looked at last, and whose it is."""
    config = book.site.config
    series = book.site.series.get(record.series or "") if isinstance(record, Fact) else None
    review = getattr(record, "review", None) or getattr(series, "review", None) or config.review
    rights = {"licence": config.licence, "licence_url": config.licence_url, "published_by": config.name}
    return {"reviewed": review.on.isoformat(), **rights}


def _prose(fact: Fact) -> dict[str, str | None]:
    """The record's own words, by field; a field that is not written must be empty."""
    return {
        "label": fact.label,
        "statement": fact.statement,
        "reason": fact.verdict.because if fact.verdict else None,
        "ambiguity": fact.ambiguity,
        "note": fact.note,
        "period_note": fact.period_note,
    }


def fields(row: Mapping[str, Any], fact: Fact, book: Book) -> Wrong:
    """What is wrong in a row or object about `fact`. Fields that it does not know are wrong."""
    due, words = _due(fact.id, book), _prose(fact)
    for name, value in row.items():
        shown = " ".join(value) if isinstance(value, list) and all(isinstance(v, str) for v in value) else value
        if name in due:
            wrong = _letter(shown, due[name])
        elif name in words:
            wrong = says(shown, words[name], fact, book)
        elif name in ("value", "low", "high"):
            wrong = number(shown, getattr(fact, name, None))
        elif name == "figure":
            wrong = _figure(shown, fact, book)
        elif name in _LISTS and isinstance(value, list):
            yield from _list(name, value, fact, fact, book)
            continue
        else:
            wrong = "no field of a record has this name"
        if wrong:
            yield name, str(shown), wrong


RIGHTS = frozenset(["licence", "licence_url", "published_by"])
_OF_EVIDENCE = frozenset(["sources", "at", "printed"])
_LISTS = ("evidence", "conflicts", "changes")
_NUMBERS = ("value", "low", "high")


def missing(row: Mapping[str, Any], fact: Fact, book: Book, rest: frozenset[str] = frozenset()) -> list[str]:
    """What the record says and an object that should be the whole of it leaves out; `rest` is told elsewhere."""
    held = {**_due(fact.id, book), **_prose(fact)}
    said = {name for name, text in held.items() if text} - _OF_EVIDENCE - rest
    said |= {name for name in (*_LISTS, *_NUMBERS) if getattr(fact, name, None) not in (None, ())}
    return sorted(said - row.keys())


def _letter(shown: object, due: str) -> str | None:
    """The same to the letter. A whole number may stand as text or as a number; nothing else may."""
    return None if type(shown) in (str, int) and str(shown) == due else f"the record has {due or 'nothing'}"


def number(text: object, due: Decimal | None) -> str | None:
    if not isinstance(text, str):
        return "a number of a record is written as text"
    try:
        return None if (Decimal(text) if text else None) == due else f"the record holds {due}"
    except InvalidOperation:
        return "it is no number"


def _figure(text: object, fact: Fact, book: Book) -> str | None:
    if not isinstance(fact, Figure):
        return None if text == "" else "the record has no figure"
    if not isinstance(text, str) or not book.loose(text):
        return "the figure is missing"
    return book.says(fact.id, text, None, False)  # as for the text of an element, which was read before


def says(text: object, words: str | None, fact: Fact | None, book: Book) -> str | None:
    """Prose: the record's own words, and where they cite a record, what that record says. `fact` is `${this}`."""
    if not isinstance(text, str):
        return "it is no text"
    if not words:
        return None if text == "" else "the record says nothing here"
    return _aligned(text, words, fact.id if fact else "", book, 0)


@lru_cache(maxsize=8192)
def _aligned(text: str, words: str, fact: str, book: Book, depth: int) -> str | None:
    """Word for word, with a figure, date or count in the place of each citation. Three files tell the same words."""
    literal = _LINK.sub(r"\1", words)
    cited = _CITED.findall(literal)
    found = _between([part.replace("$${", "${") for part in _CITED.split(literal)[::2]], text)
    if found is None:
        return "these are not the words of the record"
    held = book.site.facts.get(fact)
    wrongs = (_cited(inside, shown, text, held, book, depth) for inside, shown in zip(cited, found, strict=True))
    return next((wrong for wrong in wrongs if wrong), None)


def _between(parts: list[str], text: str) -> list[str] | None:
    """What stands between these parts of a text, which together are the whole of it; None where they are not."""
    found, at = [], len(parts[0])
    if not text.startswith(parts[0]):
        return None
    for part in parts[1:-1]:
        end = text.find(part, at + 1)
        if not part or end < 0:
            break
        found.append(text[at:end])
        at = end + len(part)
    else:
        if len(parts) == 1:
            return [] if text == parts[0] else None
        end = len(text) - len(parts[-1])
        if at < end and text.endswith(parts[-1]):
            return [*found, text[at:end]]
    # A figure may hold what stands after it, such as a comma: then one has to look further.
    match = re.fullmatch("(.+?)".join(map(re.escape, parts)), text)
    return None if match is None else list(match.groups())


def _cited(inside: str, shown: str, text: str, fact: Fact | None, book: Book, depth: int) -> str | None:
    """What is wrong with the text that stands for one `${…}`."""
    name, *forms = (part.strip() for part in inside.split("|"))
    counted = re.fullmatch(r"count\((\w+)(?:,(.*))?\)", name)
    if counted:
        filters = sorted(re.sub(r"\s", "", part) for part in (counted[2] or "").split(",") if part.strip())
        return book.counts(",".join([counted[1], *filters]), shown)
    other = fact if name == "this" else book.site.facts.get(name)
    if other is None:
        return f'there is no fact "{name}"'
    quoted = next((form for form in ("statement", "label") if form in forms), None)
    if quoted and depth < _DEEPEST:
        said = getattr(other, quoted).removesuffix("." if quoted == "statement" else "")
        return _aligned(shown, _capital(said) if "cap" in forms else said, other.id, book, depth + 1)
    if "when" in forms:
        return None if shown.lower() == other.period.words().lower() else f"the period is {other.period.text}"
    if "verdict" in forms:
        return book.verdict(other.id, shown)
    if "speaker" in forms:
        due = book.site.speakers[other.said_by].name
        return None if shown.lower() == due.lower() else f"the speaker is {due}"
    if not book.loose(shown) and not book.parse(shown):
        return f'it shows no figure of "{other.id}"'
    return book.says(other.id, shown, None, book.falls(other.id) and FALL.search(text) is not None)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _list(name: str, value: list[Any], record: Versioned, fact: Fact | None, book: Book) -> Wrong:
    """Evidence, conflicts and changes: one object for each of the record's, in its order."""
    records = getattr(record, name)
    if len(records) != len(value):
        yield name, str(len(value)), f"the record has {len(records)}"
        return
    for n, (held, shown) in enumerate(zip(records, value, strict=True)):
        due, words = _PARTS[name](n, held)
        for key in {**due, **words, **dict(shown)}:
            text = shown.get(key, "")
            if key in words:
                wrong = says(text, words[key], fact, book)
            elif key in due:
                wrong = _letter(text, due[key])
            else:
                wrong = "the record has nothing"
            if wrong:
                yield f"{name}.{key}", str(text), wrong


Part = tuple[dict[str, str], dict[str, str]]
_PARTS: dict[str, Callable[[int, Any], Part]] = {
    "evidence": lambda n, e: ({"source": e.source, "at": e.at or "", "printed": e.printed, "how": e.how}, {}),
    "conflicts": lambda n, c: ({"with": c.other}, {"stance": c.stance}),
    "changes": lambda n, c: (
        {"version": str(2 + n), "on": c.on.isoformat(), "kind": c.kind, "was": c.was},
        {"why": c.why},
    ),
}


# --- charts and pages -------------------------------------------------------------------------------------

_WORDS = frozenset(["title", "subtitle", "alt", "note", "comparable", "finding", "lead"])


def cited(shown: Mapping[str, Any], collection: str, held: ChartSpec | PageSpec, book: Book) -> Wrong:
    """What is wrong in an object about a chart or page. The facts that it shows are named, no more."""
    config = book.site.config
    home = f"{config.address.rstrip('/')}/"
    own = "index.html" if held.id == config.home and collection == "pages" else f"{held.id}.html"
    due: dict[str, object] = {
        "id": held.id,
        "kind": held.kind,
        "version": 1 + len(held.changes),
        "page": home + (own if collection == "pages" else f"charts/{own}").removesuffix("index.html"),
        **_around(held, book),
    }
    for name, value in shown.items():
        if name == "changes":
            yield from _list(name, value, held, None, book)
            continue
        if name == "facts":
            wrong = None if all(id in book.site.facts for id in value) else "it names what is no fact"
        elif name in _WORDS:
            wrong = says(value, getattr(held, name, None), None, book)
        else:
            wrong = None if name in due and value == due[name] else f"the record has {due.get(name)}"
        if wrong:
            yield name, str(value), wrong


# --- sources ----------------------------------------------------------------------------------------------


def source(shown: Mapping[str, Any], held: Source, book: Book) -> Wrong:
    """What is wrong in an object of CSL-JSON about a source, or in an entry of BibTeX with its fields as text."""
    title = f"[{held.title}]" if held.title_is_description else held.title
    due: dict[str, object] = {
        "id": held.id,
        "title": title,
        **dict.fromkeys(("publisher", "container-title", "institution", "journal", "howpublished"), held.publisher),
        "URL": held.url,
        "url": held.url,
        "language": held.language,
        "issued": _issued(held),
        "year": str(held.date.start.year) if held.date.start else None,
        "author": [{"literal": name} for name in held.authors],
    }
    for name, value in shown.items():
        if name in ("type", "month"):
            wrong = "it holds a number" if not isinstance(value, str) or book.loose(value) else None
        elif name == "author" and isinstance(value, str):
            wrong = None if value == " and ".join(f"{{{a}}}" for a in held.authors) else "the record names others"
        elif name in due:
            wrong = None if value == due[name] and value is not None else f"the record has {due[name]}"
        else:
            wrong = "no field of a source has this name"
        if wrong:
            yield name, str(value), wrong


def _issued(held: Source) -> dict[str, Any]:
    """A date in numbers where it is a year, month or day, else in words."""
    text = held.date.text
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return {"date-parts": [[int(part) for part in text.split("-")]]}
    return {"literal": held.date.words()}
