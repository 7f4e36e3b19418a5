"""The list of everything on record."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.pages._view import View
from build_scripts.pages.facts import render
from pages.conftest import Book
from pages.pieces import count, data, time, verdict


def headings(page: str) -> list[str]:
    return [line for line in page.splitlines() if line.startswith('<section class="group">')]


def test_facts_by_place(rich: Book) -> None:
    """In the order of the places, each group with its number."""
    assert [
        f'<section class="group"><h2>Veldland <small>{count("facts,place=veldland", 1)} fact</small></h2>',
        f'<section class="group"><h2>Sund <small>{count("facts,place=sund", 13)} facts</small></h2>',
    ] == headings(rich["all-facts.md"].body)


def test_row_of_a_fact(book: Book) -> None:
    """Label, period, figure, verdict."""
    figure = data("ferries-all", "8", "8~ferries")
    expected = f'<li><a href="facts/ferries-all.html">Ferries in service</a>, {time("2025-03", "March 2025")}: {figure} {verdict("contradicted")}</li>'
    assert expected == book["all-facts.md"].line("facts/ferries-all.html")


def test_row_of_a_fact_without_figure_and_period(book: Book) -> None:
    """What it has not is left out."""
    expected = f'<li><a href="facts/harbour-heart.html">Heart of the town</a> {verdict("opinion")}</li>'
    assert expected == book["all-facts.md"].line("harbour-heart")


def test_row_of_a_point(book: Book) -> None:
    """It leads to its anchor on the page of the series."""
    figure = data("freight-yearbook-2021", "1400000.00", "1.40~million~tonnes")
    expected = f'<li><a href="series/freight-yearbook.html#freight-yearbook-2021">Freight through the port</a>, {time("2021")}: {figure}</li>'
    assert expected == book["all-facts.md"].line("freight-yearbook-2021")


def test_facts_of_no_single_place_come_last(book: Book) -> None:
    """Under a heading that says so."""

    site = book.view.site
    placeless = site.facts["freight-2024"].model_copy(update={"place": None})
    (made,) = render(View(replace(site, facts={**site.facts, placeless.id: placeless})))
    assert isinstance(made.body, str)
    assert (
        f'<section class="group"><h2>No single place <small>{count("facts,place=", 1)} fact</small></h2>'
        == headings(made.body)[-1]
    )
