"""The search: a fact by its words, its figure, its speaker, a name in Chinese."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Open

pytestmark = pytest.mark.browser


def search(page: Page, words: str) -> list[str]:
    """The addresses of what is found, best first."""
    page.locator("#q").click()
    page.locator("#q").fill(words)
    expect(page.locator(".found a").first).to_be_visible()
    page.wait_for_function("document.querySelector('.found .hint')?.textContent.match(/found/)")
    return page.evaluate(
        "[...document.querySelectorAll('.found li > a:first-child')].map(a => a.pathname.replace('/book/', ''))"
    )  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("batteries", "facts/ferries-electric.html"),
        ("1.25 million", "facts/freight-2024.html"),
        ("freight shrank", "facts/freight-growth-2024.html"),
        ("1,240", "facts/dockers-2025.html"),
        ("松德", "places.html"),
        ("隧道局", "who.html"),
        ("roll-on", "glossary.html"),
    ],
)
def test_record_is_found(open: Open, words: str, expected: str) -> None:
    """Among the first three."""
    assert expected in search(open("index.html"), words)[:3]


def test_claims_are_found_by_their_speaker(open: Open) -> None:
    """The pages of what she said are among the results."""
    found = search(open("index.html"), "Ada Lind")
    assert {"who.html", "facts/quay-cost.html"} <= set(found)


def test_result_can_be_opened_by_keyboard(open: Open) -> None:
    """Typed, chosen and opened without a pointer."""
    page = open("index.html")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("batteries")
    # Results come while one types; those of a beginning of the word are replaced, and the focus with them.
    expect(page.locator(".found mark", has_text="batteries").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".found a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "index.html" not in address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("batteries")


def test_escape_leaves_the_search(open: Open) -> None:
    """The list closes."""
    page = open("index.html")
    search(page, "batteries")
    page.keyboard.press("Escape")
    expect(page.locator(".found")).to_be_hidden()


def test_nothing_found_says_so(open: Open) -> None:
    """In words."""
    page = open("index.html")
    page.locator("#q").click()
    page.locator("#q").fill("zzzzz")
    expect(page.locator(".found")).to_contain_text("Nothing found")


def test_query_in_the_address_is_searched(open: Open) -> None:
    """As the form of the page for lost readers sends it."""
    page = open("claims.html?q=batteries")
    expect(page.locator(".found a").first).to_be_visible()


def test_form_without_scripts_leads_to_the_register(open: Open) -> None:
    """A list of everything that can be looked through."""
    page = open("index.html", scripts=False)
    page.locator("#q").fill("ferries")
    page.locator(".mast .find button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("All 7 claims")
