"""What a reader has with scripts and without, on screen and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.conftest import Open
from browser.test_accessibility import KINDS

pytestmark = pytest.mark.browser
TEXT = "document.querySelector('main').innerText.replace(/\\s+/g, ' ')"


@pytest.mark.parametrize("path", [path for kind, path in KINDS.items() if kind != "lost"])
def test_nothing_is_lost_without_scripts(open: Open, path: str) -> None:
    """The same words, and as many drawings; apart from controls, and the list that stands for what they do."""
    shown = "[...document.querySelectorAll('main svg.chart')].filter(e => e.checkVisibility()).length"
    with_scripts, without = open(path), open(path, scripts=False)
    for page, apart in ((with_scripts, "main .scripted"), (without, "main .byverdict")):
        page.locator(apart).evaluate_all("all => all.forEach(e => e.remove())")
    texts = [page.locator("main").inner_text().split() for page in (with_scripts, without)]
    assert (texts[0], with_scripts.evaluate(shown)) == (texts[1], without.locator("main svg.chart:visible").count())


def test_scheme_follows_the_reader(open: Open) -> None:
    """The system's, until the reader chooses; the choice holds on the next page."""
    page = open("index.html", scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name="Dark colours").click()
    light = page.evaluate(ground)
    page.reload()
    assert ("rgb(20, 24, 26)", "rgb(255, 255, 255)", "rgb(255, 255, 255)") == (dark, light, page.evaluate(ground))


def test_print_has_notes_for_cards(open: Open) -> None:
    """Cards, menus and filters are gone; the notes at the end and the numbers that lead there are printed."""
    page = open("traffic.html", media="print")
    for gone in (".card", ".mast nav", ".find", ".rail", ".turn", ".tools > a"):
        expect(page.locator(gone).first).to_be_hidden()
    notes = page.locator("ol.notes > li")
    expect(notes).to_have_count(3)
    expect(notes.nth(1)).to_contain_text("1.26 million tonnes")
    expect(notes.nth(1)).to_be_visible()
    expect(page.locator("button.fact sup").first).to_be_visible()


def test_print_opens_disclosures_and_spells_out_links(open: Open) -> None:
    """What can be folded on a screen is on paper; an address can be typed from it."""
    page = open("facts/ferries-all.html", media="print")
    expect(page.get_by_text("the characters printed").first).to_be_visible()
    ledger = open("sources/mayor-speech.html", media="print")
    after = "getComputedStyle(document.querySelector('.reg-top a'), '::after').content"
    assert '" (" attr(href) ")"' == ledger.evaluate(after) or "town.example/speech" in ledger.evaluate(after)


def test_print_is_light(open: Open) -> None:
    """Whatever the screen is."""
    page = open("index.html", scheme="dark", media="print")
    assert "rgb(255, 255, 255)" == page.evaluate("getComputedStyle(document.body).backgroundColor")


@pytest.mark.parametrize("path", ["index.html", "facts/ferries-all.html"])
def test_page_asks_for_no_search_until_it_is_used(open: Open, path: str) -> None:
    """Neither the engine nor the index is fetched to read."""
    page = open(path)
    fetched = page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    assert [] == [name for name in fetched if "search" in name or "bundle" in name]


def test_lost_reader_finds_the_way(open: Open) -> None:
    """At any depth of a mistyped address the page has its style, the menu and a search."""
    page = open("nowhere/nowhere/nowhere.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("No such entry")
    assert "rgb(255, 255, 255)" == page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("main").get_by_role("link", name="Claims").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("All 7 claims")


def test_retired_address_leads_on(open: Open) -> None:
    """A notice, and the record that took its place."""
    page = open("facts/freight-2023-old.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("This record is no longer kept")
    page.get_by_role("link", name="Go to the record that took its place").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The port handled")
