"""Figures as readers see them, in British English: exact, never rounded, never broken over lines."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction

from build_scripts.numerals import SCALES, scaled
from build_scripts.numerals.lexicon import EXACT, TENS, UNDER_20

SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
HEDGES = {
    "exact": "",
    "about": "about",
    "over": "over",
    "under": "under",
    "nearly": "nearly",
    "at-least": "at least",
    "at-most": "at most",
    "between": "between",
}
FORMS = ("number", "words", "unsigned", "ordinal", "fraction", "cap")

PERCENT = ("percent", "per cent", "%")
_READERS_SCALES = ("trillion", "billion", "million")
_SHORT = {"": "", "million": "mn", "billion": "bn", "trillion": "tn"}
_FIRST = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
          "twelve": "twelfth"}  # fmt: skip
_PARTS = {2: "half", 4: "quarter"}


def number(value: Decimal, scale: str) -> tuple[str, str]:
    """Digits and English scale word: (27584.1, yi) is ("2.75841", "trillion").

    Million, billion and trillion stay as printed, and so do digits without a scale. Other scales are
    converted: to the largest of the three that leaves at least 1, otherwise to plain digits.
    """
    mantissa, word = _converted(value, scale)
    return _digits(mantissa), word


def quantity(
    value: Decimal | None,
    scale: str,
    unit_one: str,
    unit_many: str,
    hedge: str = "exact",
    low: Decimal | None = None,
    high: Decimal | None = None,
    *,
    forms: tuple[str, ...] = (),
) -> str:
    """Hedge, number, scale and unit: "about 20 percent", "between 5 and 6 percent", "at least fifty cars".

    Forms: number (no unit), words (spelled out), unsigned (no minus), ordinal (sixth), fraction (two
    thirds, of a value in percent), cap (for a sentence's start). Raises ValueError where a form does not
    fit the figure, and for an unknown form.
    """
    for form in forms:
        if form not in FORMS:
            raise ValueError(f'"{form}" is no form of a figure; the forms are {", ".join(FORMS)}')
    if hedge == "between":
        if low is None or high is None:
            raise ValueError("between needs low and high")
        text = _between(low, high, scale, unit_many, forms)
    elif value is None:
        raise ValueError("a figure without low and high needs a value")
    else:
        text = _single(value, scale, unit_one, unit_many, hedge, forms)
    return text[:1].upper() + text[1:] if "cap" in forms else text


def symbol_form(value: Decimal, scale: str, symbol: str | None) -> str:
    """For charts: "5.3%", "−2.5%", "728,558", "50 bn", "¥50 bn", "83 km"."""
    digits, word = number(value, scale)
    short = f"{digits}{SPACE}{_SHORT[word]}" if word else digits
    if not symbol:
        return short
    if unicodedata.category(symbol[-1]) == "Sc":
        sign, body = (MINUS, short[1:]) if short.startswith(MINUS) else ("", short)
        return f"{sign}{symbol}{body}"
    return f"{short}{SPACE if symbol[0].isalnum() or word else ''}{symbol}"


def words(n: int) -> str:
    """A whole number spelled out: "thirteen thousand four hundred", "minus one hundred and five"."""
    if n < 0:
        return f"minus {words(-n)}"
    if n >= 10**15:
        raise ValueError("a number of a thousand trillion and more is not spelled out")
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 1000)):
        if n >= size:
            head, rest = divmod(n, size)
            link = "" if not rest else " and " if rest < 100 else " "
            return f"{words(head)} {name}{link}{words(rest) if rest else ''}"
    if n >= 100:
        head, rest = divmod(n, 100)
        return f"{UNDER_20[head]} hundred" + (f" and {words(rest)}" if rest else "")
    if n >= 20:
        tens, ones = divmod(n, 10)
        return TENS[tens - 2] + (f"-{UNDER_20[ones]}" if ones else "")
    return UNDER_20[n]


def ordinal(n: int) -> str:
    """ "sixth", "twenty-first", "hundredth"; above that in digits: "101st"."""
    if n < 1:
        raise ValueError("an ordinal begins at first")
    if n > 100:
        ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        return f"{n:,}{ending}"
    if n == 100:
        return "hundredth"
    head, hyphen, last = words(n).rpartition("-")
    return head + hyphen + (_FIRST.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"))


def _converted(value: Decimal, scale: str) -> tuple[Decimal, str]:
    if scale in _READERS_SCALES:
        return value, scale
    if scale == "one":
        return value, ""
    amount = _trimmed(scaled(value, scale))
    for word in _READERS_SCALES:
        if amount.copy_abs() >= SCALES[word]:
            return _trimmed(_moved(amount, word)), word
    return amount, ""


def _moved(amount: Decimal, scale: str) -> Decimal:
    """The amount in that scale, exact."""
    sign, digits, exponent = amount.as_tuple()
    assert isinstance(exponent, int)
    return Decimal((sign, digits, exponent - SCALES[scale].adjusted()))


def _trimmed(value: Decimal) -> Decimal:
    """Without zeros after the point; they mean nothing once a scale is converted."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    while exponent < 0 and len(digits) > 1 and digits[-1] == 0:
        digits, exponent = digits[:-1], exponent + 1
    return Decimal((sign, digits, exponent)) if any(digits) else Decimal(0)


def _digits(value: Decimal) -> str:
    text = f"{value.copy_abs():,f}"
    return MINUS + text if value < 0 else text


def _spelled(value: Decimal) -> str:
    whole = int(value.copy_abs())
    sign = "minus " if value < 0 else ""
    if value.copy_abs() == whole:
        return sign + words(whole)
    if value.copy_abs() == EXACT.add(Decimal(whole), Decimal("0.5")):
        return f"{sign}{words(whole)} and a half" if whole else f"{sign}half"
    raise ValueError("only whole numbers and halves are spelled out; leave out the form words")


def _single(value: Decimal, scale: str, one: str, many: str, hedge: str, forms: tuple[str, ...]) -> str:
    if "unsigned" in forms:
        value = value.copy_abs()
    lead = f"{HEDGES[hedge]} " if HEDGES[hedge] else ""
    if "ordinal" in forms:
        if hedge != "exact" or value != int(value) or scale != "one":
            raise ValueError("an ordinal needs an exact whole number")
        return ordinal(int(value))
    if "fraction" in forms:
        if one not in PERCENT:
            raise ValueError("only a figure in percent can be written as a fraction")
        return lead + _fraction(value, scale)
    mantissa, word = _converted(value, scale)
    unit = "" if "number" in forms else one if _digits(mantissa.copy_abs()) == "1" and not word else many
    if "words" not in forms:
        return lead + _in_one_line(_digits(mantissa), word, unit)
    if word and mantissa.copy_abs() >= 1000:
        raise ValueError(f"a thousand {word} and more is not spelled out")
    if mantissa.copy_abs() == Decimal("0.5") and (word or unit):
        # Half a million cars, half a percent.
        article = "an" if one[:1] in "aeio" and not word else "a"
        unit = f"{word} {unit}" if word else one
        return f"{lead}{_spelled(mantissa)} {article} {unit}".rstrip()
    return lead + " ".join(piece for piece in (_spelled(mantissa), word, unit) if piece)


def _between(low: Decimal, high: Decimal, scale: str, many: str, forms: tuple[str, ...]) -> str:
    if "ordinal" in forms or "fraction" in forms:
        raise ValueError("a range has no ordinal and no fraction")
    if "unsigned" in forms:
        low, high = sorted((low.copy_abs(), high.copy_abs()))
    top, word = _converted(high, scale)
    if scale != "one" and scale not in _READERS_SCALES:
        low = _trimmed(_moved(scaled(low, scale), word or "one"))
    unit = "" if "number" in forms else many
    if "words" in forms:
        return " ".join(p for p in ("between", _spelled(low), "and", _spelled(top), word, unit) if p)
    return f"between {_digits(low)} and {_in_one_line(_digits(top), word, unit)}"


def _in_one_line(*pieces: str) -> str:
    return SPACE.join(piece for piece in pieces if piece)


def _fraction(value: Decimal, scale: str) -> str:
    part = Fraction(scaled(value, scale)) / 100
    if not 0 < part < 1 or part.denominator > 10:
        raise ValueError("only a simple fraction (half, three quarters, two fifths) has this form")
    name = _PARTS.get(part.denominator) or ordinal(part.denominator)
    if part.denominator == 2:
        return name
    return f"a {name}" if part.numerator == 1 else f"{UNDER_20[part.numerator]} {name}s"
