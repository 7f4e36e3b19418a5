"""The glossary."""

from __future__ import annotations

from pages.conftest import Book
from pages.pieces import data, time, verdict


def test_term(book: Book) -> None:
    """Term, definition, and the facts that use it."""
    lines = book["glossary.md"].body.splitlines()
    at = lines.index('<section class="blk item" id="roll-on-ferry">')
    figure = data("ferries-all", "8", "8~ferries")
    assert [
        "<h2>roll-on ferry</h2>",
        "<p>A ship onto which lorries drive by themselves.</p>",
        f'<ul class="plainlist" data-search-exclude><li><a href="facts/ferries-all.html">Ferries in service</a>, {time("2025-03", "March 2025")}: {figure} {verdict("contradicted")}</li>',
    ] == lines[at + 1 : at + 4]
