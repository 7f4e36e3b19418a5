"""What time overtakes: reviews that are too old, and figures of part of a year whose full year is due.

Months are counted from the last review: a record's own, else its series', else the site's (site.yml has
`review_months`, the limit). A figure that covers a year from January on, but not to December, has its full
year due `full_year_months` after the year's end. It is stale from then on, until the full year is on record
or somebody has looked for it, which a review of later date says.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from build_scripts.diagnostics import Diagnostic, in_order
from build_scripts.edtf import Period, read_period
from build_scripts.facts.figure import Figure
from build_scripts.model import Fact, Site


def reviewed(record: Any, site: Site) -> date:
    """When the record was last looked at: its own review, that of its series, or the site's."""
    series = site.series.get(getattr(record, "series", None) or "")
    review = getattr(record, "review", None) or getattr(series, "review", None) or site.config.review
    day: date = review.on
    return day


def review_due(record: Any, site: Site) -> date | None:
    """The day by which it is to be looked at again; None where the site sets no limit."""
    months = site.config.review_months
    return later(reviewed(record, site), months) if months else None


def later(day: date, months: int) -> date:
    """The same day so many months on, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


# --- part of a year ---------------------------------------------------------------------------------------


def full_year_due(fact: Fact, site: Site) -> Period | None:
    """The month in which the full year is due, for a figure that covers the year's beginning only; else None."""
    indicator = site.indicators.get(fact.indicator) if isinstance(fact, Figure) else None
    start, end = fact.period.start, fact.period.end
    if indicator is None or indicator.counting == "point-in-time" or start is None or end is None:
        return None
    # A single month or day is a date of its own, not the beginning of a sum that goes on.
    if (
        not re.search("[/QH]", fact.period.text)
        or (start.month, start.day) != (1, 1)
        or end.year != start.year
        or end.month == 12
    ):
        return None
    due = later(date(start.year, 12, 1), site.config.full_year_months)
    month = read_period(f"{due.year}-{due.month:02}")
    assert isinstance(month, Period)
    return month


def full_year(fact: Fact, site: Site) -> Fact | None:
    """The record that holds the full year of which the fact covers a part."""
    if not isinstance(fact, Figure) or fact.period.start is None:
        return None
    other = site.indicators[fact.indicator].full_year if fact.indicator in site.indicators else None
    years = _years(site)
    for indicator in filter(None, (other, fact.indicator)):
        if found := years.get((indicator, fact.place, fact.period.start.year)):
            return found
    return None


@lru_cache(maxsize=2)
def _years(site: Site) -> dict[tuple[str, str | None, int], Fact]:
    """Full-year results by indicator, place and year."""
    found: dict[tuple[str, str | None, int], Fact] = {}
    for fact in site.facts.values():
        if (
            isinstance(fact, Figure)
            and fact.period.is_year
            and fact.period.start
            and fact.status not in ("target", "forecast")
        ):
            found.setdefault((fact.indicator, fact.place, fact.period.start.year), fact)
    return found


# --- what is stale ------------------------------------------------------------------------------------------


def stale(site: Site, today: date) -> list[Diagnostic]:
    """Everything that should be looked at again, as warnings at the lines to mend."""
    return in_order([*_reviews(site, today), *_part_years(site, today)])


def _reviews(site: Site, today: date) -> Iterator[Diagnostic]:
    months = site.config.review_months
    if not months:
        return
    limit = f"more than {months} months ago" if months > 1 else "more than a month ago"
    hint = "look at it again, then set review: on to the day"
    own = [(c, id, r) for c in ("facts", "series", "pages") for id, r in site.collection(c).items() if r.review]
    for collection, id, record in own:
        if later(record.review.on, months) < today:
            message = f'"{id}" was last reviewed on {record.review.on}, {limit}'
            yield Diagnostic("stale-review", message, site.spot(collection, id, "review", "on"), "warning", hint=hint)
    if later(site.config.review.on, months) < today:
        resting = sum(reviewed(fact, site) == site.config.review.on for fact in site.facts.values())
        message = f"the site was last reviewed on {site.config.review.on}, {limit}; this stands for {resting} facts"
        yield Diagnostic("stale-review", message, site.spot("config", "site", "review", "on"), "warning", hint=hint)


def _part_years(site: Site, today: date) -> Iterator[Diagnostic]:
    for fact in site.facts.values():
        due = full_year_due(fact, site)
        if due is None or due.end is None or due.end >= today or full_year(fact, site) is not None:
            continue
        if reviewed(fact, site) > due.end:
            continue  # somebody has looked since, and found none
        message = f'fact "{fact.id}" covers {fact.period.words()}; the full year was due in {due.words()}'
        hint = "add the full year with the same indicator and place, or set review: on to the day on which you looked"
        yield Diagnostic("full-year-due", message, site.spot("facts", fact.id, "period"), "warning", hint=hint)
