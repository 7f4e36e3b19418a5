"""Counts of records, as prose asks for them: `${count(claims, verdict=confirmed)}`. Always computed, never typed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from build_scripts.diagnostics import suggest
from build_scripts.independence import RESTS, backing
from build_scripts.model import VERDICTS, Fact, Refers, Site, Speaker, walk
from build_scripts.registry import modules

COUNTED = (
    "claims", "facts", "series", "sources", "speakers", "places", "terms", "chapters", "gaps", "blocks", "charts",
)  # fmt: skip
_KINDS = {"claims": "facts", "facts": "facts", "charts": "charts", "chapters": "pages"}


@dataclass(frozen=True)
class Count:
    """What is counted, and which of its fields must hold which word. `start` is the offset in prose."""

    what: str
    filters: tuple[tuple[str, str], ...]
    forms: tuple[str, ...]
    start: int

    @property
    def key(self) -> str:
        """The canonical name of what is counted: `claims,verdict=confirmed`."""
        return ",".join([self.what, *(f"{k}={v}" for k, v in self.filters)])


def counted(count: Count, site: Site) -> int:
    """How many records there are of what `count` names; raises ValueError, with words for an editor."""
    return sum(1 for _ in members(count, site))


def members(count: Count, site: Site) -> Iterator[Any]:
    """The records that are counted; raises ValueError for a field or a word that there is not."""
    records = _collection(count.what, site)
    for key, word in count.filters:
        _expect(records, count.what, key, word, site)
    for record in records:
        if all(_has(record, key, word, site) for key, word in count.filters):
            yield record


def _collection(what: str, site: Site) -> list[Any]:
    if what == "claims":
        return list(site.claims)
    if what == "chapters":
        return [site.pages[id] for id in site.config.chapters if id in site.pages]
    if what == "blocks":
        source = site.sources.get(site.config.explains)
        return list(source.blocks) if source else []
    return list(site.collection(what).values())


def _expect(records: list[Any], what: str, key: str, word: str, site: Site) -> None:
    """A misspelt filter would count nothing, and nobody would notice."""
    words = _words(records, what, key, site) if records else [word]
    if words is None:
        raise ValueError(f'{what} cannot be counted by "{key}"')
    if word not in words and word not in site.broken:
        near = suggest(word, words)
        raise ValueError(f"nothing can have {key}={word}" + (f": {near}" if near else ""))


def _words(records: list[Any], what: str, key: str, site: Site) -> Collection[str] | None:
    """Every word that such a field may hold; None where the records have no such field of single words."""
    if key == "kind" and what in _KINDS:
        return modules(_KINDS[what])
    if isinstance(records[0], Fact):
        reached: dict[str, Collection[str]] = {
            "verdict": (*VERDICTS, "none"),
            "category": get_args(Speaker.model_fields["category"].annotation),
            "source": site.sources,
            "chapter": site.config.chapters,
            "rests": RESTS,
        }
        if key in reached:
            return reached[key]
    for kind in {type(record) for record in records}:
        field = kind.model_fields.get(key)
        if field and get_origin(field.annotation) is Literal:
            return get_args(field.annotation)
    named = (mark.to for record in records for path, _, mark in walk(record, Refers) if path == (key,))
    found = next(named, None)
    return site.collection(found) if found else None


def _has(record: Any, key: str, word: str, site: Site) -> bool:
    """Does the record have this word under this key? Some keys reach over to other records."""
    if isinstance(record, Fact):
        if key == "verdict":
            return (record.verdict.word if record.verdict else "none") == word
        if key == "category":
            return record.said_by in site.speakers and site.speakers[record.said_by].category == word
        if key == "source":
            return word in record.sources
        if key == "chapter":
            return word in site.pages and record.id in getattr(site.pages[word], "tests", ())
        if key == "rests":
            return backing(record, site).rests == word
    return getattr(record, key, None) == word
