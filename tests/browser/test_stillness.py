"""What only a browser shows of the first view: nothing moves, and the fonts are those of the site."""

from __future__ import annotations

import pytest

from browser.conftest import Open

pytestmark = pytest.mark.browser
PAGES = ["index.html", "traffic.html", "facts/freight-2024.html"]
MOVED = """() => new Promise(done => {
    let sum = 0
    new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) sum += e.value }))
        .observe({ type: "layout-shift", buffered: true })
    setTimeout(() => done(sum), 600)
})"""


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves(open: Open, path: str, width: int) -> None:
    """The cumulative layout shift is nothing, and scripts add nothing that moves the text.

    Measured on the second view: on the first one the fonts may win or lose a race of a tenth of a second, and on a
    busy machine what is still invisible then moves by a hair.
    """
    page = open(path, width=width)
    page.evaluate("document.fonts.ready")
    page.goto(page.url)
    assert 0 == page.evaluate(MOVED)


def test_a_late_font_moves_nothing(open: Open) -> None:
    """Every face of the style sheet is told to stay away where it comes late."""
    page = open("index.html")
    displays = page.evaluate("[...document.fonts].map(face => face.display)")
    assert ["optional"] * 3 == displays


@pytest.mark.parametrize("path", PAGES)
def test_cut_fonts_are_used(open: Open, path: str) -> None:
    """On the second view at the latest: they are then in the browser's cache."""
    page = open(path)
    page.evaluate("document.fonts.ready")
    page.reload()
    page.evaluate("document.fonts.ready")
    families = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family).sort()")
    assert ["Public Sans", "Source Serif 4", "Source Serif 4"] == [family.strip('"') for family in families]
