"""Pages that list a whole collection."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.pages._reference import listing
from build_scripts.pages._view import View
from pages.conftest import Book


def test_front_matter(book: Book) -> None:
    """Title, headline and description are the editors'; the way begins at home."""
    front = book["glossary.md"].front
    assert {
        "kind": "terms",
        "title": "Glossary",
        "headline": "Words",
        "description": "What the words mean.",
        "crumbs": [{"label": "The Harbour Book", "url": "index.html"}, {"label": "Glossary"}],
        "record": "https://code.example/harbour/edit/main/content/pages.yml#L40",
    }.items() <= front.items()


def test_headline_and_lead(book: Book) -> None:
    """At the top of the body."""
    assert '<div class="reg-top"><div><h1>Words</h1></div><p>What the words mean.</p></div>' == book[
        "glossary.md"
    ].line("<h1>")


def test_one_page_for_each_record_of_the_kind(book: Book) -> None:
    """No record, no page."""
    site = book.view.site
    without = View(replace(site, pages={id: spec for id, spec in site.pages.items() if spec.kind != "terms"}))
    assert (["glossary.md"], []) == ([a.path for a in listing(book.view, "terms")], list(listing(without, "terms")))
