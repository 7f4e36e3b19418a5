"""A verdict's reason rests on a fact that its lists do not name.

Every fact that the reason cites or links stands under `for`, `against` or
`beside` (named for scale, neither for nor against), so that readers see what the
verdict rests on, and so that nobody can exchange a supporting fact without the reason noticing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from build_scripts import prose
from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    for fact in site.facts.values():
        if fact.verdict is None:
            continue
        listed = {*fact.verdict.supporting, *fact.verdict.opposing, *fact.verdict.beside, fact.id}
        if any(id not in site.facts for id in listed):
            continue  # a misspelt entry, which unknown-reference tells of
        for piece in prose.parse(fact.verdict.because):
            cited = piece.id if isinstance(piece, prose.Cite) or _to_fact(piece) else "this"
            if cited != "this" and cited in site.facts and cited not in listed:
                message = f'fact "{fact.id}": its reason rests on "{cited}", which no list names'
                place = site.spot("facts", fact.id, "verdict", "because")
                yield Diagnostic("unlisted-reason", message, place, hint="add it under for, against or beside")


def _to_fact(piece: prose.Piece) -> TypeGuard[prose.Link]:
    return isinstance(piece, prose.Link) and piece.to == "fact"
