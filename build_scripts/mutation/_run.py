"""All mutants, one after the other."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from build_scripts.model import Site
from build_scripts.mutation import _fields, _judge, _pages, _records, _texts
from build_scripts.mutation._kinds import SEED, Outcome
from build_scripts.positions import plain


def run(site: Site, *, share: float = 1.0, texts: Mapping[str, str] | None = None, built: Mapping[str, bytes] | None = None) -> Iterator[Outcome]:
    """Mutants of every record and, in `built`, of every page, or of a seeded share of these.

    `texts`: the texts of sources by their ids, where they are at hand.
    """
    yield from _of_records(site, share, texts or {})
    yield from _of_texts(site, share)
    yield from _of_charts(site, share)
    yield from _pages.run(site, built or {}, share)


def _of_records(site: Site, share: float, texts: Mapping[str, str]) -> Iterator[Outcome]:
    chance = random.Random(SEED)
    for fact in site.facts.values():
        if chance.random() >= share:
            continue
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
            yield Outcome(mutant, gate, (gate is not None or (differs and _texts.caught(site, fact, made[0], texts))) if at_hand else None)


def _of_texts(site: Site, share: float) -> Iterator[Outcome]:
    chance = random.Random(SEED)
    for mutant, collection, record, raw, number in _fields.texts(site):
        if chance.random() >= share:
            continue
        try:
            yield Outcome(mutant, _judge.of_record(site, collection, record, type(record).model_validate(raw), number))
        except ValidationError:
            yield Outcome(mutant, "shape")


def _of_charts(site: Site, share: float) -> Iterator[Outcome]:
    chance = random.Random(SEED)
    for mutant, chart, raw in _fields.bindings(site):
        if chance.random() >= share:
            continue
        try:
            yield Outcome(mutant, _judge.of_record(site, "charts", chart, type(chart).model_validate(raw)))
        except ValidationError:
            yield Outcome(mutant, "shape")
