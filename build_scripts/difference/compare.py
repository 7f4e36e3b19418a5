"""Two editions beside each other: sentences, figures, charts, derived facts and pages, before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from build_scripts import working
from build_scripts.difference import parts as facts
from build_scripts.difference.edition import Edition, Passage
from build_scripts.difference.fields import Value, fields
from build_scripts.difference.findings import (
    Count,
    Difference,
    Drawing,
    Field,
    Figures,
    Page,
    Record,
    Result,
    Sentence,
)
from build_scripts.difference.names import name_of, shown, spoken
from build_scripts.difference.parts import parts
from build_scripts.facts.figure import Figure
from build_scripts.model import Fact, Site
from build_scripts.references import HOLDERS


def compare(before: Edition, after: Edition) -> Difference:
    renamed = _renamed(before.site, after.site)
    counts = tuple(
        Count(key, before.counts[key], now)
        for key, now in sorted(after.counts.items())
        if key in before.counts and before.counts[key] != now
    )
    pages = _pages(before, after)
    charts = tuple(_charts(before, after, renamed))
    figures = tuple(_figures(before, after, renamed, charts, pages))
    because = {f"fact:{changed.id}" for changed in figures} | {f"count:{count.key}" for count in counts}
    return Difference(
        figures=figures,
        counts=counts,
        sentences=tuple(_sentences(before, after, renamed, because)),
        charts=charts,
        fields=tuple(_fields(before.site, after.site, renamed)),
        records=tuple(_records(before.site, after.site, renamed)),
        pages=pages,
    )


Renamed = dict[tuple[str, str], str]
"""Collection and old id -> new id: a retired id whose successor is new."""


def _renamed(before: Site, after: Site) -> Renamed:
    return {
        (retired.collection, id): retired.successor
        for id, retired in after.retired.items()
        if retired.successor
        and id in before.collection(retired.collection)
        and id not in after.collection(retired.collection)
        and retired.successor not in before.collection(retired.collection)
        and retired.successor in after.collection(retired.collection)
    }


def pairs(before: Site, after: Site, renamed: Renamed) -> Iterator[tuple[Fact, Fact]]:
    """Facts that both editions hold."""
    for id, old in before.facts.items():
        new = after.facts.get(renamed.get(("facts", id), id))
        if new is not None:
            yield old, new


def _figures(
    before: Edition, after: Edition, renamed: Renamed, charts: tuple[Drawing, ...], pages: tuple[Page, ...] | None
) -> Iterator[Figures]:
    old_of = {new: old for (collection, old), new in renamed.items() if collection == "facts"}
    changed = {page.path: after.pages[page.path] for page in pages or () if after.pages and page.path in after.pages}
    for old, new in pairs(before.site, after.site, renamed):
        found = parts(old, new, before.site, after.site)
        if not found:
            continue
        drawn = {id for id, sheet in after.sheets.items() if sheet and new.id in sheet.facts}
        # Where its figure stands, or a link to it beside its verdict.
        shows = re.compile(rf'data-fact="{new.id}"|["/]{new.id}\.html|#{new.id}"')
        yield Figures(
            id=new.id,
            name=name_of(after.site, "facts", new.id),
            parts=tuple(found),
            entries=tuple(facts.fresh(old, new)),
            derived=isinstance(new, Figure) and new.derived is not None,
            results=tuple(_results(new.id, before.site, after.site, old_of)),
            charts=tuple(chart.id for chart in charts if chart.id in drawn),
            pages=tuple(path for path in changed if shows.search(changed[path].text)),
        )


def _results(id: str, before: Site, after: Site, old_of: dict[str, str]) -> Iterator[Result]:
    """What is worked out from the fact `id`, also by way of other results."""
    reached = {id}
    waiting = [f for f in after.facts.values() if isinstance(f, Figure) and f.derived]
    grown = True
    while grown:
        grown = False
        for fact in list(waiting):
            if reached & set(working.inputs(fact)):
                waiting.remove(fact)
                reached.add(fact.id)
                grown = True
                old = before.facts.get(old_of.get(fact.id, fact.id))
                was = facts.figure(old, before) if old else None
                yield Result(fact.id, name_of(after, "facts", fact.id), was, facts.figure(fact, after))


# --- sentences ------------------------------------------------------------------------------------------


def _sentences(before: Edition, after: Edition, renamed: Renamed, because: set[str]) -> Iterator[Sentence]:
    olds = {(c, renamed.get((c, id), id), names): passage for (c, id, names), passage in before.passages.items()}
    for where in dict.fromkeys([*after.passages, *olds]):
        collection, id, names = where
        old, new = olds.get(where), after.passages.get(where)
        if collection == "facts" and names[0] == "changes" and old is None:
            continue  # a new entry is told with what it explains
        held = _held(before.site, collection, id, renamed) and _held(after.site, collection, id, {})
        if held and _compared(old, new):
            for was, now, quoted in _changed(old, new):
                yield Sentence(
                    collection, id, name_of(after.site, collection, id), spoken(names), was, now,
                    tuple(sorted(quoted & because)),
                )  # fmt: skip


def _held(site: Site, collection: str, id: str, renamed: Renamed) -> bool:
    """Records that are new or gone are told as such, not sentence by sentence."""
    known = {"config": {"site"}}.get(collection) or site.collection(collection)
    return id in known or any(c == collection and new == id for (c, _), new in renamed.items())


def _compared(old: Passage | None, new: Passage | None) -> bool:
    """Words that a series shares with its points are told once, at the series; their figures at each point."""
    if old is None or new is None:
        return (old or new or Passage("", ())).role != "inherited"
    if "shared" in (old.role, new.role):
        return old.typed != new.typed
    return old.typed == new.typed or "inherited" not in (old.role, new.role)


def _changed(old: Passage | None, new: Passage | None) -> Iterator[tuple[str | None, str | None, frozenset[str]]]:
    was, now = (old.sentences if old else ()), (new.sentences if new else ())
    texts = [s.text for s in was], [s.text for s in now]
    if texts[0] == texts[1]:
        return
    for tag, i, j, k, m in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if tag != "equal":
            for a, b in zip_longest(was[i:j], now[k:m]):
                quoted = frozenset(key for sentence in (a, b) if sentence for key in sentence.rests)
                yield a.text if a else None, b.text if b else None, quoted


# --- charts, fields, records, pages ---------------------------------------------------------------------


def _charts(before: Edition, after: Edition, renamed: Renamed) -> Iterator[Drawing]:
    for id in before.site.charts:
        now = renamed.get(("charts", id), id)
        if now not in after.site.charts:
            continue
        was_rows, now_rows = before.rows(id), after.rows(now)
        rows = [(was_rows.get(name), now_rows.get(name)) for name in dict.fromkeys([*was_rows, *now_rows])]
        differing = tuple((was, now) for was, now in rows if was != now)
        if differing:
            yield Drawing(now, name_of(after.site, "charts", now), differing)


def _fields(before: Site, after: Site, renamed: Renamed) -> Iterator[Field]:
    yield from _fields_of("config", "site", before, after, "site")
    for collection in HOLDERS:
        for id in before.collection(collection):
            now = renamed.get((collection, id), id)
            if now in after.collection(collection):
                yield from _fields_of(collection, id, before, after, now)


def _fields_of(collection: str, id: str, before: Site, after: Site, now_id: str) -> Iterator[Field]:
    old: Any = before.config if collection == "config" else before.collection(collection)[id]
    new: Any = after.config if collection == "config" else after.collection(collection)[now_id]
    was, now = ({}, {}) if old == new else (fields(old, before), fields(new, after))
    for names in dict.fromkeys([*was, *now]):
        told = names[0] in ("changes", "points", "id") or (collection == "facts" and names in facts.OWN)
        told |= collection == "facts" and names == ("indicator",) and new.series is not None  # told at the series
        if not told and was.get(names) != now.get(names):
            words = _told(was.get(names), now.get(names))
            yield Field(collection, now_id, name_of(after, collection, now_id), spoken(names), *words)


def _told(was: Value | None, now: Value | None) -> tuple[str, str]:
    """A field before and after; of lists only what left and what came."""
    if not isinstance(was, tuple) and not isinstance(now, tuple):
        return was or "nothing", now or "nothing"
    olds, news = was or (), now or ()
    left, came = [x for x in olds if x not in news], [x for x in news if x not in olds]
    if not left and not came:
        return "in one order", "in another order"
    return "; ".join(left) or "nothing more", "; ".join(came) or "nothing else"


def _records(before: Site, after: Site, renamed: Renamed) -> Iterator[Record]:
    for collection in (c for c in HOLDERS if c != "retired"):  # told with what they retire
        old, new = before.collection(collection), after.collection(collection)
        arrived = {now for (c, _), now in renamed.items() if c == collection}
        for id in old:
            if id not in new:
                yield _gone(collection, id, before, after, renamed)
        for id in new:
            if id not in old and id not in arrived:
                name = name_of(after, collection, id)
                yield Record(collection, id, name, "added", None, _says(after, collection, id))


def _gone(collection: str, id: str, before: Site, after: Site, renamed: Renamed) -> Record:
    name = name_of(before, collection, id)
    retired = after.retired.get(id)
    if retired is None or retired.collection != collection:
        return Record(collection, id, name, "removed", None, _says(before, collection, id))
    what = "renamed" if (collection, id) in renamed else "retired"
    return Record(collection, id, name, what, retired.successor, shown(retired.reason, after))


def _says(site: Site, collection: str, id: str) -> str:
    """The sentence that a record is about, where it has one."""
    record = site.collection(collection)[id]
    texts = [getattr(record, key, "") for key in ("statement", "finding", "definition")]
    text = next(filter(None, texts), "")
    return shown(text, site, record if isinstance(record, Fact) else None)


def _pages(before: Edition, after: Edition) -> tuple[Page, ...] | None:
    old, new = before.pages, after.pages
    if old is None or new is None:
        return None
    found = [Page(path, old[path].title, "removed") for path in old if path not in new]
    for path, page in new.items():
        if path not in old:
            found.append(Page(path, page.title, "added"))
        elif old[path].text != page.text:
            found.append(Page(path, page.title, "changed"))
    return tuple(sorted(found, key=lambda page: page.path))
