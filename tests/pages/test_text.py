"""A page of running text."""

from __future__ import annotations

from pages.conftest import Book
from pages.pieces import count


def test_front_matter(rich: Book) -> None:
    """Headline and kicker for the theme; the page's own review."""
    front = rich["about.md"].front
    expected = {
        "kind": "text", "title": "About", "headline": "What this is", "kicker": "About", "template": "text.html",
        "description": "An exercise with 14 facts.", "reviewed_iso": "2025-06-02", "styles": ["assets/charts.css"],
    }  # fmt: skip
    assert expected == {key: front[key] for key in expected}


def test_lead(rich: Book) -> None:
    """Its counts are computed."""
    assert f'<p class="lead">An exercise with {count("facts", 14)} facts.</p>' == rich["about.md"].line('class="lead"')


def test_facts_and_terms_are_links(rich: Book) -> None:
    """No cards here: a page of running text is short of room for them in search and print."""
    expected = (
        'Nobody. See <a class="to" href="facts/tunnel-event.html">the tunnel</a> and <a href="glossary.html#roll-on-ferry">ferry</a>, '
        'or <a href="mailto:desk@harbour.example" rel="noopener">write</a>.'
    )
    assert expected == rich["about.md"].line("Nobody")


def test_sections_and_charts(rich: Book) -> None:
    """A section may have a chart, and may do without a title."""
    body = rich["about.md"].body
    assert (["## Who makes it { #who }"], True, True) == (
        [line for line in body.splitlines() if line.startswith("##")],
        '\n\n<figure class="viz wide-block" id="chart-electric">' in body,
        body.partition("\n\n<section class=")[0].rstrip().endswith("\n\nA section without a title."),
    )
