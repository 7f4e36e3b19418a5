"""A record says something else than the characters its source prints.

`printed` is read as a reader would read it: number, magnitude word, unit, hedge and sign. What it
carries must agree exactly with value, scale, unit and hedge, which stand in the record as printed.
If the source prints "27584.1亿元", the record holds value 27584.1, scale yi, unit yuan.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.evidence import compare
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.model import Site
from build_scripts.references import Reference, references


def check(site: Site) -> Iterator[Diagnostic]:
    uses: dict[str, list[Reference]] | None = None
    for fact in site.facts.values():
        if not isinstance(fact, (Figure, Superlative)) or fact.id in site.broken:
            continue
        for i, evidence in enumerate(fact.evidence):
            wrong = compare(fact, evidence, site).wrong
            if not wrong:
                continue
            if uses is None:
                uses = _uses(site)
            component, message = wrong[0]
            place = site.spot("facts", fact.id, "evidence", i, "printed")
            touched = tuple(sorted((r.spot(site), r.holder.name) for r in uses.get(fact.id, [])))
            also = "; ".join(text for _, text in wrong[1:])
            yield Diagnostic(
                "printed-mismatch", f'fact "{fact.id}": {message}' + (f"; {also}" if also else ""), place,
                hint=f"correct {component} in the record, or printed if it was copied wrongly", touches=touched,
            )  # fmt: skip


def _uses(site: Site) -> dict[str, list[Reference]]:
    uses: dict[str, list[Reference]] = {}
    for reference in references(site):
        if reference.collection == "facts":
            uses.setdefault(reference.id, []).append(reference)
    return uses
