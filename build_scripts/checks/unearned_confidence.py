"""A fact that was met only in republished copies is called certain.

High confidence promises that the fact was read where it was published, or where a reporter or agency passed it on.
A republisher is neither: a figure may have been cut, translated or mistyped on the way.

Set confidence to medium or low, or add the evidence of a source that is no copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    for fact in site.facts.values():
        read = [site.sources[id] for id in fact.sources if id in site.sources]
        if fact.confidence != "high" or not read or any(source.kind != "republisher" for source in read):
            continue
        names = ", ".join(f'"{source.id}"' for source in read)
        yield Diagnostic(
            "unearned-confidence",
            f'fact "{fact.id}" has high confidence, but was met only in republished copies: {names}',
            site.spot("facts", fact.id, "evidence", 0, "source"),
            hint="confidence: medium, or add the evidence of a source that is no copy",
        )
