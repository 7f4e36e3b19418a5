"""A chapter: finding, key points, prose with cards, charts and claims."""

from __future__ import annotations

from pages.conftest import Book
from pages.pieces import FREIGHT, NB, SHRANK, SPEECH, data, mark, time, title, verdict

YEARBOOK = data("freight-yearbook-2024", "1260000.00", "1.26~million~tonnes")
PERIOD = data("freight-yearbook-2024", "1260000.00", "1.26~million~tonnes in 2024")


def test_front_matter(book: Book) -> None:
    """What the theme's rail and headline need; figures in them are tied to their records."""
    rail = '<span class="run" role="img" data-count="claims,chapter=traffic" aria-label="2 claims: 1 confirmed, 1 not found">'
    expected = {
        "reviewed": "1 June 2025",
        "reviewed_iso": "2025-06-01",
        "kind": "chapter",
        "title": "Traffic",
        "headline": f"Freight is still below the level of {time('2021')}",
        "description": f"The mayor speaks of over 1.25{NB}million{NB}tonnes.",
        "menu": "chapters.html",
        "template": "text.html",
        "kicker": "Traffic",
        "number": 1,
        "rail": f"{rail}{mark('confirmed')}{mark('not-found')}</span>",
        "turn_label": "Chapters",
        "styles": ["assets/charts.css"],
        "scripts": ["assets/charts.js"],
        "record": "https://code.example/harbour/edit/main/content/pages.yml#L78",
    }
    front = book["traffic.md"].front
    assert expected == {key: front[key] for key in expected}


def test_chapters_before_and_after(book: Book) -> None:
    """The first has none before it, the last none after."""
    before = {
        "kicker": 'Back: chapter <span data-structural="locator">1</span>, Traffic',
        "title": f"Freight is still below the level of {time('2021')}",
        "url": "traffic.html",
    }
    after = {
        "kicker": 'Next: chapter <span data-structural="locator">3</span>, People',
        "title": "Ferries need fewer hands",
        "url": "people.html",
    }
    fronts = {id: book[f"{id}.md"].front for id in ("traffic", "money", "people")}
    assert (before, after, False, False) == (
        fronts["money"]["previous"], fronts["money"]["next"], "previous" in fronts["traffic"], "next" in fronts["people"],
    )  # fmt: skip


def test_description_names_its_records(book: Book) -> None:
    """A head has no elements: the records behind its words go beside it."""
    assert {"description": ("fact:freight-2024",)}.items() <= book["traffic.md"].artifact.traces.items()


def test_claim_in_the_text_opens_a_card(book: Book) -> None:
    """A button with the verdict's mark; the card holds verdict, figure, statement, speaker, source, period."""
    button = (
        f'<button type="button" class="fact" popovertarget="card-freight-2024">{FREIGHT}{mark("confirmed")}'
        '<span class="vh">, confirmed</span></button>'
    )
    card = (
        f'<span popover id="card-freight-2024" class="card" data-search-exclude><span>{verdict("confirmed")}</span> '
        f'<b class="big">{data("freight-2024", "1250000.00", "Over 1.25~million~tonnes")}</b> '
        f"<span>The port handled {FREIGHT} in the year before the speech.</span> "
        f'<span class="m">Ada Lind · {title("Town Hall of Sund")}, {SPEECH} · {time("2024")}</span> '
        '<a href="facts/freight-2024.html">Open the record</a></span>'
    )
    assert f'<p class="lead">The mayor speaks of <span class="keep">{button}{card}.</span></p>' == book[
        "traffic.md"
    ].line('class="lead"')


def test_card_stands_once_on_a_page(book: Book) -> None:
    """Ids are unique; a second mention opens the same card."""
    body = book["traffic.md"].body
    assert (1, 2) == (body.count('id="card-freight-2024"'), body.count('popovertarget="card-freight-2024"'))


def test_fact_without_a_verdict_has_a_note_number(book: Book) -> None:
    """The same number at every mention, and at the end of the page."""
    body = book["traffic.md"].body
    sign = '<sup data-structural="note">2</sup><span class="vh">, source</span></button>'
    assert 2 == body.count(sign)


def test_term_opens_a_card(book: Book) -> None:
    """With its definition and a way to the glossary."""
    expected = (
        '<button type="button" class="fact term" popovertarget="term-roll-on-ferry">roll-on ferry<span class="vh">, explained</span></button>'
        '<span popover id="term-roll-on-ferry" class="card" data-search-exclude><b>roll-on ferry</b> '
        '<span>A ship onto which lorries drive by themselves.</span> <a href="glossary.html#roll-on-ferry">Open the glossary</a></span>'
    )
    assert expected in book["traffic.md"].line("term-roll-on-ferry")


def test_key_points(book: Book) -> None:
    """A list before the text."""
    line = book["traffic.md"].line("<li>The yearbook gives ")
    assert (True, PERIOD in line) == (line.endswith("</span>.</span></li>"), True)


def test_sections(book: Book) -> None:
    """Headings carry the ids of the records; text keeps its lists; a margin note follows its text."""
    lines = [
        line
        for line in book["traffic.md"].body.splitlines()
        if line.startswith(("##", "- ", '<p class="note"', "carries"))
    ]
    assert [
        "## What was said { #said }",
        "carries lorries; an R2 ferry is one.",
        f'- The yearbook for {time("2024")} says <span class="keep">'
        f'<button type="button" class="fact" popovertarget="card-freight-yearbook-2024">{YEARBOOK}'
        '<sup data-structural="note">2</sup><span class="vh">, source</span></button>.</span>',
        '<p class="note">The figures are the port\'s own.</p>',
        "## What the speech does not say { #not-said }",
        "## Claims tested here { #claims }",
        "## Figures and claims used here { #used }",
    ] == lines


def test_chart_stands_in_its_section(book: Book) -> None:
    """As a block of raw HTML, with blank lines around it."""
    body = book["traffic.md"].body
    assert '\n\n<figure class="viz wide-block" id="chart-freight-bars">' in body


def test_claims_tested(book: Book) -> None:
    """Every claim of the chapter with its verdict."""
    expected = [
        f'<li>{verdict("confirmed")} <a href="facts/freight-2024.html">The port handled {FREIGHT} in the year before the speech.</a></li>',
        f'<li>{verdict("not-found")} <a href="facts/freight-growth-2024.html">Freight shrank by {SHRANK}.</a></li>',
    ]
    assert expected == [
        line for line in book["traffic.md"].body.splitlines() if line.startswith('<li><span class="verdict')
    ]


def test_notes_at_the_end(book: Book) -> None:
    """Every fact of the page with its figure and source: what print and old browsers have for cards."""
    point = "series/freight-yearbook.html#freight-yearbook-2024"
    expected = [
        f'<li id="note-1"><a href="facts/freight-2024.html">Freight through the port</a> <b>{data("freight-2024", "1250000.00", "Over 1.25~million~tonnes")}</b> '
        f"<span>{title('Town Hall of Sund')}, {SPEECH}</span></li>",
        f'<li id="note-2"><a href="{point}">Freight through the port</a> <b>{YEARBOOK}</b> <span>{title("Port Office")}, {time("2025-02", "February 2025")}</span></li>',
        f'<li id="note-3"><a href="facts/freight-growth-2024.html">Growth of freight</a> <b>{data("freight-growth-2024", "-3.5", "−3.5~percent")}</b> '
        f"<span>{title('Town Hall of Sund')}, {SPEECH}</span></li>",
    ]
    assert expected == [line for line in book["traffic.md"].body.splitlines() if line.startswith('<li id="note-')]


def test_short_chapter(book: Book) -> None:
    """Without sections, key points and gaps there is no empty heading."""
    headings = [line for line in book["money.md"].body.splitlines() if line.startswith("##")]
    assert ["## Claims tested here { #claims }", "## Figures and claims used here { #used }"] == headings
