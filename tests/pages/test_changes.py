"""What changed: the page of all changes, and the history on a record's own page."""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.gate._book import Book as Records
from build_scripts.gate._run import judged
from build_scripts.loading import Loaded
from build_scripts.pipeline import provenance
from pages.conftest import MORE, Book, Page
from pages.pieces import data, kept, time

FERRIES = "facts/ferries-yearbook.html#v2"
SEVEN = data("ferries-yearbook", "7", "7~ferries")
REVISED = {
    "facts/claims.yml": (
        "    against: [ferries-yearbook]\n",
        """\
    against: [ferries-yearbook]
  changes:
    - {on: 2025-04-01, kind: revision, was: not found, why: The yearbook came out.}
    - {on: 2025-05-02, kind: revision, was: qualified, why: "It differs from ${ferries-yearbook}."}
""",
    ),
    "facts/others.yml": (
        'value: "1.31"\n',
        'value: "1.31"\n'
        "      changes: [{on: 2025-05-20, kind: update, was: 1.3 million tonnes, why: A later table.}]\n",
    ),
}


def was(fact: str, text: str) -> str:
    return f'<q class="printed" data-was="{fact}">{text}</q>'


def version(fact: str, past: int) -> str:
    return f'<b>Version <span data-structural="version" data-of="{fact}" data-past="{past}">{past + 1}</span></b>'


def revised(harbour: Callable[..., Loaded]) -> Book:
    site = harbour(REVISED).site
    assert site is not None
    return Book(site)


def test_before_now_and_why(book: Book) -> None:
    """Under the day, with links to the record's own history and to the feeds."""
    lines = book["changes.md"].body.splitlines()
    at = lines.index(
        '<section class="blk" id="on-2025-05-02"><h2>'
        + time("2025-05-02", "2 May 2025")
        + '</h2><ul class="plainlist">'
    )
    assert (
        '<p class="m">To be told of new ones: <a href="feed.xml">Atom feed</a> · <a href="feed.json">JSON feed</a></p>',
        f'<li id="ferries-yearbook-v2"><a href="{FERRIES}">Ferries in the yearbook</a>. Correction. '
        f"Before: {was('ferries-yearbook', '6 ferries')}. Now: {SEVEN}. A ship had been left out.</li>",
    ) == (lines[at - 1], lines[at + 1])


def test_newest_first(harbour: Callable[..., Loaded]) -> None:
    """What a later change replaced is quoted; what still holds is shown as the record has it."""
    body = revised(harbour)["changes.md"].body
    rows = [line for line in body.splitlines() if line.startswith("<li ")]
    link = f'<a class="to" href="facts/ferries-yearbook.html">{SEVEN}</a>'
    now = data("freight-yearbook-2022", "1310000.00", "1.31~million~tonnes")
    point = "series/freight-yearbook.html#freight-yearbook-2022-v2"
    claim = '<a href="facts/ferries-all.html#v{}">Ferries in service</a>'
    assert [
        f'<li id="freight-yearbook-2022-v2"><a href="{point}">Freight through the port, {time("2022")}</a>. Update. '
        f"Before: {was('freight-yearbook-2022', '1.3 million tonnes')}. Now: {now}. A later table.</li>",
        f'<li id="ferries-all-v3">{claim.format(3)}. Revision. Verdict before: {was("ferries-all", "qualified")}. '
        f"Now: {kept('contradicted')} It differs from {link}.</li>",
        f'<li id="ferries-yearbook-v2"><a href="{FERRIES}">Ferries in the yearbook</a>. Correction. '
        f"Before: {was('ferries-yearbook', '6 ferries')}. Now: {SEVEN}. A ship had been left out.</li>",
        f'<li id="ferries-all-v2">{claim.format(2)}. Revision. Verdict before: {was("ferries-all", "not found")}. '
        f"Now: {was('ferries-all', 'qualified')}. The yearbook came out.</li>",
    ] == rows


def test_nothing_has_changed_yet(harbour: Callable[..., Loaded]) -> None:
    """The page says so."""
    entry = '  changes:\n    - {on: 2025-05-02, kind: correction, was: "6 ferries", why: A ship had been left out.}\n'
    site = harbour({"facts/others.yml": (entry, "")}).site
    assert site is not None
    body = Book(site)["changes.md"].body
    own = body.partition("\n\n<section class=")[0].rstrip()
    assert "<p>No record has changed since it was first published.</p>" == own.splitlines()[-1]


def test_history_of_a_record(harbour: Callable[..., Loaded]) -> None:
    """Each version with an anchor of its own, the newest first."""
    lines = revised(harbour)["facts/ferries-all.md"].body.splitlines()
    at = lines.index('<section class="blk"><h2>History</h2>') + 1
    link = f'<a class="to" href="ferries-yearbook.html">{SEVEN}</a>'
    assert [
        f'<li id="v3">{version("ferries-all", 2)}, {time("2025-05-02", "2 May 2025")}. Revision. '
        f"Verdict before: {was('ferries-all', 'qualified')}. Now: {kept('contradicted')} "
        f"It differs from {link}.</li>",
        f'<li id="v2">{version("ferries-all", 1)}, {time("2025-04-01", "1 April 2025")}. Revision. '
        f"Verdict before: {was('ferries-all', 'not found')}. Now: {was('ferries-all', 'qualified')}. "
        "The yearbook came out.</li>",
        "</ul>",
        "</section>",
    ] == lines[at + 1 : at + 5]


def test_history_of_a_point(harbour: Callable[..., Loaded]) -> None:
    """Points share a page: their anchors hold their ids."""
    page = revised(harbour)["series/freight-yearbook.md"]
    assert page.line("data-was").startswith(
        f'<li id="freight-yearbook-2022-v2">{version("freight-yearbook-2022", 1)}, '
    )


def section(page: Page) -> list[str]:
    """The lines of its history, without those that only open and close it."""
    _, _, rest = page.body.partition('<section class="blk"><h2>History</h2>')
    return [line for line in rest.partition("</section>")[0].splitlines() if line.startswith(("<li", "<p"))]


def test_history_of_a_page(rich: Book) -> None:
    """What a chapter, room or statement said before."""
    facts = '<data value="14" data-count="facts">14</data>'
    assert [
        f'<li id="v3">{version("pages:about", 2)}, {time("2025-05-06", "6 May 2025")}. Correction. '
        f"Before: {was('pages:about', 'An exercise with 9 facts.')} There are {facts}.</li>",
        f'<li id="v2">{version("pages:about", 1)}, {time("2025-05-04", "4 May 2025")}. Wording. '
        f"Before: {was('pages:about', 'What this is not')}. Plainer.</li>",
    ] == section(rich["about.md"])


def test_history_of_a_chart(harbour: Callable[..., Loaded]) -> None:
    """Its own, with versions; below it the records that it draws, which have their own."""
    point = "      changes: [{on: 2025-05-20, kind: update, was: 1.3 million tonnes, why: A later table.}]\n"
    changed = {**MORE, "facts/others.yml": ('value: "1.31"\n', 'value: "1.31"\n' + point)}
    site = harbour(changed).site
    assert site is not None
    freight = '<a class="to" href="../series/freight-yearbook.html#freight-yearbook-2022">'
    link = "../series/freight-yearbook.html#freight-yearbook-2022-v2"
    own, head, drawn = section(Book(site)["charts/port-freight.md"])
    assert own.startswith(
        f'<li id="v2">{version("charts:port-freight", 1)}, {time("2025-05-05", "5 May 2025")}. Correction. '
        f"Before: {was('charts:port-freight', 'Freight grew by 9 percent')}. It was {freight}"
    )
    assert (
        "<p>Records shown here that have changed:</p>",
        f'<li><a href="{link}">Freight through the port, {time("2022")}</a>. {time("2025-05-20", "20 May 2025")}</li>',
    ) == (head, drawn)


def test_pages_and_charts_stand_among_the_changes(rich: Book) -> None:
    """With what kind of record they are; their names are unlike those of facts."""
    rows = [line for line in rich["changes.md"].body.splitlines() if line.startswith("<li id")]
    heads = [row.partition(". ")[0] for row in rows if ":" in row.partition("<a")[0]]
    freight = data("freight-yearbook-2024", "1260000.00", "1.26~million~tonnes")
    assert [
        '<li id="pages.about-v3">Page: <a href="about.html#v3">What this is</a>',
        f'<li id="charts.port-freight-v2">Chart: <a href="charts/port-freight.html#v2">Freight was at {freight}</a>',
        '<li id="pages.about-v2">Page: <a href="about.html#v2">What this is</a>',
    ] == heads


def test_a_record_that_never_changed(book: Book) -> None:
    """It has no history to show."""
    assert "History" not in book["facts/quay-cost.md"].body


def test_the_footer_leads_to_it(book: Book) -> None:
    """Under Check."""
    from build_scripts.pages._chrome import chrome

    check = next(column for column in chrome(book.view)["foot"] if column["title"] == "Check")
    assert {"label": "What changed", "url": "changes.html"} == check["links"][-1]


# --- the gate -------------------------------------------------------------------------------------------


def orphans(book: Book, path: str, old: str = "", new: str = "") -> list[str]:
    """What the gate finds in a page in which `old` was made `new` after it was written."""
    artifacts = list(book.artifacts.values())
    body = book[path].body
    assert old in body
    contents = {
        path.replace(".md", ".html"): f"<!doctype html><body>{body.replace(old, new)}".encode(),
        "provenance.json": str(provenance(artifacts).body).encode(),
    }
    return [orphan.why for orphan in judged(contents, Records(book.view.site))]


def test_every_number_is_tied(harbour: Callable[..., Loaded]) -> None:
    """On the page of all changes, on that of a fact and of a series."""
    book = revised(harbour)
    assert [[], [], []] == [
        orphans(book, path) for path in ("changes.md", "facts/ferries-all.md", "series/freight-yearbook.md")
    ]


def test_numbers_of_pages_and_charts(rich: Book) -> None:
    """Tied to the record of the page or chart, and to no other."""
    assert [[], [], [], ["no change of the record says this"], ["the record has 2 changes"]] == [
        orphans(rich, "about.md"),
        orphans(rich, "charts/port-freight.md"),
        orphans(rich, "changes.md"),
        orphans(rich, "about.md", 'data-was="pages:about">An', 'data-was="charts:port-freight">An'),
        orphans(rich, "about.md", 'data-of="pages:about" data-past="2">3', 'data-of="pages:about" data-past="2">9'),
    ]


def test_planted_numbers_are_found(harbour: Callable[..., Loaded]) -> None:
    """A wrong `was`, one of another record, a version that never was."""
    book = revised(harbour)
    assert [
        ["no change of the record says this"],
        ["no change of the record says this"],
        ["the record has 2 changes"],
        ["the record has 2 changes"],
    ] == [
        orphans(book, "changes.md", ">6 ferries<", ">5 ferries<"),
        orphans(book, "changes.md", 'data-was="ferries-yearbook"', 'data-was="freight-yearbook-2022"'),
        orphans(book, "facts/ferries-all.md", 'data-past="2">3<', 'data-past="2">4<'),
        orphans(book, "facts/ferries-all.md", 'data-past="2">3<', 'data-past="3">3<'),
    ]
