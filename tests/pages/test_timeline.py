"""What happened when: a plain list by year."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.edtf import read_period
from build_scripts.facts.plan import Plan
from build_scripts.model import Site
from build_scripts.pages.timeline import Entry, entries
from pages.conftest import Book
from pages.pieces import time


def told(site: Site, *also: str) -> list[tuple[str, str, str]]:
    return [(e.when.text, e.what, e.fact.id if e.fact else "") for e in entries(site, also)]


def plan(site: Site, **fields: object) -> Site:
    """The site with a plan made of one of its opinions."""
    opinion = site.facts["harbour-heart"].model_dump(by_alias=True)
    made = Plan.model_validate({**opinion, "id": "a-plan", "kind": "plan", **fields})
    return replace(site, facts={**site.facts, "a-plan": made})


def test_publication_of_the_explained_source(site: Site) -> None:
    """It stands at its own day, without a fact."""
    assert [("2025-03-04", "Published", "")] == told(site)


def test_records_that_editors_add(site: Site) -> None:
    """Figures stand here only if they are named."""
    assert ("2025-05", "Figure", "dockers-2025") in told(site, "dockers-2025")


def test_events_and_undated_ranks(rich: Book) -> None:
    """An event by its day; a rank without a date is left out."""
    found = told(rich.view.site)
    assert ("2024-06-01", "Event", "tunnel-event") in found
    assert not [line for line in found if line[2] == "oldest-port"]


def test_plan_when_told_and_when_meant(site: Site) -> None:
    """By its own period, else by the day it was said; and once more when it is due."""
    found = [line for line in told(plan(site, said_on="2025-03-04", due="2027")) if line[2]]
    assert [("2025-03-04", "Intention told", "a-plan"), ("2027", "Meant for then", "a-plan")] == found


def test_plan_for_the_time_it_was_told_in(site: Site) -> None:
    """It stands once."""
    found = [line for line in told(plan(site, period="2025", period_note=None, due="2025")) if line[2]]
    assert [("2025", "Meant for then", "a-plan")] == found


def test_order(site: Site) -> None:
    """By the beginning; a year before the days in it, the explained source before what it says."""
    fact = site.facts["ferries-all"]
    days = [Entry(read_period(t), "", f) for t, f in (("2025-03-04", fact), ("2025", fact), ("2024-12-31", fact))]
    source = Entry(read_period("2025-03-04"), "", None, site.sources["mayor-speech"])
    expected = ["2024-12-31", "2025", "2025-03-04", "2025-03-04"]
    found = sorted([*days, source], key=lambda entry: entry.order)
    assert (expected, source) == ([entry.when.text for entry in found], found[2])


def test_page(rich: Book) -> None:
    """Years as headings and as ways into the list; each line leads to its record."""
    page = rich["timeline.md"]
    assert f'<section class="group timeline" id="in-2024"><h2>{time("2024")}</h2>' == page.line('id="in-2024"')
    assert f'<li><a href="#in-2024">{time("2024")}</a></li>' in page.line('href="#in-2024"')
    assert (
        f'<li><span class="when">{time("2024-06-01", "1 June 2024")}</span> <span class="what m">Event</span>'
        in page.line("facts/tunnel-event.html")
    )


def test_events_without_a_date_stand_at_the_end(rich: Book) -> None:
    """They happened, so they are not left out."""
    site = rich.view.site
    event = site.facts["tunnel-event"].model_copy(update={"period": read_period("unknown"), "period_note": "Not said."})
    changed = replace(site, facts={**site.facts, "tunnel-event": event})
    body = Book(changed)["timeline.md"].body
    assert body.index('id="undated"') < body.index("facts/tunnel-event.html")
