"""A record has changed since it was held against the text of its source, or is new.

The editor who has a copy of the text runs `python -m build_scripts verify --texts DIR`, which looks for every
figure as printed in its block and keeps the outcome in content/verified.lock. Until then the record's page
says that it was not verified again. It concerns only sources whose text has been verified before.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Site
from build_scripts.verification import state


def check(site: Site) -> Iterator[Diagnostic]:
    if not site.verified:
        return
    for fact in site.facts.values():
        for n, evidence in enumerate(fact.evidence):
            found, on = state(fact, evidence, site)
            if found == "changed":
                told = "has changed since it was" if on else "was never"
                day = f" on {on}" if on else ""
                message = f'fact "{fact.id}" {told} held against the text of "{evidence.source}"{day}'
                place = site.spot("facts", fact.id, "evidence", n, "printed")
                hint = "with a copy of the text at hand: python -m build_scripts verify --texts DIR"
                yield Diagnostic("not-re-verified", message, place, "warning", hint=hint)
