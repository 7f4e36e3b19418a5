"""A chart on a page."""

from __future__ import annotations

from build_scripts.pages._figure import figure
from build_scripts.pages._html import Html
from pages.conftest import Book
from pages.pieces import FREIGHT


def test_chart_is_written_by_the_page(book: Book) -> None:
    """Its words lead to records, and its files are found from where the page stands."""
    made = figure(Html(book.view, "facts/x.html"), "electric", "wide-block")
    words = f'<a class="to" href="freight-2024.html">{FREIGHT}</a>'
    assert f'<figure class="viz wide-block" id="chart-electric">{words} ../charts/x.csv</figure>' == made
