"""Addresses, and what belongs to what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from build_scripts.pages._view import View
from pages.conftest import Book


@pytest.mark.parametrize(
    ("collection", "id", "expected"),
    [
        ("facts", "freight-2024", "facts/freight-2024.html"),
        ("facts", "freight-yearbook-2022", "series/freight-yearbook.html#freight-yearbook-2022"),
        ("pages", "home", "index.html"),
        ("pages", "traffic", "traffic.html"),
        ("sources", "mayor-speech", "sources/mayor-speech.html"),
        ("sources", "port-yearbook", "sources.html#port-yearbook"),
        ("terms", "roll-on-ferry", "glossary.html#roll-on-ferry"),
        ("places", "sund", "places.html#sund"),
        ("speakers", "mayor", "who.html#mayor"),
        ("gaps", "whose-money", "gaps.html#whose-money"),
        ("charts", "electric", "charts/electric.html"),
        ("series", "freight-yearbook", "series/freight-yearbook.html"),
    ],
)
def test_address_of_a_record(book: Book, collection: str, id: str, expected: str) -> None:
    """A page of its own, or an anchor on the page of its collection."""
    assert expected == book.view.path(collection, id)


def test_room_that_is_not_there(book: Book) -> None:
    """Without a page that lists it, a collection leads to the home page."""
    site = book.view.site
    few = View(replace(site, pages={id: spec for id, spec in site.pages.items() if spec.kind != "gaps"}))
    assert "index.html#whose-money" == few.path("gaps", "whose-money")


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("index.html", "facts/x.html", "facts/x.html"),
        ("facts/x.html", "index.html", "../index.html"),
        ("facts/x.html", "facts/y.html", "y.html"),
        ("facts/x.html", "series/s.html#s-1", "../series/s.html#s-1"),
        ("series/s.html", "series/s.html#s-1", "#s-1"),
        ("series/s.html", "series/s.html", "s.html"),
        ("traffic.html", "glossary.html#a", "glossary.html#a"),
    ],
)
def test_links_are_relative(here: str, there: str, expected: str) -> None:
    """The folder works at any address, and without a server."""
    assert expected == View.relative(here, there)


def test_claims_are_numbered_as_the_source_gives_them(book: Book) -> None:
    """From one, in the order of the blocks."""
    assert ("freight-2024", 1, "harbour-heart", 7) == (
        *next(iter(book.view.claim_numbers.items())),
        *list(book.view.claim_numbers.items())[-1],
    )


def test_block_and_chapter_of_a_claim(book: Book) -> None:
    """Where it was taken from, and where it is tested."""
    assert (2, "people") == (book.view.blocks["ferries-all"].n, book.view.chapter_of["ferries-all"].id)


def test_uses_of_a_fact(book: Book) -> None:
    """Every record that refers to it, each once: in a field, in prose, in a formula."""
    expected = [
        ("facts", "ferries-electric"), ("sources", "mayor-speech"), ("terms", "roll-on-ferry"), ("charts", "electric"),
        ("pages", "home"), ("pages", "people"),
    ]  # fmt: skip
    assert expected == [(h.collection, h.id) for h in book.view.uses["facts", "ferries-all"]]


def test_facts_by_source_speaker_and_place(book: Book) -> None:
    """Points of series count; what has none has an empty list."""
    yearbook = ["freight-yearbook-2021", "freight-yearbook-2022", "freight-yearbook-2024", "ferries-yearbook"]
    assert (yearbook, ["dockers-2025"], []) == (
        [fact.id for fact in book.view.resting["port-yearbook"]],
        [fact.id for fact in book.view.said["evening-post"]],
        book.view.about["veldland"],
    )


def test_edit_address_opens_the_line(book: Book) -> None:
    """The site's edit address, the file, the line."""
    expected = "https://code.example/harbour/edit/main/content/gaps.yml#L1"
    assert (expected, None) == (book.view.edit(book.view.origin("gaps", "whose-money")), book.view.edit(None))


def test_record_without_a_file(book: Book) -> None:
    """It has no line to open."""
    assert None is book.view.origin("gaps", "nowhere")


def test_review_of_a_record(rich: Book) -> None:
    """Its own where it has one, else the site's."""
    facts = rich.view.site.facts
    assert (date(2025, 6, 9), date(2025, 6, 1)) == (
        rich.view.reviewed(facts["tunnel-event"]),
        rich.view.reviewed(facts["ferries-all"]),
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", "https://harbour.example/book/"),
        ("facts/quay-cost.html", "https://harbour.example/book/facts/quay-cost.html"),
    ],
)
def test_whole_address(book: Book, path: str, expected: str) -> None:
    """The home page is the folder itself."""
    assert expected == book.view.address(path)


def test_points_of_series(book: Book) -> None:
    """In the order of the records; other facts belong to none."""
    assert {"freight-yearbook": ["freight-yearbook-2021", "freight-yearbook-2022", "freight-yearbook-2024"]} == {
        series: [point.id for point in points] for series, points in book.view.points.items()
    }
