"""Quantities as printed: hedge, sign, number, scale, unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from build_scripts.numerals.lexicon import (
    EXACT,
    HEDGES_AFTER,
    HEDGES_BEFORE,
    SCALES,
    any_of,
    scaled,
)
from build_scripts.numerals.numbers import Number, find_number, read_number
from build_scripts.numerals.printed_dates import folded_dates
from build_scripts.numerals.spelling import back, fold, is_letter, lower
from build_scripts.numerals.unit_forms import UnitForms, unit_forms


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity as printed; its fields say nothing that the text does not."""

    value: Decimal
    """With a sign only if one is printed. A bare share (half, two thirds, 三成) is given in percent."""
    scale: str
    """Key of SCALES; "one" where none is printed."""
    scale_printed: bool
    unit: str | None
    """Unit id; None where none is printed."""
    hedge: str | None
    """about, over, under, nearly, at-least, at-most, between; None where none is printed."""
    signed: bool
    """Whether a minus or plus is printed, as a sign or word."""
    high: Decimal | None
    """Upper end of a printed range; `value` is then its lower end and `hedge` is between."""
    ordinal: bool
    start: int
    end: int
    text: str
    fraction: Fraction | None = None
    """The fraction as printed, exact where `value` cannot be: two thirds is no decimal."""

    @property
    def amount(self) -> Decimal:
        """Value times scale."""
        return scaled(self.value, self.scale)

    def states(self, value: Decimal) -> bool:
        """Whether this is `value`, the sign aside. Two thirds states 66.7: an endless fraction at the places given."""
        mine, theirs = self.value.copy_abs(), value.copy_abs()
        if self.fraction and Fraction(mine) not in (self.fraction, self.fraction * 100):
            return mine.quantize(theirs, ROUND_HALF_UP, EXACT) == theirs
        return mine == theirs


_BEFORE_ENDS = tuple(HEDGES_BEFORE)
_SUM = re.compile(r"\badd(?:s|ed|ing)?\s\Z")
"""What adds up to a number is that number, not at most it."""
_BEFORE = re.compile(rf"(?:{any_of(HEDGES_BEFORE)})\Z")
_AFTER = re.compile(
    r"\s?-?odd\b|\s?\+(?!\d)|多(?![样数元种维国次方])|余(?![额量热])|\s*,?\s?(?:"
    + any_of(form for form in HEDGES_AFTER if form not in ("odd", "+", "多", "余")).replace("\\ ", r"\s+")
    + ")(?![a-z])"
)
_RANGE = re.compile(r"\s?[-–—~至到]\s?|\s+to\s+")
_BOTH = re.compile(r"\s+and\s+|\s?[与和至到]\s?")


def parse(text: str, units: Mapping[str, str]) -> list[Quantity]:
    """Every quantity in `text`, in order. `units` maps printed forms (percent, %, 辆, cars) to unit ids.

    The longest form wins; forms ending in a letter match whole words only; case does not matter.
    Years and dates are no quantities, except a bare year right before a unit.
    """
    folded, origin = fold(text)
    low = lower(folded)
    forms = unit_forms(units)
    days = [d for d in folded_dates(folded) if not (_may_count(d, low) and forms.at(low, d[1]))]
    found: list[_Draft] = []
    position = 0
    while match := find_number(low, position):
        while days and days[0][1] <= match.start():
            days.pop(0)
        if days and days[0][0] < match.end():
            position = max(days[0][1], match.start() + 1)
            continue
        number = read_number(match, low, forms)
        draft = number and _surrounded(low, number, match.start(), found[-1].end if found else 0, forms)
        position = max(draft.end if draft else match.end(), match.start() + 1)
        if draft and not (found and _joined(low, found[-1], draft)):
            found.append(draft)
    return [_placed(draft, text, origin) for draft in found]


def _may_count(day: tuple[int, int, str], low: str) -> bool:
    """Before a unit, 2024 and the 5 of "in May 5" count something."""
    start, end, edtf = day
    return end - start == 4 or (edtf.startswith("X") and low[end - 1].isdigit())


@dataclass(slots=True)
class _Draft:
    """A quantity in the folded text; a second number may still make it a range."""

    number: Number
    value: Decimal
    scale: str
    unit: str | None
    hedge: str | None
    signed: bool
    start: int
    end: int
    high: Decimal | None = None


def _placed(d: _Draft, text: str, origin: list[int] | None) -> Quantity:
    start, end = back(origin, d.start, d.end)
    hedge = None if d.hedge == "between" and d.high is None else d.hedge
    fraction = None if d.high is not None else d.number.fraction
    return Quantity(
        d.value, d.scale, d.scale != "one", d.unit, hedge, d.signed, d.high, d.number.ordinal,
        start, end, text[start:end], fraction,
    )  # fmt: skip


def _surrounded(low: str, number: Number, start: int, floor: int, forms: UnitForms) -> _Draft | None:
    """The number with what stands around it; `floor` is where the quantity before it ends."""
    end, unit, hedge = number.end, number.unit, number.hedge
    if after := _AFTER.match(low, end):
        hedge, end = _after_hedge(after[0]), after.end()
    if unit is None and (found := forms.at(low, end)):
        unit, end = found
        if hedge is None and (after := _AFTER.match(low, end)):
            hedge, end = _after_hedge(after[0]), after.end()
    if number.needs_unit and unit is None:
        return None
    begin, sign = _sign(low, start)
    if unit is None and (found := forms.ending(low, floor, begin)):
        unit, begin = found
        if not sign:
            begin, sign = _sign(low, begin)
    if begin == start and begin and is_letter(low[begin - 1]) and low[begin].isdigit():
        return None  # R2 is a name
    begin, hedge = _hedge(low, begin, floor, hedge)
    value = number.value.copy_negate() if sign == "-" else number.value
    return _Draft(number, value, number.scale, unit, hedge, bool(sign), begin, end)


def _sign(low: str, start: int) -> tuple[int, str]:
    """Where a sign before `start` begins, and which. A hyphen after a letter, digit or % is none."""
    char = low[start - 1 : start]
    if char and char in "-−–+":
        before = low[start - 2 : start - 1] if start > 1 else ""
        if char == "–" and low[max(0, start - 4) : start - 1].rstrip()[-1:] in tuple("0123456789%‰"):
            return start, ""
        if not (before.isalnum() and (char != "−" or before.isascii())) and before not in ("%", "‰"):
            return start - 1, "+" if char == "+" else "-"
    elif char == "负":
        return start - 1, "-"
    elif char.isspace():
        for word in ("minus", "negative"):
            at = start - 1 - len(word)
            if at >= 0 and low.startswith(word, at) and not (at and low[at - 1].isalnum()):
                return at, "-"
    return start, ""


def _hedge(low: str, start: int, floor: int, after: str | None) -> tuple[int, str | None]:
    """Where a hedge before `start` begins, and which; otherwise the one found after the number."""
    left = max(floor, start - 24)
    window = low[left:start].rstrip()
    match = _BEFORE.search(window) if window.endswith(_BEFORE_ENDS) else None
    if not match:
        return start, after
    begin, form = match.start(), match[0]
    before = low[left + begin - 1] if left + begin else ""
    if (is_letter(form[0]) and before.isalnum()) or (form == "~" and (before.isdigit() or before in ("%", "‰"))):
        return start, after
    if form == "up to" and _SUM.search(low, max(0, left + begin - 8), left + begin):
        return start, after
    return left + begin, HEDGES_BEFORE[form]


def _after_hedge(text: str) -> str:
    return HEDGES_AFTER[" ".join(text.replace(",", " ").replace("-", " ").split())]


def _joined(low: str, first: _Draft, second: _Draft) -> bool:
    """Make two numbers one range where they are: 5-6%, 2.0%-2.5%, between 5 and 6 percent.

    "From 5 to 6" is a change, not a range.
    """
    link = _BOTH if first.hedge == "between" else _RANGE
    if second.hedge or first.hedge not in (None, "between", "about"):
        return False
    if not link.fullmatch(low, first.end, second.start):
        return False
    if first.number.ordinal or second.number.ordinal or first.high is not None:
        return False
    if first.unit not in (None, second.unit) or first.scale not in ("one", second.scale):
        return False
    if low[max(0, first.start - 8) : first.start].rstrip().endswith(("from", "从", "由")):
        return False
    value = first.value
    if first.scale != second.scale and value >= second.value:
        # 900,000 to 1.2 million is 0.9 to 1.2 million.
        value = EXACT.normalize(value.scaleb(-SCALES[second.scale].adjusted(), EXACT))
    if value >= second.value:
        return False
    first.value, first.high, first.hedge = value, second.value, "between"
    first.scale, first.unit = second.scale, second.unit
    first.signed, first.end = first.signed or second.signed, second.end
    return True
