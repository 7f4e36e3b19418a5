"""A verdict's reason rests on a fact that its lists do not name.

Every fact that the reason cites or links stands under `for`, `against` or
`beside` (named for scale, neither for nor against), so that readers see what the
verdict rests on, and so that nobody can exchange a supporting fact without the reason noticing.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import prose
from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    for fact in site.facts.values():
        if fact.verdict is None:
            continue
        listed = {*fact.verdict.supporting, *fact.verdict.opposing, *fact.verdict.beside, fact.id, "this"}
        for piece in prose.parse(fact.verdict.because):
            cited = isinstance(piece, prose.Cite) or (isinstance(piece, prose.Link) and piece.to == "fact")
            if cited and piece.id not in listed:  # type: ignore[union-attr]
                yield Diagnostic(
                    "unlisted-reason", f'fact "{fact.id}": its reason rests on "{piece.id}", which no list names',  # type: ignore[union-attr]
                    site.spot("facts", fact.id, "verdict", "because"), hint="add it under for, against or beside",
                )  # fmt: skip
