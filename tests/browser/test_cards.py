"""Inline figures and terms: what stands behind them, without leaving the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Open

pytestmark = pytest.mark.browser


def opened(page: Page) -> int:
    """How many cards are open."""
    return page.locator(".card:popover-open").count()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("width", [390, 1440])
def test_card_opens_by_click(open: Open, width: int, scripts: bool) -> None:
    """It says who, from where, when, and how it stands; a click elsewhere closes it."""
    page = open("traffic.html", width=width, scripts=scripts)
    page.locator("p.lead button.fact").click()
    card = page.locator("#card-freight-2024")
    expect(card).to_be_visible()
    for words in ("Confirmed", "Over 1.25 million tonnes", "Ada Lind", "Town Hall of Sund, 4 March 2025", "2024"):
        expect(card).to_contain_text(words)
    inside = card.bounding_box()
    assert inside
    assert (True, True) == (inside["x"] >= 0, inside["x"] + inside["width"] <= width)
    page.mouse.click(5, 5)
    expect(card).to_be_hidden()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_card_by_keyboard(open: Open, key: str) -> None:
    """Opened by a key, left by Escape; the focus stays where it was, and its link is the next stop."""
    page = open("traffic.html")
    button = page.locator("p.lead button.fact")
    button.focus()
    page.keyboard.press(key)
    assert 1 == opened(page)
    page.keyboard.press("Tab")
    assert "Open the record" == page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Escape")
    assert 0 == opened(page)
    expect(button).to_be_focused()


def test_card_leads_to_the_record(open: Open) -> None:
    """One click more."""
    page = open("traffic.html")
    page.locator("p.lead button.fact").click()
    page.locator("#card-freight-2024").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The port handled over 1.25 million tonnes")


def test_term_has_a_card(open: Open) -> None:
    """The definition stands in it."""
    page = open("traffic.html")
    page.locator("button.term").first.click()
    expect(page.locator("#term-roll-on-ferry")).to_contain_text("A ship onto which lorries drive by themselves.")


def test_one_card_at_a_time(open: Open) -> None:
    """The next closes the one before."""
    page = open("traffic.html")
    page.locator("p.lead button.fact").click()
    page.locator("button.term").first.click()
    assert 1 == opened(page)
