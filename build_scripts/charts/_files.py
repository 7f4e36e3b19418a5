"""Files that a reader can take away: picture, bigger picture, figures, specification. Each stands alone."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from build_scripts.charts import _png, _svg
from build_scripts.charts._figure import Chart
from build_scripts.charts._font import wrap
from build_scripts.charts._theme import FAMILY, INK, MUTE, WIDE
from build_scripts.model import Site

EDGE = 24


def files(chart: Chart, site: Site, cache: Path | None = None) -> dict[str, bytes]:
    """Ending -> content. The PNG, at twice the size, comes from the cache if the SVG is the same as before."""
    svg = standalone(chart, site)
    return {
        "svg": svg.encode(),
        "png": _png.told(_png.drawn(svg, 2, cache), chart.words),
        "csv": chart.csv.encode(),
        "json": (chart.spec + "\n").encode(),
    }


def standalone(chart: Chart, site: Site) -> str:
    """The wide drawing on white, with title, subtitle, notes, sources and address inside the picture."""
    wide, tall, inner = _svg.inside(chart.wide)
    head, y = _block("title", chart.plain["title"], 14, 22, 600, INK, 28, wide)
    more, y = _block("subtitle", chart.plain["subtitle"], y, 15, 400, MUTE, 21, wide)
    top = y + 12
    notes, y = _block("note", chart.plain["note"], top + tall + 14, 12.5, 400, MUTE, 18, wide)
    from_where = f"Sources: {chart.plain['sources']}" if chart.plain["sources"] else ""
    sources, y = _block("sources", from_where, y, 12.5, 400, MUTE, 18, wide)
    where = f"{site.config.name}, {site.config.licence}. {site.config.address.rstrip('/')}/charts/{chart.id}.html"
    foot, y = _block("address", where, y, 12.5, 400, MUTE, 18, wide)
    width, height = WIDE.width + 2 * EDGE, y + 16
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" aria-labelledby="{chart.id}-title {chart.id}-desc" font-family="{FAMILY}, sans-serif">'
        f'<title id="{chart.id}-title">{escape(chart.plain["title"])}</title>'
        f'<desc id="{chart.id}-desc">{escape(chart.plain["description"])}</desc>'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
        f'<g transform="translate({EDGE} 0)">{head}{more}<g transform="translate(0 {top})">{inner}</g>'
        f"{notes}{sources}{foot}</g></svg>\n"
    )


def _block(
    part: str, text: str, y: int, size: float, weight: int, colour: str, lead: int, room: float
) -> tuple[str, int]:
    """Lines of text below `y`, and where they end. `part` says which text of the page it repeats."""
    if not text:
        return "", y
    lines = wrap(text, room, size, weight)
    look = f'font-size="{size}" fill="{colour}"' + (' font-weight="600"' if weight == 600 else "")
    spans = "".join(f'<tspan x="0" y="{y + lead * (n + 1)}">{escape(line)} </tspan>' for n, line in enumerate(lines))
    return (
        f'<text {look} data-repeats="{part}">{spans}</text>',
        y + lead * len(lines),
    )
