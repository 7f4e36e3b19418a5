"""The places."""

from __future__ import annotations

from pages.conftest import Book
from pages.pieces import count


def test_place_with_its_facts(book: Book) -> None:
    """Name, Chinese name, kind, what it is part of, and the facts about it."""
    lines = book["places.md"].body.splitlines()
    at = lines.index('<section class="blk item" id="sund">')
    assert [
        "<h2>Sund 松德</h2>",
        '<p class="m">town, in Veldland</p>',
    ] == lines[at + 1 : at + 3]
    assert f"<summary>Facts about it: {count('facts,place=sund', 12)}</summary>" in lines[at + 3]


def test_place_without_facts(book: Book) -> None:
    """It has no empty list."""
    lines = book["places.md"].body.splitlines()
    at = lines.index('<section class="blk item" id="veldland">')
    assert ["<h2>Veldland</h2>", '<p class="m">country</p>', "</section>"] == lines[at + 1 : at + 4]


def test_chinese_is_marked(rich: Book) -> None:
    """Where the site names its other language, so that it is spoken and set rightly."""
    assert '<h2>Sund <span lang="zh-Hans">松德</span></h2>' == rich["places.md"].line("<h2>Sund")
