"""Records that differ, side by side."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from build_scripts.model import Conflict, Fact, Site
from build_scripts.pages._dispute import Dispute, disputes
from build_scripts.pages._html import Html
from build_scripts.pages._view import View


def found(site: Site, one: str, other: str, **fields: object) -> Dispute:
    """The one conflict of `one`, which says that `other` differs; `fields` change the other."""
    conflict = Conflict.model_validate({"with": other, "stance": "One counts."})
    facts: dict[str, Fact] = {
        **site.facts,
        one: site.facts[one].model_copy(update={"conflicts": (conflict,)}),
        other: site.facts[other].model_copy(update=fields),
    }
    changed = replace(site, facts=facts)
    (dispute,) = disputes(Html(View(changed), "facts/x.html"), facts[one])
    return dispute


def test_gap_and_its_share(site: Site) -> None:
    """Exact, with the facts that it lies between; the share in percent of the smaller value."""
    dispute = found(site, "freight-yearbook-2021", "freight-yearbook-2022")
    key = 'data-gap="freight-yearbook-2021 freight-yearbook-2022"'
    assert f'<data value="90000.00" {key}>0.09\u00a0million\u00a0tonnes</data>' == dispute.gap
    assert f'<data value="6.9" {key} data-as="percent">6.9\u00a0percent</data>' == dispute.share
    assert ("period",) == dispute.apart


def test_rates_lie_apart_by_points(site: Site) -> None:
    """And have no share: percent of a percentage would only confuse."""
    facts = {**site.facts, "slow": site.facts["freight-growth-2024"].model_copy(update={"id": "slow"})}
    dispute = found(replace(site, facts=facts), "freight-growth-2024", "slow", value=Decimal("-4.5"))
    assert ">1\u00a0percentage point</data>" in str(dispute.gap)
    assert (None, ()) == (dispute.share, dispute.apart)


def test_the_same_number_for_another_thing(site: Site) -> None:
    """No gap, and a word on what differs."""
    dispute = found(site, "ferries-all", "ferries-yearbook", value=site.facts["ferries-all"].value)  # type: ignore[attr-defined]
    assert (True, None, ("period",)) == (dispute.even, dispute.gap, dispute.apart)


def test_what_has_no_figure_has_no_gap(site: Site) -> None:
    """An opinion beside a figure."""
    dispute = found(site, "ferries-all", "harbour-heart")
    assert (None, False) == (dispute.gap, dispute.even)
