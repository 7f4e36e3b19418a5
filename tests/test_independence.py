"""Independent origins behind facts and verdicts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_scripts.independence import Backing, backing, chain
from build_scripts.model import Site


def changed(site: Site, collection: str, id: str, **fields: Any) -> Site:
    """The site with other values in some fields of one record."""
    records = site.collection(collection)
    return replace(site, **{collection: {**records, id: records[id].model_copy(update=fields)}})


def supported(site: Site, *ids: str) -> Site:
    """The site in which the claim on freight is supported by these facts."""
    verdict = site.facts["freight-2024"].verdict
    assert verdict
    return changed(site, "facts", "freight-2024", verdict=verdict.model_copy(update={"supporting": ids}))


def found(site: Site) -> Backing:
    return backing(site.facts["freight-2024"], site)


def test_one_source_elsewhere(site: Site) -> None:
    """The yearbook is nobody's copy, and the speech itself does not count."""
    assert [("port-yearbook",)] == [tuple(p.source for p in origin) for origin in found(site).origins]


def test_facts_of_one_publisher_are_one_origin(site: Site) -> None:
    """Two tables of one yearbook are not two witnesses."""
    assert "one" == found(supported(site, "freight-yearbook-2024", "ferries-yearbook")).rests


def test_unknown_independence_does_not_count(site: Site) -> None:
    """It is told, and not counted."""
    backed = found(supported(site, "dockers-2025"))
    assert ("unknown", ["evening-post"]) == (backed.rests, [piece.source for piece in backed.unknown])


def test_two_independent_sources(site: Site) -> None:
    """Another publisher with another speaker is another origin."""
    known = changed(site, "sources", "evening-post", independence="original")
    assert "several" == found(supported(known, "freight-yearbook-2024", "dockers-2025")).rests


@pytest.mark.parametrize(
    ("collection", "id", "fields"),
    [
        ("sources", "evening-post", {"derives_from": ("port-yearbook",)}),
        ("sources", "evening-post", {"publisher": "Port Office"}),
        ("facts", "dockers-2025", {"said_by": "port-office"}),
    ],
    ids=["derives from the other", "same publisher", "same speaker"],
)
def test_what_makes_two_sources_one(site: Site, collection: str, id: str, fields: dict[str, Any]) -> None:
    """Two names, one voice."""
    known = changed(site, "sources", "evening-post", independence="derived")
    assert (
        "one"
        == found(supported(changed(known, collection, id, **fields), "freight-yearbook-2024", "dockers-2025")).rests
    )


@pytest.mark.parametrize(
    "fields",
    [{"publisher": "Town Hall of Sund"}, {"derives_from": ("mayor-speech",)}],
    ids=["own publisher", "derives from the claim's source"],
)
def test_claim_does_not_confirm_itself(site: Site, fields: dict[str, Any]) -> None:
    """What goes back to the claim's own source leaves it alone."""
    assert "alone" == found(changed(site, "sources", "port-yearbook", **fields)).rests


def test_own_speaker_elsewhere_does_not_count(site: Site) -> None:
    """The mayor in another paper is still the mayor."""
    assert "alone" == found(changed(site, "facts", "freight-yearbook-2024", said_by="mayor")).rests


def test_source_of_unknown_origin_along_the_chain(site: Site) -> None:
    """A copy of what nobody knows is not known either."""
    copied = changed(site, "sources", "port-yearbook", derives_from=("evening-post",))
    assert "unknown" == found(copied).rests


def test_chain_in_a_circle_ends(site: Site) -> None:
    """A mistake in the records, told elsewhere, does not hang the build."""
    once = changed(site, "sources", "port-yearbook", derives_from=("evening-post",))
    twice = changed(once, "sources", "evening-post", derives_from=("port-yearbook",))
    assert ["port-yearbook", "evening-post"] == list(chain("port-yearbook", twice))


def test_fact_without_verdict_rests_on_its_own_evidence(site: Site) -> None:
    """There is no claim to be independent of."""
    assert "one" == backing(site.facts["ferries-yearbook"], site).rests
