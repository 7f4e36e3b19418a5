"""How to cite: the original source first, every figure and date in it tied to its record."""

from __future__ import annotations

import json
from html import unescape

import pytest
from lxml import html

from build_scripts.gate._book import Book as Records
from build_scripts.gate._run import judged
from build_scripts.pages import _cite
from pages.conftest import Book
from pages.pieces import SPEECH, time


def shown(page: str, part: int) -> str:
    """The text of a disclosure on a page: BibTeX, then CSL-JSON."""
    found = html.fromstring(page).xpath("//section[contains(@class, 'citing')]//div[@class='code']")
    return "\n".join(pre.text_content() for pre in found[part].iter("pre"))


def test_fact_in_words(book: Book) -> None:
    """Source, where in it, its address; then the entry with its version, its address with it, and the licence."""
    expected = (
        f'<p class="cite">“The tide has turned”, Town Hall of Sund, {SPEECH}, '
        'paragraph <span data-structural="paragraph">2</span>. '
        '<span data-structural="address">https://town.example/speech</span> Recorded as “Ferries in service”, version '
        '<span data-structural="version" data-of="ferries-all">1</span>, The Harbour Book, '
        f"{time('2025-06-01', '1 June 2025')}. "
        '<span data-structural="address">https://harbour.example/book/facts/ferries-all.html?v=1</span>, '
        '<span data-structural="licence">CC BY 4.0</span>.</p>'
    )
    assert expected == book["facts/ferries-all.md"].line('class="cite"')


def test_authors_come_first_and_titles_of_ours_in_brackets(rich: Book) -> None:
    """The version is one more than the changes; a source without a date says so."""
    line = rich["facts/passengers-range.md"].line('class="cite"')
    text = html.fromstring(line).text_content()
    assert (
        "A. Aa, B. Bb: “[A note on R2 & more]”, Tunnel Board, no date given. https://tunnel.example/note "
        "Recorded as “Passengers, roughly”, version 3, The Harbour Book, 1 June 2025. "
        "https://harbour.example/book/facts/passengers-range.html?v=3, CC BY 4.0."
    ) == text


def test_fact_in_bibtex(rich: Book) -> None:
    """The source, then the entry; signs of TeX are escaped."""
    assert r"""@misc{undated-note,
  author = {{A. Aa} and {B. Bb}},
  title = {{[A note on R2 \& more]}},
  howpublished = {Tunnel Board},
  url = {https://tunnel.example/note}
}
@misc{passengers-range-v3,
  author = {{The Harbour Book}},
  title = {{Passengers, roughly}},
  howpublished = {The Harbour Book},
  year = {2025},
  month = jun,
  note = {Version 3; after Tunnel Board, [A note on R2 \& more], no date given},
  url = {https://harbour.example/book/facts/passengers-range.html?v=3}
}""" == shown(rich["facts/passengers-range.md"].body, 0)


def test_fact_in_csl(book: Book) -> None:
    """Two items, the source first."""
    assert [
        {
            "id": "port-yearbook", "type": "report", "title": "Yearbook of the Port Office", "publisher": "Port Office",
            "issued": {"date-parts": [[2025, 2]]}, "language": "en", "URL": "https://port.example/yearbook",
        },
        {
            "id": "ferries-yearbook-v2", "type": "webpage", "title": "Ferries in the yearbook",
            "author": [{"literal": "The Harbour Book"}], "container-title": "The Harbour Book",
            "issued": {"date-parts": [[2025, 6, 1]]}, "version": "2",
            "note": "After Port Office, Yearbook of the Port Office, February 2025", "language": "en",
            "URL": "https://harbour.example/book/facts/ferries-yearbook.html?v=2",
        },
    ] == json.loads(shown(book["facts/ferries-yearbook.md"].body, 1))  # fmt: skip


def test_record_of_a_fact_is_a_file(book: Book) -> None:
    """It lies beside the page."""
    assert (
        '<a href="ferries-all.json" type="application/json">This record as JSON</a>'
        in book["facts/ferries-all.md"].body
    )


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (
            "charts/freight-bars.md",
            "After Port Office, Yearbook of the Port Office, February 2025. Drawn as “The port handles less freight",
        ),
        ("charts/verdicts.md", "After Town Hall of Sund, The tide has turned, 4 March 2025. Drawn as “"),
        ("traffic.md", "After Town Hall of Sund, The tide has turned, 4 March 2025. Read in “Freight is still below"),
        ("data.md", "After Town Hall of Sund, The tide has turned, 4 March 2025. Read in “The book as files”"),
        (
            "series/freight-yearbook.md",
            "After Port Office, Yearbook of the Port Office, February 2025. Recorded as “Freight through the port”",
        ),
    ],
)
def test_others_in_words(book: Book, page: str, words: str) -> None:
    """A chart after the sources of what it draws, a page after what the site explains."""
    text = unescape(html.fromstring(book[page].line('class="cite"')).text_content()).replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith(words), text


def test_only_pages_with_a_history_load_the_script(book: Book) -> None:
    """It tells of changes since the version in the address."""
    loaded = [path for path in book.artifacts if path.endswith(".md") and "ledger.version.js" in book[path].body]
    assert ["facts/ferries-yearbook.md"] == loaded


def test_long_lists_of_sources_leave_out_titles(rich: Book) -> None:
    """They stand in BibTeX and CSL-JSON."""
    sources = list(rich.view.site.sources.values())
    assert (True, False) == (
        "Yearbook" in "".join(p.text for p in _cite._after(sources[:3])),
        "Yearbook" in "".join(p.text for p in _cite._after(sources[:4])),
    )


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("year</span>", "", ""),
        ('">2025</time>}', '">2024</time>}', 'it shows "2024", its datetime is 2025'),
        ("[2025, 2]", "[2025, 9]", "no record carries the date 2025-09"),
        ("ferries-yearbook-v2</span>", "ferries-yearbook-v9</span>", "it is the id of no record"),
        ('data-of="ferries-yearbook">2</span>;', 'data-of="ferries-yearbook">7</span>;', "the record has 1 changes"),
        ("Yearbook of the Port Office}}", "Yearbook of 40 Ports}}", '"40" names no record'),
        ("howpublished = {The", "howpublished = {40 The", '"40" names no record'),
        ("html?v=2</span>}", "html?v=2</span>, 3}", '"3" names no record'),
    ],
)  # fmt: skip
def test_planted_numbers_are_found(book: Book, old: str, new: str, why: str) -> None:
    """In the code to copy as in any sentence."""
    body = book["facts/ferries-yearbook.md"].body
    start = body.index('<section class="blk citing"')
    part = body[start : body.index("</section>", start)]
    assert not why or old in part, part
    altered = f"<!doctype html><title>Page</title>{part.replace(old, new) if why else part}</section>"
    found = [o.why for o in judged({"facts/ferries-yearbook.html": altered.encode()}, Records(book.view.site))]
    assert ([why] if why else []) == list(dict.fromkeys(found))
