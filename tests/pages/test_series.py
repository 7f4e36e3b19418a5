"""The page of a series."""

from __future__ import annotations

from pages.conftest import Book
from pages.pieces import count, data, time, title


def test_head(book: Book) -> None:
    """Label, what is measured, where, how many points."""
    expected = (
        '<div class="reg-top"><div><p class="kick">Series</p><h1>Freight through the port</h1></div>'
        f'<p>Freight handled · <a href="../places.html#sund">Sund</a> · {count("points,series=freight-yearbook", 3)} points</p></div>'
    )
    assert expected == book["series/freight-yearbook.md"].line("<h1>")


def test_caution_and_break(book: Book) -> None:
    """What a reader of the whole must know stands before and after the table."""
    body = book["series/freight-yearbook.md"].body
    assert (True, True) == (
        f'<p class="caution">The count changed after {time("2022")}.</p>' in body,
        f'<p class="caution">Break after {time("2022")}: Containers are weighed anew.</p>' in body,
    )


def test_table_in_the_order_of_time(book: Book) -> None:
    """A period without a value stands where it would be, with the reason."""
    rows = [
        line
        for line in book["series/freight-yearbook.md"].body.splitlines()
        if (line.startswith("<tr") and "<td>" in line) or "missing" in line
    ]
    figure = data("freight-yearbook-2022", "1310000.00", "1.31~million~tonnes")
    assert [
        f'<tr><th scope="row"><a href="#freight-yearbook-2022">{time("2022")}</a></th><td>{figure}</td><td>{title("Port Office")}</td></tr>',
        f'<tr class="missing"><th scope="row">{time("2023")}</th><td colspan="2">Missing. The yearbook has no table.</td></tr>',
    ] == rows[1:3]


def test_point_has_an_anchor(book: Book) -> None:
    """Its own heading, statement, speaker and evidence."""
    lines = book["series/freight-yearbook.md"].body.splitlines()
    at = next(n for n, line in enumerate(lines) if 'id="freight-yearbook-2024"' in line)
    figure = data("freight-yearbook-2024", "1260000.00", "1.26~million~tonnes")
    assert [
        f'<section class="point" id="freight-yearbook-2024"><h2>{time("2024")}: {figure}</h2>',
        f"<p>The port handled {figure} in {time('2024')}.</p>",
        '<p class="m">Port Office · high confidence</p>',
        '<section class="blk"><h2>Evidence</h2>',
    ] == lines[at : at + 4]


def test_uses_of_each_point(book: Book) -> None:
    """A chart names single points; the series itself tells of one in its caution."""
    lines = [
        line
        for line in book["series/freight-yearbook.md"].body.splitlines()
        if line.startswith(("<li>Chart", "<li>Series", "<li>Page", "<li>Fact"))
    ]
    chart = f'<li>Chart: <a href="../charts/freight-bars.html">The port handles less freight than in {time("2021")}</a></li>'
    assert [
        chart,
        '<li>Page: <a href="../traffic.html">Traffic</a></li>',
        '<li>Series: <a href="freight-yearbook.html">Freight through the port</a></li>',
        chart,
    ] == lines[:4]


def test_front_matter(book: Book) -> None:
    """The edit link opens the series, not a point."""
    front = book["series/freight-yearbook.md"].front
    assert (
        "series",
        "Freight through the port",
        "https://code.example/harbour/edit/main/content/facts/others.yml#L1",
    ) == (
        front["kind"],
        front["title"],
        front["record"],
    )
