"""A bare figure stands in prose, where no source can be seen behind it.

Write it as a citation: `${id}` prints the figure with its hedge and unit from the record. Counts of
records are `${count(claims)}`. A year or date may stand in prose if a fact that is cited in the same
section, or the record itself, carries it. A name with digits is registered as a term. What no
record can carry goes into content/allowed.yml with its reason: at most ten entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import groupby

from build_scripts import numerals, prose
from build_scripts.diagnostics import Diagnostic
from build_scripts.edtf import Period, period
from build_scripts.model import Name, Path, Refers, Site, Sought, dates, walk
from build_scripts.references import Passage, holders, passages, spot, spot_in

MOST_ALLOWED = 10
_WORD = re.compile(r"[A-Za-z0-9]")


def check(site: Site) -> Iterator[Diagnostic]:
    names = _names(site)
    used: set[tuple[str, str]] = set()
    for (_, _, group), texts in groupby(
        passages(site), key=lambda p: (p.holder.collection, p.holder.id, _group(p.path))
    ):
        together = list(texts)
        known = _Known(site, together, group)
        for passage in together:
            holder, text = passage.holder, passage.text
            for start, end in _bare(passage.pieces, names, known):
                found = text[start:end]
                if any(a.record == holder.id and a.text in text[max(0, start - 60) : end + 60] for a in site.allowed):
                    used |= {(a.record, a.text) for a in site.allowed if a.record == holder.id and a.text in text}
                    continue
                place = spot_in(site, holder, passage.path, text, start, end - start)
                yield Diagnostic(
                    "unsourced-number", f'{holder.name}: "{found}" has no source', place, hint=_hint(found)
                )
    yield from _sought(site, names)
    yield from _allow_list(site, used)


def _sought(site: Site, names: list[str]) -> Iterator[Diagnostic]:
    """Words for the search: a figure among them would stay when that of the record changes."""
    for holder in holders(site):
        for path, text, _ in walk(holder.record, Sought):
            free = _named(text, names)
            if any(not _within(token, free) for token in numerals.tokens(text)):
                message = f'{holder.name}: "{text}" under find holds a figure'
                hint = "remove it: the search finds the record's figure in its other spellings too"
                yield Diagnostic("unsourced-number", message, spot(site, holder, path), hint=hint)


def _within(token: numerals.Token, spans: list[tuple[int, int]]) -> bool:
    return any(start <= token.start and token.end <= end for start, end in spans)


def _hint(found: str) -> str:
    if re.fullmatch(r"(19|20)\d\d", found):
        return "cite a fact that carries this year in the same section, or write ${id|when}"
    return "cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term"


def _group(path: Path) -> Path:
    """Sections of a page are judged one by one; every other record is judged as a whole."""
    return path[:2] if path[0] == "sections" else ()


def _bare(parts: tuple[prose.Piece, ...], names: list[str], known: _Known) -> Iterator[tuple[int, int]]:
    """Spans of figures that nothing stands behind."""
    for piece in parts:
        if not isinstance(piece, (prose.Text, prose.Link)):
            continue
        offset = piece.start + (1 if isinstance(piece, prose.Link) else 0)
        tokens = numerals.tokens(piece.text)
        if not tokens:
            continue
        free = _named(piece.text, names)
        free += [(start, end) for start, end, edtf in numerals.dates(piece.text) if known.carry(edtf)]
        for token in tokens:
            if not _within(token, free):
                yield offset + token.start, offset + token.end


class _Known:
    """The periods and dates that texts of one group may name: those of their record and of the facts it cites there.

    They are gathered only where a text names a date at all.
    """

    def __init__(self, site: Site, texts: list[Passage], group: Path) -> None:
        self.site, self.texts, self.group = site, texts, group

    def carry(self, edtf: str) -> bool:
        """Is the date one that a record names, or a part of it that the record's date contains?"""
        date = period(edtf)
        if date.is_year or date.start is None or date.end is None:
            return date.years <= self.years
        return any(
            (p.start and p.end and date.start <= p.start and p.end <= date.end)
            or (p.start, p.end) == (date.start, date.end)
            or date.start == p.start or date.end == p.end
            for p in self.periods
        )  # fmt: skip

    @cached_property
    def years(self) -> frozenset[int]:
        return frozenset(year for period in self.periods for year in period.years)

    @cached_property
    def periods(self) -> list[Period]:
        record = self.texts[0].holder.record
        found = dates(record)
        part = record.sections[self.group[1]] if self.group else record
        named = [(mark.to, id) for _, id, mark in walk(part, Refers)]
        for passage in self.texts:
            named += [("facts", p.id) for p in passage.pieces if isinstance(p, prose.Cite)]
            named += [(prose.LINKED[p.to], p.id) for p in passage.pieces if isinstance(p, prose.Link) and p.to != "web"]
        for collection, id in dict.fromkeys(named):
            if collection == "facts" and id in self.site.facts:
                found += _of_fact(self.site, id)
            elif collection == "sources" and id in self.site.sources:
                found.append(self.site.sources[id].date)
        return found


@lru_cache(maxsize=10_000)
def _of_fact(site: Site, id: str) -> list[Period]:
    fact = site.facts[id]
    return dates(fact) + [site.sources[source].date for source in fact.sources if source in site.sources]


def _names(site: Site) -> list[str]:
    """Proper names that hold a figure; they count only whole."""
    held = {
        name
        for holder in holders(site)
        if holder.collection in ("terms", "sources", "speakers", "places", "config")
        for _, name, _ in walk(holder.record, Name)
        if numerals.tokens(f"a {name}")  # "million" counts as a figure after an article only
    }
    return sorted(held, key=len, reverse=True)


def _named(text: str, names: list[str]) -> list[tuple[int, int]]:
    """Where names stand in a text as whole words; Chinese has no spaces, so it needs none around it."""
    spans = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            joined = (_WORD.match(text[at - 1 : at]) and name[0].isascii()) or (
                _WORD.match(text[end : end + 1]) and name[-1].isascii()
            )
            if not joined:
                spans.append((at, end))
            at = text.find(name, at + 1)
    return spans


def _allow_list(site: Site, used: set[tuple[str, str]]) -> Iterator[Diagnostic]:
    for n, allowed in enumerate(site.allowed, start=1):
        place = site.spot("allowed", f"{allowed.record} {allowed.text}", "text")
        if n > MOST_ALLOWED:
            message = f'"{allowed.text}" is entry {n} of the allow-list; the limit is {MOST_ALLOWED}'
            yield Diagnostic("unsourced-number", message, place, hint="record the figure as a fact instead")
        elif (allowed.record, allowed.text) not in used:
            message = f'"{allowed.text}" is allowed in "{allowed.record}", where it does not stand'
            yield Diagnostic("unsourced-number", message, place, hint="remove the entry")
