"""The rules on a record and on what it touches: what do they say of the altered one alone?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from build_scripts.diagnostics import Diagnostic
from build_scripts.facts.figure import Figure
from build_scripts.facts.series import Series
from build_scripts.model import Fact, Prose, Refers, Site, walk
from build_scripts.mutation._kinds import Raw
from build_scripts.pipeline import check
from build_scripts.positions import plain
from build_scripts.prose import Cite, parse
from build_scripts.registry import modules

TAKEN = ("facts", "sources", "speakers", "places", "units", "indicators", "terms")


def fact_altered(site: Site, fact: Fact, raw: Raw) -> tuple[Fact, Series | None] | None:
    """The record as the loader would read it, with its series if it is a point of one; None if it could not."""
    try:
        if fact.series is None:
            made = modules("facts")[fact.kind].Record.model_validate(raw)
            assert isinstance(made, Fact)
            return made, None
        series = site.series[fact.series]
        assert isinstance(series, Series)
        whole: Any = plain(site.origins["series", series.id].node)
        index = [series.point_id(p) for p in series.points].index(fact.id)
        whole["points"][index] = {**raw, "id": fact.id}
        altered = Series.model_validate(whole)
        return altered.figures()[index], altered
    except ValidationError:
        return None


def of_fact(site: Site, fact: Fact, altered: Fact, series: Series | None) -> str | None:
    """The rule that tells the altered fact from the original."""
    whole = site.series.get(fact.series or "")
    versions = (fact, altered, *(s for s in (whole, series) if s))
    before = _small(site, versions, facts={fact.id: fact}, series=_held(whole))
    after = _small(site, versions, facts={fact.id: altered}, series=_held(series))
    return _caught(site, "facts", fact.id, before, after)


def of_record(site: Site, collection: str, record: BaseModel, altered: BaseModel, planted: str = "") -> str | None:
    """The same for any other record; the message must name what was `planted`."""
    id = getattr(record, "id", "site")
    if collection == "config":
        before, after = (_small(site, (record, altered), config=shown) for shown in (record, altered))
    else:
        before, after = (_small(site, (record, altered), **{collection: {id: shown}}) for shown in (record, altered))
    return _caught(site, collection, id, before, after, planted)


def _held(series: Series | None) -> dict[str, Series]:
    return {series.id: series} if series else {}


def _caught(site: Site, collection: str, id: str, before: Site, after: Site, planted: str = "") -> str | None:
    here = site.spot(collection, id).path
    known = set(_told(before))
    for found in sorted(set(_told(after)) - known, key=lambda d: d.order):
        if planted in found.message and (found.place.path == here or f'"{id}"' in found.message):
            return found.code
    return None


def _told(site: Site) -> Iterator[Diagnostic]:
    return (d for d in check(site) if d.severity == "error")


def _small(site: Site, versions: Iterable[BaseModel], **shown: Any) -> Site:
    """A site of what both versions refer to and of what is computed from them, with the record as shown."""
    needed: dict[str, dict[str, Any]] = {name: {} for name in (*TAKEN, "series")}
    for version in versions:
        _refer(site, needed, version)
        for text in _texts(version):
            _cite(site, needed, text)
    for version in versions:
        if isinstance(version, Fact):
            _computed(site, needed, version.id)
    for other in list(needed["facts"].values()):
        for _, id, mark in walk(other, Refers):
            if mark.to != "facts":
                _take(site, needed, mark.to, id)
    needed["terms"] = _names(site)
    for name, records in shown.items():
        if name in needed:
            needed[name].update(records)
    needed["sources"][site.config.explains] = _article(site, needed)
    empty: dict[str, Any] = {"allowed": (), **{name: {} for name in ("charts", "pages", "gaps", "retired")}}
    return dataclasses.replace(site, **{**empty, **needed, **{n: r for n, r in shown.items() if n not in needed}})


def _texts(record: BaseModel) -> Iterator[str]:
    yield from (text for _, text, _ in walk(record, Prose) if isinstance(text, str))
    if isinstance(record, Figure) and record.derived:
        yield record.derived.formula


def _refer(site: Site, needed: dict[str, dict[str, Any]], record: BaseModel) -> None:
    for _, id, mark in walk(record, Refers):
        _take(site, needed, mark.to, id)


def _cite(site: Site, needed: dict[str, dict[str, Any]], text: str) -> None:
    for piece in parse(text):
        if isinstance(piece, Cite):
            _take(site, needed, "facts", piece.id)


def _computed(site: Site, needed: dict[str, dict[str, Any]], id: str) -> None:
    """Facts that are worked out from the fact, and what else they are worked out from."""
    for other in site.facts.values():
        formula = other.derived.formula if isinstance(other, Figure) and other.derived else ""
        if f"${{{id}}}" in formula or getattr(other, "of", None) == id:
            needed["facts"][other.id] = other
            _cite(site, needed, formula)


def _take(site: Site, needed: dict[str, dict[str, Any]], collection: str, id: str) -> None:
    if collection in needed and id in site.collection(collection):
        needed[collection].setdefault(id, site.collection(collection)[id])
        if collection == "series":
            points = (fact for fact in site.facts.values() if fact.series == id)
            needed["facts"].update({fact.id: fact for fact in points})


def _names(site: Site) -> dict[str, Any]:
    """Terms: names with digits count only if they are registered."""
    return {
        id: term.model_copy(update={"facts": (), "sources": (), "definition": term.term})
        for id, term in site.terms.items()
    }


def _article(site: Site, needed: dict[str, dict[str, Any]]) -> Any:
    """The source that the site explains, with only the blocks of these facts."""
    source = site.sources[site.config.explains]
    blocks = [
        block.model_copy(update={"facts": tuple(f for f in block.facts if f in needed["facts"])})
        for block in source.blocks
    ]
    return source.model_copy(update={"blocks": tuple(b for b in blocks if b.facts) or tuple(blocks[:1])})
