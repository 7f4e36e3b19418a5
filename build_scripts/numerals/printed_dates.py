"""Years and dates as printed, in English and Chinese, read as EDTF."""

from __future__ import annotations

import re
from calendar import monthrange

from build_scripts.numerals.lexicon import any_of
from build_scripts.numerals.spelling import HAN, back, fold

_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTHS: dict[str, int] = {"Sept": 9, "Sept.": 9} | {
    form: i for i, name in enumerate(_NAMES, 1) for form in (name, name[:3], f"{name[:3]}.")
}
_M = rf"(?<![^\W\d_])(?:{any_of(_MONTHS)})(?![a-z])"
_Y = r"(?:19|20)\d\d"
_N = r"(?:1[0-2]|0?[1-9])"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_END = r"(?!\d|[.,]\d)"
_TO = r"\s?[-–—~至到]\s?"
_DIGITS = "〇一二三四五六七八九"
_DATE = re.compile(
    rf"""(?=[\dA-Z一二])(?<![\d.,])(?:
      (?P<iso>{_Y}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-]|/\d)
    | (?P<since>{_Y})\s?[-–—/~]\s?(?P<until>{_Y}|\d\d){_END}(?!\s?%)年?
    | (?P<zyear>{_Y}|(?:一九|二[〇零])[{_DIGITS}零]{{2}}(?=年))\s?年(?:
          第?(?P<zquarter>[一二三四1-4])季度
        | (?P<zhalf>[上下])半年
        | (?P<zfrom>{_N})月?{_TO}(?P<zto>{_N})月
        | (?P<zmonth>{_N})月(?:(?P<zday>{_D})[日号])?
      )?
    | (?P<yfrom>{_N})月?{_TO}(?P<yto>{_N})月
    | (?P<ymonth>{_N})月(?:(?P<yday>{_D})[日号])?
    | (?P<decade>(?:19|20)\d)0s(?![a-z])
    | (?P<day>{_D})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_M})(?:,?\s+(?P<year>{_Y}){_END})?
    | (?P<from>{_M})(?:\s+to\s+|\s?[-–—]\s?)(?P<to>{_M}),?\s+(?P<fyear>{_Y}){_END}
    | (?P<umonth>{_M})(?:\s+(?P<uday>{_D})(?:st|nd|rd|th)?(?![\d%\w]|[.,]\d))?(?:,?\s+(?P<uyear>{_Y}){_END})?
    | (?P<part>Q[1-4]|H[12])\s+(?P<pyear>{_Y}){_END}
    | (?P<bare>{_Y})(?!\d|[.,]\d|[A-Za-z%‰°+]|\s?(?:%|‰|万|亿|千|百|percent|per\s|million|billion|trillion)
        |[{HAN}](?<![年至到和与及或以、]))(?:\s?(?P<bpart>Q[1-4]|H[12])(?!\w))?
    )""",
    re.VERBOSE,
)
_MIGHT = re.compile(r"(?:19|20)\d\d|年|月|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")


def dates(text: str) -> list[tuple[int, int, str]]:
    """Spans that are dates, with the date in EDTF: start, end, such as 2025-02-06, 2015/2017, 2024-Q1.

    A year is 1900 to 2099, standing alone: not 2,024, not 2024.5, not 2024 million. A decade is an
    interval (1990/1999). Days and months without a year are left out: they are no date in EDTF.
    """
    folded, origin = fold(text)
    found = folded_dates(folded)
    return [(*back(origin, start, end), edtf) for start, end, edtf in found if not edtf.startswith("X")]


def folded_dates(folded: str) -> list[tuple[int, int, str]]:
    """The same for text that is folded already; where no year is printed it is XXXX (XXXX-07-01)."""
    found: list[tuple[int, int, str]] = []
    if not _MIGHT.search(folded):
        return found
    for match in _DATE.finditer(folded):
        start = match.start()
        before = folded[start - 1 : start]
        if before and folded[start] not in _DIGITS and (before in "$€£¥+−_" or (before.isascii() and before.isalnum())):
            continue
        edtf = _edtf(match)
        if edtf:
            found.append((start, match.end(), edtf))
    return found


def _edtf(match: re.Match[str]) -> str | None:
    """None where there is no such date: 30 February, 2017-15."""
    found = match.groupdict()
    year = found["year"] or found["uyear"] or found["fyear"] or found["pyear"] or found["bare"] or "XXXX"
    if found["zyear"]:
        year = "".join(str(_DIGITS.index(c)) if c in _DIGITS else c for c in found["zyear"].replace("零", "〇"))
    if found["decade"]:
        return f"{found['decade']}0/{found['decade']}9"
    if found["since"]:
        since, until = found["since"], found["until"]
        until = since[:2] + until if len(until) == 2 else until
        return f"{since}/{until}" if since < until else None
    if found["zquarter"]:
        return f"{year}-Q{'一二三四'.find(found['zquarter']) + 1 or found['zquarter']}"
    if found["zhalf"]:
        return f"{year}-H{1 if found['zhalf'] == '上' else 2}"
    if part := found["part"] or found["bpart"]:
        return f"{year}-{part}"
    if first := found["from"] or found["zfrom"] or found["yfrom"]:
        last = found["to"] or found["zto"] or found["yto"] or ""
        return f"{year}-{_month(first):02}/{year}-{_month(last):02}" if _month(first) < _month(last) else None
    month = found["month"] or found["umonth"] or found["zmonth"] or found["ymonth"]
    day = found["day"] or found["uday"] or found["zday"] or found["yday"]
    if found["iso"]:
        year, month, day = (*found["iso"].split("-"), None)[:3]
    if found["umonth"] and year == "XXXX" and not day:
        return None
    return _day(year, _month(month), int(day or 0)) if month else year


def _day(year: str, month: int, day: int) -> str | None:
    last = monthrange(2000 if year == "XXXX" else int(year), month)[1]
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "") if day <= last else None


def _month(form: str) -> int:
    return _MONTHS.get(form) or int(form)
