"""Pages that site.yml names for a place that is not theirs."""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.checks import misplaced_page
from build_scripts.model import Site


def test_page_of_another_kind(told: Callable[..., str]) -> None:
    """A chapter is no home page, and a room is no chapter: each is told at its entry in site.yml."""
    lines = told({"site.yml": [("home: home", "home: people"), ("chapters: [", "chapters: [home, ")]})
    assert [
        'page "people" is of kind chapter; home takes kind home',
        'page "home" is of kind home; chapters takes kind chapter',
    ] == [line.strip() for line in lines.splitlines() if " is of kind " in line]


def test_address_that_is_taken(told: Callable[..., str]) -> None:
    """The page would be lost, or take the place of the one for errors."""
    page = "- {{id: {0}, kind: text, title: A, finding: B, lead: C, sections: []}}\n"
    found = told({"pages/more.yml": page.format('"404"') + page.format("index")})
    assert [
        'the address of page "404" is that of the page for addresses that lead nowhere',
        'the address of page "index" is that of the home page',
    ] == [line.strip() for line in found.splitlines() if line.startswith("  the address of")]


def test_nothing_is_told_of_a_clean_site(site: Site) -> None:
    """The home page and the chapters are what they should be."""
    assert [] == list(misplaced_page.check(site))
