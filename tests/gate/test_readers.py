"""The readers of files that are no pages."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.gate._book import UNSEEN
from build_scripts.registry import modules
from gate.conftest import Gate

Whys = Callable[[str, "str | bytes"], list[str]]
HEAD = "id,label,place,period,value,low,high,scale,unit,hedge,status,said_by,verdict,sources"
ROW = "quay-cost,Cost of the new quay,sund,2025/2027,40,,,million,crowns,about,target,mayor,context,mayor-speech"


def test_every_file_of_the_fixture_has_a_reader(files: dict[str, bytes]) -> None:
    """Whatever is built is read as what it is."""
    assert {Path(path).suffix.removeprefix(".") for path in files} <= set(modules("gate"))


@pytest.mark.parametrize("path", ["figures.pdf", "figures", "FIGURES.HTML", "a.html.bak", "movie.webm", "x.json5"])
def test_unknown_type(path: str, whys: Whys) -> None:
    """What nobody can read may hold anything."""
    assert ["no reader knows this type of file"] == whys(path, "40")


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.json", "{"),
        ("a.xml", "<a>"),
        ("a.svg", "<svg>"),
        ("a.txt", b"\xff"),
        ("a.css", b"\xff"),
        ("a.html", b"\xff"),
        ("a.csv", 'id\n"a\n'),
        ("a.txt.gz", b"40"),
        ("search/search_index.json", "{}"),
    ],
)
def test_file_that_cannot_be_read(path: str, data: str | bytes, whys: Whys) -> None:
    """It is told like any orphan, without a traceback."""
    (why,) = whys(path, data)
    assert why.startswith("it cannot be read: ")


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ('a::after{content:"40"}', 1),
        ("a::after{content:'40'}", 1),
        (r'a::after{content:"\34\30"}', 1),
        (r'a::after{content:"\000034 0"}', 1),
        ('a::after{content:"4" "0"}', 1),
        ('a::after{content:counter(n) "40"}', 1),
        ('a::after{CONTENT:"x";content : "forty"}', 1),
        ("a::after{content:attr(data-x)}", 1),
        ("a::after{content:attr(href)}", 0),
        (r'a::after{content:"\2192 "}', 0),
        ("a{justify-content:center;width:40px}", 0),
        ('/* content:"40" */', 0),
    ],
)
def test_css(sheet: str, told: int, whys: Whys) -> None:
    """What a style sheet adds to a page, its escapes read."""
    assert told == len(whys("a.css", sheet))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("", "", None),
        (",40,", ",41,", "the record holds 40"),
        (",40,", ",40.5,", "the record holds 40"),
        (",40,", ",forty,", "it is no number"),
        (",40,", ",,", "the record holds 40"),
        ("quay-cost", "quay", "the row names no record"),
        ("million", "billion", "the record has million"),
        ("crowns", "tonnes", "the record has crowns"),
        ("about", "exact", "the record has about"),
        ("target", "final", "the record has target"),
        ("2025/2027", "2025", "the record has 2025/2027"),
        (",mayor,", ",port-office,", "the record has mayor"),
        ("Cost of the new quay", "Cost of 2 quays", '"2" belongs to none of its records (fact:quay-cost)'),
        (",mayor-speech", ',"41 million crowns!"', "it is no name of a record and no address"),
        (",mayor-speech", ",mayor-speech,41", "the row has more cells than there are columns"),
        (",sources", ",41 sources", "the head of a column holds a number"),
    ],
)  # fmt: skip
def test_csv(old: str, new: str, why: str | None, whys: Whys) -> None:
    """Each cell says what the row's record says."""
    found = whys("charts/a.csv", f"{HEAD}\n{ROW}\n".replace(old, new, 1) if old else f"{HEAD}\n{ROW}\n")
    assert (why in found) if why else found == [], found


@pytest.mark.parametrize(
    ("cells", "told"), [("claims,All,7", 0), ("claims,All,8", 1), ("claims,All 8,7", 1), (",All,7", 1)]
)
def test_csv_of_counts(cells: str, told: int, whys: Whys) -> None:
    """A row of a chart that counts records."""
    assert told == len(whys("charts/a.csv", f"count,name,records\n{cells}\n"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("User-agent: *", 0),
        ("Sitemap: https://harbour.example/2024/40.xml", 0),
        ("See https://harbour.example/ for 40 facts", 1),
        ("Updated 4 March 2025", 0),
        ("Updated 4 March 2031", 1),
    ],
)
def test_txt(line: str, told: int, whys: Whys) -> None:
    """Addresses may hold digits, the words around them may not."""
    assert told == len(whys("robots.txt", line))


def test_licence_of_a_font(whys: Whys) -> None:
    """It is given word for word."""
    assert [] == whys("assets/fonts/OFL.txt", "Version 1.1, 26 February 2007")


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        ("<urlset><url><loc>https://a/40</loc><lastmod>2031-01-01</lastmod></url></urlset>", 0),
        ("<feed><updated>2025-03-04T00:00:00Z</updated></feed>", 0),
        ("<feed><updated>2031-03-04T00:00:00Z</updated></feed>", 1),
        ("<feed><title>40</title></feed>", 1),
        ("<feed><content>a <b>b</b> 40</content></feed>", 1),
        ("<feed><link title='40' href='https://a/40'/></feed>", 1),
        ("<feed><id>tag:a,2025:40</id></feed>", 0),
    ],
)
def test_xml(xml: str, told: int, whys: Whys) -> None:
    """Texts of feeds, with what follows an inner element."""
    assert told == len(whys("feed.xml", xml))


@pytest.mark.parametrize("path", ["a.xml", "a.svg"])
def test_entities_of_a_file_of_its_own(path: str, whys: Whys) -> None:
    """They would be put in by whoever shows the file, and not by this reader."""
    root = path.removeprefix("a.")
    text = f'<!DOCTYPE {root} [<!ENTITY n "40 crowns">]><{root}>&n;</{root}>'
    assert UNSEEN in whys(path, text)


def test_label_of_a_drawing(whys: Whys) -> None:
    """In any attribute that is read aloud."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><g aria-valuetext="40 crowns"/></svg>'
    assert 1 == len(whys("a.svg", svg))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("records/nothing/x.json", "{}"),
        ("records/pages/x.json", "[]"),
        ("records/x.json", "{}"),
        ("facts/x.json", "[]"),
        ("facts.json", '{"facts": 3, "series": null}'),
    ],
)
def test_shapes_that_nobody_expects(path: str, text: str, whys: Whys) -> None:
    """They are told; the gate does not end in a traceback."""
    assert whys(path, text)


def test_gz(whys: Whys) -> None:
    """What is packed is read as what it is."""
    assert ["no reader knows this type of file"] == whys("a.pdf.gz", gzip.compress(b"40"))
    assert 1 == len(whys("a.txt.gz", gzip.compress(b"40 crowns")))
    assert [] == whys("a.txt.gz", gzip.compress(b"crowns"))


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ('<text data-fact="quay-cost">about 40 million</text>', 0),
        ('<text data-fact="quay-cost">about 41 million</text>', 1),
        ("<text>40</text>", 1),
        ("<title>About 40 million crowns</title>", 1),
        ('<title>About 40 million crowns</title><path data-fact="quay-cost"/>', 0),
        ('<text data-repeats="title">40</text>', 1),
        ('<text data-repeats="address">https://harbour.example/40</text>', 0),
        ('<path data-fact="quay-cost" aria-label="41 million crowns"/>', 1),
        ('<g data-scale="million"><text data-fact="freight-yearbook-2022">1.31</text></g>', 0),
        ('<g data-scale="billion"><text data-fact="freight-yearbook-2022">1.31</text></g>', 1),
    ],
)
def test_svg(inside: str, told: int, whys: Whys) -> None:
    """A drawing by itself: its title may tell of what it draws."""
    assert told == len(whys("charts/a.svg", f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({}, 0),
        ({"text": "The fleet has 8 ferries."}, 0),
        ({"text": "The fleet has 7 ferries."}, 1),
        ({"text": "ferries."}, 0),
        ({"text": "40 ferries"}, 1),
        ({"text": "8 ferries", "location": "a.html#boats"}, 0),
        ({"text": "7 ferries", "location": "a.html#boats"}, 1),
        ({"text": "2024"}, 0),
        ({"text": "2025"}, 1),
        ({"title": "Fleet of 4"}, 1),
        ({"location": "b.html"}, 1),
        ({"tags": ["40"]}, 1),
        ({"tags": ["ferry"]}, 0),
    ],
)
def test_search_index(entry: dict[str, object], told: int, gate: Gate) -> None:
    """An entry repeats its own part of a page, and no number cut out of a longer one."""
    data = {"fact": "ferries-all", "other": "ferries-yearbook"}
    page = (
        "<!doctype html><title>Fleet</title><h1>Fleet of the port</h1>"
        f'<h2 id="boats">Boats</h2><p>The fleet has <data value="8" data-fact="{data["fact"]}">8 ferries</data>.</p>'
        f'<h2 id="book">Book</h2><p>It counts <data value="7" data-fact="{data["other"]}">7 ferries</data>.</p>'
        '<p><time datetime="2024">2024</time></p><p>Reviewed <time datetime="2025-06-01">1 June 2025</time></p>'
    )
    other = {"location": "a.html#book", "title": "Book", "text": "It counts 7 ferries.", "tags": []}
    index = {"docs": [{"location": "a.html", "title": "Fleet", "text": "Boats", "tags": [], **entry}, other]}
    assert told == len(gate({"a.html": page, "search/search_index.json": json.dumps(index)}))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"say": "2022: 1.31 million tonnes [fact freight-yearbook-2022]"}, 0),
        ({"say": "2022: 1.13 million tonnes [fact freight-yearbook-2022]"}, 1),
        ({"say": "7 claims [count claims]"}, 0),
        ({"say": "8 claims [count claims]"}, 1),
        ({"say": "[fact freight-yearbook-2022] [date]", "text": "2022"}, 0),
        ({"say": "[fact freight-yearbook-2022] [date]", "text": "2021"}, 1),
        ({"say": "[fact freight-yearbook-2022]", "text": "1.31 million"}, 0),
        ({"say": "[fact freight-yearbook-2022]", "text": "1.13 million"}, 1),
        ({"say": "1.31 million tonnes"}, 1),
    ],
)
def test_specification_of_a_chart(row: dict[str, str], told: int, whys: Whys) -> None:
    """What a drawing's data show, against the record that they name."""
    assert told == len(whys("charts/a.json", json.dumps({"datasets": {"a": [row]}})))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"title": "What changed"}, 0),
        ({"title": "40"}, 1),
        ({"items": [{"id": "x", "text": "40"}]}, 1),
        ({"url": "https://a/40"}, 0),
    ],
)
def test_other_data(value: object, told: int, whys: Whys) -> None:
    """Strings without a record hold no number."""
    assert told == len(whys("feed.json", json.dumps(value)))


@pytest.mark.parametrize("path", ["a.js", "a.woff2"])
def test_what_shows_no_text(path: str, whys: Whys) -> None:
    """Scripts, pictures made of drawings that are read, fonts."""
    assert [] == whys(path, "40")
