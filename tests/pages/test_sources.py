"""The list of sources."""

from __future__ import annotations

from pages.conftest import Book
from pages.pieces import SPEECH, count, data, time, title


def section(page: str, id: str) -> list[str]:
    lines = page.splitlines()
    at = lines.index(f'<section class="blk item" id="{id}">')
    return lines[at + 1 : lines.index("</section>", at)]


def test_source_with_a_ledger(book: Book) -> None:
    """Title, publisher, date, kind, language; the way to it, and to the ledger; what rests on it."""
    found = section(book["sources.md"].body, "mayor-speech")
    assert [
        f"<h2>{title('The tide has turned')}</h2>",
        f'<p class="m">Town Hall of Sund · {SPEECH} · official publication · English</p>',
        '<p class="m"><a href="https://town.example/speech" rel="noopener">Read it at the publisher</a></p>'
        '<p class="m"><a href="sources/mayor-speech.html">The ledger, block by block</a></p>'
        '<p class="m">The publisher’s own account.</p>',
        f"<details><summary>What rests on it: {count('facts,source=mayor-speech', 7)}</summary>"
        '<ul class="plainlist" data-search-exclude>',
    ] == found[:4]


def test_source_that_is_not_linked(book: Book) -> None:
    """It is named, with the reason, and its address appears nowhere."""
    page = book["sources.md"]
    assert (
        "Named, not linked: an unofficial copy, a machine translation or a weak site." in page.body,
        "post.example" in page.body,
    ) == (True, False)


def test_facts_that_rest_on_a_source(book: Book) -> None:
    """With period and figure."""
    found = section(book["sources.md"].body, "evening-post")
    figure = data("dockers-2025", "1240", "Nearly 1,240~people")
    assert (
        f'<li><a href="facts/dockers-2025.html">Dockers</a>, {time("2025-05", "May 2025")}: {figure}</li>' == found[4]
    )


def test_source_of_which_little_is_known(rich: Book) -> None:
    """No date is not "no period"; a title of ours is marked."""
    expected = '<p class="m">Tunnel Board · no date given · trade press or company · Chinese · the title is our description</p>'
    found = section(rich["sources.md"].body, "undated-note")
    assert (f"<h2>{title('A note on R2 &amp; more')}</h2>", expected, True) == (
        found[0],
        found[1],
        '<p class="m">Met as a copy.</p>' in found[2],
    )


def test_whether_a_source_is_independent(book: Book) -> None:
    """Its own account, or not known: in words, with each source."""
    body = book["sources.md"].body
    told = ("own account.", "not known, so it does not count")
    assert (2, 1) == tuple(body.count(words) for words in told)
