"""A claim is confirmed, and nothing that is independent of its own source says so.

Independence is worked out from the sources: two are of one origin if they share a publisher, if one derives from
the other, or if both pass on the word of the same speaker. A source whose independence is unknown does not count,
and neither does what the claim's own source or speaker says elsewhere: nobody confirms himself.

Look for a source that does not go back to the claim's own; or, where publisher, date and notes tell where a source
has it from, say so in its fields independence and derives_from; or choose a verdict that promises less.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.independence import backing
from build_scripts.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    for fact in site.facts.values():
        if fact.verdict is None or fact.verdict.word != "confirmed":
            continue
        witnesses = [site.facts.get(id) for id in fact.verdict.supporting]
        if not all(w and site.sources.keys() >= set(w.sources) for w in witnesses):
            continue  # a misspelt entry, which unknown-reference tells of
        found = backing(fact, site)
        if found.origins:
            continue
        why = "what supports it comes from its own source or speaker" if found.same else "nothing supports it"
        if found.unknown:
            names = ", ".join(f'"{id}"' for id in dict.fromkeys(piece.source for piece in found.unknown))
            why = f"the independence of {names} is not known"
        place = site.spot("facts", fact.id, "verdict", "is")
        hint = "name an independent fact under for, or choose a verdict that promises less"
        yield Diagnostic("lone-verdict", f'fact "{fact.id}" is confirmed, but {why}', place, hint=hint)
