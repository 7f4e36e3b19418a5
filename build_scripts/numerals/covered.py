"""Every number in prose, in any script or in words, for the rule that no bare figure stands there."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from build_scripts.numerals.lexicon import (
    CHINESE_NUMERALS,
    DENOMINATORS,
    FOLDS,
    LARGE,
    ORDINAL_ONES,
    SMALL,
    any_of,
)
from build_scripts.numerals.spelling import back, fold_char, lower, respelt
from build_scripts.numerals.values import FRACTION, SEQUENCE, TENS_WORD, sequence


class Token(NamedTuple):
    """A number in prose, and where it stands."""

    start: int
    end: int
    text: str


_OLD_NUMERALS = frozenset(
    "㐅㒃㠪㭍亖仟仨伍佰億兆兩卄卅卌叁叄廾廿弍弎弐拾捌柒玖肆萬貮貳贰\uf973\uf978\uf9b2\uf9d1𠀁𠁤𠃢𠄡𠦃𠦌𠦜𠫪𠫽𠬙𢎐𢦘𣬛𦉭\U0002f890"
)
"""Formal, old and traditional Chinese numerals. Listed, because what Unicode calls numeric grows: 京 of 北京 is 10^16.

Not in the list: those that usually mean something else (参, 陆, 什), and all forms of 一, which is like "one".
"""
_SYMBOLS = ("\N{KEYCAP TEN}", "\N{HUNDRED POINTS SYMBOL}")
_HALVING = ("halves", "halve", "halved", "halving")
_MULTIPLES = (
    *(
        f"{verb}{ending}"
        for verb in ("doubl", "tripl", "trebl", "quadrupl", "quintupl")
        for ending in ("e", "es", "ed", "ing")
    ),
    *FOLDS,
)
_VAGUE = [f"{w}{s}" for w in ("hundred", "dozen", *LARGE) for s in ("", "s")]
_FIRST_WORDS = {*SMALL, *_MULTIPLES, *_VAGUE, *_HALVING, "half", "a", "an", "tens", "score", "scores"}
_HINTS = {word.encode() for word in (_FIRST_WORDS | DENOMINATORS.keys()) - {"a", "an", "one"}}
_CN = CHINESE_NUMERALS
_WORDS = bytes(ord(chr(code).lower()) if chr(code).isalpha() else ord(" ") for code in range(128)).ljust(256)
"""Letters of ASCII in lower case, and everything else as a gap."""
_DIGITS = r"\d(?:[.,/]?\d)*"
_FIGURES = re.compile(_DIGITS)
_START = re.compile(rf"(?P<word>[a-z]+)|(?P<ordinal>第\s?[{_CN}]+)|[\d{_CN}半]")
_TOKEN = re.compile(
    rf"""(?P<digits>{_DIGITS})
    | (?P<chinese>[{_CN}]+(?:(?:点|分之)[{_CN}]+)?(?:成半?|倍|半)?|(?<![上下])半)
    | \b(?:(?P<fraction>{FRACTION}|(?:{any_of(_HALVING)})\b)
        | (?P<multiple>(?:{any_of(_MULTIPLES)})\b)
        | (?P<ordinal>{TENS_WORD}[-\s](?:{any_of(ORDINAL_ONES)})\b)
        | (?P<word>{SEQUENCE})(?P<part>[\s-]+and[\s-]+a[\s-](?:half|quarter)\b)?
        | (?P<vague>(?:{any_of(_VAGUE)})\b|(?:tens|scores?)\s+of\b))""",
    re.VERBOSE,
)
_COMMON = (
    ("\N{NO-BREAK SPACE}", " "), ("\N{RIGHT SINGLE QUOTATION MARK}", "'"), ("\N{LEFT SINGLE QUOTATION MARK}", "|"),
    ("\N{LEFT DOUBLE QUOTATION MARK}", "|"), ("\N{RIGHT DOUBLE QUOTATION MARK}", "|"), ("\N{EN DASH}", "|"),
    ("\N{MINUS SIGN}", "|"), ("\N{MIDDLE DOT}", "|"), ("\N{PILCROW SIGN}", "|"),
)  # fmt: skip
"""Signs of everyday text, with characters that say no more: most texts then need not be respelt sign by sign."""
_ARTICLE = re.compile(r"an?\s")
_BEFORE_UNIT = re.compile(r"[\s-][a-z]")
_AMOUNT = re.compile(r"\b(?:an?|half|quarter|several|few|some|per|another|whole)\s\Z")
_CALENDAR_HALF = re.compile(r"\b(?:first|second)\s\Z")


def tokens(text: str) -> list[Token]:
    """Every covered number in prose: digits of any script, number words from two up, fractions, multiples,
    Chinese numerals. Not covered: one, once, ordinals in words (also 第六), first half, first quarter,
    and "million" where it heads a unit (million tonnes). An article before a number is not part of it.
    """
    common = text
    if not text.isascii():
        for sign, ascii in _COMMON:
            common = common.replace(sign, ascii)
    shadow, origin = (common, None) if common.isascii() else respelt(common, _shadow)
    if origin is None and shadow.isascii() and _HINTS.isdisjoint(shadow.encode().translate(_WORDS).split()):
        # Most texts hold no word of number and no Chinese numeral.
        return [Token(*found.span(), text[found.start() : found.end()]) for found in _FIGURES.finditer(shadow)]
    low = lower(shadow)
    found: list[Token] = []
    position = 0
    while start := _START.search(low, position):
        position = start.end()
        if start.lastgroup == "ordinal" or (start.lastgroup == "word" and start[0] not in _FIRST_WORDS):
            continue
        match = _TOKEN.match(low, start.start())
        if not match:
            continue
        end = _end(match, low)
        position = max(end or match.end(), position)
        if end:
            article = _ARTICLE.match(low, match.start(), end)  # belongs to the sentence, and a name begins after it
            first, last = back(origin, article.end() if article else match.start(), end)
            found.append(Token(first, last, text[first:last]))
    return found


@lru_cache(maxsize=8192)
def _shadow(char: str) -> str:
    """Letters folded, and every number that is no Chinese numeral as 0, whatever its script: ٣ ² ⑤ Ⅷ ½."""
    if char in _SYMBOLS:
        return "0"
    if unicodedata.category(char) in ("Nd", "Nl", "No"):
        return char if char == "〇" else "0"
    if char in _CN:
        return char
    return "百" if char in _OLD_NUMERALS else fold_char(char)


def _end(match: re.Match[str], low: str) -> int | None:
    """Where the number ends; None where it is not covered after all."""
    kind, text, end = match.lastgroup, match[0], match.end()
    if kind == "chinese":
        return None if text == "一" else end
    if kind == "fraction":
        return _end_of_fraction(match, low)
    if kind == "vague":
        # "million tonnes" in a subtitle is a unit of account; "a million tonnes" is a figure.
        unit = (
            text in LARGE
            and _BEFORE_UNIT.match(low, end)
            and not _AMOUNT.search(low, max(0, match.start() - 10), match.start())
        )
        return None if unit else end
    if kind == "ordinal" or text == "one":
        return None
    return match.start() + sequence(text)[2] if kind == "word" else end


def _end_of_fraction(match: re.Match[str], low: str) -> int | None:
    if match["numerator"]:
        above, name = SMALL[match["numerator"]], match["denominator"]
        if name.endswith("s") == (above == 1) or above >= DENOMINATORS[name]:
            return None if above == 1 else match.start() + len(match["numerator"])
    elif match["half"] and _CALENDAR_HALF.search(low[max(0, match.start() - 8) : match.start()]):
        return None
    return match.end()
