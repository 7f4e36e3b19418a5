"""The list of chapters."""

from __future__ import annotations

from pages.conftest import Book
from pages.pieces import count, mark, time


def test_headline_counts_the_chapters(book: Book) -> None:
    """In words, and still a computed number."""
    assert f"<h1>{count('chapters', 3, 'Three')} chapters</h1>" in book["chapters.md"].line("<h1>")


def test_chapter(book: Book) -> None:
    """Number, title, finding, and a mark for each claim."""
    run = '<span class="run" role="img" data-count="claims,chapter=traffic" aria-label="2 claims: 1 confirmed, 1 not found">'
    expected = (
        '<li><span class="n" aria-hidden="true" data-structural="locator">1</span><div><h2><a href="traffic.html">Traffic</a></h2>'
        f"<p>Freight is still below the level of {time('2021')}</p>{run}{mark('confirmed')}{mark('not-found')}</span></div></li>"
    )
    assert expected == book["chapters.md"].line('<a href="traffic.html">')
