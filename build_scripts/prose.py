"""Text that editors write: parts of it are citations, counts and links; the rest is words.

`${id}`, `${id|form|form}`  a fact's figure, or something else that the fact's record holds
`${count(what, key=word)}`  a number of records, computed
`[words](fact:id)`          a link to a fact, term, source, page, place or chart, or to a web address
`$${`                       a literal `${`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from build_scripts import formatting, numerals
from build_scripts.counting import COUNTED
from build_scripts.counting import Count as Count
from build_scripts.counting import counted as counted
from build_scripts.diagnostics import suggest
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.model import Fact, Site

WORDS = ("statement", "label", "speaker", "verdict", "when")
"""Forms that give words of the record; they need no figure."""
FIGURES = ("number", "period", "words", "unsigned", "ordinal", "fraction")
"""Forms that give its figure."""
FORMS = (*FIGURES, *WORDS, "cap")
DEEPEST = 3
"""How many facts deep one fact may quote the words of another."""

LINKED: dict[str, str] = {
    "fact": "facts", "term": "terms", "source": "sources", "page": "pages", "place": "places", "chart": "charts",
}  # fmt: skip


@dataclass(frozen=True)
class Text:
    text: str
    start: int


@dataclass(frozen=True)
class Cite:
    id: str
    forms: tuple[str, ...]
    start: int


@dataclass(frozen=True)
class Link:
    """`to` is a collection's singular (`fact`), or "web" with an address as `id`."""

    text: str
    to: str
    id: str
    start: int


@dataclass(frozen=True)
class Mistake:
    message: str
    start: int
    width: int
    hint: str = ""


Piece = Text | Cite | Count | Link | Mistake

_PIECE = re.compile(
    r"(?P<escape>\$\$\{)|\$\{(?P<cite>[^{}\n]*)\}|(?P<open>\$\{)"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?:(?P<to>[a-z]+):(?P<id>[a-z0-9-]+)|(?P<web>(?:https?://|mailto:)[^\s()<>\"']+))\)"
    r"|(?P<badlink>\]\()|(?P<definition>^[ ]{0,3}\[[^\]\n]+\]:)|(?P<image>!\[[^\[\]\n]*\]?(?:\([^()\n]*\))?)",
    re.MULTILINE,
)
_COUNT = re.compile(r"count\(\s*([a-z]+)((?:\s*,\s*[a-z_]+\s*=\s*[a-z0-9-]+)*)\s*\)")


@lru_cache(maxsize=20_000)
def parse(text: str) -> tuple[Piece, ...]:
    """The pieces of `text` in order. Mistakes are pieces too; whoever checks reports them."""
    pieces: list[Piece] = []
    done = 0
    for found in _PIECE.finditer(text):
        if found.start() > done:
            pieces.append(Text(text[done : found.start()], done))
        done = found.end()
        pieces.append(_piece(found))
    if done < len(text):
        pieces.append(Text(text[done:], done))
    return tuple(pieces)


def _piece(found: re.Match[str]) -> Piece:
    start, width = found.start(), found.end() - found.start()
    if found["escape"]:
        return Text("${", start)
    if found["cite"] is not None:
        return _cite(found["cite"], start, width)
    if found["open"]:
        hint = "close it with }, or write $${ for the characters"
        return Mistake("a citation begins with ${ and never ends", start, width, hint)
    if found["words"]:
        if found["web"]:
            return Link(found["words"], "web", found["web"], start)
        if found["to"] in LINKED:
            return Link(found["words"], found["to"], found["id"], start)
    if found["image"]:
        return Mistake("a picture cannot stand in prose", start, width, "draw a chart and list it under charts")
    if found["definition"]:
        return Mistake("a line that defines a link shows nothing", start, width, "write [words](https://…) in the text")
    return Mistake(
        "only links of the form [words](fact:id) or [words](https://…) are known", start, width,
        "links may name a " + ", ".join(LINKED) + ", or begin with https://, http:// or mailto:",
    )  # fmt: skip


def _cite(inside: str, start: int, width: int) -> Piece:
    name, *forms = (part.strip() for part in inside.split("|"))
    unknown = [form for form in forms if form not in FORMS]
    if unknown:
        hint = suggest(unknown[0], FORMS) or "forms: " + ", ".join(FORMS)
        return Mistake(f'there is no form "{unknown[0]}"', start, width, hint)
    chosen = next((form for form in forms if form in WORDS), None)
    if chosen and set(forms) - {chosen, "cap"}:
        return Mistake(f'the form "{chosen}" goes with no other but cap', start, width)
    count = _COUNT.fullmatch(name)
    if count:
        unfit = next((form for form in forms if form not in ("number", "words", "cap")), None)
        if unfit:
            return Mistake(f'a count has no form "{unfit}"', start, width, "forms: number, words, cap")
        if count[1] not in COUNTED:
            return Mistake(f'"{count[1]}" cannot be counted', start, width, f"these can: {', '.join(COUNTED)}")
        pairs = (f.partition("=") for f in count[2].split(",") if f.strip())
        filters = tuple(sorted((key.strip(), word.strip()) for key, _, word in pairs))
        return Count(count[1], filters, tuple(forms), start)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        return Mistake(
            f'"{name}" is neither an id nor a count', start, width, "write ${id}, ${id|form} or ${count(claims)}"
        )
    return Cite(name, tuple(forms), start)


# --- what a citation says ------------------------------------------------------------------------


def figure(fact: Fact, site: Site, forms: tuple[str, ...] = ()) -> str:
    """The figure of `fact` as a reader sees it, hedge and unit from the record.

    Raises ValueError, with words for an editor, where the fact has no figure or the form does not fit.
    """
    shape = tuple(form for form in forms if form not in ("period", "cap"))
    if isinstance(fact, Superlative):
        if "ordinal" not in forms:
            raise ValueError("a superlative has a rank only: use the form ordinal, or [words](fact:id)")
        text = formatting.ordinal(fact.rank)
    elif isinstance(fact, Figure):
        unit = site.units[fact.unit]
        value = fact.low if fact.value is None else fact.value
        assert value is not None
        text = formatting.quantity(
            value, fact.scale, unit.one, unit.many, fact.hedge, low=fact.low, high=fact.high, forms=shape
        )  # fmt: skip
    else:
        raise ValueError(f"a fact of the kind {fact.kind} has no figure: use {', '.join(WORDS)}, or [words](fact:id)")
    if "period" in forms:
        text = f"{text} {in_period(fact)}"
    return text


def in_period(fact: Fact) -> str:
    """ "in 2024", "on 6 February 2025", "in January to November 2025", "in the first quarter of 2025"."""
    if not fact.period.known:
        raise ValueError("its period is not known: leave out the form period")
    words = fact.period.words()
    if words.startswith(("since ", "up to ")):
        return words
    if " of " in words.partition(" to ")[0]:  # a quarter or a half
        words = f"the {words}".replace(" to ", " to the ")
    return f"on {words}" if fact.period.start == fact.period.end else f"in {words}"


def worded(fact: Fact, site: Site, forms: tuple[str, ...]) -> str | None:
    """The words that a form of `WORDS` asks for, before their own citations are resolved; else None."""
    if "statement" in forms:
        return fact.statement.removesuffix(".")
    if "label" in forms:
        return fact.label
    if "speaker" in forms:
        return site.speakers[fact.said_by].name
    if "verdict" in forms:
        return (fact.verdict.word if fact.verdict else "no verdict").replace("-", " ")
    if "when" in forms:
        return fact.period.words()
    return None


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


class Circle(ValueError):
    """Words of facts that quote each other without an end."""


# --- writing ------------------------------------------------------------------------------------------


class Writer(Protocol):
    """How pieces become output; `pages` writes HTML, others plain text."""

    def words(self, text: str) -> str: ...
    def date(self, text: str, edtf: str) -> str: ...
    def fact(self, fact: Fact, text: str) -> str: ...
    def count(self, count: Count, number: int, text: str) -> str: ...
    def link(self, link: Link) -> str: ...


class Plain:
    """Plain text: what a figure says, without saying where it comes from."""

    def words(self, text: str) -> str:
        return text

    def date(self, text: str, edtf: str) -> str:
        return text

    def fact(self, fact: Fact, text: str) -> str:
        return text

    def count(self, count: Count, number: int, text: str) -> str:
        return text

    def link(self, link: Link) -> str:
        return link.text


class _Trace(Plain):
    """Plain text that remembers which records it tells of."""

    def __init__(self) -> None:
        self.keys: dict[str, None] = {}

    def fact(self, fact: Fact, text: str) -> str:
        self.keys[f"fact:{fact.id}"] = None
        return text

    def count(self, count: Count, number: int, text: str) -> str:
        self.keys[f"count:{count.key}"] = None
        return text


def write(text: str, site: Site, writer: Writer, this: Fact | None = None, depth: int = 0) -> str:
    """`text` with every citation resolved; `this` is the fact that `${this}` means."""
    out = []
    for piece in parse(text):
        if isinstance(piece, Text):
            out.append(dated(piece.text, writer))
        elif isinstance(piece, Cite):
            out.append(_cited(piece, site, writer, this, depth))
        elif isinstance(piece, Count):
            number = counted(piece, site)
            said = formatting.words(number) if "words" in piece.forms else f"{number:,}"
            out.append(writer.count(piece, number, capital(said) if "cap" in piece.forms else said))
        elif isinstance(piece, Link):
            out.append(writer.link(piece))
    return "".join(out)


def plain(text: str, site: Site, this: Fact | None = None) -> str:
    return write(text, site, Plain(), this)


def traced(text: str, site: Site, this: Fact | None = None) -> tuple[str, tuple[str, ...]]:
    """Prose as plain text, and the keys of the records that it tells of: `fact:id`, `count:key`."""
    trace = _Trace()
    return write(text, site, trace, this), tuple(trace.keys)


def _cited(cite: Cite, site: Site, writer: Writer, this: Fact | None, depth: int) -> str:
    fact = this if cite.id == "this" and this else site.facts[cite.id]
    words = worded(fact, site, cite.forms)
    if words is None:
        text = figure(fact, site, cite.forms)
        return writer.fact(fact, capital(text) if "cap" in cite.forms else text)
    if depth > DEEPEST:
        raise Circle("facts quote each other in a circle")
    written = write(words, site, writer, fact, depth + 1)
    return capital(written) if "cap" in cite.forms else written


def dated(text: str, writer: Writer) -> str:
    """Words without citations, their dates written as dates: also for the words of a link."""
    out, done = [], 0
    for start, end, edtf in numerals.dates(text):
        out += [writer.words(text[done:start]), writer.date(text[start:end], edtf)]
        done = end
    return "".join([*out, writer.words(text[done:])])
