"""All mutants, one after the other."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from build_scripts.loading import load
from build_scripts.model import Fact, Site
from build_scripts.mutation import _fields, _judge, _pages, _records, _texts
from build_scripts.mutation._kinds import SEED, Mutant, Outcome, Raw
from build_scripts.positions import plain


def run(
    site: Site,
    *,
    share: float = 1.0,
    texts: Mapping[str, str] | None = None,
    built: Mapping[str, bytes] | None = None,
    part: tuple[int, int] = (0, 1),
) -> Iterator[Outcome]:
    """Mutants of every record and, in `built`, of every page, or of a seeded share of these.

    `texts`: the texts of sources by their ids, where they are at hand. `part`: (n, all), the n-th part of the work.
    """
    yield from _of_records(_some(site.facts.values(), share, part), site, texts or {})
    yield from _of_texts(_some(_fields.texts(site), share, part), site)
    yield from _of_charts(_some(_fields.bindings(site), share, part), site)
    yield from _pages.run(site, built or {}, _some(sorted(built or {}), share, part), share if part[0] == 0 else 0)


def parallel(content: Path, today: date, workers: int, **options: Any) -> list[Outcome]:
    """The same by several processes, each of which takes its part; `options` are those of `run`."""
    if workers == 1:
        return _part(content, today, options, (0, 1))
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        parts = [pool.submit(_part, content, today, options, (n, workers)) for n in range(workers)]
        return [outcome for part in parts for outcome in part.result()]


def _part(content: Path, today: date, options: dict[str, Any], part: tuple[int, int]) -> list[Outcome]:
    site = load(content, today=today).site
    assert site is not None
    return list(run(site, **options, part=part))


T = TypeVar("T")


def _some(items: Iterable[T], share: float, part: tuple[int, int]) -> Iterator[T]:
    """A seeded share of the items, and of that one part."""
    chance = random.Random(SEED)
    kept = (item for item in items if chance.random() < share)
    return (item for n, item in enumerate(kept) if n % part[1] == part[0])


def _of_records(facts: Iterable[Fact], site: Site, texts: Mapping[str, str]) -> Iterator[Outcome]:
    for fact in facts:
        raw = plain(site.origins["facts", fact.id].node)
        assert isinstance(raw, dict)
        for mutant, altered in _records.mutants(site, fact, raw):
            made = _judge.fact_altered(site, fact, altered)
            if made is None:
                yield Outcome(mutant, "shape")
                continue
            gate = _judge.of_fact(site, fact, *made)
            at_hand = fact.evidence[0].source in texts
            differs = made[0].evidence != fact.evidence
            yield Outcome(
                mutant,
                gate,
                (gate is not None or (differs and _texts.caught(site, fact, made[0], texts))) if at_hand else None,
            )


def _of_texts(items: Iterable[tuple[Mutant, str, BaseModel, Raw, str]], site: Site) -> Iterator[Outcome]:
    for mutant, collection, record, raw, number in items:
        try:
            yield Outcome(mutant, _judge.of_record(site, collection, record, type(record).model_validate(raw), number))
        except ValidationError:
            yield Outcome(mutant, "shape")


def _of_charts(items: Iterable[tuple[Mutant, BaseModel, Raw]], site: Site) -> Iterator[Outcome]:
    for mutant, chart, raw in items:
        try:
            yield Outcome(mutant, _judge.of_record(site, "charts", chart, type(chart).model_validate(raw)))
        except ValidationError:
            yield Outcome(mutant, "shape")
