"""The pictures that stand for pages: of the size that is asked for, small, and with room for long titles."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping
from xml.etree import ElementTree

import pytest

from build_scripts.charts import _card, _png
from build_scripts.charts._figure import Chart
from build_scripts.charts._font import width
from build_scripts.charts._theme import VERDICT

LONG = "Unofficial counts of ferries, barges and tugs differ from the harbour office's by more than anyone expected"
SVG = "{http://www.w3.org/2000/svg}"


def size(png: bytes) -> tuple[int, ...]:
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("title", ["Short", LONG, f"{LONG}; {LONG}"])
@pytest.mark.parametrize("verdicts", [(), ("confirmed",), tuple(VERDICT) * 9])
def test_card_of_a_page(title: str, verdicts: tuple[str, ...]) -> None:
    """Whatever it says, it has one size and at most 40 KB."""
    made = _card.of_page("The Harbour Book", "Traffic", title, verdicts, "Is the port growing?")
    assert ((1200, 630), True) == (size(made), len(made) <= 40 * 1024)


@pytest.fixture
def pictured(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], ElementTree.Element]:
    """The SVG that a card was drawn from."""
    monkeypatch.setattr(_png, "drawn", lambda svg, scale, cache=None: svg.encode())
    monkeypatch.setattr(_png, "told", lambda picture, words: picture)
    return ElementTree.fromstring


@pytest.mark.parametrize(
    ("verdicts", "said", "marks"),
    [
        ((), ["The Harbour Book", "Traffic", "Fewer ships", "Is the port growing?"], 0),
        (("confirmed", "context", "confirmed"), ["The Harbour Book", "Traffic", "Fewer ships"], 3),
    ],
)
def test_what_a_card_says(
    verdicts: tuple[str, ...], said: list[str], marks: int, pictured: Callable[[bytes], ElementTree.Element]
) -> None:
    """The site, the page, its finding; then a mark for each claim that it tests, else the question."""
    made = pictured(_card.of_page("The Harbour Book", "Traffic", "Fewer ships", verdicts, "Is the port growing?"))
    assert said == [text.text for text in made.iter(f"{SVG}text")]
    assert marks == len(list(made.iter(f"{SVG}g")))


def test_card_of_a_chart_shows_its_drawing(
    drawn: Mapping[str, Chart], pictured: Callable[[bytes], ElementTree.Element]
) -> None:
    """Every text of it, below or beside the title, inside the card."""
    chart = drawn["bar"]
    said = [text.text for text in pictured(_card.of_chart("The Norland Ledger", chart)).iter(f"{SVG}text")]
    inside = [text.text for text in ElementTree.fromstring(chart.wide).iter("text")]
    assert inside
    assert inside == said[-len(inside) :]
    assert f"The Norland Ledger {chart.plain['title']}" == " ".join(map(str, said[: -len(inside)]))


def test_cards_of_charts(drawn: Mapping[str, Chart]) -> None:
    """Every kind of chart fits."""
    for chart in drawn.values():
        made = _card.of_chart("The Norland Ledger", chart)
        assert ((1200, 630), True) == (size(made), len(made) <= 60 * 1024), chart.id


def test_headline_takes_the_largest_size_that_fits() -> None:
    """A short one is large; a long one gets smaller before it runs into the band."""
    short, long = (_card._headline(title, 180, _card.SIZES, _card.BAND)[0] for title in ("Short", f"{LONG}; {LONG}"))
    assert (True, False) == ('font-size="68"' in short, 'font-size="68"' in long)


def test_lines_stay_between_the_edges() -> None:
    """No line of a headline is wider than the card less its edges."""
    shown, _ = _card._headline(LONG, 180, _card.SIZES, _card.BAND)
    lines = re.findall(r'<text [^>]*font-size="(\d+)"[^>]*>([^<]*)</text>', shown)
    assert LONG == " ".join(line for _, line in lines)
    assert [] == [line for size, line in lines if width(line, float(size), "serif") > _card.ROOM]


def test_icon_is_square() -> None:
    """As large as is asked."""
    assert (192, 192) == size(_card.icon(192))


def test_marks_are_those_of_the_pages() -> None:
    """Every verdict has one."""
    assert set(VERDICT) <= set(_card._drawings())
