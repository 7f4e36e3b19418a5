"""Pages as they are read: what is one text, which element answers for it, and what else is shown."""

# ruff: noqa: E501  (a mistake and what is said of it stand on one line)

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.gate._book import UNSEEN

Body = Callable[[str], list[str]]
COST = '<data value="40000000" data-fact="quay-cost">about 40 million crowns</data>'


@pytest.mark.parametrize(
    "html",
    [
        "It cost 40 crowns.",
        "It cost <b>4</b>0 crowns.",
        "It cost 4<!-- -->0 crowns.",
        "<div hidden>40</div>",
        '<div style="display:none">40</div>',
        '<p aria-hidden="true">40</p>',
        "<details><summary>More</summary>40</details>",
        "<span popover>40</span>",
        "<noscript>40</noscript>",
        "<select><option>40</option></select>",
        "<textarea>40</textarea>",
        "<template></template>40",
        f"{COST} 40",
        "<svg><text>40</text></svg>",
        "<svg><title>40</title></svg>",
        "<math><mn>40</mn></math>",
        "&#52;&#48;",
        "4\u200b0 crowns",
    ],
)
def test_numbers_without_a_record(html: str, body: Body) -> None:
    """Wherever and however they stand, each is told once."""
    assert 1 == len(body(f"<p>{html}</p>"))
    assert all("names no record" in why for why in body(f"<p>{html}</p>"))


@pytest.mark.parametrize(
    "html",
    [
        f"It cost {COST}.",
        'It cost <data value="40000000" data-fact="quay-cost">about <b>40</b> <small>million crowns</small></data>.',
        "<script>let n = 40</script>",
        "<template>40</template>",
        "<!-- 40 -->",
        "The first R2 ferry",
        '<input type="hidden" value="40"><input type="checkbox" value="40">',
        '<ol start="1"><li>a</ol>',
    ],
)
def test_what_may_stand(html: str, body: Body) -> None:
    """A record's figure, what nobody sees, names, ordinals."""
    assert [] == body(f"<p>{html}</p>")


@pytest.mark.parametrize(
    "html",
    [
        *(
            f'<p {name}="40 crowns">x</p>'
            for name in ("title", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "data-l")
        ),
        '<img alt="40 crowns">',
        '<input placeholder="40 crowns">',
        '<input type="submit" value="40 crowns">',
        '<option label="40 crowns">',
        '<ol start="40"><li>a</ol>',
        '<ol><li value="40">a</ol>',
        '<meter value="40"></meter>',
        f'<b data-fact="quay-cost" aria-label="41 million crowns">{COST}</b>',
        '<i data-fact="freight-yearbook-2022" aria-label="2021: 1.31 million tonnes"></i>',
        '<i data-count="claims" aria-label="7 claims, 40 more"></i>',
        '<i data-count="claims" aria-label="seven claims"></i>',
        '<style>p::after{content:"40"}</style>',
    ],
)
def test_attributes_that_are_seen_or_heard(html: str, body: Body) -> None:
    """They are about the element's record, or about none."""
    assert 1 == len(body(html)), body(html)


def test_figures_that_touch_are_one(body: Body) -> None:
    """Two right figures side by side read as a third."""
    html = '<data value="3" data-fact="ferries-electric">3</data><data value="7" data-fact="ferries-yearbook">7 ferries</data>'
    assert ['"37" is put together from several elements'] == body(html)


def test_number_of_a_note_does_not_lengthen_a_figure(body: Body) -> None:
    """It is raised: a reader sees two numbers."""
    assert [] == body('<data value="7" data-fact="ferries-yearbook">7</data><sup data-structural="note">2</sup>')


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Freight shrank by {}.", 0),
        ("Freight rose. It fell by {}.", 0),
        ("Freight fell. The rate is {}.", 1),
        ("The rate is {}; freight fell.", 1),
        ("Freight grew by {}.", 1),
        ("Freight grew by {}, less than before.", 1),
        ("The growth of freight fell to {}.", 0),
        ("By {} freight fell.", 0),
    ],
)
def test_minus_may_be_told_in_words(sentence: str, told: int, body: Body) -> None:
    """Only in the same sentence."""
    figure = '<data value="-3.5" data-fact="freight-growth-2024">3.5 percent</data>'
    assert told == len(body(f"<p>{sentence.format(figure)}</p>"))


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("<title>40 crowns</title>", 1),
        ("<title>Quay</title><title>40 crowns</title>", 1),
        ('<meta name="description" content="40 crowns">', 1),
        ('<meta property="og:description" content="40 crowns">', 1),
        ('<meta name="viewport" content="initial-scale=1, width=640">', 0),
        ('<script type="application/ld+json">{"name": "40 crowns"}</script>', 1),
    ],
)
def test_head(head: str, told: int, whys: Callable[[str, str], list[str]]) -> None:
    """What a page tells search engines and other sites."""
    assert told == len(whys("page.html", f"<!doctype html><html><head>{head}</head><body></body></html>"))


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<data value="7" data-count="claims">7</data>', 0),
        ('<data value="7" data-count="claims">Seven</data>', 0),
        ('<data value="1" data-count="claims,verdict=confirmed">One</data>', 0),
        ('<data value="0" data-count="claims,verdict=overtaken">none</data>', 0),
        ('<data value="7" data-count="claims">8</data>', 1),
        ('<data value="8" data-count="claims">7</data>', 1),
        ('<data value="7" data-count="claims">7 of 9</data>', 1),
        ('<data value="7" data-count="statements">7</data>', 1),
        ('<data value="7" data-count="mutation,kind=sign,rest=checked,what=caught">7</data>', 1),
        ('<data value="0" data-count="claims,wrod=confirmed">0</data>', 1),
        ('<data value="7" data-count="claims">7 million claims</data>', 1),
        ('<data value="7" data-count="claims">7 percent</data>', 1),
        ('<data value="7" data-count="claims">7th</data>', 1),
        ('<data value="7" data-count="claims">over 7</data>', 1),
        ('<data value="7" data-count="claims">7</data> million claims', 1),
        ('<data value="7" data-count="claims">7</data> percent of the claims', 1),
        ('over <data value="7" data-count="claims">7</data> claims', 1),
    ],
)
def test_counts(html: str, told: int, body: Body) -> None:
    """Counted afresh from the records."""
    assert told == len(body(html))


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<q data-printed="quay-cost">some 40 million crowns</q>', 0),
        ('<q data-printed="quay-cost">until 2027</q>', 0),
        ('<q data-printed="quay-cost">40 million crowns</q>', 1),
        ('<q data-printed="no-such">some 40 million crowns</q>', 1),
        ('<i data-was="ferries-yearbook">6 ferries</i>', 0),
        ('<i data-was="ferries-yearbook">6</i>', 1),
        ('<i data-was="quay-cost">6 ferries</i>', 1),
    ],
)
def test_quotations(html: str, told: int, body: Body) -> None:
    """What a source prints, and what stood here before, is given whole."""
    assert told == len(body(html))


FERRIES = '<data value="7" data-fact="ferries-yearbook">{}</data>'


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (f"The port has {FERRIES.format('7 ferries')} today.", 0),
        (f"The port has {FERRIES.format('7')} ferries today.", 0),
        (f"The port has {FERRIES.format('7')} million ferries.", 1),
        (f"The port has {FERRIES.format('7')} crowns.", 1),
        (f"The port has {FERRIES.format('7')}bn.", 1),
        (f"It is the {FERRIES.format('7')}th.", 1),
        (f"The port has ${FERRIES.format('7')}.", 1),
        (f"The port has more than {FERRIES.format('7 ferries')}.", 1),
        (f"The port has minus {FERRIES.format('7 ferries')}.", 1),
        (f"The port has {FERRIES.format('7 ferries')} or more.", 1),
        (f"The port has {FERRIES.format('many ferries')}.", 1),
        (f"The port has {FERRIES.format('one ferry')}.", 1),
    ],
)
def test_what_stands_around_a_figure(html: str, told: int, body: Body) -> None:
    """A unit may follow that the element does not hold itself; nothing may make another figure of it."""
    assert told == len(body(f"<p>{html}</p>"))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>" + "<span>" * 300 + "</span>" * 300 + "</p><p>40 crowns</p>", '"40" names no record'),
        ("<p>" + "<span>" * 9000 + "40 crowns" + "</span>" * 9000 + "</p>", '"40" names no record'),
        ("<p>se&ZeroWidthSpace;ven crowns</p>", UNSEEN),
        ("<svg><text><![CDATA[40]]></text></svg>", UNSEEN),
        (
            '<div><template shadowrootmode="open">40</template></div>',
            UNSEEN,
        ),
        ('<iframe srcdoc="40 crowns"></iframe>', "srcdoc"),
        ('<div role="slider" aria-valuenow="40"></div>', "aria-valuenow"),
    ],
)
def test_what_the_parser_does_not_see(html: str, expected: str, whys: Callable[[str, str], list[str]]) -> None:
    """Deep nesting, entities newer than the parser, other trees: nothing is passed over in silence."""
    found = whys("page.html", f"<!doctype html><html><body>{html}</body></html>")
    assert any(why.startswith(expected) for why in found), found
