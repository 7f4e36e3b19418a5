"""Periods in the Extended Date/Time Format (ISO 8601-2), the part that facts need.

`2024`, `2024-03`, `2024-03-14`, `2024-Q1`, `2024-H1`, an interval `2025-01/2025-11`, an open one
`2021/..` or `../2015`, an approximate one `2015~`, and the word `unknown`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip

_POINT = re.compile(r"(\d{4})(?:-(?:(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?|([QH])([1-4])))?(~?)", re.ASCII)


@dataclass(frozen=True)
class Period:
    """`text` as typed; `start` and `end` are its first and last day, None where open or unknown."""

    text: str
    start: date | None = None
    end: date | None = None

    @property
    def known(self) -> bool:
        return self.text != "unknown"

    @property
    def years(self) -> frozenset[int]:
        """Every year that it names or touches (at most its two ends where one is open)."""
        if self.start and self.end:
            return frozenset(range(self.start.year, self.end.year + 1))
        return frozenset(d.year for d in (self.start, self.end) if d)

    @property
    def is_year(self) -> bool:
        return re.fullmatch(r"\d{4}~?", self.text) is not None

    def words(self) -> str:
        """In English: "2024", "March 2024", "first quarter of 2024", "January to November 2025"."""
        if not self.known:
            return "no period given"
        first, slash, last = self.text.partition("/")
        if not slash:
            return _point_words(first)
        if first == "..":
            return f"up to {_point_words(last)}"
        if last == "..":
            return f"since {_point_words(first)}"
        month = re.fullmatch(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)", self.text)
        if month and month[1] == month[3]:
            return f"{MONTHS[int(month[2]) - 1]} to {MONTHS[int(month[4]) - 1]} {month[1]}"
        return f"{_point_words(first)} to {_point_words(last)}"

    def __str__(self) -> str:
        return self.text


def read_period(text: Any) -> Any:
    """EDTF text -> Period; raises ValueError with advice."""
    if not isinstance(text, str):
        return text
    if text == "unknown":
        return Period(text)
    first, slash, last = text.partition("/")
    start = _span(first) if first != ".." or not slash else (None, None)
    end = start if not slash else _span(last) if last != ".." else (None, None)
    if first == last == "..":
        raise _bad()
    if start[0] and end[1] and start[0] > end[1]:
        raise ValueError("the period ends before it begins")
    return Period(text, start[0], end[1])


@lru_cache(maxsize=4096)
def period(text: str) -> Period:
    """EDTF text -> Period; raises ValueError with advice."""
    made = read_period(text)
    assert isinstance(made, Period)
    return made


def _bad() -> ValueError:
    return ValueError("a period is a year, month, day, quarter or interval, such as 2024, 2024-03, 2024-Q1, "
                      "2025-01/2025-11, or unknown")  # fmt: skip


def _span(text: str) -> tuple[date | None, date | None]:
    found = _POINT.fullmatch(text)
    if not found:
        raise _bad()
    year, month, day, part, number, _ = found.groups()
    y = int(year)
    if y < 1000:
        raise _bad()
    if part:
        months, n = (3, int(number)) if part == "Q" else (6, int(number))
        if part == "H" and n > 2:
            raise _bad()
        last = n * months
        return date(y, last - months + 1, 1), date(y, last, monthrange(y, last)[1])
    if day:
        try:
            exact = date(y, int(month), int(day))
        except ValueError:
            raise ValueError("there is no such day") from None
        return exact, exact
    if month:
        return date(y, int(month), 1), date(y, int(month), monthrange(y, int(month))[1])
    return date(y, 1, 1), date(y, 12, 31)


def _point_words(text: str) -> str:
    found = _POINT.fullmatch(text)
    assert found
    year, month, day, part, number, about = found.groups()
    prefix = "about " if about else ""
    if part == "Q":
        return f"{prefix}{('first', 'second', 'third', 'fourth')[int(number) - 1]} quarter of {year}"
    if part == "H":
        return f"{prefix}{('first', 'second')[int(number) - 1]} half of {year}"
    if day:
        return f"{prefix}{int(day)} {MONTHS[int(month) - 1]} {year}"
    if month:
        return f"{prefix}{MONTHS[int(month) - 1]} {year}"
    return f"{prefix}{year}"
