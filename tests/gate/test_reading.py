"""What is gathered from a page while it is parsed."""

from __future__ import annotations

from typing import cast

import pytest
from lxml import etree

from build_scripts.gate import html, svg
from build_scripts.gate._reading import Target
from gate.conftest import FOLDER


def runs(page: str) -> list[str]:
    found = ["".join(run.texts) for run in html.gather(page.encode()).runs]
    return [" ".join(text.split()) for text in found if text.strip()]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a<b>b</b>c</p>d", ["abc", "d"]),
        ("<p>a&nbsp;b &amp; c&#52;</p>", ["a b & c4"]),
        ("<p>a<!-- no -->b</p>", ["ab"]),
        ("<p>a<br>b</p>", ["a", "b"]),
        ("<p>a<span popover>card</span>b</p>", ["card", "ab"]),
        ("<p>a<script>no</script>b<template><i>no</i></template>c</p>", ["abc"]),
        ('<p>7<sup data-structural="note">2</sup>8</p>', ["7 2 8"]),
        ("<ul><li>a<ul><li>b</ul>c</ul>", ["a", "b", "c"]),
        (f"<p>{'1234 ' * 900}</p>", [("1234 " * 900).strip()]),
        ("<span>" * 5000 + "a", ["a"]),
    ],
)
def test_runs(body: str, expected: list[str]) -> None:
    """Text as it is read in one go, however the parser parts it."""
    assert expected == runs(f"<!doctype html><title>no</title><body>{body}")


def test_search_finds_the_main_part() -> None:
    """Text nodes are whole, headings and anchors those of the main part; ways and what is marked stay out."""
    reading = html.gather(
        b"<title>T</title><body><header id=h>no</header><main><nav>no</nav><h1 id=a>A &amp; B</h1><p>1,&#50;34 c</p>"
        b"<div data-search-exclude>no<h2 id=x>no</h2></div><aside>no</aside><section id=b>d</section></main>"
        b"<footer>no</footer>"
    )
    assert ["A & B", "1,234 c", "d"] == reading.pieces
    assert ["A & B"] == reading.headings
    assert {"a": (0, 1), "b": (2, 3)} == reading.anchors
    assert ["T"] == [title.text for title in reading.titles]


def test_a_page_without_main_part_is_all_of_it() -> None:
    """Then the search may find everything, and every figure is the page's."""
    reading = html.gather(b'<body><header>a</header><p data-fact="x">b</p><nav><i data-fact="y">c</i></nav>')
    assert (["a", "b"], {"x"}) == (reading.pieces, reading.figures)


def test_scale_and_domain_hold_inside() -> None:
    """They reach as far as the element that has them, and an inner one wins."""
    reading = html.gather(
        b'<p data-scale="million"><b data-fact="a">1</b><i data-scale="wan"><b data-fact="b">2</b></i>'
        b'<b data-fact="c">3</b></p>'
        b'<p data-domain="0 9"><b data-structural="axis-tick">4</b></p><b data-fact="d">5</b>'
    )
    owners = [owner for run in reading.runs for owner in run.owners if owner]
    assert [("1", "million", ""), ("2", "wan", ""), ("3", "million", ""), ("4", None, "0 9"), ("5", None, "")] == [
        (owner.text, owner.scale, owner.domain) for owner in owners
    ]


def test_parser_keeps_nothing_of_a_page() -> None:
    """lxml's parser and its target hold each other: while the collector is off, all pages would stay in memory."""
    target = Target()
    for tag in ("p", "b"):
        target.start(tag, {"data-fact": "x"})
    target.data("7")
    for tag in ("b", "p"):
        target.end(tag)
    assert ["7"] == target.close().runs[0].texts
    assert {} == vars(target)


def test_words_of_a_drawing_stand_in_no_run() -> None:
    """Title, description, and what repeats the page's words."""
    drawing = svg.gather(
        b'<svg xmlns="http://www.w3.org/2000/svg"><title>T</title><g data-repeats="title">T</g>'
        b'<text data-fact="x">7</text><text data-count="claims">2</text><desc>D</desc></svg>'
    )
    assert ["T", "T", "D"] == [words.text for words in drawing.titles]
    assert ["7", "2"] == ["".join(run.texts) for run in drawing.runs if run.texts]
    assert ({"x"}, {"claims"}) == (drawing.figures, drawing.counts)


def test_entities_of_a_drawing_are_what_they_stand_for() -> None:
    """In labels as in text; a drawing that takes in another file is not read at all."""
    drawing = svg.gather(b'<svg xmlns="http://www.w3.org/2000/svg"><g aria-label="R&amp;D">R&amp;D, 4&#50;</g></svg>')
    assert (["R&D"], ["R&D, 42"]) == (
        [words for _, _, words in drawing.labels],
        ["".join(run.texts) for run in drawing.runs if run.texts],
    )
    with pytest.raises(etree.XMLSyntaxError):
        svg.gather(b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]><svg>&x;</svg>')


class Told:
    """All that the parser tells."""

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.attributes: list[set[str]] = []
        self.text = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.tags.append(tag)
        self.attributes.append(set(attributes))

    def end(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def data(self, text: str) -> None:
        self.text += text

    def close(self) -> Told:
        return self


@pytest.mark.parametrize(
    "page",
    [
        *(path.read_bytes() for path in sorted(FOLDER.glob("*.html"))),
        b"<p>a<p>b</i>c<table><td>4<b>2",
        b"<head><title>a</title></head>tail<br/>4<br>2<img alt=5>",
        b"<script>var a='40'</script>x<style>p{}</style><template><p>5</p></template><noscript><p>4</p></noscript>",
        b"<svg><text x=1>4</text><foreignObject><p>q</p></foreignObject></svg><a href=x>1<a>2</a>",
        b"<select><option value=3>4<option>5</select><textarea><b>4</b></textarea></p>4",
        b"<div>4<!-- x -->2 &amp; &#50; &foo; &nbsp;5</div><P CLASS=A a=1 a=2>4</P><x:y>4</x:y><![CDATA[5]]>",
    ],
)
def test_parser_tells_what_its_tree_holds(page: bytes) -> None:
    """Tag by tag, and all of the text: nothing is seen in a tree that a target would not be told of."""
    parser = etree.HTMLParser(target=cast("etree.ParserTarget", Told()), encoding="utf-8")
    told = cast(Told, etree.fromstring(page, parser))
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))
    walked = [(event, element) for event, element in etree.iterwalk(root, events=("start", "end"))]
    assert [f"{'/' if event == 'end' else ''}{element.tag}" for event, element in walked] == told.tags
    assert [set(element.keys()) for event, element in walked if event == "start"] == told.attributes
    assert "".join(map(str, root.itertext(with_tail=True))).split() == told.text.split()
