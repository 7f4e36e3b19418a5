"""How we check: the editors' text, then counts computed from the records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from build_scripts.model import Score, Scores
from build_scripts.pages._view import View
from build_scripts.pages.method import render
from pages.conftest import Book, Page
from pages.pieces import count, verdict


def rows(page: str) -> list[str]:
    return [line for line in page.splitlines() if line.startswith("<tr>")]


def test_text_of_the_editors(book: Book) -> None:
    """With its emphasis, and links to records."""
    expected = (
        'A verdict is about *evidence*, not about truth. See <a href="sources.html#port-yearbook">the yearbook</a>.'
    )
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
        ("Claims of the speech", count("claims", 7)),
        ("Facts on record, claims included", count("facts", 12)),
        ("Series", count("series", 1)),
        ("Sources", count("sources", 3)),
        ("Terms explained", count("terms", 1)),
        ("Open questions", count("gaps", 1)),
    ]
    found = rows(book["method.md"].body)
    at = next(n for n, row in enumerate(found) if "Claims of the speech" in row)
    assert [f'<tr><th scope="row">{name}</th><td>{number}</td></tr>' for name, number in expected] == found[at : at + 6]


def test_what_carries_each_part_of_a_figure(book: Book) -> None:
    """The eight parts in their order, each with the number of figures for each carrier."""
    expected = {
        "value": (10, 0, 0, 0),
        "sign": (0, 1, 0, 9),
        "scale": (5, 0, 0, 5),
        "unit": (9, 0, 1, 0),
        "hedge": (3, 0, 0, 7),
        "period": (0, 3, 7, 0),
        "place": (0, 5, 5, 0),
        "speaker": (0, 0, 10, 0),
    }
    carriers = ("printed", "block", "reading", "none")
    cells = {
        part: "".join(
            f"<td>{count(f'carried,component={part},by={by}', n)}</td>" for by, n in zip(carriers, numbers, strict=True)
        )
        for part, numbers in expected.items()
    }
    found = rows(book["method.md"].body)
    at = next(n for n, row in enumerate(found) if ">Value<" in row)
    assert [f'<tr><th scope="row">{part.capitalize()}</th>{cells[part]}</tr>' for part in cells] == found[at : at + 8]


def test_what_the_gates_catch(book: Book) -> None:
    """The scores of the last mutation test, each number with the name under which it was counted; else nothing."""
    row = Score("figure changed", "checked", caught=9, total=10, text_caught=1, text_total=2)
    scores = Scores(date(2025, 5, 30), (row,), {"printed-mismatch": 9}, {"hole": 1})
    (made,) = render(View(replace(book.view.site, gates=scores)))
    found = Page(made)
    key = "mutation,kind=figure-changed,rest=checked,what="
    cells = [
        count(f"{key}{what}", n) for what, n in (("caught", 9), ("total", 10), ("text-caught", 1), ("text-total", 2))
    ]
    day = '<time datetime="2025-05-30" data-measured="gates">30 May 2025</time>'
    assert [
        '<tr><th scope="row">Figure changed</th><td>what a rule checks</td>'
        + "".join(f"<td>{c}</td>" for c in cells)
        + "</tr>",
        f'<tr><th scope="row">A rule should have seen it</th><td>{count("mutation,survivors=hole", 1)}</td></tr>',
        f'<tr><th scope="row">Printed mismatch</th><td>{count("mutation,gate=printed-mismatch", 9)}</td></tr>',
    ] == [line for line in rows(found.body) if "mutation," in line]
    assert (True, False) == (f"On {day} records" in found.body, "{ #gates }" in book["method.md"].body)


def test_wide_table_scrolls_by_itself(book: Book) -> None:
    """On a phone the page does not; the table can be reached by keyboard and has a name."""
    (made,) = render(View(replace(book.view.site, gates=Scores(date(2025, 5, 30), (), {}, {}))))
    row = Page(made).line('class="scroll wide-block"')
    assert 'class="scroll wide-block" tabindex="0" role="region" aria-label="' in row


def test_what_confirmed_claims_rest_on(book: Book) -> None:
    """By the number of independent origins: for the confirmed, then for all claims."""
    found = book["method.md"].line('<tr><th scope="row">One source')
    confirmed, all_claims = count("claims,rests=one,verdict=confirmed", 1), count("claims,rests=one", 1)
    assert f'<tr><th scope="row">One source</th><td>{confirmed}</td><td>{all_claims}</td></tr>' == found
