"""The search index: its entries, the words that records add, and how much each entry weighs."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from build_scripts import search
from build_scripts.facts.figure import Figure
from build_scripts.model import Site, Unit

PAGE = """\
<html><head><title>Freight · The Harbour Book</title>{head}</head>
<body><nav>Menu</nav><main>{main}</main><footer>Foot</footer></body></html>
"""
CARS = Unit(id="cars", one="car", many="cars", printed=("cars", "辆"))
PERCENT = Unit(id="percent", one="percent", many="percent", symbol="%", printed=("percent", "%"))
CROWNS = Unit(id="crowns", one="crown", many="crowns", symbol="kr", printed=("crowns",))


def entries(main: str, head: str = "") -> list[tuple[str, str, str]]:
    return list(search.entries("facts/x.html", PAGE.format(head=head, main=main).encode()))


def texts(main: str) -> list[str]:
    return [text for _, _, text in entries(main)]


# --- words that a record adds -----------------------------------------------------------------------


def test_words_stand_at_the_address_of_their_record(site: Site) -> None:
    """A point's is its anchor on the page of its series, a term's its anchor in the glossary."""
    words = search.own_words(site)
    assert words.keys() == {
        "glossary.html#roll-on-ferry",
        *(f"facts/{id}.html" for id, fact in site.facts.items() if fact.series is None),
        *(f"series/freight-yearbook.html#{id}" for id, fact in site.facts.items() if fact.series),
    }
    assert ["R2 ferry"] == words["glossary.html#roll-on-ferry"]


def test_fact_is_found_by_its_speaker_its_place_and_its_own_words(site: Site) -> None:
    """Each once, Chinese names included."""
    speaker = site.speakers["mayor"].model_copy(update={"chinese": "林达"})
    fact = site.facts["harbour-heart"].model_copy(update={"find": ("core", "Ada Lind")})
    changed = replace(site, facts={fact.id: fact}, speakers={"mayor": speaker})
    assert ["core", "Ada Lind", "林达", "松德"] == search.own_words(changed)["facts/harbour-heart.html"]


def test_figure_is_found_in_other_spellings(site: Site) -> None:
    """As people type it into a search box, but never firmer than the record: the hedge goes with it."""
    assert {"about 40mn", "about 4000万"} <= set(search.own_words(site)["facts/quay-cost.html"])


def test_figure_is_found_by_what_it_measures(site: Site) -> None:
    """The label of its indicator; a point's own label too, which its page says once for all points."""
    words = search.own_words(site)
    point = site.facts["freight-yearbook-2022"]
    assert isinstance(point, Figure)
    measure = site.indicators[point.indicator].label
    assert {point.label, measure} <= set(words["series/freight-yearbook.html#freight-yearbook-2022"])


@pytest.mark.parametrize(
    ("value", "scale", "unit", "expected"),
    [
        ("50", "billion", CROWNS, ["50bn", "500亿"]),
        ("5.3", "one", PERCENT, ["5.3%"]),
        ("-2.50", "one", PERCENT, ["-2.50%"]),
        ("728558", "one", CARS, ["728558", "72.8558万辆"]),
        ("40", "one", CARS, ["40辆"]),
        ("27584.1", "yi", CROWNS, ["2758.41bn"]),
    ],
)
def test_spellings_are_exact(value: str, scale: str, unit: Unit, expected: list[str]) -> None:
    """A magnitude is told where a reader would tell it; what would have to be rounded is left out."""
    assert expected == search.spellings(Decimal(value), scale, unit)


# --- entries from a finished page -------------------------------------------------------------------


def test_entry_is_the_text_of_the_page() -> None:
    """Without menu, footer, scripts, drawings, tables and what is marked; blocks are lines."""
    main = (
        "<h1>A port</h1><p>The port <b>handled</b>\n more.</p><script>no</script><svg><text>no</text></svg>"
        "<div data-search-exclude>no</div><div popover>no</div><aside>no</aside><table><tr><td>no</td></tr></table>"
        "<details>no</details><ul><li>one</li><li>two</li></ul><!-- no -->"
    )
    assert [("facts/x.html", "Freight", "A port\nThe port handled more.\none\ntwo")] == entries(main)


def test_title_is_not_repeated_in_the_text() -> None:
    """The engine shows it above."""
    assert ["More."] == texts("<h1>Freight</h1><p>More.</p>")


def test_line_that_stands_twice_is_told_once() -> None:
    """A card and its page may say the same."""
    assert ["Same.\nOther."] == texts("<p>Same.</p><p>Other.</p><p>Same.</p>")


@pytest.mark.parametrize("name", ["kick", "big", "hedge", "verdict", "ff", "n", "run"])
def test_labels_are_no_text(name: str) -> None:
    """What stands beside the words says nothing to a search."""
    assert ["Text."] == texts(f'<p>Text.</p><p class="x {name}">no</p>')


def test_figures_are_found_on_their_own_page() -> None:
    """Elsewhere a chart's words would hide the page that is about it."""
    figure = "<p>Text.</p><figure><figcaption>Bars</figcaption></figure>"
    assert ["Text."] == texts(figure)
    chart = list(search.entries("charts/bars.html", PAGE.format(head="", main=figure).encode()))
    assert [("charts/bars.html", "Freight", "Text.\nBars")] == chart


def test_parts_with_an_address_are_entries_of_their_own() -> None:
    """What follows a part belongs to the page again."""
    main = '<p>Before.</p><section id="a"><h2>First part</h2><p>Inside.</p></section><p>After.</p>'
    assert [("facts/x.html", "Freight", "Before.\nAfter."), ("facts/x.html#a", "First part", "Inside.")] == entries(
        main
    )


def test_headings_with_an_address_begin_a_part() -> None:
    """It ends at the next one; a heading without an address is text."""
    main = (
        '<p>Before.</p><h2 id="a">First</h2><p>One.</p><h3 id="b">Second</h3><p>Two.</p><h2>No part</h2><p>Three.</p>'
    )
    assert [
        ("facts/x.html", "Freight", "Before."),
        ("facts/x.html#a", "First", "One."),
        ("facts/x.html#b", "Second", "Two.\nNo part\nThree."),
    ] == entries(main)


def test_numbers_never_run_together() -> None:
    """The gate compares without white space: a gap parts what a comma and a space part on the page."""
    assert [f"Built: in 2023,{search.GAP} 715,200."] == texts("<p>Built: in 2023, 715,200.</p>")


def test_what_interrupts_a_sentence_leaves_a_gap() -> None:
    """The number of a note and words for listeners only; the pieces around stand on the page as they are."""
    main = '<p>It grew<sup>3</sup><span class="vh">, source</span> in May.<sup>4</sup></p>'
    gap = search.GAP
    assert [f"It grew{gap}{gap} in May."] == texts(main)


def test_label_of_a_block_is_no_text() -> None:
    """Evidence, Reading: a heading of a block without an address."""
    assert ["Text."] == texts('<section class="blk"><h2>Evidence</h2><p>Text.</p></section>')


def test_parts_without_text_are_left_out() -> None:
    """An anchor alone is no result."""
    assert [] == entries('<section id="a"><h2>Empty</h2></section>')


def test_page_that_is_not_for_robots_is_not_searched() -> None:
    """What search machines are told to leave out, the site's own search leaves out too."""
    assert [] == entries("<p>Text.</p>", '<meta name="robots" content="noindex">')


def test_page_without_a_main_part_is_left_out() -> None:
    """A redirect has nothing to find."""
    assert [] == list(search.entries("x.html", b"<html><head><title>x</title></head><body>y</body></html>"))


def test_sentence_that_stands_everywhere_is_left_out() -> None:
    """It tells no page from the others; headings and labels stay."""
    many = [(f"{n}.html", "T", f"Said everywhere.\nEverywhere\nOnly on {n}.") for n in range(search.COMMON + 1)]
    assert [f"Everywhere\nOnly on {n}." for n in range(search.COMMON + 1)] == [
        t for _, _, t in search.without_common(many)
    ]
    assert many[1:] == search.without_common(many[1:])


# --- how much an entry weighs -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("facts/quay-cost.html", search.CLAIM),
        ("facts/dockers-2025.html", search.CONTEXT),
        ("series/freight-yearbook.html#freight-yearbook-2022", search.POINT),
        ("index.html", search.PAGES["home"]),
        ("traffic.html", search.PAGES["chapter"]),
        ("traffic.html#said", search.PARTS["chapter"]),
        ("glossary.html#roll-on-ferry", search.PARTS["terms"]),
        ("claims.html", search.LIST),
        ("claims.html#x", search.LIST_PART),
        ("series/freight-yearbook.html", search.OTHER),
    ],
)
def test_weight_of_an_entry(site: Site, location: str, expected: float) -> None:
    """Chapters and terms before lists, claims before context."""
    facts = {search.address(fact): fact for fact in site.facts.values()}
    assert expected == search.weight(location, facts, site)


# --- the whole index ------------------------------------------------------------------------------------


def index(folder: Path, docs: list[dict[str, Any]]) -> Path:
    path = folder / "search" / "search_index.json"
    path.parent.mkdir()
    path.write_text(
        json.dumps({"config": {"lang": ["en"], "fields": {"title": {"boost": 1000}}}, "docs": docs}), "utf-8"
    )
    return path


def test_index_holds_the_pages_of_the_site(tmp_path: Path, site: Site) -> None:
    """Whatever the engine's plugin wrote: titles, texts, words that are not shown, and weights."""
    path = index(tmp_path, [{"location": "old", "title": "old", "text": "old"}])
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "harbour-heart.html").write_text(PAGE.format(head="", main="<p>In 松德港口.</p>"), "utf-8")
    (tmp_path / "404.html").write_text(PAGE.format(head="", main="<p>Lost.</p>"), "utf-8")
    search.prepare(tmp_path, site)
    data = json.loads(path.read_text("utf-8"))
    assert [
        {
            "location": "facts/harbour-heart.html",
            "title": "Freight",
            "text": "In 松德港口.",
            "tags": ["Ada Lind", "松德"],
            "boost": search.CLAIM,
        }
    ] == data["docs"]
    assert (["en"], search.FIELDS) == (data["config"]["lang"], data["config"]["fields"])


def test_page_is_found_by_its_headline(tmp_path: Path, site: Site) -> None:
    """A chapter's short title says less than its finding."""
    path = index(tmp_path, [])
    (tmp_path / "traffic.html").write_text(PAGE.format(head="", main="<h1>Less<sup>1</sup> freight</h1>"), "utf-8")
    search.prepare(tmp_path, site)
    assert [["Less freight"]] == [doc["tags"] for doc in json.loads(path.read_text("utf-8"))["docs"]]


def test_site_without_an_index_is_left_alone(tmp_path: Path, site: Site) -> None:
    """Another engine may have no search."""
    search.prepare(tmp_path, site)
    assert [] == list(tmp_path.iterdir())
