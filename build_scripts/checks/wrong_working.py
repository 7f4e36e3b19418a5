"""A derived figure does not follow from its formula.

The formula is computed again with exact numbers from the facts it names, and rounded once. The record
must hold the same number, and a hedge if any of its inputs has one: a sum of "about 20" is not exact.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import working
from build_scripts.diagnostics import Diagnostic
from build_scripts.evidence import disagrees
from build_scripts.facts.figure import Figure
from build_scripts.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    for fact in site.facts.values():
        if isinstance(fact, Figure) and fact.derived is not None:
            yield from _check(fact, site)


def _check(fact: Figure, site: Site) -> Iterator[Diagnostic]:
    assert fact.derived is not None
    place = site.spot("facts", fact.id, "derived", "formula")
    try:
        ids = working.inputs(fact)
        if any(id not in site.facts for id in ids):
            return  # unknown-reference tells of it
        if any(disagrees(site.facts[id], site) for id in (fact.id, *ids)):
            return  # printed-mismatch tells of it
        due = working.result(fact, site)
    except ValueError as error:
        yield Diagnostic("wrong-working", f'fact "{fact.id}": {error}', place)
        return
    if fact.value != due:
        message = f'fact "{fact.id}": the formula gives {due}, the record says {fact.value}'
        hint = "correct the value, the formula or the number of places"
        yield Diagnostic("wrong-working", message, place, hint=hint)
    hedged = [id for id in ids if getattr(site.facts[id], "hedge", "exact") != "exact"]
    if hedged and fact.hedge == "exact":
        message = f'fact "{fact.id}" is exact, although "{hedged[0]}" is not'
        hint = "a derived figure takes the weakest hedge of its inputs"
        yield Diagnostic("wrong-working", message, place, hint=hint)
