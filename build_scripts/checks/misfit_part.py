"""A figure and the whole it is `of` do not fit: another unit, or a part larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import numerals
from build_scripts.diagnostics import Diagnostic
from build_scripts.evidence import disagrees
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
        elif fact.unit != whole.unit and {fact.unit, whole.unit} <= site.units.keys():
            message = f'fact "{fact.id}" counts {fact.unit}, its whole "{whole.id}" {whole.unit}'
            yield Diagnostic("misfit-part", message, place)
        elif _larger(fact, whole) and not (disagrees(fact, site) or disagrees(whole, site)):
            yield Diagnostic("misfit-part", f'fact "{fact.id}" is larger than its whole "{whole.id}"', place)


def _larger(part: Figure, whole: Figure) -> bool:
    if part.value is None or whole.value is None:
        return False
    return numerals.scaled(part.value, part.scale) > numerals.scaled(whole.value, whole.scale)
