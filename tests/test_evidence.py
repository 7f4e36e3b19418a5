"""What evidence carries: each component of a figure, against the characters that its source prints."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from build_scripts.evidence import compare, disagrees
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.model import Fact, Site

COMMON = {"id": "x", "label": "X", "statement": "X is ${this}.", "said_by": "mayor", "period": "2024"}


def evidence(printed: str, how: str = "printed", **reading: str) -> dict[str, Any]:
    readings = [{"of": of, "because": why} if why else {"of": of, "words": "w"} for of, why in reading.items()]
    return {"source": "port-yearbook", "printed": printed, "how": how, "reading": readings}


def figure(printed: str | dict[str, Any], **fields: Any) -> Figure:
    given = evidence(printed) if isinstance(printed, str) else printed
    made = {"value": "8", "unit": "ferries", "indicator": "fleet", "evidence": [given], **COMMON, **fields}
    return Figure.model_validate({"kind": "figure", **{k: v for k, v in made.items() if v is not None}})


def rank(printed: str, number: str) -> Superlative:
    own = {"rank": number, "direction": "most", "by": "length", "among": "quays", "evidence": [evidence(printed)]}
    return Superlative.model_validate({"kind": "superlative", **COMMON, **own})


def carried(fact: Fact, site: Site) -> str:
    """Every component that is not `none`, in a line."""
    found = compare(fact, fact.evidence[0], site).carried
    return " ".join(f"{component}={carrier}" for component, carrier in found.items() if carrier != "none")


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (figure("8 ferries"), "value=printed unit=printed period=missing speaker=missing"),
        (figure("8 ferries in 2024"), "value=printed unit=printed period=printed speaker=missing"),
        (figure("8"), "value=printed unit=missing period=missing speaker=missing"),
        (figure("eight"), "value=printed unit=missing period=missing speaker=missing"),
        (figure("八"), "value=printed unit=missing period=missing speaker=missing"),
        (figure("about 8 ferries", hedge="about"), "value=printed unit=printed hedge=printed period=missing speaker=missing"),  # noqa: E501
        (figure("8 ferries", hedge="about"), "value=printed unit=printed hedge=missing period=missing speaker=missing"),
        (figure("8 million tonnes", unit="tonnes", scale="million"), "value=printed scale=printed unit=printed period=missing speaker=missing"),  # noqa: E501
        (figure("8 tonnes", unit="tonnes", scale="million"), "value=printed scale=missing unit=printed period=missing speaker=missing"),  # noqa: E501
        (figure("-8%", value="-8", unit="percent"), "value=printed sign=printed unit=printed period=missing speaker=missing"),  # noqa: E501
        (figure("8%", value="-8", unit="percent"), "value=printed sign=missing unit=printed period=missing speaker=missing"),  # noqa: E501
        (figure("+8%", unit="percent"), "value=printed sign=printed unit=printed period=missing speaker=missing"),
        (figure("8 to 9 ferries", value=None, low="8", high="9", hedge="between"), "value=printed unit=printed hedge=printed period=missing speaker=missing"),  # noqa: E501
        (figure("8 ferries at Sund", place="sund"), "value=printed unit=printed period=missing place=printed speaker=missing"),  # noqa: E501
        (figure("松德8 ferries", place="sund"), "value=printed unit=printed period=missing place=printed speaker=missing"),  # noqa: E501
        (figure("8 ferries on Sunday", place="sund"), "value=printed unit=printed period=missing place=missing speaker=missing"),  # noqa: E501
        (figure("8 ferries", place="nowhere"), "value=printed unit=printed period=missing speaker=missing"),
        (figure("8 ferries", period="unknown"), "value=printed unit=printed speaker=missing"),
        (figure("8 ferries in 2024", period="2024-03"), "value=printed unit=printed period=printed speaker=missing"),
        (figure("8 ferries in March 2024"), "value=printed unit=printed period=missing speaker=missing"),
        (figure("8 ferries in 2023 and in 2024"), "value=printed unit=printed period=printed speaker=missing"),
        (figure("8 ferries in 2023", period="2021/.."), "value=printed unit=printed period=missing speaker=missing"),
        (figure("2/3", value="66.7", unit="percent"), "value=printed unit=printed period=missing speaker=missing"),
        (figure(evidence("every ferry", "counted")), "value=missing unit=missing period=missing speaker=missing"),
        (figure(evidence("every ferry", "computed", value="Counted.", unit="Counted.")), "value=reading unit=reading period=missing speaker=missing"),  # noqa: E501
        (figure(evidence("8", unit="", period="By date.", speaker="By title.")), "value=printed unit=block period=reading speaker=reading"),  # noqa: E501
        (rank("second longest", "2"), "value=printed period=missing speaker=missing"),
        (rank("2nd", "2"), "value=printed period=missing speaker=missing"),
        (rank("the longest", "1"), "period=missing speaker=missing"),
        (rank("a long one", "2"), "value=missing period=missing speaker=missing"),
    ],
)  # fmt: skip
def test_what_carries_each_component(site: Site, fact: Fact, expected: str) -> None:
    """Printed, other words of the block, a reading, or nothing."""
    assert expected == carried(fact, site)
    assert () == compare(fact, fact.evidence[0], site).wrong


def test_other_kinds_have_period_place_and_speaker_only(site: Site) -> None:
    """An opinion has no number to compare."""
    assert "place=missing speaker=missing" == carried(site.facts["harbour-heart"], site)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (figure("9 ferries"), ("value", 'the record says 8, the source prints "9 ferries" (9)')),
        (figure("some ferries"), ("value", 'the record says 8, the source prints "some ferries" (no number)')),
        (figure("9 or 7 ferries"), ("value", 'the record says 8, the source prints "9 or 7 ferries" (9, 7)')),
        (figure("8 of 9 ferries"), ("value", "the source prints a second number, 9 ferries, that the record does not hold")),  # noqa: E501
        (figure("8 to 9 ferries"), ("value", "the source prints a range up to 9; use hedge between with low and high")),
        (
            figure("8 ferries", value=None, low="8", high="9", hedge="between"),
            ("high", "the record's upper end is 9, the source prints none"),
        ),
        (figure("-8%", unit="percent"), ("value", 'the record says 8, the source prints "-8%"')),
        (figure("8 million tonnes", unit="tonnes"), ("scale", "the record's scale is one, the source prints million")),
        (figure("8 tonnes"), ("unit", "the record's unit is ferries, the source prints tonnes")),
        (figure("about 8 ferries"), ("hedge", "the record's hedge is exact, the source prints about")),
        (figure("8 ferries in 2021"), ("period", 'the record\'s period is 2024, the source prints "8 ferries in 2021"')),  # noqa: E501
        (figure("8.0000000000000000000000000000001 ferries"), ("value", 'the record says 8, the source prints "8.0000000000000000000000000000001 ferries" (8.0000000000000000000000000000001)')),  # noqa: E501
        (rank("second longest", "3"), ("rank", 'the record says rank 3, the source prints "second longest"')),
    ],
)  # fmt: skip
def test_what_is_printed_must_agree(site: Site, fact: Fact, expected: tuple[str, str]) -> None:
    """The component, and both sides of the disagreement."""
    assert (expected,) == compare(fact, fact.evidence[0], site).wrong
    assert disagrees(fact, site)


@pytest.mark.parametrize("of", ["ferries-all", None])
def test_whole_of_a_part_may_be_printed_with_it(site: Site, of: str | None) -> None:
    """Three of eight: the second number is the whole's."""
    fact = figure("3 of 8 ferries", value="3", of=of)
    assert (() if of else ("value",)) == tuple(c for c, _ in compare(fact, fact.evidence[0], site).wrong)


@pytest.mark.parametrize("of", ["no-such-fact", "harbour-heart", "quay-cost"])
def test_whole_that_does_not_fit_is_told_elsewhere(site: Site, of: str) -> None:
    """A misspelt id is one mistake, not two."""
    fact = figure("3 of 8 ferries", value="3", of=of)
    assert () == compare(fact, fact.evidence[0], site).wrong


def test_whole_with_a_wrong_value_is_told_there(site: Site) -> None:
    """Changing the whole makes the part no worse."""
    whole = site.facts["ferries-all"].model_copy(update={"value": Decimal(9)})
    changed = replace(site, facts={**site.facts, "ferries-all": whole})
    assert () == compare(site.facts["ferries-electric"], site.facts["ferries-electric"].evidence[0], changed).wrong


def test_unit_that_does_not_exist_is_told_elsewhere(site: Site) -> None:
    """By its misspelt id."""
    fact = figure("8 ferries", unit="feries")
    assert () == compare(fact, fact.evidence[0], site).wrong


def test_reading_of_what_is_printed_is_idle(site: Site) -> None:
    """It would say that the characters do not carry what they do carry."""
    fact = figure(evidence("8 ferries", unit="Ferries are counted.", speaker="The title names it."))
    assert ("unit",) == compare(fact, fact.evidence[0], site).idle


def test_reading_of_a_computed_figure_is_not_idle(site: Site) -> None:
    """How it was computed is worth a word, even where the number stands in the text."""
    fact = figure(evidence("8 ferries", "computed", value="Counted in a list."))
    assert () == compare(fact, fact.evidence[0], site).idle
    assert carried(fact, site).startswith("value=reading unit=printed")


def test_own_unit_wins_where_units_share_a_form(site: Site) -> None:
    """A form that two units print is read as the unit that the record has."""
    twin = site.units["ferries"].model_copy(update={"id": "boats"})
    shared = replace(site, units={**site.units, "boats": twin})
    assert () == compare(figure("8 ferries"), figure("8 ferries").evidence[0], shared).wrong
    assert () == compare(figure("8 ferries", unit="boats"), figure("8 ferries").evidence[0], shared).wrong


def test_clean_facts_agree_with_what_is_printed(site: Site) -> None:
    """All of the made-up site."""
    assert [] == [fact.id for fact in site.facts.values() if disagrees(fact, site)]


def test_taken_id_disagrees_with_everything(site: Site) -> None:
    """What follows from a fact whose id stands twice is not told again."""
    assert disagrees(site.facts["quay-cost"], replace(site, broken=frozenset(["quay-cost"])))


@pytest.mark.parametrize(
    ("printed", "value", "scale", "unit", "hedge"),
    [
        ("超20%", "20", "one", "percent", "over"),
        ("超过20％", "20", "one", "percent", "over"),
        ("逾２０％", "20", "one", "percent", "over"),
        ("＞20%", "20", "one", "percent", "over"),
        ("20多万", "20", "wan", "people", "over"),
        ("２０多万", "20", "wan", "people", "over"),
        ("二十多", "20", "one", "people", "over"),
        ("20余", "20", "one", "people", "over"),
        ("近20万", "20", "wan", "people", "nearly"),
        ("将近２０％", "20", "one", "percent", "nearly"),
        ("约20%", "20", "one", "percent", "about"),
        ("约占５．３％", "5.3", "one", "percent", "about"),
        ("20左右", "20", "one", "people", "about"),
        ("～20%", "20", "one", "percent", "about"),
        ("20%以上", "20", "one", "percent", "at-least"),
        ("２０％以上", "20", "one", "percent", "at-least"),
        ("不低于20%", "20", "one", "percent", "at-least"),
        ("≥20%", "20", "one", "percent", "at-least"),
        ("20%以下", "20", "one", "percent", "at-most"),
        ("不超过20%", "20", "one", "percent", "at-most"),
        ("不足20%", "20", "one", "percent", "under"),
        ("about 20 percent", "20", "one", "percent", "about"),
        ("nearly 20 percent", "20", "one", "percent", "nearly"),
        ("more than 20 percent", "20", "one", "percent", "over"),
        ("20+", "20", "one", "people", "over"),
        ("at least ２０ percent", "20", "one", "percent", "at-least"),
    ],
)  # fmt: skip
def test_printed_hedge_against_the_record(
    site: Site, printed: str, value: str, scale: str, unit: str, hedge: str
) -> None:
    """In English, Chinese and full-width forms: the record holds the hedge, or it is wrong."""
    fields = {"value": value, "scale": scale, "unit": unit}
    exact, held = figure(printed, **fields), figure(printed, hedge=hedge, **fields)
    wrong = (("hedge", f"the record's hedge is exact, the source prints {hedge}"),)
    assert wrong == compare(exact, exact.evidence[0], site).wrong
    assert ((), "printed") == (
        compare(held, held.evidence[0], site).wrong,
        compare(held, held.evidence[0], site).carried["hedge"],
    )


@pytest.mark.parametrize(
    ("fields", "component"),
    [
        ({}, "sign"),
        ({}, "scale"),
        ({}, "hedge"),
        ({}, "place"),
        ({"period": "unknown"}, "period"),
        ({"value": None, "low": "8", "high": "9", "hedge": "between"}, "sign"),
    ],
)
@pytest.mark.parametrize("how", ["printed", "computed"])
def test_reading_of_what_the_record_does_not_say_is_idle(
    site: Site, fields: dict[str, Any], component: str, how: str
) -> None:
    """No minus, no magnitude, no hedge, no place, no period: there is nothing to read."""
    given = evidence("8 to 9 ferries" if "low" in fields else "8 ferries", how, **{component: "Why not?"})
    fact = figure(given, **fields)
    found = compare(fact, fact.evidence[0], site)
    assert ((component,), "none") == (found.idle, found.carried[component])


@pytest.mark.parametrize(
    ("fields", "component"),
    [
        ({"value": "-8"}, "sign"),
        ({"scale": "thousand"}, "scale"),
        ({"hedge": "about"}, "hedge"),
        ({"place": "sund"}, "place"),
        ({}, "period"),
    ],
)
def test_reading_of_what_the_record_says_is_not_idle(site: Site, fields: dict[str, Any], component: str) -> None:
    """It is what the component rests on."""
    fact = figure(evidence("8 ferries", **{component: "It says so."}), **fields)
    found = compare(fact, fact.evidence[0], site)
    assert ((), "reading") == (found.idle, found.carried[component])


@pytest.mark.parametrize(("one_of", "idle"), [(True, ()), (False, ("hedge",))])
def test_one_of_the_largest_is_hedged(site: Site, one_of: bool, idle: tuple[str, ...]) -> None:
    """Its reading is the words that say so."""
    fact = rank("second longest", "2").model_copy(update={"one_of": one_of})
    given = fact.evidence[0].model_copy(update={"reading": figure(evidence("8", hedge="")).evidence[0].reading})
    assert idle == compare(fact, given, site).idle


@pytest.mark.parametrize(("derived", "carrier"), [({"formula": "${freight-2024} * -1"}, "reading"), (None, "missing")])
def test_sign_scale_and_hedge_of_a_computed_figure(site: Site, derived: dict[str, str] | None, carrier: str) -> None:
    """They follow from its working; without one each needs its reading."""
    fields = {"value": "-1.25", "unit": "tonnes", "scale": "million", "hedge": "over", "derived": derived}
    fact = figure(evidence("table", "computed"), **fields)
    found = compare(fact, fact.evidence[0], site).carried
    assert (carrier, carrier, carrier) == (found["sign"], found["scale"], found["hedge"])
