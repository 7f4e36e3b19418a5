"""What is worked out from several records: the gate works it out again, and finds what was put wrongly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from build_scripts.gate import _reckoned
from build_scripts.gate._book import Book
from build_scripts.gate._run import judged
from build_scripts.independence import backing
from build_scripts.model import Site

Body = Callable[[str], list[str]]


def gap(ids: str, value: str, text: str, more: str = "") -> str:
    return f'<data value="{value}" data-gap="{ids}"{more}>{text}</data>'


FREIGHT = "freight-yearbook-2021 freight-yearbook-2022"
ROUGH = "freight-2024 freight-yearbook-2024"
PERCENT = ' data-as="percent"'


@pytest.mark.parametrize(
    "html",
    [
        gap(FREIGHT, "90000", "0.09 million tonnes"),
        gap("freight-yearbook-2022 freight-yearbook-2021", "90000", "0.09 million tonnes"),
        gap(ROUGH, "10000", "about 0.01 million tonnes"),
        gap("ferries-all ferries-yearbook", "1", "1 ferry"),
        gap(FREIGHT, "6.9", "6.9 percent", PERCENT),
        gap("ferries-all ferries-yearbook", "14.3", "14.3 percent", PERCENT),
    ],
)
def test_right_gaps(html: str, body: Body) -> None:
    """Exact, in the unit of the figures, or in percent of the smaller; rough where one of them is."""
    assert [] == body(html)


@pytest.mark.parametrize(
    ("html", "why"),
    [
        (gap(FREIGHT, "80000", "0.08 million tonnes"), "it shows 0.08 million tonnes"),
        (gap(FREIGHT, "90000", "0.09 billion tonnes"), "it shows 0.09 billion tonnes"),
        (gap(FREIGHT, "90000", "0.09 million ferries"), "lie 90000 apart"),
        (gap(FREIGHT, "90001", "0.09 million tonnes"), "value is 90001, it shows 0.09"),
        (gap(FREIGHT, "90000", "about 0.09 million tonnes"), "its hedge is not the weaker of the two"),
        (gap(ROUGH, "10000", "0.01 million tonnes"), "its hedge is not the weaker of the two"),
        (gap(FREIGHT, "6.4", "6.4 percent", PERCENT), "it shows 6.4 percent"),
        (gap("ferries-all freight-yearbook-2021", "1", "1 ferry"), "have different units"),
        (gap("ferries-all harbour-heart", "1", "1 ferry"), "two facts that have a figure each"),
        (gap("ferries-all", "1", "1 ferry"), "two facts that have a figure each"),
        (gap("ferries-all no-such", "1", "1 ferry"), "two facts that have a figure each"),
        (gap("ferries-all ferries-yearbook", "1", "1 ferry of 8 ferries"), "a gap is one number"),
        (gap("freight-growth-2024 freight-growth-2024", "0", "0 percent", PERCENT), "means nothing"),
    ],
)
def test_planted_gaps(html: str, why: str, body: Body) -> None:
    """A wrong gap is found, and told once."""
    found = body(html)
    assert (1, True) == (len(found), why in found[0])


def test_gap_of_percentages_is_in_points(site: Site) -> None:
    """The difference of two percentages is no percentage."""
    rate = site.facts["freight-growth-2024"]
    more = replace(site, facts={**site.facts, "slow": rate.model_copy(update={"id": "slow", "value": rate.value * 2})})  # type: ignore[attr-defined]
    page = (
        '<!doctype html><html><body><data value="3.5" data-gap="slow freight-growth-2024">3.5 {}</data></body></html>'
    )
    told = [
        [orphan.why for orphan in judged({"page.html": page.format(unit).encode()}, Book(more))]
        for unit in ("percentage points", "percent")
    ]
    assert ([], 1) == (told[0], len(told[1]))


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<data value="1" data-count="origins,fact=freight-2024">one</data>', 0),
        ('<data value="0" data-count="origins,fact=dockers-2025">no</data>', 0),
        ('<data value="2" data-count="origins,fact=freight-2024">two</data>', 1),
        ('<data value="1" data-count="origins,fact=no-such">one</data>', 1),
        ('<data value="1" data-count="claims,rests=one">1</data>', 0),
        ('<data value="6" data-count="claims,rests=alone">6</data>', 0),
        ('<data value="1" data-count="claims,rests=one,verdict=confirmed">1</data>', 0),
        ('<data value="2" data-count="claims,rests=one">2</data>', 1),
    ],
)
def test_origins(html: str, told: int, body: Body) -> None:
    """Independent origins are counted afresh."""
    assert told == len(body(html))


def test_both_ways_of_counting_origins_agree(site: Site) -> None:
    """The gate shares no line with the module whose numbers it judges."""
    expected = {id: (len(b.origins), b.rests) for id, f in site.facts.items() for b in [backing(f, site)]}
    assert expected == {id: (_reckoned.origins(site, id)[0], _reckoned.rests(site, f)) for id, f in site.facts.items()}


SHOWN = (
    '<nav><data value="7" data-fact="ferries-yearbook">7 ferries</data></nav><main>'
    '<data value="8" data-fact="ferries-all">8 ferries</data>, '
    'and again <data value="8" data-fact="ferries-all">8 ferries</data>, '
    '<data value="1260000.00" data-fact="freight-yearbook-2024">1.26 million tonnes</data>'
    '<nav><data value="1400000.00" data-fact="freight-yearbook-2021">1.40 million tonnes</data></nav><p>{}</p></main>'
)


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<data value="2" data-count="shown">2</data>', 0),
        ('<data value="1" data-count="shown,voice=government">1</data>', 0),
        ('<data value="3" data-count="shown">3</data>', 1),
        ('<data value="2" data-count="shown">3</data>', 1),
        ('<data value="3" data-count="shown">2</data>', 1),
        ('<data value="1" data-count="shown,voice=press">1</data>', 1),
    ],
)
def test_whose_figures_a_page_shows(html: str, told: int, body: Body) -> None:
    """Each once, the ways to other pages aside."""
    assert told == len(body(SHOWN.format(html)))


@pytest.mark.parametrize(("number", "told"), [("100", 0), ("2.5", 0), ("10", 1), ("2024", 1)])
def test_numbers_of_a_formula(number: str, told: int, site: Site) -> None:
    """A number in a working is one that the record's formula holds; digits of an id are none."""
    figure = site.facts["ferries-yearbook"]
    formula = {"derived": {"formula": "${freight-yearbook-2024} * 100 - 2.5", "places": 0}}
    derived = type(figure).model_validate({**figure.model_dump(by_alias=True), **formula})
    wrong = _reckoned.operand(number, "ferries-yearbook", replace(site, facts={"ferries-yearbook": derived}))
    assert told == (wrong is not None)
