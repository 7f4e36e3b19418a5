"""The places."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.pages import places
from build_scripts.pages._view import View
from pages.conftest import Book, Page
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


def test_maps_stand_before_the_list(book: Book) -> None:
    """With the style sheet and the script of charts, which pages without charts do not load."""
    site = book.view.site
    spec = site.pages["places"].model_copy(update={"charts": ("electric",)})
    changed = replace(site, pages={**site.pages, spec.id: spec})
    page = Page(next(iter(places.render(View(changed, book.view.drawings)))))
    assert page.body.index("electric") < page.body.index('id="sund"')
    assert (["assets/charts.css"], ["assets/charts.js"]) == (page.front["styles"], page.front["scripts"])


def test_list_without_a_map_loads_nothing(book: Book) -> None:
    """Style sheet and script belong to charts."""
    assert set() == {"styles", "scripts"} & book["places.md"].front.keys()
