"""A bare figure stands in prose, where no source can be seen behind it.

Write it as a citation: `${id}` prints the figure with its hedge and unit from the record. Counts of
records are `${count(claims)}`. A year or date may stand in prose if a fact that is cited in the same
section, or the record itself, carries it. A name with digits is registered as a term. What no
record can carry goes into content/allowed.yml with its reason: at most ten entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts import numerals, prose
from build_scripts.diagnostics import Diagnostic
from build_scripts.edtf import Period, read_period
from build_scripts.model import Fact, Name, Path, Refers, Site, walk
from build_scripts.references import Holder, holders, spot_in, texts

MOST_ALLOWED = 10


def check(site: Site) -> Iterator[Diagnostic]:
    names = _names(site)
    used: set[tuple[str, str]] = set()
    for holder in holders(site):
        pieces = [(path, text, prose.parse(text)) for path, text, _ in texts(holder)]
        known: dict[Path, list[Period]] = {}
        for path, text, parts in pieces:
            group = _group(path)
            if group not in known:
                known[group] = _periods(holder, group, pieces, site)
            for start, end in _bare(parts, names, known[group]):
                found = text[start:end]
                if any(a.record == holder.id and a.text in text[max(0, start - 60) : end + 60] for a in site.allowed):
                    used |= {(a.record, a.text) for a in site.allowed if a.record == holder.id and a.text in text}
                    continue
                place = spot_in(site, holder, path, text, start, end - start)
                yield Diagnostic("unsourced-number", f'{holder.name}: "{found}" has no source', place, hint=_hint(found))
    yield from _allow_list(site, used)


def _hint(found: str) -> str:
    if re.fullmatch(r"(19|20)\d\d", found):
        return "cite a fact that carries this year in the same section, or write ${id|when}"
    return "cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term"


def _group(path: Path) -> Path:
    """Sections of a page are judged one by one; every other record is judged as a whole."""
    return path[:2] if path[0] == "sections" else ()


def _bare(parts: list[prose.Piece], names: re.Pattern[str] | None, known: list[Period]) -> Iterator[tuple[int, int]]:
    """Spans of figures that nothing stands behind."""
    for piece in parts:
        if not isinstance(piece, (prose.Text, prose.Link)):
            continue
        offset = piece.start + (1 if isinstance(piece, prose.Link) else 0)
        tokens = numerals.tokens(piece.text)
        if not tokens:
            continue
        free = [m.span() for m in names.finditer(piece.text)] if names else []
        free += [(start, end) for start, end, edtf in numerals.dates(piece.text) if _carried(edtf, known)]
        for token in tokens:
            if not any(start <= token.start and token.end <= end for start, end in free):
                yield offset + token.start, offset + token.end


def _carried(edtf: str, known: list[Period]) -> bool:
    """Is the date one that a cited record names, or a part of it that the record's date contains?"""
    date = read_period(edtf)
    if date.is_year:
        return any(date.years <= period.years for period in known)
    return any(
        p.start and p.end and date.start <= p.start and p.end <= date.end or (p.start, p.end) == (date.start, date.end)
        or date.start in (p.start,) or date.end in (p.end,)
        for p in known
    )  # fmt: skip


def _periods(holder: Holder, group: Path, pieces: list[tuple[Path, str, list[prose.Piece]]], site: Site) -> list[Period]:
    """Every period and date that the record itself, or a fact it names in this group, carries."""
    found = _own(holder.record)
    record = holder.record
    if group:
        record = holder.record.sections[group[1]]
    ids = [id for _, id, mark in walk(record, Refers) if mark.to == "facts"]
    sources = [id for _, id, mark in walk(record, Refers) if mark.to == "sources"]
    for path, _, parts in pieces:
        if _group(path) == group:
            ids += [p.id for p in parts if isinstance(p, prose.Cite)]
            ids += [p.id for p in parts if isinstance(p, prose.Link) and p.to == "fact"]
            sources += [p.id for p in parts if isinstance(p, prose.Link) and p.to == "source"]
    for id in dict.fromkeys(ids):
        if id in site.facts:
            found += _of_fact(site.facts[id], site)
    found += [site.sources[id].date for id in sources if id in site.sources]
    return found


def _own(record: object) -> list[Period]:
    found: list[Period] = []
    stack = [record]
    while stack:
        value = stack.pop()
        if isinstance(value, Period):
            found.append(value)
        elif isinstance(value, tuple):
            stack += value
        elif hasattr(value, "model_fields_set"):
            stack += [getattr(value, name) for name in type(value).model_fields]
        elif hasattr(value, "isoformat"):
            found.append(read_period(value.isoformat()))
    return found


def _of_fact(fact: Fact, site: Site) -> list[Period]:
    found = _own(fact)
    found += [site.sources[id].date for id in fact.sources if id in site.sources]
    return found


def _names(site: Site) -> re.Pattern[str] | None:
    """Proper names that hold a figure; they count only whole."""
    held = {
        name
        for holder in holders(site)
        if holder.collection in ("terms", "sources", "speakers", "places", "config")
        for _, name, _ in walk(holder.record, Name)
        if numerals.tokens(f"a {name}")  # "million" counts as a figure after an article only
    }
    if not held:
        return None
    longest = sorted(held, key=len, reverse=True)
    return re.compile("|".join(map(_whole, longest)))


def _whole(name: str) -> str:
    """A pattern for the name as whole words; Chinese has no spaces, so it needs none around it."""
    before = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    after = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return before + re.escape(name) + after


def _allow_list(site: Site, used: set[tuple[str, str]]) -> Iterator[Diagnostic]:
    for n, allowed in enumerate(site.allowed, start=1):
        place = site.spot("allowed", f"{allowed.record} {allowed.text}", "text")
        if n > MOST_ALLOWED:
            message = f'"{allowed.text}" is entry {n} of the allow-list; the limit is {MOST_ALLOWED}'
            yield Diagnostic("unsourced-number", message, place, hint="record the figure as a fact instead")
        elif (allowed.record, allowed.text) not in used:
            message = f'"{allowed.text}" is allowed in "{allowed.record}", where it does not stand'
            yield Diagnostic("unsourced-number", message, place, hint="remove the entry")
