"""Ticks and times: round numbers for quantities, years for periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil, floor, log10

from build_scripts import formatting
from build_scripts.edtf import MONTHS, Period
from build_scripts.numerals import SCALES


def ticks(low: float, high: float, wanted: int = 4) -> list[float]:
    """Round numbers that enclose `low` and `high`, in about `wanted` steps."""
    if high <= low:
        high = low + 1
    rough = (high - low) / wanted
    unit = 10.0 ** floor(log10(rough))
    # Steps of three fit rates of growth; elsewhere they give labels that nobody expects.
    steps = (1, 2, 3, 5, 10) if unit == 1 else (1, 2, 5, 10)
    step = min((s * unit for s in steps), key=lambda s: abs(s - rough))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(step * n, 10) for n in range(first, last + 1)]


@dataclass(frozen=True)
class Units:
    """How tick labels are written: with the magnitude word of the chart's figures, and their unit's symbol."""

    word: str = ""
    symbol: str = ""

    @property
    def factor(self) -> Decimal:
        return SCALES[self.word or "one"]


def labels(values: Sequence[float], units: Units) -> list[str]:
    """Tick labels in the chart's magnitude; the unit's symbol stands at the topmost alone."""
    exact = [Decimal(str(value)) / units.factor for value in values]
    places = max((max(0, -int(v.normalize().as_tuple().exponent)) for v in exact), default=0)
    rounded = [round(v, places) + 0 for v in exact]
    made = [formatting.symbol_form(v, units.word if v and units.word else "one", None) for v in rounded]
    if units.symbol and made:
        made[-1] += units.symbol if not units.symbol[0].isalnum() else f"{formatting.SPACE}{units.symbol}"
    return made


def domain(values: Sequence[float]) -> str:
    """The ends of the scale, for the gate that reads the labels."""
    low, high = (Decimal(str(v)) for v in (values[0], values[-1]))
    return f"{low.normalize():f} {high.normalize():f}"


def moment(period: Period, yearly: bool) -> float:
    """Where a period lies on a line of years: a year at its own number, anything else at its last day."""
    assert period.end or period.start, "a period without any end has no place in time"
    if yearly and period.start:
        return float(period.start.year)
    return year_of(period.end or period.start or date.min)


def year_of(day: date) -> float:
    """A day as a fraction of its year: 2024.5 is the beginning of July."""
    start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - start).days / (end - start).days


def short(period: Period) -> str:
    """For narrow places: "2024", "Mar 2024", "Jan–Nov 2025", "6 Feb 2025"."""
    words = period.words()
    first, _, second = words.partition(" to ")
    same_year = second and second[-4:].isdigit() and not first[-4:].isdigit()
    joined = f"{_cut(first)}–{_cut(second)}" if second and (same_year or first.isdigit()) else _cut(words)
    return joined.replace(" to ", " – ")


def _cut(words: str) -> str:
    for month in MONTHS:
        words = words.replace(month, month[:3])
    return words.replace("first half of", "H1").replace("second half of", "H2")


def years(first: float, last: float, room: float, label: float = 34) -> list[int]:
    """The years to be named on an axis of `room` pixels: every one, or every second, fifth, tenth."""
    all_years = list(range(ceil(first), floor(last) + 1))
    for step in (1, 2, 3, 5, 10, 20, 50):
        # Long steps fall on round years, short ones end with the last.
        chosen = [year for year in all_years if (year if step >= 5 else all_years[-1] - year) % step == 0]
        if len(chosen) < 2 or room / max(last - first, 1) * step >= label + 8:
            return chosen
    return all_years[-1:]


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions as near as possible to those wanted, in the same order of size, at least `gap` apart.

    The rule for end labels: neighbours that touch form a block around the mean of what they wanted.
    """
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    blocks: list[tuple[list[int], float]] = []
    for n in order:
        blocks.append(([n], wanted[n]))
        while len(blocks) > 1 and _top(blocks[-1], gap) < _bottom(blocks[-2], gap) + gap:
            members = blocks[-2][0] + blocks[-1][0]
            blocks[-2:] = [(members, sum(wanted[m] for m in members) / len(members))]
    placed = [0.0] * len(wanted)
    floor_ = low
    for members, middle in blocks:
        start = max(middle - gap * (len(members) - 1) / 2, floor_)
        for k, n in enumerate(members):
            placed[n] = start + gap * k
        floor_ = start + gap * len(members)
    if placed and max(placed) > high:
        bound = high
        for n in reversed(order):
            placed[n] = min(placed[n], bound)
            bound = placed[n] - gap
    return placed


def _top(block: tuple[list[int], float], gap: float) -> float:
    return block[1] - gap * (len(block[0]) - 1) / 2


def _bottom(block: tuple[list[int], float], gap: float) -> float:
    return block[1] + gap * (len(block[0]) - 1) / 2
