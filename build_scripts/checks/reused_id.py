"""A retired id is used again, or its successor does not exist.

The address of a retired id still shows why it was retired; a new record needs a new id.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic, suggest
from build_scripts.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    for id, retired in site.retired.items():
        if id in site.collection(retired.collection):
            message = f'the id "{id}" was retired and is used again'
            place = site.spot(retired.collection, id, "id")
            yield Diagnostic("reused-id", message, place, hint="give the new record another id")
        successors = (*site.collection(retired.collection), *site.broken)
        if retired.successor and retired.successor not in successors:
            place = site.spot("retired", id, "successor")
            message = f'the successor "{retired.successor}" does not exist'
            yield Diagnostic("reused-id", message, place, hint=suggest(retired.successor, successors))
