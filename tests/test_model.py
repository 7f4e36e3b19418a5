"""Records: how each type reads the text an editor typed, and how records are walked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from build_scripts import model
from build_scripts.model import Name, Prose, Refers, Site, walk


def read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (model.Id, "a-1-b", "a-1-b"),
        (model.Line, "  a\n  b ", "a b"),
        (model.Markdown, "\na\n\nb\n", "a\n\nb"),
        (model.ProperName, " Ada  Lind ", "Ada Lind"),
        (model.Words, "27584.1亿元", "27584.1亿元"),
        (model.Number, "27584.10", Decimal("27584.10")),
        (model.Number, "-2.5", Decimal("-2.5")),
        (model.Number, "007", Decimal(7)),
        (model.Whole, "12", 12),
        (model.YesNo, "yes", True),
        (model.YesNo, "no", False),
        (model.Day, "2025-02-06", date(2025, 2, 6)),
        (model.Address, "https://a.example/b?c=1", "https://a.example/b?c=1"),
        (model.Address, "mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_text_is_read_by_the_type_of_its_field(kind: Any, text: str, expected: object) -> None:
    """Numbers keep their digits, text its words."""
    assert (type(expected), expected) == (type(read(kind, text)), read(kind, text))


def test_published_number_keeps_its_zeros() -> None:
    """11.30 is not 11.3: the second decimal was printed."""
    assert "11.30" == str(read(model.Number, "11.30"))


NUMBER = "a number is digits with at most one point and, if negative, a leading minus, such as -2.5"
ADDRESS = "an address begins with https://, http:// or mailto: and holds no spaces or quotes"
ID = "an id is lower-case words joined by hyphens, at most 80 characters, such as ferries-in-service"
DAY = "a date is year-month-day, such as 2025-02-06"


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        *((model.Id, text, ID) for text in ("", "A", "a_b", "-a", "a--b", "a-", "é", "a" * 81, "../a", "a\n")),
        *((kind, text, "the text is empty") for kind in (model.Line, model.Markdown, model.Words) for text in ("", " \n")),  # noqa: E501
        (model.Number, "9" * 41, "a number has at most 40 digits"),
        *((model.Number, text, NUMBER) for text in ("", "1e3", "1,2", ".5", "5.", "+5", "− 5", "NaN", "Infinity", "1_0", " 1")),  # noqa: E501
        *((model.Whole, text, "a whole number is expected, such as 12") for text in ("", "-1", "1.0", "9" * 10, "x")),
        *((model.YesNo, text, "yes or no is expected") for text in ("", "true", "Yes", "1", "on")),
        *((model.Day, text, DAY) for text in ("", "2025-2-6", "2025-02-30", "20250206", "2025-02-06T00:00", "6 May 2025")),  # noqa: E501
        *((model.Address, text, ADDRESS) for text in ("", "javascript:alert(1)", "https://a b", 'https://a"b', "//a", "ftp://a")),
    ],
)  # fmt: skip
def test_text_that_a_field_does_not_take(kind: Any, text: str, expected: str) -> None:
    """Each type says what it expects."""
    with pytest.raises(ValidationError, match=re.escape(f"Value error, {expected} ")):
        read(kind, text)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3))
def test_numbers_are_exact(value: Decimal) -> None:
    """What was printed is what is held, digit by digit."""
    assert str(value) == str(read(model.Number, f"{value:f}"))


def test_records_are_frozen(site: Site) -> None:
    """Nothing between reading and writing can change a figure."""
    with pytest.raises(ValidationError, match="frozen"):
        site.facts["quay-cost"].label = "x"  # type: ignore[misc]


def test_version_counts_the_changes(site: Site) -> None:
    """The first version has none."""
    assert (1, 2) == (site.facts["quay-cost"].version, site.facts["ferries-yearbook"].version)


def test_sources_of_a_fact_are_named_once(site: Site) -> None:
    """In the order of its evidence."""
    fact = site.facts["quay-cost"]
    more = fact.evidence[0].model_copy(update={"source": "port-yearbook"})
    assert ("mayor-speech", "port-yearbook") == fact.model_copy(
        update={"evidence": (*fact.evidence, more, more)}
    ).sources


def test_claims_stand_in_the_order_of_the_blocks(site: Site) -> None:
    """Not in that of the files; a fact that two blocks list is one claim."""
    expected = [
        "freight-2024", "freight-growth-2024", "ferries-electric", "ferries-all", "quay-cost", "oldest-port", "harbour-heart",  # noqa: E501
    ]  # fmt: skip
    assert expected == [fact.id for fact in site.claims]
    source = site.sources["mayor-speech"]
    again = source.model_copy(update={"blocks": (*source.blocks, source.blocks[0])})
    assert expected == [fact.id for fact in replace(site, sources={"mayor-speech": again}).claims]


def test_without_its_source_nothing_is_claimed(site: Site) -> None:
    """The missing source is told elsewhere."""
    assert () == replace(site, sources={}).claims


@pytest.mark.parametrize(
    ("record", "marker", "expected"),
    [
        (("gaps", "whose-money"), Refers, ["facts.0=quay-cost"]),
        (("places", "sund"), Refers, ["part_of=veldland", "coordinates_from=port-yearbook"]),
        (("places", "veldland"), Refers, []),
        (("terms", "roll-on-ferry"), Name, ["term=roll-on ferry", "also.0=R2 ferry"]),
        (("speakers", "mayor"), Prose, []),
        (("charts", "verdicts"), Refers, []),
        (("facts", "harbour-heart"), Refers, ["place=sund", "said_by=mayor", "evidence.0.source=mayor-speech"]),
    ],
)
def test_walk_finds_marked_fields(site: Site, record: tuple[str, str], marker: type, expected: list[str]) -> None:
    """With the path as it is typed in YAML."""
    found = walk(site.collection(record[0])[record[1]], marker)
    assert expected == [f"{'.'.join(map(str, path))}={value}" for path, value, _ in found]


def test_walk_uses_the_words_of_yaml(site: Site) -> None:
    """A key that is a word of Python has another name inside only."""
    paths = [path for path, _, _ in walk(site.facts["freight-2024"], Refers)]
    assert ("verdict", "for", 0) in paths


def test_walk_reaches_into_mappings(site: Site) -> None:
    """Each verdict's text on the method page is prose."""
    paths = [path for path, _, mark in walk(site.pages["method"], Prose) if mark.markdown]
    assert [("sections", 0, "text"), ("verdicts", "confirmed")] == paths[:2]


@pytest.mark.parametrize("name", ["config", "origins_", "today"])
def test_only_collections_are_collections(site: Site, name: str) -> None:
    """A misspelt name of a collection is a bug of this program."""
    with pytest.raises((AssertionError, AttributeError)):
        site.collection(name)


def test_key_has_a_place_of_its_own(site: Site) -> None:
    """For messages about the key, not its value."""
    assert "content/facts/claims.yml:99:3" == str(site.spot("facts", "quay-cost", "unit", key=True))
