"""The register's filters: without a page load, by keyboard, with and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Open

pytestmark = pytest.mark.browser
EITHER = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


def rows(page: Page) -> list[str]:
    """The claims that are shown."""
    return [row.get_attribute("id") or "" for row in page.locator(".register .r:visible").all()]


@EITHER
def test_all_claims_at_first(open: Open, scripts: bool) -> None:
    """By chapter."""
    page = open("claims.html", scripts=scripts)
    assert 7 == len(rows(page))


@EITHER
def test_filter_by_verdict(open: Open, scripts: bool) -> None:
    """Only claims with this verdict, and only chapters that have some."""
    page = open("claims.html", scripts=scripts)
    page.get_by_role("radio", name="Contradicted").check()
    assert ["ferries-all"] == rows(page)
    expect(page.locator(".group:visible")).to_have_count(1)


@EITHER
def test_filter_by_chapter(open: Open, scripts: bool) -> None:
    """Only this chapter; both filters hold together."""
    page = open("claims.html", scripts=scripts)
    page.get_by_role("radio", name="Money").check()
    assert ["quay-cost", "oldest-port", "harbour-heart"] == rows(page)
    page.get_by_role("radio", name="Opinion").check()
    assert ["harbour-heart"] == rows(page)


@EITHER
def test_choice_without_a_claim_says_so(open: Open, scripts: bool) -> None:
    """A sentence, not an empty page."""
    page = open("claims.html", scripts=scripts)
    sentence = page.get_by_text("No claim of this chapter has this verdict.")
    expect(sentence).to_be_hidden()
    page.get_by_role("radio", name="Money").check()
    page.get_by_role("radio", name="Confirmed").check()
    assert [] == rows(page)
    expect(sentence).to_be_visible()


def test_filter_by_keyboard(open: Open) -> None:
    """Arrow keys move the choice."""
    page = open("claims.html")
    page.get_by_role("group", name="Verdict").get_by_role("radio", name="All").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Confirmed")).to_be_checked()
    assert ["freight-2024"] == rows(page)


def test_row_is_a_link(open: Open) -> None:
    """All of it, to the record."""
    page = open("claims.html")
    page.locator("#ferries-all").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The port runs 8 ferries.")
