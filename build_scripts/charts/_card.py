"""The picture that stands for a page where its address is shared, and the site's icon; drawn in the build."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from build_scripts.charts import _png, _svg
from build_scripts.charts._figure import Chart
from build_scripts.charts._font import Face, width, wrap
from build_scripts.charts._theme import FAMILY, INK, MUTE, PAPER, SPINE, TINT, VERDICT

WIDTH, HEIGHT = 1200, 630
"""What services that show such pictures ask for."""
EDGE = 72
ROOM = WIDTH - 2 * EDGE
COLUMN = 372
"""The width of a title beside its drawing."""
BAND = 500
"""Where the ground of the record begins: the marks of the claims, or the site's question."""
SIZES = (68, 60, 54, 48, 42, 36)
SERIF = "&apos;Source Serif 4&apos;"
"""Quoted: part of a bare name may not begin with a digit."""
_MARKS = Path(__file__).parents[1] / "theme" / "partials" / "marks.html"


def of_page(
    site: str, kicker: str, title: str, verdicts: Sequence[str], question: str, kept: Path | None = None
) -> bytes:
    """A page's finding, with the marks of the claims that it tests; without any, the site's question."""
    headline, _ = _headline(title, 214 if kicker else 180, SIZES, BAND - 24)
    over = _text(kicker, EDGE, 176, 26, MUTE, 600)
    band = f'<rect y="{BAND}" width="{WIDTH}" height="{HEIGHT - BAND}" fill="{TINT}"/>'
    band += _marks(verdicts) if verdicts else _text(question, EDGE, BAND + 74, 27, MUTE)
    words = {"Title": title, "Description": kicker}
    return _png.told(_png.drawn(_picture(site, over + headline + band), 1, kept), words)


def of_chart(site: str, chart: Chart, kept: Path | None = None) -> bytes:
    """A chart's title and its wide drawing: under the title, or beside it where that leaves the drawing more room."""
    title = chart.plain["title"]
    wide, tall, inner = _svg.inside(chart.wide)
    over, end = _headline(title, 140, SIZES[3:], 290)
    beside, _ = _headline(title, 150, SIZES[4:], HEIGHT, COLUMN)
    under = min(ROOM / wide, (HEIGHT - 32 - end - 28) / tall)
    right = min((ROOM - COLUMN - 48) / wide, (HEIGHT - 32 - 150) / tall)
    if under >= right:
        headline, scale, left, top = over, under, EDGE + (ROOM - wide * under) / 2, end + 28
        top += (HEIGHT - 32 - top - tall * under) * 0.4  # a low drawing hangs a little above the middle
    else:
        headline, scale, left, top = beside, right, WIDTH - EDGE - wide * right, 150.0
    drawing = f'<g transform="translate({left:.2f} {top:.2f}) scale({scale:.4f})" font-family="{FAMILY}">{inner}</g>'
    return _png.told(_png.drawn(_picture(site, headline + drawing), 1, kept), chart.words)


def icon(side: int, kept: Path | None = None) -> bytes:
    """The double rule on paper, for a telephone's home screen; nothing of it lies where corners are cut off."""
    bars = "".join(f'<rect x="{x}" y="7" width="3" height="18" fill="{SPINE}"/>' for x in (11.5, 17.5))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" fill="{PAPER}"/>{bars}</svg>'
    )
    return _png.drawn(svg, 1, kept)


def _picture(site: str, inner: str) -> str:
    """The frame: paper, masthead, double rule."""
    spine = "".join(f'<rect x="{x}" y="44" width="3" height="40" fill="{SPINE}"/>' for x in (EDGE, EDGE + 7))
    rule = "".join(f'<rect x="{EDGE}" y="{y}" width="{ROOM}" height="3" fill="{INK}"/>' for y in (106, 112))
    name = _text(site, EDGE + 28, 75, 32, INK, "serif")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>{spine}{name}{rule}{inner}</svg>'
    )


def _headline(title: str, top: float, sizes: Sequence[int], bottom: float, room: float = ROOM) -> tuple[str, float]:
    """The title in the greatest size in which it fits between `top` and `bottom`, and where it ends."""
    for size in sizes:
        lines = wrap(title, room, size, "serif")
        if top + len(lines) * size * 1.14 <= bottom and max(width(line, size, "serif") for line in lines) <= room:
            break
    shown = (_text(line, EDGE, top + (n + 0.82) * size * 1.14, size, INK, "serif") for n, line in enumerate(lines))
    return "".join(shown), top + len(lines) * size * 1.14


def _text(text: str, x: float, y: float, size: float, colour: str, face: Face = 400) -> str:
    look = f'font-family="{FAMILY}" font-weight="{650 if face == 600 else 400}"'
    if face == "serif":
        look = f'font-family="{SERIF}" font-weight="600" letter-spacing="{-0.015 * size:g}"'
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}" {look}>{escape(text)}</text>' if text else ""
    )


def _marks(verdicts: Sequence[str]) -> str:
    """The marks in rows in the middle of the band."""
    side, gap = (34, 12) if len(verdicts) <= 23 else (23, 6)
    row = int((ROOM + gap) // (side + gap))
    rows = [verdicts[n : n + row] for n in range(0, len(verdicts), row)]
    top = BAND + (HEIGHT - BAND - len(rows) * (side + gap) + gap) / 2
    drawings = _drawings()
    return "".join(
        f'<g transform="translate({EDGE + i * (side + gap)} {top + n * (side + gap):g}) scale({side / 16})" '
        'fill="none">'
        + drawings[verdict].replace("currentColor", VERDICT[verdict]).replace("var(--paper)", TINT)
        + "</g>"
        for n, line in enumerate(rows)
        for i, verdict in enumerate(line)
    )


@cache
def _drawings() -> dict[str, str]:
    """Verdict -> its mark on 16 x 16, as the pages have it."""
    return dict(re.findall(r"\"([a-z-]+)\": '(.*)'", _MARKS.read_text("utf-8")))
