"""A figure is told as another kind of number than its indicator measures.

Percent and percentage points: a share that goes from 2 to 3 percent grows by 50 percent and by one
percentage point. An indicator with measure points has the unit percentage point, and no other has. Shares
and growth: what "grew by" a figure tells of growth, what "made up" one tells of a share. Cumulative and
monthly: an indicator counted year-to-date has periods that begin in January and stay within the year, and
is never called monthly. The record's unit is its indicator's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts import numerals
from build_scripts.checks._statements import THIS, Statement, statements
from build_scripts.diagnostics import Diagnostic
from build_scripts.edtf import MONTHS, read_period
from build_scripts.evidence import disagrees
from build_scripts.facts.figure import Figure
from build_scripts.model import Indicator, Site, Unit

_CHANGED_BY = re.compile(
    r"\b(?:grew|grown|grow|rose|risen|rise|increased|increase|climbed|jumped|gained|expanded|added|fell|fallen|fall|dropped|"
    rf"declined|decreased|decrease|shrank|shrunk|shrink|contracted|slipped|lost)\s+by\s+(?:just\s+|only\s+)?{THIS}+",
    re.IGNORECASE,
)
_IS_PART = re.compile(
    r"\b(?:(?:made|makes|make|making)\s+up|account(?:s|ed|ing)?\s+for|represent(?:s|ed|ing)?|a\s+share\s+of|the\s+share\s+of)\s+"
    rf"{THIS}+|{THIS}+\s+share\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\bpercentage[\s-]points?\b", re.IGNORECASE)
_MONTHLY = re.compile(
    r"\b(?:monthly|month[\s-](?:on|over)[\s-]month|(?:in|for|of|per|each|every|a)\s+(?:the\s+|that\s+)?month"
    rf"|(?:in|for|during)\s+(?:{'|'.join(MONTHS)})(?!\s+(?:to\b|\d)))\b",
    re.IGNORECASE,
)
_TO_DATE = re.compile(r"\b(?:year[\s-]to[\s-]date|cumulative(?:ly)?)\b", re.IGNORECASE)


def check(site: Site) -> Iterator[Diagnostic]:
    for id, indicator in site.indicators.items():
        unit = site.units.get(indicator.unit)
        if unit and (indicator.measure == "points") != _counts_points(unit):
            message = f'indicator "{id}" measures {indicator.measure} in {unit.many}'
            hint = (
                "a difference of two percentages has measure points and a unit of percentage points; nothing else has"
            )
            yield Diagnostic("mixed-measure", message, site.spot("indicators", id, "measure"), hint=hint)
    for fact in site.facts.values():
        # A unit that its source does not print is told of by printed-mismatch.
        if isinstance(fact, Figure) and fact.indicator in site.indicators and not disagrees(fact, site):
            yield from _record(fact, site.indicators[fact.indicator], site)
    for statement in statements(site):
        if isinstance(statement.fact, Figure) and statement.fact.indicator in site.indicators:
            yield from _wording(statement, site.indicators[statement.fact.indicator], site)


def _counts_points(unit: Unit) -> bool:
    return _POINTS.search(f"{unit.one} {unit.many}") is not None


def _record(fact: Figure, indicator: Indicator, site: Site) -> Iterator[Diagnostic]:
    """The record against its indicator: unit and period."""
    if fact.unit != indicator.unit and {fact.unit, indicator.unit} <= site.units.keys():
        message = f'fact "{fact.id}" counts {fact.unit}, its indicator "{fact.indicator}" {indicator.unit}'
        place = site.spot("series", fact.series, "unit") if fact.series else site.spot("facts", fact.id, "unit")
        yield Diagnostic(
            "mixed-measure", message, place, hint="choose the indicator that measures it, or correct the unit"
        )
    if indicator.counting == "year-to-date" and fact.period.known:
        start, end = fact.period.start, fact.period.end
        if not (start and end and (start.month, start.day) == (1, 1) and start.year == end.year):
            message = f'fact "{fact.id}" is counted from the beginning of the year, its period is {fact.period.text}'
            hint = "write the period from January on (2025-01/2025-11, 2025-Q1, 2025), or choose another indicator"
            yield Diagnostic("mixed-measure", message, site.spot("facts", fact.id, "period"), hint=hint)


def _wording(statement: Statement, indicator: Indicator, site: Site) -> Iterator[Diagnostic]:
    """The statement against the indicator's measure and way of counting."""
    measure, counting = indicator.measure, indicator.counting
    measures = f"its indicator measures {measure}"
    told = [
        (_CHANGED_BY, measure == "share", "tells of a change", measures,
         "say what the share was, or choose an indicator of growth or of points"),
        (_IS_PART, measure == "growth", "tells of a share", measures,
         "say by how much it grew, or choose an indicator of shares"),
        (_POINTS, measure in ("share", "growth"), "speaks of percentage points", measures,
         "a difference of two percentages is a figure of its own, with measure points"),
        (_MONTHLY, counting == "year-to-date", "tells of a month", "its indicator counts from the year's beginning",
         "say from when to when, with ${this|when}"),
        (_TO_DATE, counting == "period", "counts from the beginning of the year", "its indicator counts periods apart",
         "choose an indicator with counting year-to-date"),
    ]  # fmt: skip
    for pattern, applies, tells, but, hint in told:
        found = pattern.search(statement.words) if applies else None
        span = found.span() if found else _month(statement) if applies and pattern is _MONTHLY else None
        if span:
            shown = statement.text[slice(*span)]
            message = f'{statement.holder.name}: "{shown}" {tells}, {but}'
            yield Diagnostic("mixed-measure", message, statement.spot(site, span[0], len(shown)), hint=hint)


def _month(statement: Statement) -> tuple[int, int] | None:
    """Where the statement names one month of the period that the figure is counted over."""
    start, end = statement.fact.period.start, statement.fact.period.end
    if start is None or end is None:
        return None
    for first, last, edtf in numerals.dates(statement.words):
        month = read_period(edtf)
        named = re.fullmatch(r"\d{4}-\d\d", edtf) and (start, end) != (month.start, month.end)
        if named and start <= month.start <= end:
            return first, last
    return None
