"""Two records give different values for one indicator, place and period, and neither says so.

Readers would find both, and no word on which one to believe. Where sources differ, one of the records names
the other under conflicts, with the editors' stance; or the verdict on one of them names the other, for or
against. Editions of a figure (a target, a forecast, an estimate, first and final results) differ in status.

No difference: the same number rounded less, and a hedge that leaves room for the other ("over 1.2 million").
A part (`of` a whole) does not measure the same as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from build_scripts.diagnostics import Diagnostic, Place
from build_scripts.evidence import disagrees
from build_scripts.facts.figure import Figure
from build_scripts.model import Fact, Site
from build_scripts.numerals import scaled
from build_scripts.numerals.lexicon import EXACT


def check(site: Site) -> Iterator[Diagnostic]:
    same = defaultdict(list)
    for fact in site.facts.values():
        if isinstance(fact, Figure):
            when = (fact.period.start, fact.period.end) if fact.period.known else None
            same[fact.indicator, fact.place, when, fact.status, fact.of is None].append(fact)
    for figures in same.values():
        for one, other in combinations(figures, 2):
            if _agree(one, other) or _marked(one, other) or _marked(other, one):
                continue
            # A figure that its source does not print is told of by printed-mismatch.
            if not (disagrees(one, site) or disagrees(other, site)):
                yield _told(one, other, site)


def _told(one: Figure, other: Figure, site: Site) -> Diagnostic:
    message = f'fact "{other.id}" and fact "{one.id}" differ, and measure the same at one place and time'
    hint = f"name {one.id} under conflicts with a stance, or tell by indicator, period or status how they differ"
    return Diagnostic(
        "unmarked-conflict", message, _spot(other, site), hint=hint, touches=((_spot(one, site), f'"{one.id}"'),)
    )


def _spot(fact: Figure, site: Site) -> Place:
    return site.spot("facts", fact.id, "value" if fact.value is not None else "low")


def _marked(one: Fact, other: Fact) -> bool:
    """Does the first say how the second stands to it?"""
    verdict = one.verdict
    named = {*verdict.supporting, *verdict.opposing, *verdict.beside} if verdict else set()
    return other.id in named or any(conflict.other == other.id for conflict in one.conflicts)


def _agree(one: Figure, other: Figure) -> bool:
    (low, high), (below, above) = _reach(one), _reach(other)
    return low < above and below < high  # ranges that only touch are of neighbours: 7 and 8


def _reach(figure: Figure) -> tuple[Decimal, Decimal]:
    """The least and the greatest value that the record leaves room for, without scale word."""
    if figure.value is None:
        assert figure.low is not None
        assert figure.high is not None
        return scaled(figure.low, figure.scale), scaled(figure.high, figure.scale)
    exponent = figure.value.as_tuple().exponent
    assert isinstance(exponent, int)
    room = Decimal((0, (5,), exponent - 1))  # what rounds to the number as printed
    low, high = (scaled(EXACT.add(figure.value, part), figure.scale) for part in (-room, room))
    if figure.hedge in ("over", "at-least"):
        return low, Decimal("Infinity")
    if figure.hedge in ("under", "at-most", "nearly"):
        return Decimal("-Infinity"), high
    return low, high
