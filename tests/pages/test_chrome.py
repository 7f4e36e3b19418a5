"""What the theme shows around every page."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.pages._chrome import chrome
from build_scripts.pages._view import View
from pages.conftest import Book

FOOT = {
    "Read": ["Chapters", "Claims", "All facts"],
    "Check": ["Method", "Sources", "Open questions"],
    "Look up": ["Timeline", "Glossary", "Places", "People"],
}


def test_names_of_the_site(book: Book) -> None:
    """All of them come from site.yml."""
    made = chrome(book.view)
    expected = {
        "name": "The Harbour Book",
        "question": "Is the port of Sund growing again?",
        "description": "One speech about a port, statement by statement.",
        "disclaimer": "An exercise. Country, port and figures are made up.",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "contact": "mailto:desk@harbour.example",
        "repository": "https://code.example/harbour",
        "other_language": None,
        "register": "claims.html",
    }
    assert expected == {key: made[key] for key in expected}


def test_menu_leads_to_pages(book: Book) -> None:
    """The home page is index.html, whatever its id is."""
    expected = [
        ("Answer", "index.html"),
        ("Chapters", "chapters.html"),
        ("Claims", "claims.html"),
        ("Method", "method.html"),
    ]
    assert expected == [(entry["label"], entry["url"]) for entry in chrome(book.view)["menu"]]


def test_chapters_in_order(book: Book) -> None:
    """Numbered as site.yml lists them; figures in their findings are plain text."""
    expected = {
        "id": "traffic", "number": 1, "title": "Traffic", "finding": "Freight is still below the level of 2021",
        "url": "traffic.html",
    }  # fmt: skip
    made = chrome(book.view)["chapters"]
    assert (expected, [1, 2, 3]) == (made[0], [chapter["number"] for chapter in made])


def test_foot_names_the_rooms(book: Book) -> None:
    """Each under the title of its page."""
    made = {column["title"]: [link["label"] for link in column["links"]] for column in chrome(book.view)["foot"]}
    assert expected_in(FOOT, made)


def expected_in(expected: dict[str, list[str]], made: dict[str, list[str]]) -> bool:
    """Are these the columns, and do they begin with these entries?"""
    return list(expected) == list(made) and all(
        labels == made[name][: len(labels)] for name, labels in expected.items()
    )


def test_foot_leaves_out_rooms_that_are_not_there(book: Book) -> None:
    """A small site has no glossary and no list of places."""
    site = book.view.site
    few = replace(
        site,
        pages={id: spec for id, spec in site.pages.items() if spec.kind not in ("terms", "places", "data", "timeline")},
    )
    columns = {column["title"]: column["links"] for column in chrome(View(few))["foot"]}
    assert [{"label": "People", "url": "who.html"}] == columns["Look up"]
