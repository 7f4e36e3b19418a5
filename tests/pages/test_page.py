"""Front matter and body of a page."""

from __future__ import annotations

import json

import yaml

from build_scripts import prose
from build_scripts.pages import _page
from build_scripts.pages._html import Html
from build_scripts.pages._page import (
    Spoken,
    crumbs,
    figure_spoken,
    in_markdown,
    menu,
    named,
    page,
    spoken,
    tallied,
)
from pages.conftest import Book, Page
from pages.pieces import FREIGHT, NB, count, data, time

PLAIN = f"over 1.25{NB}million{NB}tonnes"


def html(book: Book, *, markdown: bool = False) -> Html:
    return Html(book.view, "facts/x.html", markdown=markdown)


def test_prose_around_a_page(book: Book) -> None:
    """As plain text, as HTML without links, and with the records that it tells of."""
    made = spoken(html(book), "${freight-2024} & ${count(claims)}")
    expected = Spoken(f"{PLAIN} & 7", f"{FREIGHT} &amp; {count('claims', 7)}", ("fact:freight-2024", "count:claims"))
    assert expected == made


def test_prose_around_a_page_of_markdown(book: Book) -> None:
    """The front matter is no Markdown, so nothing is escaped for it."""
    assert "a *b* [c] &lt;d&gt;" == spoken(html(book, markdown=True), "a *b* [c] <d>").html


def test_prose_is_put_together(book: Book) -> None:
    """With words, and with more prose; plain words are escaped."""
    made = (
        named(html(book), "In 2024 ")
        + tallied("claims", 7)
        + " < "
        + figure_spoken(html(book), book.view.site.facts["freight-2024"])
    )
    figure = data("freight-2024", "1250000.00", "Over 1.25~million~tonnes")
    expected = Spoken(
        f"In 2024 7 < Over 1.25{NB}million{NB}tonnes",
        f"In {time('2024')} {count('claims', 7)} &lt; {figure}",
        ("count:claims", "fact:freight-2024"),
    )
    assert expected == made


def test_fact_without_a_figure(book: Book) -> None:
    """Nothing to show, nothing to trace."""
    assert Spoken("", "") == figure_spoken(html(book), book.view.site.facts["harbour-heart"])


def test_records_of_a_text(book: Book) -> None:
    """Each once, in the order in which they are told; through statements of other facts too."""
    _, found = prose.traced("${quay-cost} ${freight-2024|statement} ${quay-cost|period}", book.view.site)
    assert ("fact:quay-cost", "fact:freight-2024") == found


def test_block_of_raw_html() -> None:
    """No blank line inside, one around: so Markdown passes it through."""
    assert "\n\n<div>\n<p>a</p>\n</div>\n\n" == in_markdown("  <div>\n\n   <p>a</p>\n \n</div>\n")


def made(book: Book, meta: dict[str, object]) -> Page:
    retired = book.view.site.retired["freight-2023-old"]
    writer = html(book)
    return Page(
        page(
            book.view, "retired", "facts/x.html", meta, ("content/a.yml", 3), writer, retired=retired, day="2 May 2025"
        )
    )


def test_page_as_an_artifact(book: Book) -> None:
    """A Markdown file at the page's address, with the line that it comes from."""
    artifact = made(book, {"title": "T"}).artifact
    assert ("facts/x.md", ("content/a.yml", 3), {}) == (artifact.path, artifact.origin, artifact.traces)


def test_front_matter(book: Book) -> None:
    """Title and description are plain text whose records are traced; all else is HTML; nothing is left empty."""
    told = spoken(html(book), "${freight-2024}")
    found = made(
        book,
        {
            "title": told,
            "description": told,
            "kicker": told,
            "crumbs": crumbs((told, "a.html"), (told, None)),
            "menu": None,
        },
    )
    assert {
        "reviewed": "1 June 2025",
        "reviewed_iso": "2025-06-01",
        "title": PLAIN,
        "description": PLAIN,
        "kicker": FREIGHT,
        "crumbs": [{"label": FREIGHT, "url": "a.html"}, {"label": FREIGHT}],
        "body": "html",
        "record": "https://code.example/harbour/edit/main/content/a.yml#L3",
    } == {key: value for key, value in found.front.items() if key not in ("card", "card_words", "linked")}
    behind = ("fact:freight-2024",)
    assert {"title": behind, "description": behind, "data": behind} == found.artifact.traces


def test_front_matter_is_yaml(book: Book) -> None:
    """Text that YAML would misread arrives as it was."""
    title = '- yes: "no" # {a: [b]} %x\\ 松德 &amp; *a ---'
    page = made(book, {"title": title})
    assert isinstance(page.artifact.body, str)
    assert title == yaml.safe_load(page.artifact.body.split("---\n", 1)[1].rpartition("\n---\n")[0])["title"]


def test_page_of_no_record(book: Book) -> None:
    """It has no source record to open."""
    writer = html(book)
    artifact = page(
        book.view, "retired", "x.html", {}, None, writer, retired=book.view.site.retired["freight-2023-old"], day="2 May 2025"
    )  # fmt: skip
    assert "record" not in Page(artifact).front


def test_menu_entry_of_a_page(book: Book) -> None:
    """Its own, for a chapter that of the list of chapters, for others none."""
    assert ("method.html", "chapters.html", None) == tuple(
        menu(book.view, id) for id in ("method", "traffic", "glossary")
    )


def test_words_of_the_page_are_json(book: Book) -> None:
    """Every line of the front matter is a key and one JSON value."""
    for path, artifact in book.artifacts.items():
        if path.endswith(".md"):
            assert isinstance(artifact.body, str)
            front = artifact.body.split("---\n", 2)[1]
            assert front.splitlines() == [
                f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in Page(artifact).front.items()
            ]


def test_every_kind_and_language_of_source_has_words() -> None:
    """A word that the model knows and the page does not would stop a build."""
    from typing import get_args

    from build_scripts.model import Source

    fields = Source.model_fields
    assert (set(get_args(fields["kind"].annotation)), set(get_args(fields["language"].annotation))) == (
        set(_page.SOURCE_KINDS),
        set(_page.LANGUAGES),
    )
