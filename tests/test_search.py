"""The search index: its entries, and Chinese cut into the same words for index and query."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import search
from build_scripts.model import Site

NAMES = frozenset(["松德", "松德港", "轮渡公司"])
PAGE = """\
<html><head><title>Freight · The Harbour Book</title>{head}</head>
<body><nav>Menu</nav><main>{main}</main><footer>Foot</footer></body></html>
"""


def engine(query: str, index: set[str]) -> set[str]:
    """How the theme's search engine cuts a query with the words of its index (material 9.8, `segment`)."""
    found: set[str] = set()
    cuts = [0] * (len(query) + 1)
    for start in range(len(query)):
        for end in range(start + 1, len(query)):
            if query[start:end] in index:
                cuts[start] = end - start
    stack = [0]
    while stack:
        p = stack.pop()
        for q in range(1, cuts[p]):
            if cuts[p + q] > cuts[p] - q:
                found.add(query[p : p + q])
                stack.append(p + q)
        q = p + cuts[p]
        if cuts[q] and q < len(query) - 1:
            stack.append(q)
        found.add(query[p:q])
    return {query} if "" in found else found


def entries(main: str, head: str = "") -> list[tuple[str, str, str]]:
    return list(search.entries("facts/x.html", PAGE.format(head=head, main=main).encode()))


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("松德", ["松德"]),
        ("松", ["松"]),
        ("港口很大", ["港口", "口很", "很大"]),
        ("松德港", ["松德港"]),
        ("松德港口", ["松德港", "口"]),
        ("在松德有轮渡公司吗", ["在", "松德", "有", "轮渡公司", "吗"]),
        ("老港口松德", ["老港", "港口", "松德"]),
        ("", []),
    ],
)
def test_pieces_are_the_longest_names_and_pairs_between(run: str, expected: list[str]) -> None:
    """From the left; what no name covers is cut into overlapping pairs."""
    assert expected == search.pieces(run, NAMES)


def test_without_names_there_are_pairs_only() -> None:
    """A site that registers no Chinese name is searchable too."""
    assert ["松德", "德港"] == search.pieces("松德港", frozenset())


@given(st.text(st.sampled_from("松德港口轮渡公司很大"), min_size=1, max_size=12))
def test_nothing_of_a_run_is_lost(run: str) -> None:
    """Every character stands in a piece, and every piece in the run."""
    pieces = search.pieces(run, NAMES)
    assert set(run) == set("".join(pieces))
    assert [] == [piece for piece in pieces if piece not in run]


def test_chinese_of_a_text_is_cut_once() -> None:
    """Each word once; other scripts are the engine's own business."""
    assert ["松德", "港口"] == search.pieces_of("In 松德 (松德) a 港口, ferries.", NAMES)


@pytest.mark.parametrize("query", sorted(NAMES))
@pytest.mark.parametrize("text", ["{}", "在{}有船", "老{}的船", "{}，{}。"])
def test_query_for_a_name_is_cut_into_words_of_the_index(query: str, text: str) -> None:
    """Whatever stands around the name in the text, the engine asks for words that the index holds."""
    index = set(search.pieces_of(text.replace("{}", query), NAMES))
    assert set() == engine(query, index) - index


def test_vocabulary_is_every_registered_chinese_name(site: Site) -> None:
    """Of places, terms and speakers; a name with other characters in it gives its Chinese runs."""
    term = site.terms["roll-on-ferry"].model_copy(update={"chinese": "R2轮渡（公司）"})
    speaker = site.speakers["mayor"].model_copy(update={"chinese": "林达"})
    more = replace(site, terms={"x": term}, speakers={"y": speaker})
    assert {"松德", "林达", "轮渡", "公司"} == search.vocabulary(more)


def test_own_words_stand_at_the_address_of_their_record(site: Site) -> None:
    """A point's is its anchor on the page of its series."""
    fact = site.facts["quay-cost"].model_copy(update={"find": ("pier", "jetty")})
    point = site.facts["freight-yearbook-2022"].model_copy(update={"find": ("cargo",)})
    changed = replace(
        site, facts={"quay-cost": fact, "freight-yearbook-2022": point, "ferries-all": site.facts["ferries-all"]}
    )
    expected = {
        "facts/quay-cost.html": ["pier", "jetty"],
        "series/freight-yearbook.html#freight-yearbook-2022": ["cargo"],
    }
    assert expected == search.own_words(changed)


def test_entry_is_the_text_of_the_page() -> None:
    """Without menu, footer, scripts, drawings and what is marked; words do not run into each other."""
    main = (
        "<h1>Freight</h1><p>The port <b>handled</b>\n more.</p><script>no</script><svg><text>no</text></svg>"
        "<div data-search-exclude>no</div><div popover>no</div><aside>no</aside><ul><li>one</li><li>two</li></ul><!-- no -->"  # noqa: E501
    )
    assert [("facts/x.html", "Freight", "Freight The port handled more. one two")] == entries(main)


def test_parts_with_an_address_are_entries_of_their_own() -> None:
    """What follows a part belongs to the page again, on a line of its own."""
    main = '<p>Before.</p><section id="a"><h2>First part</h2><p>Inside.</p></section><p>After.</p>'
    assert [("facts/x.html", "Freight", "Before.\nAfter."), ("facts/x.html#a", "First part", "Inside.")] == entries(
        main
    )


def test_headings_with_an_address_begin_a_part() -> None:
    """It ends at the next one; without an address they are text."""
    main = (
        '<p>Before.</p><h2 id="a">First</h2><p>One.</p><h3 id="b">Second</h3><p>Two.</p><h2>No part</h2><p>Three.</p>'
    )
    assert [
        ("facts/x.html", "Freight", "Before."),
        ("facts/x.html#a", "First", "One."),
        ("facts/x.html#b", "Second", "Two. No part Three."),
    ] == entries(main)


def test_parts_without_text_are_left_out() -> None:
    """An anchor alone is no result."""
    assert [] == entries('<section id="a"><h2>Empty</h2></section>')


@pytest.mark.parametrize(
    ("main", "head"), [("<p>Text.</p>", '<meta name="robots" content="noindex">')], ids=["not for robots"]
)
def test_pages_that_are_not_searched(main: str, head: str) -> None:
    """What search machines are told to leave out, the site's own search leaves out too."""
    assert [] == entries(main, head)


def test_page_without_a_main_part_is_left_out() -> None:
    """A redirect has nothing to find."""
    assert [] == list(search.entries("x.html", b"<html><head><title>x</title></head><body>y</body></html>"))


def index(folder: Path, entries: list[dict[str, Any]]) -> Path:
    path = folder / "search" / "search_index.json"
    path.parent.mkdir()
    config = {"lang": ["en"], "separator": "x", "fields": {"title": {"boost": 1000.0}, "tags": {"boost": 1000000.0}}}
    path.write_text(json.dumps({"config": config, "docs": entries}), "utf-8")
    return path


def test_index_holds_the_pages_of_the_site(tmp_path: Path, site: Site) -> None:
    """Whatever the engine's plugin wrote: titles, texts, and words that are searched and not shown."""
    path = index(tmp_path, [{"location": "old", "title": "old", "text": "old"}])
    fact = site.facts["quay-cost"].model_copy(update={"find": ("pier",)})
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "quay-cost.html").write_text(PAGE.format(head="", main="<p>In 松德港口.</p>"), "utf-8")
    (tmp_path / "404.html").write_text(PAGE.format(head="", main="<p>Lost.</p>"), "utf-8")
    search.prepare(tmp_path, replace(site, facts={"quay-cost": fact}))
    data = json.loads(path.read_text("utf-8"))
    expected = {
        "location": "facts/quay-cost.html",
        "title": "Freight",
        "text": "In 松德港口.",
        "tags": ["pier", "松德", "港口"],
    }
    assert ([expected], ["en"], 1.0) == (
        data["docs"],
        data["config"]["lang"],
        data["config"]["fields"]["tags"]["boost"],
    )


def test_site_without_an_index_is_left_alone(tmp_path: Path, site: Site) -> None:
    """Another engine may have no search."""
    search.prepare(tmp_path, site)
    assert [] == list(tmp_path.iterdir())
