"""The home page."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.pages._view import View
from build_scripts.pages.home import render
from pages.conftest import Book
from pages.pieces import FREIGHT, NB, count, data, mark, paragraph, time, verdict


def test_front_matter(book: Book) -> None:
    """The question is the title; the answer in plain words describes the page."""
    front = book["index.md"].front
    assert (
        "Is the port of Sund growing again?",
        f"In part. Freight is at over 1.25{NB}million{NB}tonnes, and 1 of 7 claims is confirmed.",
    ) == (
        front["title"],
        front["description"],
    )


def test_description_names_figures_and_counts(book: Book) -> None:
    """Each record behind it, and each count."""
    behind = ("fact:freight-2024", "count:claims,verdict=confirmed", "count:claims")
    expected = {"description": behind, "data": behind}
    assert expected == book["index.md"].artifact.traces


def test_question_and_answer(book: Book) -> None:
    """The question at large, then the answer with figures and computed counts."""
    page = book["index.md"]
    answer = (
        f'<p class="answer">In part. Freight is at <a class="to" href="facts/freight-2024.html">{FREIGHT}</a>, '
        f"and {count('claims,verdict=confirmed', 1)} of {count('claims', 7)} claims is confirmed.</p>"
    )
    assert ("<h1>Is the port of Sund growing again?</h1>", answer) == (page.line("<h1>"), page.line('class="answer"'))


def test_ways_in(book: Book) -> None:
    """The first chapter, and the register with its computed number."""
    expected = (
        '<p class="go"><a href="traffic.html">Start with the first chapter</a>'
        f'<a href="claims.html">See all {count("claims", 7)} claims</a></p></div>'
    )
    assert expected == book["index.md"].line('class="go"')


def test_legend_counts_each_verdict(book: Book) -> None:
    """Only verdicts that occur, in their fixed order."""
    words = ["confirmed", "plausible", "contradicted", "not-found", "context", "opinion", "not-checkable"]
    rows = "".join(
        f'<li><a href="claims.html?verdict={v}">{verdict(v)} <b>{count(f"claims,verdict={v}", 1)}</b></a></li>'
        for v in words
    )
    assert f"{rows}</ul></div></div>" == book["index.md"].line('<li><a href="claims.html?verdict=confirmed">')


def test_sheet_has_a_line_for_each_paragraph(book: Book) -> None:
    """One mark for each claim; a paragraph without claims stands there too."""
    lines = [
        line
        for line in book["index.md"].body.splitlines()
        if line.startswith('<li><a href="sources/mayor-speech.html#p')
    ]
    run = '<span class="run" role="img" data-count="claims,block=1" aria-label="2 claims: 1 confirmed, 1 not found">'

    def row(n: int, label: str, marks: str) -> str:
        spoken = f'<span><span class="vh">Paragraph </span>{paragraph(n)}</span>'
        return f'<li><a href="sources/mayor-speech.html#p{n}">{spoken}<span>{label}</span><span class="row">{marks}</span></a></li>'

    assert (4, row(1, "The freight", f"{run}{mark('confirmed')}{mark('not-found')}</span>"), row(3, "Thanks", "")) == (
        len(lines),
        lines[0],
        lines[2],
    )


def test_key_figure(book: Book) -> None:
    """Always the same order: verdict, hedge, figure, what, who, period, record."""
    big = '<data value="1250000.00" data-fact="freight-2024"><small>Over</small> 1.25 <small>million~tonnes</small></data>'
    expected = (
        f'<li>{verdict("confirmed")}<span class="hedge">Given as more than this</span><span class="big num">{big.replace("~", NB)}</span>'
        f'<p class="what">freight through the port</p><p class="who"><b>Ada Lind</b><br>{time("2024")}</p>'
        '<a class="more" href="facts/freight-2024.html">The record<span class="vh"> of: Freight through the port</span></a></li>'
    )
    assert expected == next(line for line in book["index.md"].body.splitlines() if "The record<span" in line)


def test_double_entry(book: Book) -> None:
    """Said on the left, shown on the right, the verdict between them."""
    ferries, counted = data("ferries-all", "8", "8~ferries"), data("ferries-yearbook", "7", "7~ferries")
    expected = (
        f'<div class="entry"><div class="said"><p class="claim">The port runs {ferries}.</p><p class="at">Paragraph {paragraph(2)}, Ada Lind</p></div>'
        f'<div class="mid">{mark("contradicted")}</div><div class="shown">{verdict("contradicted")}'
        f'<p>The yearbook counts <a class="to" href="facts/ferries-yearbook.html">{counted}</a>.</p>'
        '<p><a class="open" href="facts/ferries-all.html">Reasons and sources<span class="vh"> for: Ferries in service</span></a></p></div></div>'
    )
    assert expected == book["index.md"].line("The port runs")


def test_chapters(book: Book) -> None:
    """Number, title, finding, and a mark for each claim."""
    run = '<span class="run" role="img" data-count="claims,chapter=people" aria-label="2 claims: 1 plausible, 1 contradicted">'
    expected = (
        '<li><span class="n" aria-hidden="true" data-structural="locator">3</span><div><h3><a href="people.html">People</a></h3>'
        f"<p>Ferries need fewer hands</p>{run}{mark('plausible')}{mark('contradicted')}</span></div></li>"
    )
    assert expected == book["index.md"].line('<h3><a href="people.html">')


def test_charts_stand_at_the_end(book: Book) -> None:
    """In the section on how we checked."""
    body = book["index.md"].body
    assert -1 < body.index('<h2 id="ck">How we checked</h2>') < body.index('id="chart-verdicts"')


def test_parts_without_records_are_left_out(book: Book) -> None:
    """No figures, no entries, no charts: no heading either."""

    site = book.view.site
    bare = site.pages["home"].model_copy(update={"figures": (), "entries": (), "charts": ()})
    (made,) = render(View(replace(site, pages={**site.pages, "home": bare})))
    assert isinstance(made.body, str)
    assert ["sheet", "chs"] == [id for id in ("sheet", "kf", "ss", "chs", "ck") if f'id="{id}"' in made.body]
