"""The address of a retired id."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.pages._view import View
from build_scripts.pages.retired import render
from pages.conftest import Book, Page
from pages.pieces import time


def test_notice_with_reason_and_successor(book: Book) -> None:
    """Why it is gone, since when, and where to go instead."""
    page = book["facts/freight-2023-old.md"]
    assert (
        f'<p class="kick">Retired on {time("2025-05-02", "2 May 2025")}</p><h1>This record is no longer kept</h1></div>'
        "<p>The figure was replaced by the yearbook's.</p></div>",
        '<p><a href="freight-2024.html">Go to the record that took its place</a></p>',
    ) == (page.line("<h1>").partition("<div>")[2], page.line("<p><a "))


def test_notice_is_not_searched(book: Book) -> None:
    """Nobody looks for what is gone."""
    page = book["facts/freight-2023-old.md"]
    assert "data-search-exclude" in page.line("<h1>")


def test_retired_page_and_no_successor(book: Book) -> None:
    """A page's address has no folder; without a successor there is no link."""
    site = book.view.site
    gone = site.retired["freight-2023-old"].model_copy(
        update={"collection": "pages", "id": "old-page", "successor": None}
    )
    (made,) = render(View(replace(site, retired={"old-page": gone})))
    assert ("old-page.md", False) == (made.path, "<a " in Page(made).body)
