"""Counts of records, computed whenever they are written."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_scripts.counting import COUNTED, Count, counted, members
from build_scripts.model import Site


def count(what: str, **filters: str) -> Count:
    return Count(what, tuple(sorted(filters.items())), (), 0)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (count("claims"), 7),
        (count("facts"), 12),
        (count("series"), 1),
        (count("sources"), 3),
        (count("speakers"), 3),
        (count("places"), 2),
        (count("terms"), 1),
        (count("chapters"), 3),
        (count("gaps"), 1),
        (count("blocks"), 4),
        (count("charts"), 3),
        (count("claims", verdict="confirmed"), 1),
        (count("claims", verdict="qualified"), 0),
        (count("facts", verdict="none"), 5),
        (count("claims", kind="figure"), 5),
        (count("claims", kind="plan"), 0),
        (count("claims", kind="figure", verdict="plausible"), 1),
        (count("claims", said_by="mayor"), 7),
        (count("claims", said_by="port-office"), 0),
        (count("facts", category="press"), 1),
        (count("facts", source="port-yearbook"), 4),
        (count("claims", chapter="money"), 3),
        (count("claims", rests="one"), 1),
        (count("claims", rests="one", verdict="confirmed"), 1),
        (count("facts", rests="unknown"), 1),
        (count("facts", hedge="about"), 1),
        (count("facts", status="target"), 1),
        (count("facts", place="sund"), 12),
        (count("sources", kind="official"), 2),
        (count("sources", language="zh"), 0),
        (count("places", part_of="veldland"), 1),
        (count("blocks", kind="text"), 4),
        (count("chapters", kind="chapter"), 3),
        (count("charts", kind="bar"), 1),
    ],
    ids=lambda value: value.key if isinstance(value, Count) else "",
)
def test_number_of_records(site: Site, asked: Count, expected: int) -> None:
    """What there is of each kind in the made-up site, whole or by a word in a field."""
    assert expected == counted(asked, site)


def test_everything_that_prose_may_count_can_be_counted(site: Site) -> None:
    """No word on the list leads nowhere."""
    assert [] == [what for what in COUNTED if not counted(count(what), site)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (count("claims", verdict="confirmd"), 'nothing can have verdict=confirmd: did you mean "confirmed"?'),
        (count("claims", verdict="xyz"), "nothing can have verdict=xyz"),
        (count("claims", kind="figre"), 'nothing can have kind=figre: did you mean "figure"?'),
        (count("claims", said_by="mayr"), 'nothing can have said_by=mayr: did you mean "mayor"?'),
        (count("facts", category="pres"), 'nothing can have category=pres: did you mean "press"?'),
        (count("facts", source="mayor-spech"), 'nothing can have source=mayor-spech: did you mean "mayor-speech"?'),
        (count("claims", chapter="home"), "nothing can have chapter=home"),
        (count("facts", hedge="abaut"), 'nothing can have hedge=abaut: did you mean "about"?'),
        (count("sources", verdict="confirmed"), 'sources cannot be counted by "verdict"'),
        (count("facts", vedict="confirmed"), 'facts cannot be counted by "vedict"'),
        (count("facts", version="2"), 'facts cannot be counted by "version"'),
        (count("facts", copy="x"), 'facts cannot be counted by "copy"'),
        (count("facts", label="x"), 'facts cannot be counted by "label"'),
    ],
    ids=lambda value: value.key if isinstance(value, Count) else "",
)
def test_misspelt_filter_is_no_zero(site: Site, asked: Count, expected: str) -> None:
    """It would count nothing, and readers would believe it."""
    with pytest.raises(ValueError, match=f"^{re.escape(expected)}$"):
        counted(asked, site)


def test_id_that_could_not_be_read_is_no_mistake(site: Site) -> None:
    """The mistake is told where it stands."""
    assert 0 == counted(count("claims", said_by="captain"), replace(site, broken=frozenset(["captain"])))


def test_speaker_that_does_not_exist_is_in_no_category(site: Site) -> None:
    """That is told as an unknown reference."""
    assert 0 == counted(count("facts", category="press"), replace(site, speakers={"mayor": site.speakers["mayor"]}))


@pytest.mark.parametrize("what", ["claims", "blocks"])
def test_nothing_is_explained(site: Site, what: str) -> None:
    """Without the explained source there are no claims, whatever they are asked for."""
    assert 0 == counted(count(what, kind="anything"), replace(site, sources={}))


def test_members_are_the_records_counted(site: Site) -> None:
    """For lists beside the number."""
    assert ["quay-cost", "oldest-port", "harbour-heart"] == [
        r.id for r in members(count("claims", chapter="money"), site)
    ]


def test_key_names_what_is_counted() -> None:
    """The same count has the same name, whatever the order in which it was typed."""
    assert "claims,kind=plan,verdict=confirmed" == count("claims", verdict="confirmed", kind="plan").key
