"""How we check: the editors' text, then counts computed from the records."""

from __future__ import annotations

from pages.conftest import Book
from pages.pieces import count, verdict


def rows(page: str) -> list[str]:
    return [line for line in page.splitlines() if line.startswith("<tr>")]


def test_text_of_the_editors(book: Book) -> None:
    """With its emphasis, and links to records."""
    expected = 'A verdict is about *evidence*, not about truth. See <a href="sources.html#port-yearbook">the yearbook</a>.'
    assert expected == book["method.md"].line("A verdict")


def test_verdicts_with_meaning_and_number(book: Book) -> None:
    """In their fixed order."""
    found = rows(book["method.md"].body)
    first = f'<tr><th scope="row">{verdict("confirmed")}</th><td>Another source says the same.</td><td>{count("claims,verdict=confirmed", 1)}</td></tr>'
    last = f'<tr><th scope="row">{verdict("not-checkable")}</th><td>Nothing could show it.</td><td>{count("claims,verdict=not-checkable", 1)}</td></tr>'
    assert (first, last) == (found[0], found[6])


def test_counts(book: Book) -> None:
    """Never typed, always counted."""
    expected = [
        ("Claims of the article", count("claims", 7)),
        ("Facts on record, claims included", count("facts", 12)),
        ("Series", count("series", 1)),
        ("Sources", count("sources", 3)),
        ("Terms explained", count("terms", 1)),
        ("Open questions", count("gaps", 1)),
    ]
    found = rows(book["method.md"].body)
    at = next(n for n, row in enumerate(found) if "Claims of the article" in row)
    assert [f'<tr><th scope="row">{name}</th><td>{number}</td></tr>' for name, number in expected] == found[at : at + 6]
