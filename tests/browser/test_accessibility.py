"""Each kind of page, as axe sees it: on a phone and a desk, light and dark."""

from __future__ import annotations

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browser.conftest import Open

KINDS = {
    "home": "index.html",
    "chapter": "traffic.html",
    "fact": "facts/ferries-all.html",
    "series": "series/freight-yearbook.html",
    "register": "claims.html",
    "ledger": "sources/mayor-speech.html",
    "method": "method.html",
    "lost": "nowhere.html",
}
pytestmark = pytest.mark.browser


def broken(page: Page, **options: object) -> list[tuple[str, str]]:
    """The rules of axe that the page breaks, each with its first element."""
    found = Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found]


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize(("width", "scheme", "other"), [(390, "light", "dark"), (1440, "dark", "light")])
def test_axe_finds_nothing(open: Open, path: str, width: int, scheme: str, other: str) -> None:
    """On a phone and on a desk; in the other scheme only colours differ."""
    page = open(path, width=width, scheme=scheme)
    all_rules = broken(page)
    page.emulate_media(color_scheme=other)  # type: ignore[arg-type]
    colours = broken(page, runOnly={"type": "rule", "values": ["color-contrast", "link-in-text-block"]})
    assert ([], []) == (all_rules, colours)


def test_axe_finds_nothing_in_open_parts(open: Open) -> None:
    """A card, a table of a chart and the list of what was found are as good as the page."""
    page = open("traffic.html")
    page.locator("details.tab > summary").first.click()
    page.locator("button.fact").first.click()
    assert [] == broken(page)


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_nothing_scrolls_sideways(open: Open, path: str) -> None:
    """At 320 px, which is also 1280 px at a zoom of 400 percent."""
    page = open(path, width=320)
    wide = """() => [...document.querySelectorAll('main *, header *, footer *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility()
        && !e.closest('pre, .scroll, .vh, .mast nav, svg'))
        .map(e => e.outerHTML.slice(0, 120))"""
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert (0, []) == (over, page.evaluate(wide) if over else [])


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_headings_step_down_one_by_one(open: Open, path: str) -> None:
    """One h1, and no level left out."""
    levels = open(path).evaluate(
        "[...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map(e => Number(e.localName[1]))"
    )
    assert (1, 1, []) == (
        levels[0],
        levels.count(1),
        [b for a, b in itertools.pairwise(levels) if b > a + 1],
    )


def test_first_stop_skips_to_the_content(open: Open) -> None:
    """By keyboard alone: one key to the link, one to the content."""
    page = open("claims.html")
    page.keyboard.press("Tab")
    assert "Skip to content" == page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert "#main" == page.evaluate("location.hash")
