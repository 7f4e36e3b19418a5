"""A statement says first, largest, highest, record, only or the like, and no record holds the rank.

Such a claim is a fact of the kind superlative, which says how, among what and over what time it holds, and
who says so. Another statement may use the word if it cites or links such a fact: "the
[largest](fact:largest-plant) plant". In the superlative itself the time stands under window (a period,
all-time, or unstated), and a rank below the first is written ${this|ordinal}, so that it is never typed twice.

Not meant: first half, quarter, year, phase, stage and tier; at first; first published; at least and at most;
most of; on record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts import prose
from build_scripts.checks._statements import Statement, statements
from build_scripts.diagnostics import Diagnostic
from build_scripts.facts.superlative import Superlative
from build_scripts.model import Site

_MOST = (
    "best|biggest|broadest|busiest|cheapest|cleanest|closest|deepest|earliest|farthest|fastest|fewest|foremost|furthest|"
    "greatest|heaviest|highest|largest|lightest|longest|lowest|nearest|newest|oldest|poorest|quickest|richest|shortest|"
    "slowest|smallest|steepest|strongest|tallest|topmost|toughest|weakest|wealthiest|widest|worst|youngest"
)
_ORDINALS = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_LOOSE = re.compile(
    rf"""\b(?:{_MOST}
    | first(?!\s+(?:quarter|half|halves|year|phase|stage|step|tier)s?\b | -tier\b | \s+published\b)
    | (?:{_ORDINALS})(?=\s+(?:among\b | in\s+(?:(?-i:[A-Z]) | (?:the\s+)?(?:world|country|nation)\b)))
    | (?:came|comes|ranks?|ranked|ranking)\s+(?:{_ORDINALS})
    | most(?!\s+of\b) | least | (?:the|its|their)\s+(?:only|sole) | leading(?!\s+(?:to|up)\b) | number\s+one
    | record(?=[\s-]+(?:high|low|number|sum|year|level|output|sales|growth|profit|loss)\b)
    | (?:an?|new|all-time)\s+record
    | unprecedented | unrivalled | unmatched
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_HARMLESS = re.compile(r"\bat\s+(?:first|least|most|best|worst)\b|\ba\s+record\s+of\b", re.IGNORECASE)
"""Hedges and turns of phrase that rank nothing."""


def check(site: Site) -> Iterator[Diagnostic]:
    for statement in statements(site):
        if isinstance(statement.fact, Superlative):
            yield from _superlative(statement, statement.fact, site)
            continue
        if any(id not in site.facts or isinstance(site.facts[id], Superlative) for id in statement.cited - {"this"}):
            continue  # a rank that is cited, or a misspelt id, which unknown-reference tells of
        harmless = [m.span() for m in _HARMLESS.finditer(statement.words)]
        for found in _LOOSE.finditer(statement.words):
            if not any(start < found.end() and found.start() < end for start, end in harmless):
                message = f'{statement.holder.name}: "{found[0]}" ranks something, and no superlative stands behind it'
                place = statement.spot(site, found.start(), len(found[0]))
                hint = "record the rank as kind: superlative, and cite it or link it here as [words](fact:id)"
                yield Diagnostic("loose-superlative", message, place, hint=hint)


def _superlative(statement: Statement, fact: Superlative, site: Site) -> Iterator[Diagnostic]:
    if "window" not in fact.model_fields_set:
        message = f'fact "{fact.id}" ranks {fact.by} among {fact.among}, over what time it does not say'
        hint = "add window: a period, all-time, or unstated if the source does not say it"
        yield Diagnostic("loose-superlative", message, site.spot("facts", fact.id, "kind"), hint=hint)
    own = [
        p for p in prose.parse(fact.statement) if isinstance(p, prose.Cite) and p.id == "this" and "ordinal" in p.forms
    ]
    if fact.rank > 1 and not own:
        message = f'fact "{fact.id}": the statement does not show its rank'
        yield Diagnostic("loose-superlative", message, statement.spot(site), hint="write the rank as ${this|ordinal}")
