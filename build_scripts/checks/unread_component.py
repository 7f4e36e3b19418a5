"""Something that a figure says, but the characters printed do not, rests on nothing.

Sign, scale, unit, hedge, period, place and speaker that `printed` does not carry each need an entry
under `reading`: `words`, the few characters elsewhere in the same block that carry it, or `because`,
the reason. The other way round, a reading of what `printed` carries anyway is removed, and so is one of
what the record does not say: the sign of a positive value, the scale one, the hedge exact, no place, no period.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.evidence import compare, names_other_place
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.model import Site
from build_scripts.prose import listed


def check(site: Site) -> Iterator[Diagnostic]:
    for fact in site.facts.values():
        for i, evidence in enumerate(fact.evidence):
            for j, reading in enumerate(evidence.reading):
                if reading.words is None and reading.because is None:
                    place = site.spot("facts", fact.id, "evidence", i, "reading", j)
                    message = f'fact "{fact.id}": the reading of {reading.of} says nothing'
                    hint = "add words (as printed) or because (a reason)"
                    yield Diagnostic("unread-component", message, place, hint=hint)
            if not isinstance(fact, (Figure, Superlative)):
                other = names_other_place(fact, evidence, site)
                if other:
                    message = (
                        f'fact "{fact.id}": "{evidence.printed}" names the place "{other}", the record "{fact.place}"'
                    )
                    place = site.spot("facts", fact.id, "place")
                    hint = "correct the place, or say under reading how it follows"
                    yield Diagnostic("unread-component", message, place, hint=hint)
                continue
            found = compare(fact, evidence, site)
            if found.wrong:
                continue  # printed-mismatch tells of it
            # A second piece of evidence may carry part of the figure only: the first must carry all.
            missing = [c for c, carrier in found.carried.items() if carrier == "missing"] if i == 0 else []
            place = site.spot("facts", fact.id, "evidence", i, "printed")
            if missing:
                yield Diagnostic(
                    "unread-component",
                    f'fact "{fact.id}": "{evidence.printed}" does not carry {listed(missing)}', place,
                    hint="list each under reading, with the words of the block or the reason it rests on",
                )  # fmt: skip
            for component in found.idle:
                why = f'"{evidence.printed}" carries {component}'
                if found.carried[component] == "none":
                    why = f"the record says nothing of {component}"
                message = f'fact "{fact.id}": {why}; its reading is not needed'
                yield Diagnostic("unread-component", message, place, hint=f"remove the reading of {component}")
