"""People and organisations."""

from __future__ import annotations

from pages.conftest import Book
from pages.pieces import count


def test_person(book: Book) -> None:
    """Name, capacity, organisation, category, and what is theirs."""
    lines = book["who.md"].body.splitlines()
    at = lines.index('<section class="blk item" id="mayor">')
    assert ["<h2>Ada Lind</h2>", '<p class="m">mayor, Town of Sund · government</p>'] == lines[at + 1 : at + 3]
    assert f"<summary>What is theirs: {count('facts,said_by=mayor', 7)}</summary>" in lines[at + 3]


def test_organisation(rich: Book) -> None:
    """Chinese name, what it belongs to, and a note."""
    lines = rich["who.md"].body.splitlines()
    at = lines.index('<section class="blk item" id="tunnel-board">')
    assert [
        '<h2>Tunnel Board <span lang="zh-Hans">隧道局</span></h2>',
        '<p class="m">Ministry of Roads · company</p>',
    ] == lines[at + 1 : at + 3]
    assert '<p class="m">Owned by the state.</p>' in lines[at + 3]


def test_speakers_by_name(rich: Book) -> None:
    """In alphabetical order, whatever the order of the files."""
    headings = [line for line in rich["who.md"].body.splitlines() if line.startswith("<h2>")]
    assert ["<h2>Ada", "<h2>Evening", "<h2>Port", "<h2>Tunnel"] == [line.split(" ")[0] for line in headings]
