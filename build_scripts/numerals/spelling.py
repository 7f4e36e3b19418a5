"""One spelling for every digit, letter, dash and character, so that patterns need know only one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

HAN = "\u3400-\u9fff"
"""The range of Chinese characters, for the inside of a character class."""

_FOLD: dict[str, str] = dict(zip("億萬兩餘約過負點個達於週", "亿万两余约过负点个达于周", strict=True)) | {
    "％": "%", "﹪": "%", "‐": "-", "‑": "-", "－": "-", "﹣": "-", "＋": "+", "﹢": "+", "～": "~", "〜": "~",
    "∼": "~",
    "＞": ">", "＜": "<", "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤", "．": ".", "＄": "$", "￥": "¥", "（": "(", "）": ")",
    "⁄": "/", "∕": "/", "／": "/", "’": "'", "壹": "一", "贰": "二", "貳": "二", "叁": "三", "叄": "三", "肆": "四",
    "伍": "五", "柒": "七", "捌": "八", "玖": "九", "拾": "十", "佰": "百", "仟": "千", "廿": "二十", "卅": "三十",
}  # fmt: skip


_BETWEEN_DIGITS = re.compile("(?<=[０-９])，(?=[０-９])")
"""A full-width comma parts thousands only between full-width digits; elsewhere it parts clauses."""


def fold(text: str) -> tuple[str, list[int] | None]:
    """The text in one spelling, and where each of its characters came from (None: from the same place)."""
    return (text, None) if text.isascii() else respelt(_BETWEEN_DIGITS.sub(",", text), fold_char)


@lru_cache(maxsize=8192)
def fold_char(char: str) -> str:
    if char in _FOLD:
        return _FOLD[char]
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Cf":
        # Zero-width characters and soft hyphens must not hide a number.
        return ""
    if category[0] == "L":
        return unicodedata.normalize("NFKC", char)
    return char


def respelt(text: str, spell: Callable[[str], str]) -> tuple[str, list[int] | None]:
    """The text with each character in its spelling, and where each came from (None: from the same place)."""
    changed = {c: new for c in set(text) if (new := spell(c)) != c}
    if not changed:
        return text, None
    if all(len(new) == 1 for new in changed.values()):
        return text.translate(str.maketrans("".join(changed), "".join(changed.values()))), None
    pieces = [changed.get(c, c) for c in text]
    return "".join(pieces), [*(i for i, p in enumerate(pieces) for _ in p), len(pieces)]


def lower(text: str) -> str:
    """In lower case, at the same length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(x if len(x := c.lower()) == 1 else c for c in text)


def back(origin: list[int] | None, start: int, end: int) -> tuple[int, int]:
    """A span of the folded text as a span of the text itself."""
    return (start, end) if origin is None else (origin[start], origin[end - 1] + 1)


def is_letter(char: str) -> bool:
    """Whether it is a letter of a script that parts its words by spaces."""
    return char.isalpha() and not "\u3400" <= char <= "\u9fff"
