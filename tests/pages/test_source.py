"""The ledger of a source, block by block."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.pages._view import View
from build_scripts.pages.source import render
from pages.conftest import Book
from pages.pieces import FREIGHT, SPEECH, count, data, title, verdict


def test_head(book: Book) -> None:
    """Title, publisher, date, kind, language, and the way to the source."""
    expected = (
        f"<h1>{title('The tide has turned')}</h1></div><p>Town Hall of Sund, {SPEECH} · official publication · English · "
        '<a href="https://town.example/speech" rel="noopener">Read it at the publisher</a></p></div>'
    )
    assert expected in book["sources/mayor-speech.md"].line("<h1>")


def test_how_blocks_are_numbered_and_the_hash_of_the_text(book: Book) -> None:
    """Enough for anyone with a copy to test that it is the same text."""
    body = book["sources/mayor-speech.md"].body
    digest = "3f0bff28a4d1ed0cff6ec6d7d4b8b7d2a7c1f9a3a7f7f0f1c7a0b3c0d9e8f7a6"
    assert (True, True) == (
        '<p class="m">Paragraphs are counted from the first line of the speech.</p>' in body,
        f'white space folded: <code data-structural="hash">{digest}</code></p>' in body,
    )


def test_block_with_claims(book: Book) -> None:
    """Number, label, length and hash; then a row for each claim."""
    lines = book["sources/mayor-speech.md"].body.splitlines()
    at = next(n for n, line in enumerate(lines) if 'id="p1"' in line)
    figure = data("freight-2024", "1250000.00", "Over 1.25~million~tonnes")
    assert [
        '<section class="group" id="p1"><h2><span class="vh">Paragraph </span><span data-structural="paragraph">1</span> The freight '
        '<small><span data-structural="length">31</span> words, <code data-structural="hash">0a1b2c3d4e5f</code></small></h2>',
        f'<div class="r" data-v="confirmed"><span class="n">{count("number,claim=freight-2024", 1)}</span>'
        f'<div class="c"><a href="../facts/freight-2024.html">The port handled {FREIGHT} in the year before the speech.</a></div>'
        f'<span class="f">{figure}</span><span class="v">{verdict("confirmed")}</span><span class="p"></span></div>',
    ] == lines[at : at + 2]


def test_block_without_claims_says_why(book: Book) -> None:
    """Nothing is passed over in silence."""
    assert (
        '<p class="m">Nothing was taken from it: The speaker thanks the guests.</p>'
        in book["sources/mayor-speech.md"].body
    )


def test_only_sources_with_blocks_have_a_ledger(book: Book) -> None:
    """The others stand in the list of sources."""
    assert ["sources/mayor-speech.md"] == [path for path in book.artifacts if path.startswith("sources/")]


def test_photo_caption_and_authors(book: Book) -> None:
    """A caption is named as one, and authors stand after the date."""

    site = book.view.site
    speech = site.sources["mayor-speech"]
    caption = speech.blocks[2].model_copy(update={"kind": "caption"})
    source = speech.model_copy(
        update={"blocks": (*speech.blocks[:2], caption, speech.blocks[3]), "authors": ("A. Aa", "B. Bb"), "link": False}
    )
    (made,) = render(View(replace(site, sources={**site.sources, "mayor-speech": source})))
    assert isinstance(made.body, str)
    assert (True, True, False) == (
        "<small>photo caption, <span" in made.body,
        f"{SPEECH}, by A. Aa, B. Bb · official publication · English</p>" in made.body,
        "town.example" in made.body,
    )
