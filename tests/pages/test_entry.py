"""A claim as double entry: said, verdict, shown."""

from __future__ import annotations

from pages.conftest import Book
from pages.pieces import FREIGHT, data, mark, paragraph, time, verdict

YEARBOOK = data("freight-yearbook-2024", "1260000.00", "1.26~million~tonnes")
POINT = "series/freight-yearbook.html#freight-yearbook-2024"


def test_said_and_shown(book: Book) -> None:
    """The statement with its paragraph and speaker; the verdict with its reason."""
    claim = f"The port handled {FREIGHT} in the year before the speech."
    expected = (
        f'<div class="entry"><div class="said"><p class="claim">{claim}</p>'
        f'<p class="at">Paragraph {paragraph(1)}, Ada Lind</p></div>'
        f'<div class="mid">{mark("confirmed")}</div><div class="shown">{verdict("confirmed")}'
        f'<p>The yearbook gives <a class="to" href="{POINT}">{YEARBOOK}</a>, which is more.</p>'
    )
    assert expected == book["traffic.md"].line('class="entry"')


def test_facts_for_and_against(book: Book) -> None:
    """Figure, record and period on either side; an empty side says so."""
    lines = book["traffic.md"].body.splitlines()
    at = lines.index('<div class="ff"><div><p class="h">For</p><ul>')
    label = f'<a href="{POINT}">Freight through the port</a>'
    assert [
        f"<li><b>{YEARBOOK}</b><span>{label}, {time('2024')}</span></li>",
        "</ul></div>",
        '<div><p class="h">Against, or limiting</p><ul>',
        "<li><span>Nothing found</span></li>",
    ] == lines[at + 1 : at + 5]


def test_reason_without_records(book: Book) -> None:
    """Where no record speaks for or against, the two lists are left out."""
    assert 'class="ff"' not in book["facts/quay-cost.md"].body


def test_way_to_the_record(book: Book) -> None:
    """The link says of what, for those who hear links one by one."""
    expected = (
        '<p><a class="open" href="facts/freight-2024.html">Open the record'
        '<span class="vh"> of: Freight through the port</span></a></p></div></div>'
    )
    assert expected == book["traffic.md"].line('class="open"')
