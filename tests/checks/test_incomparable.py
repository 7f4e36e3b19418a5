"""Figures on one scale that cannot be compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from build_scripts.checks import incomparable
from build_scripts.edtf import Period, read_period
from build_scripts.facts.figure import Figure
from build_scripts.loading import load
from build_scripts.model import Site
from build_scripts.registry import modules

GALLERY = Path(__file__).parents[1] / "gallery" / "content"


@pytest.fixture(scope="module")
def gallery() -> Site:
    """Records for every kind of chart, which can all be compared."""
    site = load(GALLERY, today=date(2025, 6, 15)).site
    assert site is not None
    return site


def drawn(site: Site, kind: str, **fields: Any) -> Site:
    """The site with one chart alone."""
    words = {"id": "made", "kind": kind, "title": "A", "subtitle": "B", "alt": "C."}
    return replace(site, charts={"made": modules("charts")[kind].Record.model_validate({**words, **fields})})


def changed(site: Site, id: str, **fields: Any) -> Site:
    """The site with another value in some fields of a fact."""
    return replace(site, facts={**site.facts, id: site.facts[id].model_copy(update=fields)})


def indicated(site: Site, **fields: Any) -> Site:
    """The site in which Sudland's trips have an indicator of their own."""
    other = site.indicators["trips"].model_copy(update={"id": "other", **fields})
    return changed(
        replace(site, indicators={**site.indicators, "other": other}), "trips-sudland-2023", indicator="other"
    )


def printed(site: Site, words: str, **fields: Any) -> Site:
    """The site in which the source prints Sudland's trips that way."""
    evidence = tuple(e.model_copy(update={"printed": words}) for e in site.facts["trips-sudland-2023"].evidence)
    return changed(site, "trips-sudland-2023", evidence=evidence, **fields)


def period(text: str) -> Period:
    made = read_period(text)
    assert isinstance(made, Period)
    return made


ROWS = [{"fact": "trips-norland-2023"}, {"fact": "trips-sudland-2023"}]
TRAITS: dict[str, tuple[Callable[[Site], Site], str]] = {
    "unit": (lambda s: printed(s, "about 8.9 million ports", unit="ports"), "different units (ports and trips)"),
    "measure": (lambda s: indicated(s, measure="count"), "different measures (count and level)"),
    "price": (
        lambda s: indicated(changed_price(s, "nominal"), price="real"),
        "different prices (nominal and real)",
    ),
    "counting": (
        lambda s: indicated(s, counting="year-to-date"),
        "different ways of counting time (period and year-to-date)",
    ),
    "period": (
        lambda s: changed(s, "trips-sudland-2023", period=period("2023-01/2023-11")),
        "different spans of time (parts of a year and whole years)",
    ),
    "place": (
        lambda s: changed(s, "trips-sudland-2023", place="sudhavn"),
        "places of different kind (city and province)",
    ),
    "population": (
        lambda s: indicated(changed_population(s, "all ships"), population="large ships"),
        "different populations (all ships and large ships)",
    ),
    "status": (
        lambda s: changed(s, "trips-sudland-2023", status="target"),
        "figures of different status (results and targets)",
    ),
}


def changed_price(site: Site, price: str) -> Site:
    own = site.indicators["trips"].model_copy(update={"price": price})
    return replace(site, indicators={**site.indicators, "trips": own})


def changed_population(site: Site, population: str) -> Site:
    own = site.indicators["trips"].model_copy(update={"population": population})
    return replace(site, indicators={**site.indicators, "trips": own})


def test_gallery_is_comparable(gallery: Site) -> None:
    """Or says why not."""
    assert [] == list(incomparable.check(gallery))


@pytest.mark.parametrize(("change", "expected"), TRAITS.values(), ids=TRAITS)
def test_what_cannot_be_compared(gallery: Site, change: Callable[[Site], Site], expected: str) -> None:
    """Each trait of an indicator or a figure that parts them is named, with the words that differ."""
    (found,) = incomparable.check(change(drawn(gallery, "bar", rows=ROWS)))
    assert ("incomparable", f'chart "made" puts {expected} on one scale') == (found.code, found.message)
    assert {"trips-norland-2023", "trips-sudland-2023"} == {what.split('"')[1] for _, what in found.touches}


def test_several_differences_are_one_problem(gallery: Site) -> None:
    """One cause, one message."""
    rows = [{"fact": "trips-norland-2023"}, {"fact": "share-cars"}]
    (found,) = incomparable.check(drawn(gallery, "bar", rows=rows))
    assert (
        'chart "made" puts different units (percent and trips); different measures (level and share) on one scale'
    ) == found.message


def test_reason_of_the_editor_is_enough(gallery: Site) -> None:
    """Readers will see it under the chart."""
    rows = [{"fact": "trips-norland-2023"}, {"fact": "share-cars"}]
    assert [] == list(incomparable.check(drawn(gallery, "bar", rows=rows, comparable="Both were asked for.")))


def test_rates_of_a_province_and_a_country_can_be_compared(gallery: Site) -> None:
    """Their sizes cannot."""
    rows = [{"fact": "year-growth-norland"}, {"fact": "year-growth-sudland"}]
    site = changed(drawn(gallery, "diverging-bar", rows=rows), "year-growth-sudland", place="sudhavn")
    assert [] == list(incomparable.check(site))


def test_points_of_a_series_count(gallery: Site) -> None:
    """A line is as comparable as its points."""
    series = [{"series": "growth-norland"}, {"series": "growth-to-date"}]
    (found,) = incomparable.check(drawn(gallery, "line", series=series))
    assert found.message.startswith('chart "made" puts different ways of counting time (period and year-to-date)')


def test_target_may_stand_on_a_result_where_it_is_a_mark(gallery: Site) -> None:
    """That is what the kind is for; in a bar chart it needs a reason."""
    row = {"target": "trips-goal-2023", "result": "trips-norland-2023"}
    assert [] == list(incomparable.check(drawn(gallery, "target-against-result", rows=[row])))
    bars = drawn(gallery, "bar", rows=[{"fact": fact} for fact in row.values()])
    assert ["incomparable"] == [d.code for d in incomparable.check(bars)]


def test_rows_with_scales_of_their_own_are_judged_alone(gallery: Site) -> None:
    """Crowns may stand below trips, but not beside them."""
    apart = [{"claim": "said-cost"}, {"claim": "said-trips"}]
    assert [] == list(incomparable.check(drawn(gallery, "claim-against-record", rows=apart)))
    beside = [{"claim": "said-cost", "record": [{"fact": "said-trips"}]}]
    assert ["incomparable"] == [d.code for d in incomparable.check(drawn(gallery, "claim-against-record", rows=beside))]


def test_events_need_no_common_measure(gallery: Site) -> None:
    """On a timeline only dates share a scale."""
    events = [{"fact": "bridge-opens"}, {"fact": "share-cars"}, {"fact": "trips-norland-2023"}]
    assert [] == list(incomparable.check(drawn(gallery, "timeline", events=events)))


def test_unknown_ids_are_another_check_s_business(gallery: Site) -> None:
    """No traceback for a misspelt fact, place or indicator."""
    site = drawn(gallery, "bar", rows=[{"fact": "nowhere"}, {"fact": "trips-norland-2023"}])
    assert isinstance(site.facts["trips-norland-2023"], Figure)
    lost = changed(site, "trips-norland-2023", indicator="lost", place="lost", unit="lost")
    assert [] == list(incomparable.check(lost))


def test_message_is_at_the_chart(told: Callable[..., str]) -> None:
    """The whole text, as an editor reads it."""
    change = ("    - fact: freight-yearbook-2024\n", "    - fact: freight-yearbook-2024\n    - fact: quay-cost\n")
    expected = TOLD.strip("\n").replace("MORE", "figures of different status (results and targets)")
    assert expected == told({"charts.yml": change})


TOLD = """
content/charts.yml:2:9: error[incomparable]
  chart "freight-bars" puts different units (crowns and tonnes); MORE on one scale
  |   kind: bar
  |         ^^^
  touches content/facts/others.yml:1:3: "freight-yearbook-2021": results
  touches content/facts/claims.yml:93:3: "quay-cost": targets
  help: draw them apart, or say in the field comparable why they may stand together: readers will see it
"""
