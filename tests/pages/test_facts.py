"""The list of everything on record."""

from __future__ import annotations

import re
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
    expected = f'<li data-v="contradicted" data-k="figure" data-s="official"><a href="facts/ferries-all.html">Ferries in service</a>, {time("2025-03", "March 2025")}: {figure} {verdict("contradicted")}</li>'
    assert expected == book["all-facts.md"].line("facts/ferries-all.html")


def test_row_of_a_fact_without_figure_and_period(book: Book) -> None:
    """What it has not is left out."""
    expected = f'<li data-v="opinion" data-k="opinion" data-s="official"><a href="facts/harbour-heart.html">Heart of the town</a> {verdict("opinion")}</li>'
    assert expected == book["all-facts.md"].line("harbour-heart")


def test_row_of_a_point(book: Book) -> None:
    """It leads to its anchor on the page of the series."""
    figure = data("freight-yearbook-2021", "1400000.00", "1.40~million~tonnes")
    expected = f'<li data-v="none" data-k="figure" data-s="official"><a href="series/freight-yearbook.html#freight-yearbook-2021">Freight through the port</a>, {time("2021")}: {figure}</li>'
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


def options(page: str, name: str) -> list[tuple[str, str]]:
    """What a reader can choose: value and words."""
    line = next(line for line in page.splitlines() if f'<select name="{name}">' in line)
    return re.findall(r'<option value="([^"]*)">([^<]*)</option>', line)


def test_choices_are_those_that_some_fact_has(book: Book) -> None:
    """Kinds of fact and of source, verdicts, orders; each list begins with all."""
    body = book["all-facts.md"].body
    assert {
        "kind": [("", "All kinds"), ("figure", "Figure"), ("superlative", "Rank"), ("opinion", "Opinion")],
        "source": [("", "All sources"), ("official", "Official publication"), ("press", "Press")],
    } == {name: options(body, name) for name in ("kind", "source")}
    assert (("", "With or without"), ("none", "Without a verdict"), 9) == (
        options(body, "verdict")[0],
        options(body, "verdict")[-1],
        len(options(body, "verdict")),
    )
    assert ["", "label", "verdict", "kind", "source"] == [value for value, _ in options(body, "by")]


def test_choices_need_a_script(book: Book) -> None:
    """The form is hidden without scripts; then the list is whole."""
    page = book["all-facts.md"]
    assert (["assets/ledger.explore.js"], True) == (
        page.front["scripts"], '<form class="filters choices scripted"' in page.body
    )  # fmt: skip


def test_lists_lead_to_the_data(book: Book) -> None:
    """Where the site has a page about it."""
    there = '<p class="m">To take away: <a href="data.html">all of it as files</a></p>'
    assert (True, True) == (there in book["all-facts.md"].body, there in book["claims.md"].body)
