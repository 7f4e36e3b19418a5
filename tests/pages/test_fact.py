"""The page of one fact: head, verdict, evidence, uses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from build_scripts.edtf import read_period
from build_scripts.model import Site, Verified
from build_scripts.pages._view import View
from build_scripts.pages.fact import fact_page
from build_scripts.verification import record_hash, text_hash
from pages.conftest import Book, Page
from pages.pieces import NB, QUAY, SPEECH, count, data, mark, paragraph, time, title, verdict

FERRIES = data("ferries-all", "8", "8~ferries")
YEARBOOK = data("ferries-yearbook", "7", "7~ferries")


def test_front_matter_of_a_claim(book: Book) -> None:
    """Title with the figure; the way down to it; the claims before and after."""
    front = book["facts/ferries-all.md"].front
    expected = {
        "kind": "fact",
        "title": f"8{NB}ferries: Ferries in service",
        "description": f"The port runs 8{NB}ferries.",
        "crumbs": [
            {"label": "All claims", "url": "claims.html"},
            {"label": "People", "url": "people.html"},
            {"label": f"Claim {count('number,claim=ferries-all', 4)} of {count('claims', 7)}"},
        ],
        "menu": "claims.html",
        "turn_label": "Claims",
        "previous": {
            "kicker": f"Claim {count('number,claim=ferries-electric', 3)}",
            "title": "Electric ferries",
            "url": "facts/ferries-electric.html",
        },
        "next": {
            "kicker": f"Claim {count('number,claim=quay-cost', 5)}",
            "title": "Cost of the new quay",
            "url": "facts/quay-cost.html",
        },
        "record": "https://code.example/harbour/edit/main/content/facts/claims.yml#L71",
    }
    assert expected == {key: front[key] for key in expected}


def test_first_and_last_claim(book: Book) -> None:
    """There is no claim before the first and none after the last."""
    first, last = book["facts/freight-2024.md"].front, book["facts/harbour-heart.md"].front
    assert ("previous" not in first, "next" not in last) == (True, True)


def test_front_matter_of_another_fact(book: Book) -> None:
    """It belongs to the list of all facts, and has no claims beside it."""
    front = book["facts/ferries-yearbook.md"].front
    way = [{"label": "All facts", "url": "all-facts.html"}, {"label": "Ferries in the yearbook"}]
    assert (way, set()) == (front["crumbs"], {"menu", "previous", "next"} & front.keys())


def test_records_behind_title_and_description(book: Book) -> None:
    """Their words cannot be marked; the file of provenance names what they tell of."""
    expected = {"title": ("fact:ferries-all",), "description": ("fact:ferries-all",)}
    assert expected.items() <= book["facts/ferries-all.md"].artifact.traces.items()


def test_head_of_a_claim(book: Book) -> None:
    """Said: the statement and the figure at large, with its hedge in words."""
    page = book["facts/quay-cost.md"]
    big = '<data value="40000000" data-fact="quay-cost"><small>About</small> 40 <small>million~crowns</small></data>'
    assert (
        '<div class="factpage"><div class="said"><p class="kick">Said</p>',
        f"<h1>The new quay will cost {QUAY}.</h1>",
        f'<p class="big num">{big.replace("~", NB)}</p><p class="hedge">Given as about this · target, not a result</p></div>',
    ) == (page.line('class="said"'), page.line("<h1>"), page.line('class="big num"'))


@pytest.mark.parametrize(
    ("path", "hedge"),
    [
        ("facts/ferries-all.md", "Given without a hedge"),
        ("facts/freight-2024.md", "Given as more than this"),
        ("facts/dockers-2025.md", "Given as nearly this"),
    ],
)
def test_hedge_in_words(book: Book, path: str, hedge: str) -> None:
    """How sure the speaker is, under the figure."""
    assert f'<p class="hedge">{hedge}</p>' in book[path].line('class="hedge"')


def test_range_at_large(rich: Book) -> None:
    """Both numbers are large, the words around them small."""
    big = '<data value="5000" data-fact="passengers-range"><small>Between</small> 5,000 and 6,000 <small>people</small></data>'
    expected = f'<p class="big num">{big}</p><p class="hedge">Given as a range · estimate</p></div>'
    assert expected == rich["facts/passengers-range.md"].line('class="big num"').replace(NB, " ")


def test_verdict_box(book: Book) -> None:
    """Shown: the verdict, why, and the records for and against."""
    page = book["facts/ferries-all.md"]
    because = f'<p>The yearbook counts <a class="to" href="ferries-yearbook.html">{YEARBOOK}</a>.</p>'
    against = f'<li><b>{YEARBOOK}</b><span><a href="ferries-yearbook.html">Ferries in the yearbook</a>, {time("2024-12", "December 2024")}</span></li>'
    assert (
        f'<div class="mid">{mark("contradicted")}</div>',
        f'<div class="shown"><p class="kick">Shown</p>{verdict("contradicted", " lg")}{because}',
        against,
    ) == (page.line('class="mid"'), page.line('class="shown"'), page.line("<li><b>"))


def test_fact_without_a_verdict(book: Book) -> None:
    """A record says how sure it is instead, and why."""
    page = book["facts/dockers-2025.md"]
    expected = (
        '<div class="shown"><p class="kick">How sure</p><p><b>Low confidence.</b> From a weak page or unclear wording: '
        "to be used only with a second source.</p><p>From one report.</p></div>"
    )
    assert ('<div class="mid"></div>', expected) == (page.line('class="mid"'), page.line('class="shown"'))


def test_who_when_where_what(book: Book) -> None:
    """Speaker with capacity, period, place, kind."""
    expected = (
        '<dl class="meta"><div><dt>Who says so</dt><dd><a href="../who.html#mayor">Ada Lind</a>, mayor</dd></div>'
        f"<div><dt>Period</dt><dd>{time('2025')} to {time('2027')}</dd></div>"
        '<div><dt>Place</dt><dd><a href="../places.html#sund">Sund</a>, in <a href="../places.html#veldland">Veldland</a></dd></div>'
        "<div><dt>Kind</dt><dd>Figure: Money for the quay</dd></div></dl>"
    )
    assert expected == book["facts/quay-cost.md"].line('class="meta"')


def test_titles_of_facts_with_one_label(site: Site) -> None:
    """The period tells them apart; where none is known, who published it."""
    quay, heart = (
        fact.model_copy(update={"label": "Harbour"}) for fact in (site.facts["quay-cost"], site.facts["harbour-heart"])
    )
    view = View(replace(site, facts={**site.facts, quay.id: quay, heart.id: heart}))
    titles = [Page(fact_page(view, fact)).front["title"] for fact in (quay, heart)]
    assert [f"About 40{NB}million{NB}crowns: Harbour, {quay.period.words()}", "Harbour, Town Hall of Sund"] == titles


def test_who_speaks_in_a_publication_of_their_own(site: Site) -> None:
    """Nobody quotes themselves."""
    fact = site.facts["dockers-2025"]
    own = site.speakers[fact.said_by].name
    source = site.sources[fact.evidence[0].source].model_copy(update={"publisher": own})
    quoted = fact.model_copy(update={"via": source.id})
    changed = replace(site, facts={**site.facts, fact.id: quoted}, sources={**site.sources, source.id: source})
    assert "quoted by" not in Page(fact_page(View(changed), quoted)).line('class="meta"')


def test_what_is_not_known_of_a_fact(book: Book, rich: Book) -> None:
    """A period that is not given says why; who quotes the speaker is named."""
    opinion, event = (
        book["facts/harbour-heart.md"].line('class="meta"'),
        rich["facts/tunnel-event.md"].line('class="meta"'),
    )
    assert (True, True, True) == (
        "<dt>Period</dt><dd>no period given. A way of speaking.</dd>" in opinion,
        "<dt>Kind</dt><dd>Opinion</dd>" in opinion,
        f'<a href="../who.html#tunnel-board">Tunnel Board</a>, quoted by {title("Evening Post")}</dd>' in event,
    )


def test_fact_of_no_single_place(book: Book) -> None:
    """The field is there, so that nobody wonders whether it was forgotten."""
    site = book.view.site
    placeless = site.facts["harbour-heart"].model_copy(update={"place": None})
    view = View(replace(site, facts={**site.facts, placeless.id: placeless}))
    body = fact_page(view, placeless).body
    assert isinstance(body, str)
    assert "<dt>Place</dt><dd>No single place</dd>" in body


def test_evidence_row(book: Book) -> None:
    """Source and date, paragraph, and the characters as printed."""
    expected = (
        f'<tr><th scope="row"><a href="../sources/mayor-speech.html">{title("Town Hall of Sund")}, {SPEECH}</a></th>'
        f'<td data-l="Where">paragraph {paragraph(4)}</td>'
        '<td data-l="As printed"><q class="printed" data-printed="quay-cost">some 40 million crowns</q></td></tr>'
    )
    assert expected == book["facts/quay-cost.md"].line('data-l="As printed"')


def test_evidence_row_of_an_undated_page(rich: Book) -> None:
    """No date, no numbered paragraphs: the row says so."""
    source = f'<a href="../sources.html#undated-note">{title("Tunnel Board")}, no date given</a>'
    assert [True, True, True] == [
        source in rich["facts/tunnel-event.md"].line('data-l="Where"'),
        f'<td data-l="Where">{paragraph("the last table")}</td>'
        in rich["facts/tunnel-event.md"].line('data-l="Where"'),
        '<td data-l="Where">not numbered</td>' in rich["facts/passengers-range.md"].line('data-l="Where"'),
    ]


def test_what_carries_each_part(book: Book) -> None:
    """For each part of the figure: printed, other words, or a reading with its reason."""
    lines = book["facts/freight-growth-2024.md"].body.splitlines()
    words = 'other words of the same block: <q class="printed" data-printed="freight-growth-2024">'
    assert [
        '<tr><th scope="row">value</th><td>the characters printed</td></tr>',
        f'<tr><th scope="row">sign</th><td>{words}fell by</q></td></tr>',
        '<tr><th scope="row">unit</th><td>the characters printed</td></tr>',
        f'<tr><th scope="row">period</th><td>{words}last year</q></td></tr>',
        f'<tr><th scope="row">place</th><td>{words}our port</q></td></tr>',
        '<tr><th scope="row">speaker</th><td>a reading. The whole speech is the mayor\'s.</td></tr>',
    ] == [line for line in lines if line.startswith('<tr><th scope="row">') and "data-l" not in line]


def test_fact_without_a_figure_has_no_parts(book: Book) -> None:
    """An opinion has nothing to carry."""
    assert "What carries" not in book["facts/harbour-heart.md"].body


def test_where_it_is_used(book: Book) -> None:
    """Every kind of record that refers to it, with a link."""
    lines = book["facts/ferries-all.md"].body.splitlines()
    at = lines.index('<section class="blk"><h2>Where it is used</h2><ul class="plainlist" data-search-exclude>')
    assert [
        f'<li>Fact: <a href="ferries-electric.html">Electric ferries</a> {verdict("plausible")}</li>',
        f'<li>Ledger: <a href="../sources/mayor-speech.html">{title("The tide has turned")}</a></li>',
        '<li>Glossary: <a href="../glossary.html#roll-on-ferry">roll-on ferry</a></li>',
        '<li>Chart: <a href="../charts/electric.html">The smaller part of the ferries runs on batteries</a></li>',
        '<li>Page: <a href="../index.html">Answer</a></li>',
        '<li>Page: <a href="../people.html">People</a></li>',
        "</ul></section>",
    ] == lines[at + 1 : at + 8]


def test_fact_that_nothing_uses(rich: Book) -> None:
    """No empty list."""
    assert "Where it is used" not in rich["facts/passengers-range.md"].body


def test_open_question_names_the_fact(book: Book) -> None:
    """A gap that rests on it is among its uses."""
    expected = '<li>Open question: <a href="../gaps.html#whose-money">Who pays for the quay?</a></li>'
    assert expected == book["facts/quay-cost.md"].line("Open question")


def test_others_say_otherwise(rich: Book) -> None:
    """The other record with its figure, and where the editors stand; a range has no gap."""
    body = rich["facts/passengers-range.md"].body
    section = body[body.index('<section class="blk conflicts">') :].partition("</section>")[0]
    other = data("dockers-2025", "1240", "Nearly 1,240~people")
    expected = [
        f'<td data-l="Value">{other}</td><td data-l="Apart by">Not reckoned</td>',
        "<p>They count other people.</p>",
    ]
    assert expected == [piece for piece in expected if piece in section]


def test_conflict_stands_on_the_page_of_the_other(rich: Book) -> None:
    """Who reads the other record is told as well, in the words of the one that has the stance."""
    assert "<p>They count other people.</p>" in rich["facts/dockers-2025.md"].body


def test_place_within_another(book: Book) -> None:
    """A place says in which it lies."""
    assert ', in <a href="../places.html#veldland">Veldland</a></dd>' in book["facts/quay-cost.md"].line('class="meta"')


def test_part_of_a_whole(book: Book) -> None:
    """The whole stands beside it, with its figure."""
    whole = f'<div><dt>Part of</dt><dd><a href="ferries-all.html">Ferries in service</a>: {FERRIES}'
    assert whole in book["facts/ferries-electric.md"].line('class="meta"')


def test_rank_says_by_what_among_what_and_when(book: Book) -> None:
    """What a superlative means without its words."""
    expected = (
        "<div><dt>Ranked by</dt><dd>the year of its charter, from the first on</dd></div>"
        "<div><dt>Among</dt><dd>ports of the country</dd></div><div><dt>Over what time</dt><dd>All time</dd></div>"
    )
    assert expected in book["facts/oldest-port.md"].line('class="meta"')


def test_verdict_that_rests_on_one_source(book: Book) -> None:
    """The number is a count that the gate makes again; the claim's own source is not counted."""
    one = count("origins,fact=freight-2024", 1, "one")
    expected = f"<p><b>The verdict rests on {one} source.</b> The speech itself is not counted.</p>"
    assert expected in book["facts/freight-2024.md"].body


def test_fact_with_one_source(book: Book) -> None:
    """A source whose own source is not known is told as such."""
    known, unknown = book["facts/ferries-yearbook.md"], book["facts/dockers-2025.md"]
    assert f"Rests on {count('origins,fact=ferries-yearbook', 1, 'one')} source." in known.line('class="m rests"')
    assert "where that has it from is not known" in unknown.line('class="m rests"')


def test_what_cannot_be_told(rich: Book) -> None:
    """An ambiguity has a heading of its own."""
    expected = (
        '<section class="blk"><h2>What a careful reader cannot tell</h2><p>It is not said which end.</p></section>'
    )
    assert expected in rich["facts/tunnel-event.md"].body


def test_points_of_series_have_no_page_of_their_own(book: Book) -> None:
    """They stand on the page of their series."""
    pages = [path for path in book.artifacts if path.startswith("facts/freight-yearbook")]
    assert [] == pages


def test_statement_is_no_markdown(rich: Book) -> None:
    """Stars in it are stars."""
    assert "<h1>The tunnel opened, *said* the paper.</h1>" == rich["facts/tunnel-event.md"].line("<h1>")


def with_lock(book: Book, **locked: Verified) -> View:
    """The made-up site after a source's text was read; facts by their ids with underscores, all of the second block."""
    verified = {(name.replace("_", "-"), "mayor-speech", "2"): entry for name, entry in locked.items()}
    return View(replace(book.view.site, verified=verified))


def test_evidence_that_was_held_against_the_text(book: Book) -> None:
    """The row says when."""
    site = book.view.site
    fact, source = site.facts["ferries-all"], site.sources["mayor-speech"]
    entry = Verified(record_hash(fact, fact.evidence[0], source), text_hash(source, "2"), date(2025, 5, 30))
    found = Page(fact_page(with_lock(book, ferries_all=entry), fact)).line('data-l="Where"')
    day = '<time datetime="2025-05-30" data-verified="ferries-all">30 May 2025</time>'
    assert f'{paragraph(2)}<br><span class="m">Verified against the text on {day}</span></td>' in found


def test_evidence_that_has_changed_since(book: Book) -> None:
    """The row says that it was not read again: changed since a day, or new since the text was read."""
    site = book.view.site
    view = with_lock(book, ferries_all=Verified("0" * 16, "0" * 16, date(2025, 5, 30)))
    changed, new = (Page(fact_page(view, site.facts[id])).line('data-l="Where"') for id in ("ferries-all", "quay-cost"))
    since = '<time datetime="2025-05-30" data-verified="ferries-all">30 May 2025</time>'
    assert (True, True) == (
        f'<span class="m">Not re-verified: the record has changed since {since}</span>' in changed,
        '<span class="m">Not re-verified</span></td>' in new,
    )


@pytest.mark.parametrize(
    ("reviewed", "other", "expected"),
    [
        ("2025-06-01", "2024-Q1", "is due in {due}"),
        ("2026-06-01", "2024-Q1", "was due in {due} and is not on record"),
        ("2025-06-01", "2025", '<a href="dockers-2025.html">full year</a>: {figure}'),
    ],
)
def test_figure_of_part_of_a_year(book: Book, reviewed: str, other: str, expected: str) -> None:
    """It says so, and where the full year is, or when it is due or was."""
    site = book.view.site
    part = site.facts["ferries-yearbook"].model_copy(
        update={"period": read_period("2025-01/2025-03"), "indicator": "staff"}
    )
    whole = site.facts["dockers-2025"].model_copy(update={"period": read_period(other)})
    config = site.config.model_copy(
        update={
            "review": site.config.review.model_copy(update={"on": date.fromisoformat(reviewed)}),
            "full_year_months": 3,
        }
    )
    view = View(replace(site, config=config, facts={**site.facts, part.id: part, whole.id: whole}))
    due = f'<time datetime="2026-03" data-full-year="{part.id}">March 2026</time>'
    figure = data("dockers-2025", "1240", "Nearly 1,240~people")
    sentence = "Part of a year; the full year " if "full year" not in expected else "Part of a year; the "
    assert f"{sentence}{expected.format(due=due, figure=figure)}</dd>" in Page(fact_page(view, part)).line(
        'class="meta"'
    )
