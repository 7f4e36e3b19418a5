"""The register and the list of all facts: filters and orders without a page load, by keyboard, in the address."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import build_scripts
from browser.conftest import Open
from browser.test_accessibility import broken

ASSETS = Path(build_scripts.__file__).parent / "theme" / "assets"

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


# --- the state lives in the address -----------------------------------------------------------------------


def query(page: Page) -> str:
    return page.url.partition("?")[2]


def heads(page: Page) -> list[str]:
    return [head.inner_text().strip() for head in page.locator(".listed .group:visible > h2").all()]


def test_choice_is_written_into_the_address(open: Open) -> None:
    """Without a page load; the number that is left is told to those who do not see the list."""
    page = open("claims.html")
    page.evaluate("window.same = true")
    expect(page.get_by_role("status")).to_have_text("")
    page.get_by_role("radio", name="Money").check()
    page.get_by_role("radio", name="Opinion").check()
    assert ("verdict=opinion&chapter=money", True) == (query(page), page.evaluate("window.same"))
    expect(page.locator("form.filters [role=status]")).to_have_text("1 of 7 shown")


def test_address_opens_the_same_list(open: Open) -> None:
    """What was sent is what is seen; words that are no choice change nothing."""
    page = open("claims.html?chapter=money&verdict=opinion")
    assert ["harbour-heart"] == rows(page)
    expect(page.get_by_role("radio", name="Opinion")).to_be_checked()
    page = open("claims.html?chapter=moon&verdict=%3Cb%3E&by=x")
    assert 7 == len(rows(page))


def test_back_and_forward_walk_through_the_choices(open: Open) -> None:
    """As through pages."""
    page = open("claims.html")
    page.get_by_role("radio", name="Money").check()
    page.get_by_role("radio", name="By verdict").check()
    shown = page.locator(".listed .group:visible > h2")
    page.go_back()
    expect(shown).to_have_text(["2 Money"])
    assert "chapter=money" == query(page)
    page.go_back()
    expect(shown).to_have_text(["1 Traffic", "2 Money", "3 People"])
    assert ("", 7) == (query(page), len(rows(page)))
    page.go_forward()
    page.go_forward()
    expect(shown).to_have_text(["Context only", "Opinion", "Not checkable"])
    assert "chapter=money&by=verdict" == query(page)


def test_claims_by_verdict_and_as_in_the_text(open: Open) -> None:
    """The same rows in other orders, each once; then as they were."""
    page = open("claims.html")
    before = rows(page)
    page.get_by_role("radio", name="By verdict").check()
    assert ("Confirmed", 7) == (heads(page)[0], len(heads(page)))
    assert sorted(before) == sorted(rows(page))
    page.get_by_role("radio", name="As in the text").check()
    assert ["freight-2024", "freight-growth-2024", "ferries-electric", "ferries-all", "quay-cost"] == rows(page)[:5]
    page.get_by_role("radio", name="By chapter").check()
    assert (before, ["1 Traffic", "2 Money", "3 People"]) == (rows(page), heads(page))


def test_empty_choice_in_another_order(open: Open) -> None:
    """The sentence stands there too."""
    page = open("claims.html?by=verdict&chapter=money&verdict=confirmed")
    assert [] == rows(page)
    expect(page.get_by_text("No claim of this chapter has this verdict.")).to_be_visible()


def test_orders_by_keyboard(open: Open) -> None:
    """Arrow keys."""
    page = open("claims.html")
    page.get_by_role("radio", name="By chapter").focus()
    page.keyboard.press("ArrowRight")
    assert "by=verdict" == query(page)
    expect(page.get_by_role("radio", name="By verdict")).to_be_focused()


def test_claims_by_verdict_without_scripts(open: Open) -> None:
    """A second list of links; with scripts the first one serves."""
    page = open("claims.html", scripts=False)
    expect(page.get_by_role("heading", name="The same claims by verdict")).to_be_visible()
    expect(page.get_by_role("radio", name="By verdict")).to_be_hidden()
    expect(open("claims.html").get_by_role("heading", name="The same claims by verdict")).to_be_hidden()


# --- all facts ----------------------------------------------------------------------------------------------


def facts(page: Page) -> int:
    return page.locator(".listed li:visible").count()


def test_facts_filter_by_kind_source_verdict_and_words(open: Open) -> None:
    """All at once, in the address; typing leaves no trail of single letters."""
    page = open("all-facts.html")
    every = facts(page)
    page.get_by_role("combobox", name="Kind").select_option("figure")
    page.get_by_role("combobox", name="Source").select_option("official")
    page.get_by_role("combobox", name="Verdict").select_option("none")
    expect(page.locator("form.choices [role=status]")).to_have_text(f"4 of {every} shown")
    page.get_by_label("Words or figures").press_sequentially("1.26 million")
    expect(page.locator("form.choices [role=status]")).to_have_text(f"1 of {every} shown")
    assert ("text=1.26+million&kind=figure&source=official&verdict=none", 1) == (query(page), facts(page))
    page.go_back()
    expect(page.get_by_label("Words or figures")).to_have_value("")
    assert "kind=figure&source=official" == query(page)


def test_facts_in_other_orders(open: Open) -> None:
    """By name; by verdict, those without one last; nothing is lost."""
    page = open("all-facts.html?by=label")
    labels = [link.inner_text() for link in page.locator(".listed li:visible > a").all()]
    assert (["By name"], sorted(labels, key=str.casefold)) == (heads(page), labels)
    page.get_by_role("combobox", name="Order").select_option("verdict")
    assert ("Without a verdict", len(labels)) == (heads(page)[-1], facts(page))
    page.get_by_role("combobox", name="Order").select_option("")
    assert (["Veldland", "Sund"], len(labels)) == (
        [head.splitlines()[0].split(" ")[0] for head in heads(page)],
        facts(page),
    )


def test_facts_that_nothing_fits(open: Open) -> None:
    """A sentence; Enter in the field loads no page."""
    page = open("all-facts.html")
    page.evaluate("window.same = true")
    page.get_by_label("Words or figures").fill("zeppelin")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No fact on record fits.")).to_be_visible()
    assert (0, True) == (facts(page), page.evaluate("window.same"))


def test_facts_without_scripts_are_a_plain_list(open: Open) -> None:
    """Whole, and without controls that do nothing."""
    page = open("all-facts.html", scripts=False)
    assert (open("all-facts.html").locator(".listed li").count(), 0) == (
        facts(page),
        page.locator("form.choices:visible").count(),
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["all-facts.html?by=kind&text=freight", "claims.html?by=verdict", "data.html"])
def test_axe_finds_nothing_in_lists(open: Open, path: str, scheme: str) -> None:
    """Filtered and in another order, on a phone."""
    page = open(path, width=390, scheme=scheme)
    page.evaluate("for (const part of document.querySelectorAll('main details')) part.open = true")
    assert [] == broken(page)
    assert 0 >= page.evaluate("document.documentElement.scrollWidth - innerWidth")


def test_script_is_small() -> None:
    """Less than two kilobytes when it is packed."""
    assert len(gzip.compress((ASSETS / "ledger.explore.js").read_bytes(), 9)) < 2048
