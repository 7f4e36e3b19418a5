"""The pictures that stand for pages: of the size that is asked for, small, and with room for long titles."""

from __future__ import annotations

import struct
from collections.abc import Mapping

import pytest

from build_scripts.charts import _card
from build_scripts.charts._figure import Chart
from build_scripts.charts._font import width
from build_scripts.charts._theme import VERDICT

LONG = "Unofficial counts of ferries, barges and tugs differ from the harbour office's by more than anyone expected"


def size(png: bytes) -> tuple[int, ...]:
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("title", ["Short", LONG, f"{LONG}; {LONG}"])
@pytest.mark.parametrize("verdicts", [(), ("confirmed",), tuple(VERDICT) * 9])
def test_card_of_a_page(title: str, verdicts: tuple[str, ...]) -> None:
    """Whatever it says, it has one size and at most 40 KB."""
    made = _card.of_page("The Harbour Book", "Traffic", title, verdicts, "Is the port growing?")
    assert ((1200, 630), True) == (size(made), len(made) <= 40 * 1024)


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
    for part in shown.split("<text ")[1:]:
        font = float(part.split('font-size="')[1].split('"')[0])
        line = part.split(">")[1].split("<")[0].replace("&apos;", "'")
        assert width(line, font, "serif") <= _card.ROOM


def test_icon_is_square() -> None:
    """As large as is asked."""
    assert (192, 192) == size(_card.icon(192))


def test_marks_are_those_of_the_pages() -> None:
    """Every verdict has one."""
    assert set(VERDICT) <= set(_card._drawings())
