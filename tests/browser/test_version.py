"""The address of an older version: what has changed since, told on the page out of its own history."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Open
from browser.test_accessibility import broken
from browser.test_register import ASSETS

pytestmark = pytest.mark.browser
NB = "\N{NO-BREAK SPACE}"


def told(page: Page) -> list[str]:
    """The notice's title and entries."""
    notice = page.get_by_role("region", name="Changes since your version")
    return [" ".join(part.inner_text().split()) for part in notice.locator("p, li").all()]


def test_older_version(open: Open) -> None:
    """From what to what, and why; over the entry itself."""
    page = open("facts/ferries-yearbook.html?v=1")
    assert [
        "Changed since version 1, which you were sent to",
        "Version 2, 2 May 2025. Correction. Before: 6 ferries. Now: 7 ferries. A ship had been left out.",
    ] == told(page)
    assert page.evaluate("document.querySelector('.since').compareDocumentPosition(document.querySelector('h1')) & 4")


def test_every_later_change_is_told(open: Open) -> None:
    """And none of those that the version had already."""
    assert [3, 2, 0] == [len(told(open(f"facts/passengers-range.html?v={v}"))) for v in (1, 2, 3)]


@pytest.mark.parametrize("asked", ["", "?v=2", "?v=9", "?v=0", "?v=-1", "?v=x", "?v=", "?v=1e1", "?v=%3Cb%3E"])
def test_nothing_to_tell(open: Open, asked: str) -> None:
    """The present version, one that never was, and what is no version at all."""
    assert [] == told(open(f"facts/ferries-yearbook.html{asked}"))


def test_record_that_never_changed(open: Open) -> None:
    """Its page loads no script for it."""
    page = open("facts/ferries-all.html?v=1")
    assert ([], 0) == (told(page), page.locator("script[src*=version]").count())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("about.html", ["Version 3, 6 May 2025. Correction. Before: An exercise with 9 facts. There are 14.",
                        "Version 2, 4 May 2025. Wording. Before: What this is not. Plainer."]),
        ("charts/port-freight.html", ["Version 2, 5 May 2025. Correction. Before: Freight grew by 9 percent. "
                                      "It was 1.31 million tonnes before."]),
    ],
)  # fmt: skip
def test_older_versions_of_pages_and_charts(open: Open, path: str, expected: list[str]) -> None:
    """As those of facts; records that they show are not told as their own."""
    page = open(f"{path}?v=1")
    assert ["Changed since version 1, which you were sent to", *expected] == told(page)
    assert page.evaluate("document.querySelector('.since').compareDocumentPosition(document.querySelector('h1')) & 4")


def test_ids_stay_unlike(open: Open) -> None:
    """The copy has none, so links into the history lead to the history."""
    page = open("facts/ferries-yearbook.html?v=1#v2")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(set(ids)) == len(ids)


def test_without_scripts_the_history_serves(open: Open) -> None:
    """It stands on the page for everyone."""
    page = open("facts/ferries-yearbook.html?v=1", scripts=False)
    assert [] == told(page)
    expect(page.get_by_role("heading", name="History")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open: Open, scheme: str) -> None:
    """With the notice and with every way of citing open, on a phone."""
    page = open("facts/ferries-yearbook.html?v=1", width=390, scheme=scheme)
    page.evaluate("for (const part of document.querySelectorAll('main details')) part.open = true")
    assert [] == broken(page)
    assert 0 >= page.evaluate("document.documentElement.scrollWidth - innerWidth")


def test_one_click_marks_a_whole_citation(open: Open) -> None:
    """To be copied; no script is needed."""
    page = open("facts/ferries-yearbook.html", scripts=False)
    page.get_by_text("BibTeX", exact=True).click()
    page.locator(".citing pre").first.click()
    chosen = page.evaluate("getSelection().toString()")
    assert (True, True) == (chosen.startswith("@techreport{port-yearbook"), chosen.rstrip().endswith("}"))


def test_script_is_small() -> None:
    """Less than a kilobyte when it is packed."""
    assert len(gzip.compress((ASSETS / "ledger.version.js").read_bytes(), 9)) < 1024
