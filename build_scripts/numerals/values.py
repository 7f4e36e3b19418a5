"""How single numbers are written, as patterns, and what they are worth."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from build_scripts.numerals.lexicon import (
    CHINESE_DIGITS,
    DENOMINATORS,
    EXACT,
    LARGE,
    ORDINAL_ONES,
    ORDINALS,
    SCALES,
    SMALL,
    TENS,
    UNDER_20,
    any_of,
    scaled,
)

_GAP = "\u00a0\u2007\u2009\u202f"
"""Spaces that part thousands. An ordinary space does not: two numbers may stand side by side."""
DIGITS = (
    r"(?<!\d,)(?<!\d\.)(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    rf"|\d{{1,3}}(?:[{_GAP}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d+)?"
    r"|0,\d+(?!,?\d)|\d+,(?!\d{3}(?!\d))\d+(?!,?\d)"
    r"|\d+\.\d+|\d+)|(?<![\w.])\.\d+|(?<=,)\d+|(?<=\.)\d+"
)
"""1,234.5, 1 234,5, 1.234.567, 2,5: a comma before exactly three digits parts thousands, any other is decimal."""

TENS_WORD = rf"(?:{any_of(TENS)})"
_SMALL_WORD = rf"(?:{TENS_WORD}(?:[-\s](?:{any_of(UNDER_20[1:10])}))?|{any_of(UNDER_20)})\b"
_HUNDREDS = (
    rf"(?:(?:{_SMALL_WORD}|an?)[\s-]+hundred\b(?!-[a-z])(?:[\s-]+(?:and\s+)?{_SMALL_WORD}(?![\s-]+hundred\b))?"
    rf"|{_SMALL_WORD})"
)
_LARGE_WORD = r"(?:thousand|million|billion|trillion|dozen)\b"
SEQUENCE = (
    rf"(?:{_HUNDREDS}|an?(?=\s+{_LARGE_WORD}(?!-[a-z])))"
    rf"(?:(?:\s+{_LARGE_WORD}(?!-[a-z])|-{_LARGE_WORD})(?:,?\s+(?:and\s+)?{_HUNDREDS})?){{0,6}}"
)
"""Number words. In "four trillion-crown bases" the trillion belongs to the crowns, not to the four."""
ORDINAL_WORD = rf"(?:{TENS_WORD}[-\s](?:{any_of(ORDINAL_ONES)})|{any_of(ORDINALS)})\b"

_AFTER_SHARE = (
    r"(?=\s*(?:[^\w\s-]|$)|[\s-]+(?:of|more|less|fewer|higher|lower|larger|smaller|bigger|longer|shorter|cheaper|"
    r"faster|above|below|the|its|their|his|her|this|that|these|those|in|by|from|to|up|down|on|at|as|than|over|under|"
    r"were|was|is|are|be|had|have|has|will|would|since|between|during|within|while|when|who|which|and|or|but|for|"
    r"so|with|after|before|a|an|million|billion|trillion|thousand)\b)"
)
"""What follows "a third" where it is a share; before a noun it counts: a third source."""
FRACTION = (
    rf"(?P<numerator>{any_of(UNDER_20[1:])})[\s-](?P<denominator>(?:{any_of(DENOMINATORS)})\b)"
    rf"|an?[\s-](?P<single>(?:half|quarter)\b"
    rf"|(?:{any_of(w for w, n in DENOMINATORS.items() if n > 2 and w[-1] != 's')})\b{_AFTER_SHARE})"
    r"|(?P<half>half)\b"
)


def decimal(digits: str) -> Decimal:
    """Of text that matches DIGITS."""
    if digits.isdecimal():
        return Decimal(digits)
    for gap in _GAP:
        digits = digits.replace(gap, " ")
    if " " in digits:
        digits = digits.replace(" ", "").replace(",", ".")
    elif digits.count(".") > 1:
        digits = digits.replace(".", "").replace(",", ".")
    elif "," in digits:
        head, _, tail = digits.rpartition(",")
        point = "." if "." not in tail and (len(tail) != 3 or head == "0") else ""
        digits = head.replace(",", "") + point + tail
    return Decimal(digits)


def quotient(fraction: Fraction) -> Decimal:
    """At 28 digits where it has no end."""
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def sequence(words: str) -> tuple[Decimal, str, int]:
    """Value, scale and length of what SEQUENCE matches, as far as its magnitudes fall.

    Hundreds and thousands are worked out (205, 13400); a final million, billion or trillion is the scale.
    """
    total, group, end, last, scale = 0, 0, 0, 10**15, "one"
    for match in re.finditer(r"[a-z]+", words):
        word = match[0]
        if word == "and":
            continue
        if word in LARGE:
            if LARGE[word] < last:
                total, group, last = total + group * LARGE[word], 0, LARGE[word]
            elif not group:
                total *= LARGE[word]  # one thousand million
            else:
                break
            scale, end = word, match.end()
        elif word == "dozen":
            return Decimal((total + group) * 12), "one", match.end()
        else:
            group = group * 100 if word == "hundred" else group + SMALL.get(word, 1)
    else:
        total, end, scale = total + group, len(words), scale if not group else "one"
    if scale in ("one", "thousand"):
        return Decimal(total), "one", end
    return Decimal(total) / SCALES[scale], scale, end


def ordinal_word(words: str) -> int:
    """Of text that matches ORDINAL_WORD."""
    tens, _, ones = words.replace(" ", "-").partition("-")
    return ORDINALS[ones] + SMALL[tens] if ones else ORDINALS[tens]


def chinese(text: str) -> tuple[Decimal, str] | None:
    """Value and scale (the last one printed) of a Chinese numeral.

    None where the characters make no single number (十四五, 两三) or go on and on.
    """
    if len(text) > 40:
        return None
    whole, point, decimals = text.partition("点")
    read = _chinese_whole(whole)
    if not read or not point:
        return read
    if read[1] != "one" or not decimals or any(c not in CHINESE_DIGITS for c in decimals):
        return None
    return Decimal(f"{read[0]}.{''.join(str(CHINESE_DIGITS[c]) for c in decimals)}"), "one"


_UNDER_WAN = re.compile(
    r"(?:([一二两三四五六七八九])千)?(?:[零〇]?([一二两三四五六七八九])百)?(?:[零〇]?([一二两三四五六七八九])?(十))?"
    r"(?:[零〇]?([一二两三四五六七八九]))?"
)


def _chinese_whole(text: str) -> tuple[Decimal, str] | None:
    if all(c in CHINESE_DIGITS for c in text):
        # Digit by digit, as in years. Two digits side by side are an estimate (两三 is two or three).
        if len(text) in (0, 2) or len(text) > 18:
            return None
        return Decimal("".join(str(CHINESE_DIGITS[c]) for c in text)), "one"
    for word, scale in (("万亿", "wan-yi"), ("亿", "yi"), ("万", "wan")):
        head, found, tail = text.partition(word)
        if found:
            high = _under_wan(head)
            if not high:
                return None
            if not tail:
                return Decimal(high), scale
            low = _chinese_whole(tail.lstrip("零〇"))
            if low is None or scaled(*low) >= SCALES[scale]:
                return None
            return EXACT.add(Decimal(high) * (SCALES[scale] / SCALES[low[1]]), low[0]), low[1]
    value = _under_wan(text)
    return None if value is None else (Decimal(value), "one")


def _under_wan(text: str) -> int | None:
    match = _UNDER_WAN.fullmatch(text) if text else None
    if not match:
        return None
    d = CHINESE_DIGITS
    thousands, hundreds, tens, ten, ones = match.groups(default="零")
    return 1000 * d[thousands] + 100 * d[hundreds] + 10 * ((d[tens] or 1) if ten == "十" else 0) + d[ones]
