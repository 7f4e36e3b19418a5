"""How wide text is, measured with the font that the page shows.

Vega measures too, but only while it draws; labels are placed, wrapped and kept apart before that.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parent / "fonts"
Face = int | Literal["serif"]
"""A weight of Public Sans, or the serif of headlines, which has one."""
_FILES: dict[Face, str] = {
    400: "public-sans-400.ttf", 600: "public-sans-650.ttf", "serif": "source-serif-4-600.ttf",
}  # fmt: skip
"""Vega-Lite knows hundreds only: the style sheet shows its 600 as 650, which is what the file holds."""


@cache
def _advances(face: Face) -> tuple[dict[int, int], int]:
    """Code point -> advance width, and the units of one em."""
    data = (FOLDER / _FILES[face]).read_bytes()
    tables = {}
    for i in range(struct.unpack(">H", data[4:6])[0]):
        tag, _, start, _ = struct.unpack(">4sIII", data[12 + 16 * i : 28 + 16 * i])
        tables[tag.decode()] = start
    em = struct.unpack(">H", data[tables["head"] + 18 : tables["head"] + 20])[0]
    count = struct.unpack(">H", data[tables["hhea"] + 34 : tables["hhea"] + 36])[0]
    widths = [struct.unpack(">H", data[tables["hmtx"] + 4 * i : tables["hmtx"] + 4 * i + 2])[0] for i in range(count)]
    return {code: widths[min(glyph, count - 1)] for code, glyph in _glyphs(data, tables["cmap"]).items()}, em


def _glyphs(data: bytes, start: int) -> dict[int, int]:
    """Code point -> glyph, from the first table of format 4 (the Basic Multilingual Plane)."""
    for i in range(struct.unpack(">H", data[start + 2 : start + 4])[0]):
        at = start + struct.unpack(">I", data[start + 8 + 8 * i : start + 12 + 8 * i])[0]
        if struct.unpack(">H", data[at : at + 2])[0] == 4:
            break
    else:
        raise ValueError("the font has no character map of format 4")
    n = struct.unpack(">H", data[at + 6 : at + 8])[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack(f">{n}H", data[p : p + 2 * n])
        for p in (at + 14, at + 16 + 2 * n, at + 16 + 4 * n, at + 16 + 6 * n)
    )
    found = {}
    for k in range(n):
        for code in range(starts[k], min(ends[k], 0xFFFE) + 1):
            if offsets[k]:
                spot = at + 16 + 6 * n + 2 * k + offsets[k] + 2 * (code - starts[k])
                glyph = struct.unpack(">H", data[spot : spot + 2])[0]
                glyph = (glyph + deltas[k]) & 0xFFFF if glyph else 0
            else:
                glyph = (code + deltas[k]) & 0xFFFF
            found[code] = glyph
    return found


def width(text: str, size: float, face: Face = 400) -> float:
    """In pixels. A character that the font lacks is taken as one em, which Chinese is."""
    advances, em = _advances(face)
    return sum(advances.get(ord(c), em) for c in text) * size / em


def wrap(text: str, room: float, size: float, face: Face = 400) -> list[str]:
    """Lines no wider than `room`, broken at spaces; a single word may be wider."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size, face) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
