"""The records as the gate sees them, and the question it asks: does this text say what the record says?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as day
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import accumulate

from build_scripts import numerals
from build_scripts.edtf import Period, period
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.gate import _coverage, _reckoned
from build_scripts.model import CITED, Fact, Name, Site, Versioned, dates, walk

# Words that turn "3.5 percent" into a loss: a fall may be told without a minus only beside one of them.
FALL = re.compile(
    r"\b(f[ae]ll(s|en|ing)?|shr[aiu]nk(s|ing)?|drop(s|ped|ping)?|los[et](s|ses|ing)?|loss(es)?|declin(e|es|ed|ing)|down|decreas(e|es|ed|ing)"
    r"|less|fewer|smaller|lower|below|under|short|behind|cut|contract(s|ed|ing)?|negative|minus|slump(s|ed)?|slid|slipped|dip(s|ped)?|reduc(e|es|ed|tion)"
    r"|gap|missed|trail(s|ed|ing)?|outnumber(s|ed)?)\b",
    re.IGNORECASE,
)


UNSEEN = "who opens this file is shown what stands here, and this reader does not see it"
RISE = re.compile(
    r"\b(gr[eo]w(s|n|ing)?|r[io]se(s|n)?|rising|increas(e|es|ed|ing)|climb(s|ed)?|jump(s|ed)?|gain(s|ed)?)\b",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?:bn|mn|tn|k|m|th|st|nd|rd|pp)\b")
_SHARE = re.compile(r"\s?(?:[%‰]|per\s?cent)")
_CURRENCY = ("$", "€", "£", "¥")
_HEDGES = "minus than about over under nearly almost least most to around some approximately roughly exceeding"
_LEADS = (
    *"-+~<>≥≤\N{MINUS SIGN}\N{EN DASH}",
    *(f"{word}{gap}" for word in _HEDGES.split() for gap in " \N{NO-BREAK SPACE}"),
)
"""What may begin a figure: a sign, a hedge."""


@dataclass(frozen=True)
class Orphan:
    """A number that is shown and that nothing, or the wrong record, stands behind."""

    path: str
    text: str
    """The words around it."""
    why: str
    line: int = 0


def _whole(name: str) -> str:
    """A pattern for the name as whole words; Chinese has no spaces, so it needs none around it."""
    before = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    after = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return before + re.escape(name) + after


def _outside(tokens: list[numerals.Token], spans: list[tuple[int, int]]) -> list[numerals.Token]:
    """The numbers that lie in none of the spans."""
    if not spans:
        return tokens
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    reach = list(accumulate((end for _, end in ordered), max, initial=0))  # how far the first n spans go
    return [token for token in tokens if reach[bisect_right(starts, token.start)] < token.end]


def _counts(q: numerals.Quantity, due: int) -> bool:
    """Is it this number and no more: not millions, not percent, not "over" it, not the number of a row?"""
    more = q.unit or q.hedge or q.signed or q.ordinal or q.high is not None or q.scale != "one"
    return not more and q.value == due


class Book:
    """One site's records, with what the gate works out from them."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._claims = {fact.id for fact in site.claims}
        # A reader meets the same words on hundreds of pages; they are read once.
        self.says = lru_cache(maxsize=None)(self._says)
        self.tokens = lru_cache(maxsize=None)(numerals.tokens)
        self.dated = lru_cache(maxsize=None)(numerals.dates)
        self.parse = lru_cache(maxsize=None)(self._parse)
        self.loose = lru_cache(maxsize=None)(self._loose)
        self.told = lru_cache(maxsize=None)(self._told)
        self.count = lru_cache(maxsize=None)(self._count)
        self.having = lru_cache(maxsize=None)(self._having)
        self.known_date = lru_cache(maxsize=None)(self._known_date)

    # --- what a piece of text may hold besides figures -------------------------------------------

    @cached_property
    def names(self) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
        """Proper names with digits or number words in them, by each such number; they count only whole."""
        site = self.site
        records: list[object] = [site.config]
        for collection in ("terms", "sources", "speakers", "places"):
            records += site.collection(collection).values()
        held = {name for r in records for _, name, _ in walk(r, Name)}  # type: ignore[arg-type]
        held |= {allowed.text for allowed in site.allowed}
        found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for name in sorted(held):
            for token in {token.text for token in numerals.tokens(f"a {name}")}:
                found.setdefault(token, []).append((name, re.compile(_whole(name))))
        return found

    @cached_property
    def dates(self) -> list[Period]:
        """Every period and date that any record carries."""
        site = self.site
        records = [
            site.config,
            *site.facts.values(),
            *site.series.values(),
            *site.retired.values(),
            *site.sources.values(),
            *site.pages.values(),
            *site.charts.values(),
        ]
        return list({period.text: period for record in records for period in dates(record)}.values())

    @cached_property
    def _years(self) -> frozenset[int]:
        return frozenset(year for date in self.dates for year in date.years)

    @cached_property
    def _ends(self) -> frozenset[day]:
        return frozenset(end for date in self.dates for end in (date.start, date.end) if end)

    def _known_date(self, edtf: str) -> bool:
        """Does some record carry this date, or a period that begins, ends or lies in it?"""
        date = period(edtf)
        if date.is_year:
            return date.years <= self._years
        assert date.start
        assert date.end
        return any(date.start <= end <= date.end for end in self._ends)

    def free(self, text: str) -> list[tuple[int, int]]:
        """Spans of names: digits in them are no figures."""
        held = {token.text for token in self.tokens(text) if token.text in self.names}
        patterns = dict(name for number in held for name in self.names[number] if name[0] in text)
        return [match.span() for pattern in patterns.values() for match in pattern.finditer(text)]

    def _loose(self, text: str) -> list[numerals.Token]:
        """Numbers in `text` that are not part of a name."""
        found = self.tokens(text)
        return _outside(found, self.free(text)) if found else []

    # --- figures ------------------------------------------------------------------------------------

    def _units(self, own: str) -> dict[str, str]:
        forms = {
            f: id
            for id, unit in self.site.units.items()
            for f in (*unit.printed, unit.one, unit.many, unit.symbol)
            if f
        }
        unit = self.site.units[own]
        return forms | {f: own for f in (*unit.printed, unit.one, unit.many, unit.symbol) if f}

    @cached_property
    def _by_unit(self) -> dict[str, dict[str, str]]:
        return {id: self._units(id) for id in self.site.units}

    def _parse(self, text: str, unit: str = "") -> list[numerals.Quantity]:
        """The quantities in a text, read with the forms of a unit (and of all others that do not share them)."""
        return numerals.parse(text, self._by_unit[unit] if unit else {})

    def _says(self, id: str, text: str, scale: str | None = None, falling: bool = False) -> str | None:
        """None if `text` says what the fact's record says; else what is wrong.

        `scale` is the magnitude word that all figures of a chart share; `falling` says that the words
        around tell of a fall, so that a minus may be missing.
        """
        fact = self.site.facts.get(id)
        if fact is None:
            return f'there is no fact "{id}"'
        spans = [(a, b) for a, b, _ in self.dated(text)]
        for a, b, edtf in self.dated(text):
            if not self._carries(fact, edtf):
                return f'"{text[a:b]}" is not the period of "{id}" ({fact.period.text})'
        found = self.parse(text, fact.unit if isinstance(fact, Figure) else "")
        covered = spans + [(q.start, q.end) for q in found] + self.free(text)
        if beside := _outside(self.tokens(text), covered):
            return f'"{beside[0].text}" is no part of a figure that can be read'
        if not found:
            return None if spans or not self.tokens(text) else "it holds no figure"
        if len(found) > 1:
            return f'it holds {len(found)} figures, and "{id}" has one'
        return self._differs(fact, found[0], scale, falling)

    def together(self, key: str, own: str, before: str, after: str) -> str | None:
        """None if a figure reads the same with what stands around it; a unit may follow that it does not hold itself.

        `key` is the id of the fact, or nothing for a count.
        """
        if _GLUED.match(after) or before.rstrip()[-1:] in _CURRENCY or (not key and _SHARE.match(after)):
            return f'with what stands around it, it reads "{(before + own + after).strip()}"'
        if not (before.lower().endswith(_LEADS) or self._trails.match(after)):
            return None
        fact = self.site.facts.get(key)
        unit = fact.unit if isinstance(fact, Figure) else ""
        alone, around = self.parse(own, unit), self.parse(before + own + after, unit)
        start = len(before)
        here = [q for q in around if q.start < start + len(own) and start < q.end]
        if len(alone) != 1 or not here:
            return None  # nothing to compare; an element that says something else is told of for that
        a, b = alone[0], here[0]
        same = (a.value, a.scale, a.hedge, a.high, a.signed) == (b.value, b.scale, b.hedge, b.high, b.signed)
        if same and len(here) == 1 and b.unit in (a.unit, unit or None):
            return None
        return f'with what stands around it, it reads "{b.text.strip()}"'

    @cached_property
    def _trails(self) -> re.Pattern[str]:
        """What may go on with a figure: a magnitude word, a unit, "or more"."""
        forms = {
            form for unit in self.site.units.values() for form in (*unit.printed, unit.one, unit.many, unit.symbol)
        }
        words = sorted(
            filter(None, {*forms, *numerals.SCALES, "per cent", "percent", "percentage", "or", "and"}), key=len
        )
        return re.compile(rf"\s?(?:[%‰万亿]|(?:{'|'.join(re.escape(word) for word in reversed(words))})(?![a-z]))")

    def period(self, id: str, text: str) -> str | None:
        """None if `text` holds no number but the fact's own period."""
        fact = self.site.facts.get(id)
        if fact is None:
            return f'there is no fact "{id}"'
        for a, b, edtf in self.dated(text):
            if not self._carries(fact, edtf):
                return f'"{text[a:b]}" is not the period of "{id}" ({fact.period.text})'
        return self.told(text, (f"fact:{id}",))

    def verdict(self, id: str, text: str) -> str | None:
        """None if `text` is the word of the fact's verdict."""
        fact = self.site.facts.get(id)
        word = text.strip().lower().removesuffix(" only").replace(" ", "-")
        told = fact is not None and word == (fact.verdict.word if fact.verdict else "no-verdict")
        return None if told else f'it shows neither figure, period nor verdict of "{id}"'

    def _carries(self, fact: Fact, edtf: str) -> bool:
        date = period(edtf)
        if date.is_year:
            return date.years <= fact.period.years
        return date.start == fact.period.start or date.end == fact.period.end

    def _differs(self, fact: Fact, q: numerals.Quantity, scale: str | None, falling: bool) -> str | None:
        if isinstance(fact, Superlative):
            return None if q.value == fact.rank else f'it shows {q.value}, the rank of "{fact.id}" is {fact.rank}'
        if not isinstance(fact, Figure):
            return f'it shows {q.value}, and "{fact.id}" has no figure'
        by = numerals.SCALES[scale if scale and not q.scale_printed else q.scale]
        due = (fact.low if fact.value is None else fact.value) or Decimal(0)
        shown, held = q.value * by, due * numerals.SCALES[fact.scale]
        if q.unit is None and fact.unit == "percent" and shown * 100 == held and not q.scale_printed:
            shown = held  # "three fifths" of a share in percent
        if shown != held and not (shown == -held and not q.signed and falling):
            return f'it shows {q.text.strip()}, the record of "{fact.id}" holds {fact.value or fact.low} {fact.scale}'
        if q.unit is not None and q.unit != fact.unit:
            return f'it shows {q.unit}, the unit of "{fact.id}" is {fact.unit}'
        if (q.hedge or "exact") != fact.hedge:
            return f'it shows the hedge {q.hedge or "exact"}, the record of "{fact.id}" has {fact.hedge}'
        upper = None if q.high is None else q.high * by
        if upper != (None if fact.high is None else fact.high * numerals.SCALES[fact.scale]):
            return f'its upper end differs from the record of "{fact.id}"'
        return None

    def falls(self, id: str) -> bool:
        """Is the figure a loss, which words may tell without a minus?"""
        fact = self.site.facts.get(id)
        return isinstance(fact, Figure) and ((fact.low if fact.value is None else fact.value) or 0) < 0

    def machine(self, id: str, value: str) -> str | None:
        """The `value` of a `<data>` element: the number without scale word."""
        fact = self.site.facts.get(id)
        if isinstance(fact, Figure):
            due = (fact.low if fact.value is None else fact.value) or Decimal(0)
            return (
                None
                if Decimal(value) == due * numerals.SCALES[fact.scale]
                else f'value is {value}, the record of "{id}" holds {due} {fact.scale}'
            )
        if isinstance(fact, Superlative):
            return None if value == str(fact.rank) else f'value is {value}, the rank of "{id}" is {fact.rank}'
        return None if fact and value == "" else f'value is {value}, and "{id}" has no figure'

    # --- dates that follow from a record ---------------------------------------------------------------

    def full_year_due(self, id: str) -> str | None:
        """The month in which the full year is due of which the fact covers the beginning."""
        fact = self.site.facts.get(id)
        end = fact.period.end if fact else None
        if fact is None or end is None or fact.period.start != day(end.year, 1, 1) or end >= day(end.year, 12, 31):
            return None
        year, month = divmod(self.site.config.full_year_months - 1, 12)
        return f"{end.year + 1 + year}-{month + 1:02}"

    def verified(self, id: str) -> set[str]:
        """The days on which the fact was held against the text of a source."""
        return {entry.on.isoformat() for (fact, _, _), entry in self.site.verified.items() if fact == id}

    def gap(self, text: str, attributes: Mapping[str, str]) -> str | None:
        """None if `text` says how far the two facts in `data-gap` lie apart."""
        return _reckoned.gap(text, attributes, self.site, self._by_unit)

    # --- counts ---------------------------------------------------------------------------------------

    def _count(self, key: str) -> int | None:
        """The number of records that a key names, counted afresh; None for a key that it does not know."""
        what, *filters = key.split(",")
        pairs = [tuple(f.split("=", 1)) for f in filters]
        site = self.site
        if what == "number" and len(pairs) == 1 and pairs[0][0] == "claim":
            ids = [fact.id for fact in site.claims]
            return ids.index(pairs[0][1]) + 1 if pairs[0][1] in ids else None
        if what == "mutation":
            return self._mutated(dict(pairs))  # type: ignore[arg-type]
        if what == "carried":
            return self._carried.get(frozenset(pairs))
        if what == "origins" and len(pairs) == 1:
            return _reckoned.origins(site, pairs[0][1])[0] if pairs[0][1] in site.facts else None
        if what == "points":
            what = "facts"  # those of a series
        records = self._records(what)
        if records is None:
            return None
        having = [self.having(what, name).get(word, set()) for name, word in pairs]
        return len(set.intersection(*having) if having else records)

    def _having(self, what: str, name: str) -> dict[str, set[int]]:
        """Word -> which records of a collection have it under a name."""
        found: dict[str, set[int]] = {}
        for n, record in enumerate(self._records(what) or ()):
            for word in self._words(record, name):
                found.setdefault(word, set()).add(n)
        return found

    def _records(self, what: str) -> Sequence[object] | None:
        site = self.site
        if what == "claims":
            return site.claims
        if what == "chapters":
            return [site.pages[id] for id in site.config.chapters]
        if what == "blocks":
            source = site.sources.get(site.config.explains)
            return source.blocks if source else ()
        return tuple(site.collection(what).values()) if isinstance(getattr(site, what, None), Mapping) else None

    def _mutated(self, asked: dict[str, str]) -> int | None:
        """A number of the last mutation test: of a kind of change, of a gate, or of what was not caught."""
        scores = self.site.gates
        if scores is None:
            return None
        if "gate" in asked:
            return scores.gates.get(asked["gate"])
        if "survivors" in asked:
            return scores.survivors.get(asked["survivors"])
        for row in scores.rows:
            if row.kind.replace(" ", "-") == asked.get("kind") and row.rest == asked.get("rest"):
                return {
                    "caught": row.caught,
                    "total": row.total,
                    "text-caught": row.text_caught,
                    "text-total": row.text_total,
                }.get(asked["what"])
        return None

    @cached_property
    def _carried(self) -> dict[frozenset[tuple[str, ...]], int]:
        return _coverage.counts(self.site, self._by_unit)

    def _words(self, record: object, name: str) -> frozenset[str]:
        """What a record has under the name by which records are counted."""
        if isinstance(record, Fact):
            if name == "verdict":
                return frozenset([record.verdict.word if record.verdict else "none"])
            if name == "source":
                return frozenset(e.source for e in record.evidence)
            if name == "rests":
                return frozenset([_reckoned.rests(self.site, record)])
            if name == "category":
                return frozenset([self.site.speakers[record.said_by].category])
            if name == "chapter":
                pages = self.site.pages
                return frozenset(id for id in self.site.config.chapters if record.id in getattr(pages[id], "tests", ()))
            if name == "block":
                source = self.site.sources[self.site.config.explains]
                return frozenset(str(b.n) for b in source.blocks if record.id in b.facts)
        return frozenset([str(getattr(record, name) or "")])

    def counts(self, key: str, text: str) -> str | None:
        """None if `text` shows the number that the key names."""
        due = self.count(key)
        return f'nothing can be counted by "{key}"' if due is None else self.tells(due, text)

    def tells(self, due: int, text: str) -> str | None:
        """None if `text` shows this number and no other."""
        if due == 1 and text.strip().lower() == "one":
            return None
        if due == 0 and text.strip().lower() in ("no", "none", "zero", "0"):
            return None
        found = self.parse(text)
        counted = len(found) == 1 and _counts(found[0], due) and found[0].text.strip() == text.strip()
        return None if counted else f'it shows "{text.strip()}", the records count {due}'

    # --- free text that names its records ---------------------------------------------------------------

    def _told(self, text: str, keys: tuple[str, ...]) -> str | None:
        """None if every number in `text` is a figure, period or count of the records named in `keys`."""
        spans = self.free(text)
        for a, b, edtf in self.dated(text):
            if not self.known_date(edtf):
                return f'"{text[a:b]}" is the date of no record'
            spans.append((a, b))
        loose = _outside(self.tokens(text), spans)
        for key in keys:
            if loose:
                loose = _outside(loose, self._answers(key, text))
        return (
            f'"{loose[0].text}" belongs to none of its records ({", ".join(keys) or "none named"})' if loose else None
        )

    def _answers(self, key: str, text: str) -> list[tuple[int, int]]:
        """Spans of `text` that the record named in `key` answers for."""
        kind, _, id = key.partition(":")
        if kind == "fact":
            return self._figures(id, text)
        if kind == "count":
            due = self.count(id)
            return [(q.start, q.end) for q in self.parse(text) if due is not None and _counts(q, due)]
        return self._replaced(id, text) if kind == "was" else []

    def cited(self, key: str) -> Versioned | None:
        """The record that `id` (of a fact), `charts:id` or `pages:id` names."""
        collection, _, id = key.rpartition(":")
        return self.site.collection(collection).get(id) if collection in CITED else self.site.facts.get(key)

    def _replaced(self, key: str, text: str) -> list[tuple[int, int]]:
        """Spans of `text` that repeat, word for word, what a change of the record says was there before."""
        record = self.cited(key)
        words = {change.was for change in record.changes} if record else set()
        return [m.span() for was in words for m in re.finditer(_whole(was), text)]

    def _figures(self, id: str, text: str) -> list[tuple[int, int]]:
        """Spans of `text` that show the figure of the fact, or of the whole that it is part of."""
        fact = self.site.facts.get(id)
        if fact is None:
            return []
        whole = self._figures(fact.of, text) if isinstance(fact, Figure) and fact.of else []
        spans = whole
        falling = self.falls(id) and FALL.search(text) is not None
        for q in self.parse(text, fact.unit if isinstance(fact, Figure) else ""):
            if self._differs(fact, q, None, falling) is None:
                spans.append((q.start, q.end))
        return spans
