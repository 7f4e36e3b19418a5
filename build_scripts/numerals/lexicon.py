"""The vocabulary: number words, magnitudes, fractions and hedges, in English and Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from fractions import Fraction

SCALES: dict[str, Decimal] = {
    "one": Decimal(1),
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "wan": Decimal(10**4),
    "million": Decimal(10**6),
    "yi": Decimal(10**8),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "wan-yi": Decimal(10**12),
}

EXACT = Context(prec=100_000, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
"""For sums and products without rounding; the default context would round at 28 digits."""


def scaled(value: Decimal, scale: str) -> Decimal:
    """Value times scale, exact at any length."""
    return EXACT.multiply(value, SCALES[scale])


def any_of(forms: Iterable[str]) -> str:
    """A pattern for any of these forms, the longest first."""
    return "|".join(re.escape(f) for f in sorted(forms, key=lambda f: (-len(f), f)))


UNDER_20 = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL: dict[str, int] = {w: i for i, w in enumerate(UNDER_20)} | {w: 10 * i for i, w in enumerate(TENS, 2)}
LARGE: dict[str, int] = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ORDINAL_ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
ORDINALS: dict[str, int] = (
    {w: i for i, w in enumerate(ORDINAL_ONES, 1)}
    | {w: i for i, w in enumerate(["tenth", "eleventh", "twelfth"], 10)}
    | {f"{w}th": i for i, w in enumerate(UNDER_20) if i > 12}
    | {f"{w[:-1]}ieth": SMALL[w] for w in TENS}
    | {"hundredth": 100}
)
DENOMINATORS: dict[str, int] = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + s: n for word, n in ORDINALS.items() if 3 <= n <= 20 or n == 100 for s in ("", "s")
}
VULGAR: dict[str, Fraction] = {c: Fraction(unicodedata.numeric(c)).limit_denominator(10) for c in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
FOLDS: dict[str, int] = (
    {"twice": 2, "thrice": 3} | {f"{w}fold": n for w, n in SMALL.items() if n > 1} | {"hundredfold": 100}
)

SCALE_WORDS: dict[str, str] = {
    "hundred": "hundred", "thousand": "thousand", "million": "million", "millions": "million", "mn": "million",
    "mln": "million", "billion": "billion", "billions": "billion", "bn": "billion", "bln": "billion",
    "trillion": "trillion", "trillions": "trillion", "tn": "trillion", "trn": "trillion",
}  # fmt: skip
SCALE_LETTERS = {"k": "thousand", "m": "million", "b": "billion", "t": "trillion"}
"""Only directly after digits: 55m, 1.90B."""
SCALE_CHINESE: dict[str, tuple[int, str]] = {
    "万亿": (1, "wan-yi"), "千亿": (1000, "yi"), "百亿": (100, "yi"), "十亿": (10, "yi"), "亿": (1, "yi"),
    "千万": (1000, "wan"), "百万": (100, "wan"), "十万": (10, "wan"), "万": (1, "wan"), "千": (1, "thousand"),
    "百": (1, "hundred"),
}  # fmt: skip

CHINESE_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
CHINESE_NUMERALS = "〇零一二两三四五六七八九十百千万亿"

HEDGES_BEFORE: dict[str, str] = {
    form: hedge
    for hedge, forms in {
        "about": "about|around|roughly|approximately|approx.|approx|circa|ca.|some|an estimated|in the region of|"
        "~|≈|约|大约|约为|大概|约占",
        "nearly": "nearly|almost|close to|approaching|近|接近|将近",
        "over": "more than|over|above|exceeding|exceeds|exceeded|in excess of|upwards of|>|超|超过|逾|高于|多于|大于",
        "at-least": "at least|no less than|not less than|no fewer than|not fewer than|not below|a minimum of|≥|>=|"
        "不低于|不少于|至少|最少",
        "under": "less than|fewer than|under|below|<|低于|少于|不到|不足|未达|小于",
        "at-most": "at most|up to|as many as|as much as|no more than|not more than|no greater than|not exceeding|"
        "a maximum of|≤|<=|不超过|不高于|不多于|至多|最多",
        "between": "between|介于",
    }.items()
    for form in forms.split("|")
}
HEDGES_AFTER: dict[str, str] = {
    "or more": "at-least", "or above": "at-least", "and above": "at-least", "or higher": "at-least",
    "or over": "at-least", "or less": "at-most", "or fewer": "at-most", "or below": "at-most", "or lower": "at-most",
    "or so": "about", "odd": "about", "+": "over", "左右": "about", "上下": "about", "以上": "at-least",
    "以下": "at-most", "以内": "at-most", "多": "over", "余": "over",
}  # fmt: skip
