"""Facts become items: names that tell them apart, figures as the record has them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from build_scripts.charts._items import (
    By,
    Entry,
    expand,
    figure,
    is_main,
    item,
    items,
    length,
    points,
    under,
    unit_words,
)
from build_scripts.charts._theme import ACCENT, GREY
from build_scripts.facts.figure import Figure
from build_scripts.model import Site
from build_scripts.numerals import SCALES


def named(site: Site, ids: list[str], by: By = "auto") -> list[str]:
    pairs = list(expand([Entry(fact=id) for id in ids], site))
    return [made.name for made in items(pairs, site, by)]


@pytest.mark.parametrize(
    ("ids", "by", "expected"),
    [
        (["trips-norland-2023", "trips-sudland-2023"], "auto", ["Norland", "Sudland"]),
        (["trips-norland-2022", "trips-norland-2023"], "auto", ["2022", "2023"]),
        (["trips-norland-2022", "trips-sudland-2023"], "auto", ["Norland, 2022", "Sudland, 2023"]),
        (["bridge-cost-contract", "bridge-cost-press"], "auto", ["Statistics Norland", "Evening Post"]),
        (["share-cars", "growth-norland-2022"], "auto", ["Cars", "Growth of ferry trips"]),
        (["trips-norland-2023", "trips-sudland-2023"], "period", ["Ferry trips", "Ferry trips"]),
    ],
    ids=["place", "period", "place and period", "speaker", "label", "names that do not tell apart"],
)
def test_names_tell_apart(site: Site, ids: list[str], by: By, expected: list[str]) -> None:
    """What the facts share is left out; where the wish gives equal names, the facts' own labels stand."""
    assert expected == named(site, ids, by)


def test_own_label_leaves_the_other_names_alone(site: Site) -> None:
    """An entry with a label does not count when the others are told apart."""
    pairs = list(expand([Entry(fact="trips-goal-2025", label="Goal"), Entry(fact="trips-norland-2023")], site))
    assert ["Goal", "Norland"] == [made.name for made in items(pairs, site, "place")]


def test_figure_is_shown_as_the_record_has_it(site: Site) -> None:
    """Hedge, number and magnitude; unit, period and status are heard as well."""
    made = item(figure("trips-goal-2023", site), site, "Norland")
    assert "at least 12\u00a0million" == made.shown
    assert "Norland, 2023: at least 12\u00a0million\u00a0trips (target)" == made.spoken
    assert "[fact trips-goal-2023]" == made.tag
    assert made.intended


def test_range_has_two_ends(site: Site) -> None:
    """A figure from … to … has no value of its own; it lies in the middle."""
    made = item(figure("bridge-cost-estimate", site), site, "Cost")
    assert (3.2e9, 3.85e9, 4.5e9) == (made.low, made.amount, made.high)


@pytest.mark.parametrize("scale", SCALES)
def test_lengths_are_in_units(site: Site, scale: str) -> None:
    """A bar of 2 billion is as long as one of 2000 million."""
    value = figure("trips-norland-2023", site).value
    assert value is not None
    assert float(value * SCALES[scale]) == length(value, scale)


@pytest.mark.parametrize(("id", "colour"), [("said-cost", ACCENT), ("trips-sudland-2023", GREY)])
def test_accent_is_for_the_main_place(site: Site, id: str, colour: str) -> None:
    """And for places inside it: Norhavn lies in Norland."""
    assert colour == item(figure(id, site), site, "x").colour


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Ferries", "Ferries, Norland, 2023: 11.3\u00a0million\u00a0trips"),
        ("Goal for 2023", "Goal for 2023, Norland, 2023: 11.3\u00a0million\u00a0trips"),
        ("Goal for 2025", "Norland, 2023: 11.3\u00a0million\u00a0trips"),
        ("Norland", "Norland, 2023: 11.3\u00a0million\u00a0trips"),
        ("", "Norland, 2023: 11.3\u00a0million\u00a0trips"),
    ],
)
def test_heading_is_heard_with_an_item(site: Site, heading: str, expected: str) -> None:
    """Once, and without a year that is another record's: it would be said of this one."""
    assert expected == under(heading, item(figure("trips-norland-2023", site), site, "Norland")).spoken


def test_place_inside_itself_ends(site: Site) -> None:
    """A circle of places is another check's business; here it must not hang."""
    from dataclasses import replace

    circle = replace(
        site, places={**site.places, "sudland": site.places["sudland"].model_copy(update={"part_of": "sudland"})}
    )
    assert not is_main(circle.facts["trips-sudland-2023"], circle)


def test_series_gives_its_points_in_order(site: Site) -> None:
    """Nine points, by time."""
    found = points("growth-norland", site)
    assert sorted(f.period.text for f in found) == [f.period.text for f in found]
    assert 9 == len(found)
    assert {"growth-norland"} == {f.series for f in found}


def test_fact_without_a_figure_is_refused(site: Site) -> None:
    """The message says which and why."""
    with pytest.raises(ValueError, match=r'^"bridge-opens" is a fact of the kind event: it has no figure to draw$'):
        figure("bridge-opens", site)


@pytest.mark.parametrize("fields", [{}, {"fact": "a", "series": "b"}, {"series": "b", "label": "B"}])
def test_entry_is_one_thing(fields: dict[str, str]) -> None:
    """A fact or a series; a series has no label, because its points are named by their periods."""
    with pytest.raises(ValidationError):
        Entry.model_validate(fields)


def test_unit_is_named_if_it_is_shared(site: Site) -> None:
    """A table's header says what all its figures count, and nothing where they differ."""
    trips, share = figure("trips-norland-2023", site), figure("share-cars", site)
    assert isinstance(trips, Figure)
    assert ["trips", ""] == [unit_words([trips], site), unit_words([trips, share], site)]
