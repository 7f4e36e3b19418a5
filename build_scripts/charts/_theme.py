"""The house style: one palette, two sizes, and an Altair theme that draws nothing by itself.

Charts are drawn in the light palette's hex colours. In a page each hex becomes `var(--token,hex)`, so that dark
mode and forced colours are the style sheet's business; in a download it stays what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

INK = "#191d1c"
MUTE = "#545d5a"
PAPER = "#ffffff"
TINT = "#f0f5ee"
SEA = "#e2eadf"
HAIR = "#d2dbcf"
LINE = "#7a857f"
SPINE = "#b8432a"
ACCENT = "#1b67d2"
GREY = "#868e97"
SERIES = (ACCENT, "#b84e06", "#0b4a37", "#784c72")
"""At most four coloured series: more cannot be told apart by everyone."""

TOKENS = {
    INK: "ink", MUTE: "viz-mute", PAPER: "paper", TINT: "tint", SEA: "tint-2", HAIR: "hair", LINE: "line",
    SPINE: "spine", ACCENT: "viz-1", "#b84e06": "viz-2", "#0b4a37": "viz-3", "#784c72": "viz-4", GREY: "viz-grey",
    "#0b5640": "v-yes", "#7a5300": "v-part", "#a52f17": "v-no",
}  # fmt: skip
"""Hex of the light palette -> custom property of the style sheet."""

VERDICT = {
    "confirmed": "#0b5640", "plausible": "#0b5640", "qualified": "#7a5300", "contradicted": "#a52f17",
    "overtaken": "#a52f17", "not-found": MUTE, "context": MUTE, "opinion": MUTE, "not-checkable": MUTE,
}  # fmt: skip
"""Verdict colours are for counts of verdicts; they never stand for data."""

FAMILY = "Public Sans"

SMALL = 13.5
"""The smallest text, in pixels of either drawing. The style sheet shows each only where this stays twelve."""


@dataclass(frozen=True)
class Size:
    """One of the two renderings. `width` is in the units of its viewBox, which are pixels at design size."""

    name: str
    width: int

    @property
    def narrow(self) -> bool:
        return self.name == "narrow"


WIDE = Size("wide", 900)
NARROW = Size("narrow", 350)


def config() -> dict[str, object]:
    """What Vega must not add by itself: no frame, no axis, no legend, no background."""
    return {
        "background": "transparent",
        "font": FAMILY,
        "view": {"stroke": None},
        "text": {"font": FAMILY, "fontSize": 14, "color": INK, "baseline": "alphabetic"},
    }


def to_tokens(svg: str) -> str:
    """`fill="#1b67d2"` -> `fill="var(--viz-1,#1b67d2)"`. After rendering: the PNG renderer knows no var()."""
    return re.sub(r'="(#[0-9a-f]{6})"', lambda m: f'="var(--{TOKENS[m[1]]},{m[1]})"', svg)


def to_hex(svg: str) -> str:
    """The other way round, for files that stand alone."""
    return re.sub(r"var\(--[a-z0-9-]+,(#[0-9a-f]{6})\)", r"\1", svg)
