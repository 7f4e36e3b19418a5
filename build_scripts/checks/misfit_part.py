"""A figure and the whole it is `of` do not fit: another unit, or a part larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from build_scripts import numerals
from build_scripts.diagnostics import Diagnostic
from build_scripts.facts.figure import Figure
from build_scripts.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    for fact in site.facts.values():
        whole = site.facts.get(fact.of) if isinstance(fact, Figure) and fact.of else None
        if not isinstance(fact, Figure) or whole is None:
            continue
        place = site.spot("facts", fact.id, "of")
        if not isinstance(whole, Figure):
            yield Diagnostic("misfit-part", f'fact "{fact.id}" is part of "{whole.id}", which has no figure', place)
        elif fact.unit != whole.unit:
            message = f'fact "{fact.id}" counts {fact.unit}, its whole "{whole.id}" {whole.unit}'
            yield Diagnostic("misfit-part", message, place)
        elif fact.value is not None and whole.value is not None and _amount(fact) > _amount(whole):
            yield Diagnostic("misfit-part", f'fact "{fact.id}" is larger than its whole "{whole.id}"', place)


def _amount(fact: Figure) -> Decimal:
    return numerals.scaled(fact.value or Decimal(0), fact.scale)
