"""The search index: what is found, under which words, and how much each entry weighs.

The theme's search engine reads a list of entries (address, title, text, search words). This module writes
that list from the finished pages: one entry for each page, and one for each part of it that has an address
of its own. Tables, disclosures, lists of links and what is marked `data-search-exclude` stay out.

Search words are not shown. They are the record's own: `find`, the Chinese names of its speaker and place, and
its figure in other spellings. How words, figures and Chinese are compared is the business of
theme/assets/ledger.search.js, which has one rule for index and query.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from lxml import etree, html

from build_scripts.facts.figure import Figure
from build_scripts.formatting import HEDGES
from build_scripts.model import Fact, Site, Unit
from build_scripts.numerals.lexicon import EXACT, SCALES, scaled

JOINT = "\x00"
"""Stands between pieces of an entry that do not follow each other on the page; they become lines."""
GAP = "\u2028"
"""Stands where something was left out of a running sentence: the number of a note, words for listeners only."""
FIELDS: Mapping[str, Mapping[str, float]] = {"title": {"boost": 6}, "tags": {"boost": 6}, "text": {"boost": 1}}
"""The engine's own weight for titles, a thousand, lets any word of a title hide every page about it."""
PAGES: Mapping[str, float] = {"chapter": 1.6, "home": 1.0, "text": 1.0, "method": 1.0, "gaps": 0.8}
"""Weight of a page by its kind; other kinds are lists, which repeat what other pages tell."""
PARTS: Mapping[str, float] = {
    "chapter": 2.2,
    "terms": 6.0,
    "places": 5.0,
    "speakers": 5.0,
    "sources": 0.4,
    "gaps": 2.0,
    "method": 2.0,
    "text": 2.0,
}
"""Weight of a part of a page by the page's kind. The engine itself gives pages about 2.5 times the weight of parts."""
LIST, LIST_PART, CLAIM, CONTEXT, POINT, OTHER = 0.3, 1.0, 1.3, 1.0, 1.6, 0.6
COMMON = 12
"""A sentence on more pages than this one tells none of them from the others."""

_ENDS = f" \t\n{GAP}"
_SPACES = re.compile(r"[^\S\u2028]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SILENT = frozenset(["script", "style", "nav", "aside", "form", "svg", "template"])
_SKIPPED = frozenset(["table", "details", "dt"])
_UNTOLD = frozenset(["kick", "big", "hedge", "verdict", "ff", "n", "run"])
"""Classes of labels and of what is told elsewhere: a figure in large type, the facts for and against."""
_BREAKS = frozenset(
    ["p", "div", "li", "section", "h1", "h2", "h3", "h4", "dd", "figure", "figcaption", "br", "ul", "ol", "dl"]
)


def prepare(folder: Path, site: Site) -> None:
    """Write the entries of a built site into its index; the engine's settings stay, but for the weight of words."""
    index = folder / "search" / "search_index.json"
    if not index.exists():
        return
    own = own_words(site)
    facts = {address(fact): fact for fact in site.facts.values()}
    data = json.loads(index.read_text("utf-8"))
    data["config"]["fields"] = FIELDS
    pages = sorted(path for path in folder.rglob("*.html") if path.name != "404.html")
    found = [e for path in pages for e in entries(path.relative_to(folder).as_posix(), path.read_bytes())]
    data["docs"] = [
        {
            "location": location,
            "title": title,
            "text": text,
            "tags": own.get(location) or _headline(location, text, site),
            "boost": weight(location, facts, site),
        }
        for location, title, text in without_common(found)
    ]
    index.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")


# --- words that a record adds ---------------------------------------------------------------------


def address(fact: Fact) -> str:
    """Where a fact stands: on a page of its own, or at its anchor on the page of its series."""
    return f"series/{fact.series}.html#{fact.id}" if fact.series else f"facts/{fact.id}.html"


def own_words(site: Site) -> dict[str, list[str]]:
    """Address of a fact or term -> other words under which it should be found, each once."""
    glossary = next((page.id for page in site.pages.values() if page.kind == "terms"), "")
    terms = {f"{glossary}.html#{term.id}": list(term.also) for term in site.terms.values()}
    return terms | {address(fact): list(dict.fromkeys(_words(fact, site))) for fact in site.facts.values()}


def _headline(location: str, text: str, site: Site) -> list[str]:
    """What a page says over its text, where that is not its short title: a chapter's finding."""
    page = site.pages.get(location.removesuffix(".html"))
    return [text.partition("\n")[0].replace(GAP, "")] if page else []


def _words(fact: Fact, site: Site) -> Iterator[str]:
    yield from fact.find
    speaker, place = site.speakers[fact.said_by], site.places.get(fact.place or "")
    yield from filter(None, (speaker.name, speaker.chinese, place.chinese if place else None))
    if fact.series:
        yield fact.label  # its page says it once, for all points
    if isinstance(fact, Figure):
        yield site.indicators[fact.indicator].label
    if isinstance(fact, Figure) and fact.value is not None:
        # With its hedge: not even a hidden word may make a figure firmer than its record.
        hedge = f"{HEDGES[fact.hedge]} ".lstrip()
        yield from (hedge + spelling for spelling in spellings(fact.value, fact.scale, site.units[fact.unit]))


def spellings(value: Decimal, scale: str, unit: Unit) -> list[str]:
    """Other spellings of a figure: "50bn", "500亿元", "5.3%", "728558", "72.8558万辆".

    Only exact ones: a converted number with more than four decimals is left out.
    """
    symbol = unit.symbol if unit.symbol and _is_sign(unit.symbol) else ""
    counted = next((form for form in unit.printed if _HAN.match(form)), "")
    amount = scaled(value, scale)
    size = amount.copy_abs()
    short = [(size, "", symbol)] if 1000 <= size < SCALES["yi"] or symbol else []
    short += [(EXACT.divide(size, SCALES[word]), letters, "") for word, letters in _SHORT.items()]
    short += [(EXACT.divide(size, SCALES[word]), letters, counted) for word, letters in _CHINESE.items()]
    short += [(size, "", counted)] if counted and size < SCALES["wan"] else []
    sign = "-" if amount < 0 else ""
    return [
        f"{sign}{digits}{letters}{ending}" for number, letters, ending in short if (digits := _digits(number, letters))
    ]


def _is_sign(symbol: str) -> bool:
    """Written right after the digits: %, ‰, ×; not letters, and not the sign of a currency."""
    return not symbol[0].isalnum() and unicodedata.category(symbol[0]) != "Sc"


_SHORT = {"million": "mn", "billion": "bn", "trillion": "tn"}
_CHINESE = {"wan": "万", "yi": "亿", "wan-yi": "万亿"}


def _digits(number: Decimal, letters: str) -> str:
    """The number without separators; nothing where a reader would not write it with that magnitude word."""
    plain = f"{number:f}"
    if "." in plain and (letters or number == number.to_integral_value()):
        plain = plain.rstrip("0").rstrip(".")
    fits = Decimal("0.1") <= number < 10_000 or not letters
    return plain if fits and len(plain.partition(".")[2]) <= 4 else ""


# --- how much an entry weighs ---------------------------------------------------------------------


def weight(location: str, facts: Mapping[str, Fact], site: Site) -> float:
    """Chapters and terms before lists, claims before context."""
    if location in facts:
        fact = facts[location]
        return POINT if fact.series else CLAIM if fact.verdict else CONTEXT
    page, _, part = location.partition("#")
    record = site.pages.get(page.removesuffix(".html"))
    kind = "home" if page == "index.html" else record.kind if record else ""
    if not kind:
        return OTHER
    return PARTS.get(kind, LIST_PART) if part else PAGES.get(kind, LIST)


# --- entries from a finished page -----------------------------------------------------------------


def entries(path: str, data: bytes) -> Iterator[tuple[str, str, str]]:
    """(address, title, text) of a page and of its parts; each line of the text stands on the page as it is."""
    root = html.document_fromstring(data.decode("utf-8"))
    main = root.find(".//main")
    if main is None or root.find(".//meta[@name='robots']") is not None:
        return
    title = (root.findtext("head/title") or "").rpartition(" · ")[0]
    parts: list[tuple[str, str, list[str]]] = [(path, title, [])]
    _collect(main, path, parts)
    seen: set[int] = set()
    for location, name, text in parts:
        if id(text) in seen:
            continue
        seen.add(id(text))
        lines = dict.fromkeys(_tidy(chunk) for chunk in "".join(text).split(JOINT))
        joined = "\n".join(line for line in lines if line and line != name)
        if joined:
            yield location, name, joined


def _collect(element: etree._Element, path: str, parts: list[tuple[str, str, list[str]]]) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or tag in _SILENT or "data-search-exclude" in element.attrib or "popover" in element.attrib:
        return
    classes = element.get("class", "").split()
    if tag in _SKIPPED or not _UNTOLD.isdisjoint(classes) or (tag == "figure" and not path.startswith("charts/")):
        parts[-1][2].append(JOINT)  # a chart has a page of its own, where its words are found
        return
    if tag == "sup" or "vh" in classes:
        parts[-1][2].append(GAP)
        return
    anchor = element.get("id")
    heading = element if tag in ("h2", "h3") and anchor else element.find("h2") if tag == "section" else None
    named = heading is not None and anchor is not None
    if heading is not None and named:
        parts.append((f"{path}#{anchor}", " ".join(_text(heading).split()), []))
    if heading is element:
        return  # its words are the title of the part
    label = heading if named or "blk" in classes else None  # without an address: a label, such as Evidence
    edge = JOINT if tag in _BREAKS else ""
    parts[-1][2].append(edge + (element.text or ""))
    for child in element:
        if child is not label:
            _collect(child, path, parts)
        parts[-1][2].append(child.tail or "")
    parts[-1][2].append(edge)
    if named:
        parts.append(parts[0])  # what follows belongs to the page again
        parts[0][2].append(JOINT)


def _tidy(chunk: str) -> str:
    line = _SPACES.sub(" ", chunk).strip(_ENDS)
    # "in 2023, 715,200 cars": without its white space, as the gate compares it, that would read as one number.
    return re.sub(r"(?<=\d,) (?=\d)", f"{GAP} ", line)


def _text(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def without_common(found: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The entries without sentences that stand in more than `COMMON` of them."""
    times = Counter(line for _, _, text in found for line in text.split("\n") if line.endswith("."))
    return [(a, t, "\n".join(x for x in text.split("\n") if times[x] <= COMMON)) for a, t, text in found]
