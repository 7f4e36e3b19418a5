"""The register of claims, and the rules of its filters."""

from __future__ import annotations

from build_scripts.model import VERDICTS
from pages.conftest import Book
from pages.pieces import FREIGHT, SHRANK, count, data, mark, paragraph, verdict


def test_row_of_a_claim(book: Book) -> None:
    """Number, statement, figure, verdict, paragraph; the row has the claim's id."""
    figure = data("freight-2024", "1250000.00", "Over 1.25~million~tonnes")
    expected = (
        f'<div class="r" data-v="confirmed" id="freight-2024"><span class="n">{count("number,claim=freight-2024", 1)}</span>'
        f'<div class="c"><a href="facts/freight-2024.html">The port handled {FREIGHT} in the year before the speech.</a></div>'
        f'<span class="f">{figure}</span><span class="v">{verdict("confirmed")}</span><span class="p">¶ {paragraph(1)}</span></div>'
    )
    assert expected == book["claims.md"].line('id="freight-2024"')


def test_reason_stands_with_verdicts_that_limit(book: Book) -> None:
    """Contradicted, qualified, overtaken, not found: the reason is in the row; its figures are no links."""
    why = f'Freight shrank by {SHRANK}.</a><p class="why">No other page gives a rate.</p></div>'
    reason = f'<p class="why">The yearbook counts {data("ferries-yearbook", "7", "7~ferries")}.</p>'
    page = book["claims.md"]
    assert (True, True, 2) == (
        why in page.line('id="freight-growth-2024"'),
        reason in page.line('id="ferries-all"'),
        page.body.count('class="why"'),
    )


def test_claim_without_a_figure(book: Book) -> None:
    """Its cell is empty."""
    assert '<span class="f"></span>' in book["claims.md"].line('id="harbour-heart"')


def test_claims_stand_under_their_chapters(book: Book) -> None:
    """In the chapter's own order."""
    lines = [
        line
        for line in book["claims.md"].body.splitlines()
        if line.startswith(('<section class="group"', '<div class="r"'))
    ]
    assert (
        '<section class="group" data-c="money"><h2><a href="money.html"><span data-structural="locator">2</span> Money</a></h2>'
        == lines[3]
    )
    assert ["quay-cost", "oldest-port", "harbour-heart"] == [line.split('id="')[1].split('"')[0] for line in lines[4:7]]


def test_filters_are_radio_buttons(book: Book) -> None:
    """One for each verdict and each chapter, with its computed number."""
    page = book["claims.md"]
    every = f'<label class="pick"><input type="radio" name="verdict" value="" id="fv-all" checked><span>All <b>{count("claims", 7)}</b></span></label>'
    one = f'<label class="pick"><input type="radio" name="verdict" value="not-found" id="fv-not-found"><span>{mark("not-found")}Not found <b>{count("claims,verdict=not-found", 1)}</b></span></label>'
    chapter = f'<label class="pick"><input type="radio" name="chapter" value="money" id="fc-money"><span>Money <b>{count("claims,chapter=money", 3)}</b></span></label>'
    assert (True, True, True) == (every in page.body, one in page.body, chapter in page.body)


def test_filters_are_a_style_sheet(book: Book) -> None:
    """A rule for each choice, and a sentence where two choices leave nothing."""
    made = book.artifacts["assets/register.css"]
    assert isinstance(made.body, str)
    lines = made.body.splitlines()
    assert (
        ["assets/register.css"],
        1 + 7 + 3 + 7 * 3,
        "body:has(#fv-not-found:checked) :is(.r:not([data-v=not-found]),.group:not(:has([data-v=not-found]))){display:none}",
        "body:has(#fc-money:checked) .group[data-c]:not([data-c=money]){display:none}",
        "body:has(#fv-opinion:checked):has(#fc-people:checked):not(:has(.group[data-c=people] [data-v=opinion])) .listed:has([data-c])>.none{display:block}",
    ) == (book["claims.md"].front["styles"], len(lines), lines[4], lines[9], lines[-4])


def test_list_by_verdict_for_readers_without_scripts(book: Book) -> None:
    """Each claim once more under its verdict, as a link to its row; with scripts the rows themselves can stand so."""
    body = book["claims.md"].body
    part = body[body.index('id="by-verdict"') :]
    found: list[str] = []
    for line in part.splitlines():
        if line.startswith("<h3>"):
            found.append(line)
        if "<li>" in line:
            found.append(line.split('href="')[1].split('"')[0])
    expected: list[str] = []
    for word in VERDICTS:
        claims = [f"#{fact.id}" for fact in book.view.site.claims if fact.verdict and fact.verdict.word == word]
        expected += [f'<h3>{verdict(word)}</h3><ul class="plainlist">', *claims] if claims else []
    assert expected == found
