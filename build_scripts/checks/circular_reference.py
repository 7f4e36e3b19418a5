"""Records refer to each other in a circle: a place lies in itself, a figure is worked out of itself.

This holds for the places that a place is part of, the whole that a figure is of, the figures that a formula
names, the base that a figure is compared with, and the sources that a source derives from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from build_scripts import working
from build_scripts.diagnostics import Diagnostic
from build_scripts.facts.figure import Figure
from build_scripts.model import Path, Site

Above = Callable[[Any], list[str]]
"""The ids that a record names in one of its fields."""


def check(site: Site) -> Iterator[Diagnostic]:
    for collection, path, verb, above in RULES:
        records = site.collection(collection)
        for circle in circles(records, above):
            shown = " -> ".join(f'"{id}"' for id in (*circle, circle[0]))
            place = site.spot(collection, circle[0], *path)
            yield Diagnostic("circular-reference", f"{verb} in a circle: {shown}", place, hint="one of them is wrong")


def circles(records: Mapping[str, Any], above: Above) -> Iterator[tuple[str, ...]]:
    """Each circle once, beginning with the record that comes first.

    Depth first, by hand: a long chain would be too deep for functions inside functions.
    """
    done: set[str] = set()
    way: list[str] = []
    rest: list[Iterator[str]] = [iter(records)]
    while rest:
        id = next(rest[-1], None)
        if id is None:
            rest.pop()
            if way:
                done.add(way.pop())
        elif id in way:
            yield tuple(way[way.index(id) :])
        elif id in records and id not in done:
            way.append(id)
            rest.append(iter(above(records[id])))


def _whole(fact: Any) -> list[str]:
    return [fact.of] if isinstance(fact, Figure) and fact.of else []


def _inputs(fact: Any) -> list[str]:
    if not isinstance(fact, Figure) or fact.derived is None:
        return []
    try:
        return working.inputs(fact)
    except ValueError:
        return []  # wrong-working tells of it


def _base(fact: Any) -> list[str]:
    compared = fact.compared_with if isinstance(fact, Figure) else None
    return [compared.fact] if compared and compared.fact else []


RULES: tuple[tuple[str, Path, str, Above], ...] = (
    ("places", ("part_of",), "places lie in each other", lambda place: [place.part_of] if place.part_of else []),
    ("facts", ("of",), "figures are parts of each other", _whole),
    ("facts", ("derived", "formula"), "figures are worked out of each other", _inputs),
    ("facts", ("compared_with", "fact"), "figures are compared with each other", _base),
    ("sources", ("derives_from",), "sources derive from each other", lambda source: list(source.derives_from)),
)
