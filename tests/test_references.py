"""Who refers to whom, and where exactly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from build_scripts.diagnostics import Place
from build_scripts.loading import Loaded
from build_scripts.model import Site
from build_scripts.prose import Cite, Text
from build_scripts.references import Holder, Reference, holders, passages, references, spot_in


def uses(site: Site, id: str) -> list[str]:
    """Where an id is named: holder and place."""
    return [f"{r.holder.name} {r.spot(site)}" for r in references(site) if r.id == id]


def test_every_record_is_held_once(site: Site) -> None:
    """Points of a series stand with their series; site.yml comes first."""
    names = [holder.name for holder in holders(site)]
    assert ["site.yml", 'fact "freight-2024"'] == names[:2]
    assert (len(names), 1) == (len(set(names)), names.count('series "freight-yearbook"'))
    assert 'fact "freight-yearbook-2021"' not in names


def test_passages_have_their_paths(site: Site) -> None:
    """The path is as typed in YAML, so that the line can be found."""
    assert [
        (("question",), "Who pays for the quay?"),
        (("why",), "The sum of ${quay-cost} is named without a payer."),
        (("looked",), "In the speech and in the yearbook."),
    ] == [(p.path, p.text) for p in passages(site) if p.holder.collection == "gaps"]


def test_passages_are_cut_into_pieces(site: Site) -> None:
    """Once, for all the rules that read them."""
    passage = next(p for p in passages(site) if p.path == ("why",))
    assert [Text, Cite, Text] == [type(piece) for piece in passage.pieces]


def test_references_in_fields_and_prose(site: Site) -> None:
    """Each with the place of the id itself."""
    assert [
        'source "mayor-speech" content/sources.yml:15:126',
        'gap "whose-money" content/gaps.yml:5:11',
        'gap "whose-money" content/gaps.yml:3:21',
        'page "home" content/pages.yml:11:14',
        'page "money" content/pages.yml:106:11',
        'page "money" content/pages.yml:105:25',
    ] == uses(site, "quay-cost")


def test_links_are_references(site: Site) -> None:
    """The place is that of the id, not of the words."""
    assert ['page "traffic" content/pages.yml:91:129'] == uses(site, "roll-on-ferry")


def test_formulas_are_references(harbour: Callable[..., Loaded]) -> None:
    """Of a derived figure, and of a point of a series."""
    loaded = harbour(
        {
            "facts/others.yml": [
                ("unit: ferries\n", 'unit: ferries\n  derived: {formula: "${ferries-all} - 1"}\n'),
                ('value: "1.31"\n', 'value: "1.31"\n      derived: {formula: "${ferries-all} * 2"}\n'),
            ]
        }
    )
    assert loaded.site is not None
    found = [use for use in uses(loaded.site, "ferries-all") if "others.yml" in use]
    assert [
        'fact "ferries-yearbook" content/facts/others.yml:32:25',
        'series "freight-yearbook" content/facts/others.yml:17:29',
    ] == found


def test_this_and_web_addresses_are_no_references(site: Site) -> None:
    """They name no record."""
    assert [] == [r for r in references(site) if r.id == "this" or "://" in r.id]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("question: Who pays for the quay?", "2:26"),
        ('question: "Who pays for the quay?"', "2:27"),
        ("question: |\n    Who pays for\n    the quay?", "4:5"),
        ("question: >-\n    Who pays\n\n    for the quay?", "5:9"),
        ("question: Who pays\n    for   the quay?", "3:11"),
        ("question: 'Who''s to pay for the quay?'", "2:32"),
        ('question: "\\"Who\\"\\npays \\u00e0 la the quay?"', "2:38"),
    ],
    ids=["plain", "quoted", "block", "folded", "several lines", "single quotes", "escapes"],
)
def test_character_in_prose_is_found_in_its_file(harbour: Callable[..., Loaded], text: str, expected: str) -> None:
    """However the text was typed: white space was folded when it was read."""
    site = harbour({"gaps.yml": ("question: Who pays for the quay?", text)}).site
    assert site is not None
    record = site.gaps["whose-money"]
    place = spot_in(
        site, Holder("gaps", "whose-money", record), ("question",), record.question, record.question.index("the")
    )
    assert f"content/gaps.yml:{expected}:1" == f"{place}:{place.width}"


def test_second_occurrence_is_the_second(harbour: Callable[..., Loaded]) -> None:
    """Words that stand twice are counted from the field's beginning."""
    site = harbour({"gaps.yml": ("Who pays for the quay?", "pays and pays and pays")}).site
    assert site is not None
    record = site.gaps["whose-money"]
    holder = Holder("gaps", "whose-money", record)
    assert [13, 22, 31] == [spot_in(site, holder, ("question",), record.question, at).column for at in (0, 9, 18)]


def test_words_that_are_not_found_give_the_field(site: Site) -> None:
    """Text that was changed when it was read, or a field that holds no text."""
    holder = Holder("gaps", "whose-money", site.gaps["whose-money"])
    assert "content/gaps.yml:2:13" == str(spot_in(site, holder, ("question",), "something else", 10))
    assert "content/gaps.yml:5:10" == str(spot_in(site, holder, ("facts",), "something else", 0))
    assert "content/gaps.yml:2:13" == str(spot_in(site, holder, ("question",), "x" * 1000, 999))


def test_record_of_unknown_origin(site: Site) -> None:
    """A site made by a program has no files."""
    holder = Holder("gaps", "whose-money", site.gaps["whose-money"])
    assert Place("content") == spot_in(replace(site, origins={}), holder, ("question",), "Who", 0)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends_of_other_systems(harbour: Callable[..., Loaded], site: Site, ending: str) -> None:
    """Lines and columns are the same."""
    path = site.origins["gaps", "whose-money"].document
    changed = harbour({"gaps.yml": path.text.replace("\n", ending).encode()}).site
    assert changed is not None
    assert uses(site, "quay-cost") == uses(changed, "quay-cost")


def test_reference_in_a_field_stands_at_its_value(site: Site) -> None:
    """A field's id has no offset."""
    holder = Holder("config", "site", site.config)
    assert "content/site.yml:12:7" == str(Reference(holder, ("home",), "pages", "home").spot(site))
