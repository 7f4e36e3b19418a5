"""The page of a chart."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.pages._view import View
from build_scripts.pages.chart import render
from pages.conftest import Book, Page


def test_front_matter(book: Book) -> None:
    """The pattern in words describes the page; the way leads through the page where it stands."""
    front = book["charts/electric.md"].front
    assert {
        "kind": "chart",
        "title": "The smaller part of the ferries runs on batteries",
        "description": "The electric part is the smaller one.",
        "crumbs": [
            {"label": "People", "url": "people.html"},
            {"label": "The smaller part of the ferries runs on batteries"},
        ],
        "record": "https://code.example/harbour/edit/main/content/charts.yml#L16",
    }.items() <= front.items()


def test_counts_in_a_title_are_traced(book: Book) -> None:
    """A title that counts claims names both counts."""
    counts = ("count:claims,verdict=confirmed", "count:claims")
    assert {"title": counts, "data": counts, "image:alt": counts} == book["charts/verdicts.md"].artifact.traces


def test_chart_and_where_it_stands(book: Book) -> None:
    """The drawing, then every page that shows it."""
    page = book["charts/electric.md"]
    assert ('<h1 class="vh">Chart: The smaller part of the ferries runs on batteries</h1>', True, True) == (
        page.line("<h1"),
        'id="chart-electric"' in page.body,
        '<li><a href="../people.html">Ferries need fewer hands</a></li>' in page.body,
    )


def test_embedding_is_shown_as_text(book: Book) -> None:
    """HTML to copy does not work here."""
    expected = '<code data-structural="code">&lt;figure data-of=&#34;electric&#34;&gt;&lt;/figure&gt;</code>'
    assert expected in book["charts/electric.md"].line("HTML to embed")


def test_chart_that_stands_nowhere(book: Book) -> None:
    """Its way begins at home."""
    site = book.view.site
    pages = {**site.pages, "people": site.pages["people"].model_copy(update={"sections": ()})}
    lone = next(
        a for a in render(View(replace(site, pages=pages), book.view.drawings)) if a.path == "charts/electric.md"
    )
    assert ({"label": "The Harbour Book", "url": "index.html"}, False) == (
        Page(lone).front["crumbs"][0],
        "Where it stands" in Page(lone).body,
    )
