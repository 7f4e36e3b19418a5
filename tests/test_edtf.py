"""Periods: what is read, what is refused, and how they are said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.edtf import Period, read_period


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("2025-02-06", date(2025, 2, 6), date(2025, 2, 6), "6 February 2025"),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), "first quarter of 2024"),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31), "fourth quarter of 2024"),
        ("2024-H1", date(2024, 1, 1), date(2024, 6, 30), "first half of 2024"),
        ("2024-H2", date(2024, 7, 1), date(2024, 12, 31), "second half of 2024"),
        ("2015~", date(2015, 1, 1), date(2015, 12, 31), "about 2015"),
        ("2015-05~", date(2015, 5, 1), date(2015, 5, 31), "about May 2015"),
        ("2025-01/2025-11", date(2025, 1, 1), date(2025, 11, 30), "January to November 2025"),
        ("2024-11/2025-01", date(2024, 11, 1), date(2025, 1, 31), "November 2024 to January 2025"),
        ("2011/2014", date(2011, 1, 1), date(2014, 12, 31), "2011 to 2014"),
        ("2021-06/2021-Q4", date(2021, 6, 1), date(2021, 12, 31), "June 2021 to fourth quarter of 2021"),
        ("2021/..", date(2021, 1, 1), None, "since 2021"),
        ("2021-03-04/..", date(2021, 3, 4), None, "since 4 March 2021"),
        ("../2015", None, date(2015, 12, 31), "up to 2015"),
        ("unknown", None, None, "no period given"),
    ],
)
def test_periods(text: str, start: date | None, end: date | None, words: str) -> None:
    """First day, last day and English words of each form."""
    period = read_period(text)
    assert (text, start, end, words) == (str(period), period.start, period.end, period.words())


@pytest.mark.parametrize(
    "text",
    [
        "", "24", "0999", "20245", "2024-13", "2024-00", "2024-1", "2024-02-30", "2023-02-29", "2024-04-31", "2024-Q5",
        "2024-Q0", "2024-H3", "2024 ", " 2024", "2024\n", "2024/", "/2024", "..", "../..", "2024/2023",
        "2024-03/2024-02", "2024/2025/2026", "2024-02-06/2024-02-05", "Unknown", "unknown/2024", "2024~~", "~2024",
        "20２4", "２０２４", "٢٠٢٤", "199X", "XXXX-07-01", "-2024", "2024-q1", "2024–2025",
    ],
)  # fmt: skip
def test_no_periods(text: str) -> None:
    """Everything else is refused, digits of other scripts and days that do not exist included."""
    with pytest.raises(ValueError, match=r"period|day"):
        read_period(text)


def test_what_is_no_text_passes_through() -> None:
    """A period that is read already stays what it is."""
    period = Period("2024", date(2024, 1, 1), date(2024, 12, 31))
    assert period is read_period(period)


@pytest.mark.parametrize(
    ("text", "years", "is_year", "known"),
    [
        ("2024", {2024}, True, True),
        ("2015~", {2015}, True, True),
        ("2024-03", {2024}, False, True),
        ("2011/2014", {2011, 2012, 2013, 2014}, False, True),
        ("2021/..", {2021}, False, True),
        ("../2015", {2015}, False, True),
        ("unknown", set(), False, False),
    ],
)
def test_years(text: str, years: set[int], is_year: bool, known: bool) -> None:
    """Which years a period touches, and whether it is one whole year."""
    period = read_period(text)
    assert (years, is_year, known) == (period.years, period.is_year, period.known)


@settings(deadline=None)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_days(day: date) -> None:
    """Every day is a period of one day; its month and year contain it."""
    exact, month, year = (read_period(day.isoformat()[:n]) for n in (10, 7, 4))
    assert (day, day) == (exact.start, exact.end)
    assert year.start <= month.start <= day <= month.end <= year.end


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but ValueError leaves the reader."""
    try:
        period = read_period(text)
    except ValueError:
        return
    assert text == period.text
