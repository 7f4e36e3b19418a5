"""The palette: contrast of every mark and label in both schemes, and what colour-blind readers can tell apart."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from build_scripts.charts import _theme

CSS = (Path(_theme.__file__).parents[1] / "theme" / "assets" / "ledger.css").read_text("utf-8")
TOKENS = {
    name: (light, dark)
    for name, light, dark in re.findall(r"--([a-z0-9-]+):light-dark\((#[0-9a-f]{6}),(#[0-9a-f]{6})\)", CSS)
}
SCHEMES = {"light": 0, "dark": 1}
TEXTS = ("ink", "viz-mute", "viz-1", "viz-2", "viz-3", "viz-4", "v-yes", "v-part", "v-no", "spine")
MARKS = (*TEXTS, "viz-grey", "line")
SERIES = ("viz-1", "viz-2", "viz-3", "viz-4")

Colour = tuple[float, float, float]
# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
BLIND = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(hex: str) -> Colour:
    channels = [int(hex[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue


def luminance(hex: str) -> float:
    red, green, blue = linear(hex)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """WCAG 2."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def seen(colour: Colour, kind: str) -> Colour:
    red, green, blue = (max(0.0, sum(m * c for m, c in zip(row, colour, strict=True))) for row in BLIND[kind])
    return red, green, blue


def oklab(colour: Colour) -> Colour:
    r, g, b = colour
    cone_l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    cone_m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    cone_s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * cone_l + 0.7936177850 * cone_m - 0.0040720468 * cone_s,
        1.9779984951 * cone_l - 2.4285922050 * cone_m + 0.4505937099 * cone_s,
        0.0259040371 * cone_l + 0.7827717662 * cone_m - 0.8086757660 * cone_s,
    )


def distance(a: str, b: str, kind: str) -> float:
    """OKLab difference times 100."""
    one, two = oklab(seen(linear(a), kind)), oklab(seen(linear(b), kind))
    return 100 * sum((x - y) ** 2 for x, y in zip(one, two, strict=True)) ** 0.5


def test_hexes_are_those_of_the_style_sheet() -> None:
    """A drawing's hex and its token's light value are one colour, so both ways of showing it agree."""
    assert {token: hex for hex, token in _theme.TOKENS.items()} == {
        token: TOKENS[token][0] for token in _theme.TOKENS.values()
    }


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_labels_can_be_read(scheme: str, ground: str) -> None:
    """Every colour of text has a contrast of at least 4.5 with the page and with the tint."""
    n = SCHEMES[scheme]
    low = {t: round(contrast(TOKENS[t][n], TOKENS[ground][n]), 2) for t in TEXTS}
    assert {} == {t: value for t, value in low.items() if value < 4.5}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_marks_can_be_seen(scheme: str, ground: str) -> None:
    """Every colour of a mark has a contrast of at least 3 with the ground that it stands on."""
    n = SCHEMES[scheme]
    low = {t: contrast(TOKENS[t][n], TOKENS[ground][n]) for t in MARKS}
    assert {} == {t: value for t, value in low.items() if value < 2.995}


@pytest.mark.parametrize("kind", BLIND)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_series_can_be_told_apart(kind: str, scheme: str) -> None:
    """Any two colours of lines differ by at least 10 in OKLab, whatever colours a reader sees.

    Grey and the fourth colour do not (3.3 in the dark palette for protanopia): the fourth is dashed.
    """
    n = SCHEMES[scheme]
    pairs = [pair for pair in combinations((*SERIES, "viz-grey"), 2) if pair != ("viz-4", "viz-grey")]
    near = {(a, b): round(distance(TOKENS[a][n], TOKENS[b][n], kind), 1) for a, b in pairs}
    assert {} == {pair: value for pair, value in near.items() if value < 10}


def test_accent_and_grey_need_more_than_colour() -> None:
    """Blue and grey are close in lightness: the tests of the kinds check that labels tell them apart as well."""
    assert contrast(TOKENS["viz-1"][0], TOKENS["viz-grey"][0]) < 3
