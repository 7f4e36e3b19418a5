"""Open questions."""

from __future__ import annotations

from pages.conftest import Book
from pages.pieces import QUAY, data, time, verdict


def test_question_why_it_matters_where_we_looked(book: Book) -> None:
    """With the facts that it rests on; its figures lead to their records."""
    lines = book["gaps.md"].body.splitlines()
    at = lines.index('<section class="blk item" id="whose-money">')
    big = data("quay-cost", "40000000", "About 40~million~crowns")
    assert [
        "<h2>Who pays for the quay?</h2>",
        f'<p><b>Why it matters.</b> The sum of <a class="to" href="facts/quay-cost.html">{QUAY}</a> is named without a payer.</p>',
        "<p><b>Where we looked.</b> In the speech and in the yearbook.</p>",
        '<ul class="plainlist" data-search-exclude><li><a href="facts/quay-cost.html">Cost of the new quay</a>, '
        f"{time('2025')} to {time('2027')}: {big} {verdict('context')}</li>",
    ] == lines[at + 1 : at + 5]
