"""Finding a number in running text, and reading it with the magnitude word that follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from build_scripts.numerals.lexicon import (
    CHINESE_DIGITS,
    CHINESE_NUMERALS,
    DENOMINATORS,
    EXACT,
    FOLDS,
    ORDINALS,
    SCALE_CHINESE,
    SCALE_LETTERS,
    SCALE_WORDS,
    SMALL,
    VULGAR,
    any_of,
    scaled,
)
from build_scripts.numerals.unit_forms import UnitForms
from build_scripts.numerals.values import (
    DIGITS,
    FRACTION,
    ORDINAL_WORD,
    SEQUENCE,
    chinese,
    decimal,
    ordinal_word,
    quotient,
    sequence,
)

_CN = CHINESE_NUMERALS
_PARTS = "".join(VULGAR)
_DIGITS = re.compile(
    rf"""(?P<slash>(?<![\d./,])\d{{1,2}}\s?/\s?(?:10|[2-9])(?![\d/a-z]|[.,]\d))
    | (?P<vulgar>(?:\d{{1,9}}\s?)?[{_PARTS}])
    | (?P<digit_ordinal>\d+(?:(?:st|nd|rd|th)(?![a-z])|-?[йя](?!\w)))
    | (?P<digits>{DIGITS})""",
    re.VERBOSE,
)
_WORDS = re.compile(
    rf"\b(?:(?P<fraction>{FRACTION})|(?P<fold>{any_of(FOLDS)})\b|(?P<ordinal>{ORDINAL_WORD})|(?P<words>{SEQUENCE}))"
)
_CHINESE = re.compile(
    rf"""(?P<per>[百千]分之(?=[{_CN}\d]))
    | (?P<chinese_ordinal>第\s?(?:\d+|[{_CN}]+))
    | (?P<chinese_fraction>[二三四五六七八九十]分之[一二两三四五六七八九])
    | (?P<chinese_half>(?<![二两三四五六七八九十])一半|半数|(?<!通)过半数?(?![年个天小])|(?<=近)半)
    | (?P<chinese>[{_CN}]+(?:点[〇零一二三四五六七八九]+)?)""",
    re.VERBOSE,
)
_START = re.compile(rf"(?P<word>[a-z]+)|(?P<digit>[\d{_PARTS}]|\.(?=\d))|[{_CN}半第过]")
_FIRST_WORDS = SMALL.keys() | ORDINALS.keys() | FOLDS.keys() | {"a", "an", "half"}
_AND_PART = re.compile(r"[\s-]+and[\s-]+(?:(?:an?|one)[\s-](half|quarter|third)|three[\s-](quarters))\b")
_SCALE = re.compile(
    rf"\s?(?P<plus>\+?)\s?(?:(?P<word>{any_of(SCALE_WORDS)})(?![a-z]|-[a-z])|(?<!\s)-?(?P<joined>{any_of(SCALE_WORDS)})(?![a-z]))"
)
_SCALE_CHINESE = re.compile(rf"\s?(?P<more>[多余]?)(?P<scale>{any_of(SCALE_CHINESE)})")
_MORE_WAN = re.compile(r"(\d{1,4}(?:\.\d+)?)万(?!亿)")
_SCALE_OF_PART = re.compile(rf"\s+(?:an?\s+)?({any_of(SCALE_WORDS)})\b(?!-[a-z])")
_ARTICLE = re.compile(r"\s+an?(?=\s)")
_TENTHS = re.compile(r"成(?![立为功员果本长都交绩熟品份分就套型效])(半|[一二三四五六七八九])?")
_NO_HALF = re.compile(r"\b(?:first|second|latter|other)\s\Z")
_CALENDAR = re.compile(r"\b(?:first|last|past|next)\s\Z")


class Number(NamedTuple):
    """A number without its surroundings; `end` is where it stops in the text."""

    value: Decimal
    end: int
    scale: str = "one"
    unit: str | None = None
    hedge: str | None = None
    ordinal: bool = False
    fraction: Fraction | None = None
    needs_unit: bool = False
    """一 is a number in 一家 but not in 统一: it counts only where a unit follows."""


def find_number(text: str, position: int) -> re.Match[str] | None:
    """The next place where a number may begin. Looking at the first character or word is what makes it fast."""
    while start := _START.search(text, position):
        position = start.end()
        if start.lastgroup == "word":
            pattern = _WORDS if start[0] in _FIRST_WORDS else None
        else:
            pattern = _DIGITS if start.lastgroup else _CHINESE
        if pattern and (match := pattern.match(text, start.start())):
            return match
    return None


def read_number(match: re.Match[str], text: str, forms: UnitForms) -> Number | None:
    """What `find_number` found, or None where it is no number after all."""
    return _READERS[match.lastgroup or ""](match, text, forms)


def percent(forms: UnitForms) -> str:
    """The unit of shares that print none: half, 三成."""
    return forms.named("%", "percent", "per cent") or "percent"


def _digits(match: re.Match[str], text: str, forms: UnitForms) -> Number:
    return _with_scale(decimal(match[0]), match.end(), text, forms)


def _with_scale(value: Decimal, end: int, text: str, forms: UnitForms, fraction: Fraction | None = None) -> Number:
    part = _AND_PART.match(text, end)
    if part and not fraction:
        value = EXACT.add(value, quotient(Fraction(3, 4) if part[2] else Fraction(1, DENOMINATORS[part[1]])))
        end = part.end()
    letter = text[end : end + 1]
    if letter in SCALE_LETTERS and text[end - 1].isdigit() and not text[end + 1 : end + 2].isalnum():
        # 55m is 55 metres only where content has a unit of that form.
        return Number(
            value, end if forms.named(letter) else end + 1, "one" if forms.named(letter) else SCALE_LETTERS[letter]
        )
    if word := _SCALE.match(text, end):
        hedge = "over" if word["plus"] else None
        return Number(value, word.end(), SCALE_WORDS[word["word"] or word["joined"]], None, hedge, False, fraction)
    if chinese_scale := _SCALE_CHINESE.match(text, end):
        return _with_chinese_scale(value, chinese_scale, text)
    return _tenths(value, end, "one", text, forms) or Number(value, end, fraction=fraction)


def _with_chinese_scale(value: Decimal, match: re.Match[str], text: str) -> Number:
    factor, scale = SCALE_CHINESE[match["scale"]]
    value, end = EXACT.multiply(value, Decimal(factor)), match.end()
    if scale == "yi" and (more := _MORE_WAN.match(text, end)):
        value, scale, end = EXACT.add(scaled(value, "wan"), Decimal(more[1])), "wan", more.end()
    return Number(value, end, scale, hedge="over" if match["more"] else None)


def _tenths(value: Decimal, end: int, scale: str, text: str, forms: UnitForms) -> Number | None:
    """三成 is 30 percent, 三成五 and 三成半 are 35 percent."""
    match = _TENTHS.match(text, end) if scale == "one" and value <= 10 else None
    if not match:
        return None
    part = 0 if not match[1] else 5 if match[1] == "半" else CHINESE_DIGITS[match[1]]
    return Number(value * 10 + part, match.end(), unit=percent(forms))


def _words(match: re.Match[str], text: str, forms: UnitForms) -> Number | None:
    value, scale, used = sequence(match[0])
    end = match.start() + used
    if match[0] == "one" and text.startswith((" of", " another"), end):
        return None
    return _with_scale(value, end, text, forms) if scale == "one" and value < 1000 else Number(value, end, scale)


def _chinese(match: re.Match[str], text: str, forms: UnitForms) -> Number | None:
    read = chinese(match[0])
    if not read:
        return None
    value, scale = read
    more = _SCALE_CHINESE.match(text, match.end()) if scale == "one" else None
    if more and more["more"]:
        return _with_chinese_scale(value, more, text)
    return _tenths(value, match.end(), scale, text, forms) or Number(
        value, match.end(), scale, needs_unit=match[0] in ("一", "零", "〇")
    )


def _ordinal(match: re.Match[str], text: str, forms: UnitForms) -> Number:
    return Number(Decimal(ordinal_word(match[0])), match.end(), ordinal=True)


def _digit_ordinal(match: re.Match[str], text: str, forms: UnitForms) -> Number:
    return Number(Decimal(match[0].rstrip("stndrhйя-")), match.end(), ordinal=True)


def _chinese_ordinal(match: re.Match[str], text: str, forms: UnitForms) -> Number | None:
    digits = match[0][1:].strip()
    read = (Decimal(digits), "one") if digits.isdigit() else chinese(digits)
    return Number(scaled(*read), match.end(), ordinal=True) if read else None


def _per(match: re.Match[str], text: str, forms: UnitForms) -> Number | None:
    """百分之三十 is 30 percent, 千分之五 is 5 per mille."""
    inner = (_DIGITS if text[match.end()].isdigit() else _CHINESE).match(text, match.end())
    if not inner or inner.lastgroup not in ("digits", "chinese"):
        return None
    read = (decimal(inner[0]), "one") if inner.lastgroup == "digits" else chinese(inner[0])
    unit = percent(forms) if match[0][0] == "百" else forms.named("‰", "per mille", "per thousand") or "permille"
    return Number(scaled(*read), inner.end(), unit=unit) if read else None


def _fold(match: re.Match[str], text: str, forms: UnitForms) -> Number:
    return Number(Decimal(FOLDS[match[0]]), match.end(), unit=forms.named("times", "倍"))


def _share(fraction: Fraction, end: int, text: str, forms: UnitForms, hedge: str | None = None) -> Number:
    """A fraction of the unit or scale that follows (half a million), else a share in percent."""
    if scale := _SCALE_OF_PART.match(text, end):
        return Number(quotient(fraction), scale.end(), SCALE_WORDS[scale[1]], None, hedge, False, fraction)
    article = _ARTICLE.match(text, end)
    start = article.end() if article else end
    if forms.at(text, start):
        return Number(quotient(fraction), start, hedge=hedge, fraction=fraction)
    return Number(quotient(fraction * 100), end, "one", percent(forms), hedge, False, fraction)


def _fraction(match: re.Match[str], text: str, forms: UnitForms) -> Number | None:
    end, before = match.end(), text[max(0, match.start() - 8) : match.start()]
    if name := match["half"] or match["single"]:
        if (match["half"] and _NO_HALF.search(before)) or re.match(r"-[a-z]", text[end : end + 2]):
            return None
        return _share(Fraction(1, DENOMINATORS[name]), end, text, forms)
    above, name = SMALL[match["numerator"]], match["denominator"]
    calendar = name == "quarters" and _CALENDAR.search(before)
    if calendar or name.endswith("s") == (above == 1) or above >= DENOMINATORS[name]:
        return Number(Decimal(above), match.start() + len(match["numerator"]))
    return _share(Fraction(above, DENOMINATORS[name]), end, text, forms)


def _slash(match: re.Match[str], text: str, forms: UnitForms) -> Number:
    above, _, below = match[0].partition("/")
    if int(above) >= int(below):
        return Number(Decimal(above.strip()), match.start() + len(above.strip()))
    return _share(Fraction(int(above), int(below)), match.end(), text, forms)


def _vulgar(match: re.Match[str], text: str, forms: UnitForms) -> Number:
    whole, fraction = match[0][:-1].strip(), VULGAR[match[0][-1]]
    if whole:
        fraction += int(whole)
        return _with_scale(quotient(fraction), match.end(), text, forms, fraction)
    return _share(fraction, match.end(), text, forms)


def _chinese_fraction(match: re.Match[str], text: str, forms: UnitForms) -> Number:
    digits = CHINESE_DIGITS | {"十": 10}
    return _share(Fraction(digits[match[0][-1]], digits[match[0][0]]), match.end(), text, forms)


def _chinese_half(match: re.Match[str], text: str, forms: UnitForms) -> Number:
    return _share(Fraction(1, 2), match.end(), text, forms, "over" if match[0].startswith("过") else None)


_READERS: dict[str, Callable[[re.Match[str], str, UnitForms], Number | None]] = {
    "digits": _digits,
    "words": _words,
    "chinese": _chinese,
    "ordinal": _ordinal,
    "digit_ordinal": _digit_ordinal,
    "chinese_ordinal": _chinese_ordinal,
    "per": _per,
    "fold": _fold,
    "fraction": _fraction,
    "slash": _slash,
    "vulgar": _vulgar,
    "chinese_fraction": _chinese_fraction,
    "chinese_half": _chinese_half,
}
