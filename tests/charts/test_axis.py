"""Ticks, times, and the rule that keeps labels apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.charts._axis import Units, apart, domain, labels, moment, short, ticks, year_of, years
from build_scripts.edtf import Period, read_period


def period(text: str) -> Period:
    made = read_period(text)
    assert isinstance(made, Period)
    return made


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(-2.5, 8.4, [-3, 0, 3, 6, 9]), (0, 97, [0, 20, 40, 60, 80, 100]), (3.2e9, 4.8e9, [3e9, 3.5e9, 4e9, 4.5e9, 5e9])],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    """Steps are those that people count in."""
    assert expected == ticks(low, high)


@given(st.floats(-1e12, 1e12), st.floats(1e-3, 1e12), st.integers(2, 8))
def test_ticks_enclose_the_data(low: float, span: float, wanted: int) -> None:
    """No value lies outside its axis; there are never many ticks."""
    found = ticks(low, low + span, wanted)
    slack = abs(found[1] - found[0]) * 1e-6
    assert found[0] <= low + slack
    assert found[-1] >= low + span - slack
    assert len(found) <= 3 * wanted + 3


@pytest.mark.parametrize(
    ("values", "units", "expected"),
    [
        ([-3, 0, 3], Units(symbol="%"), ["−3", "0", "3%"]),
        ([0, 5e8, 1e9], Units("billion"), ["0.0", "0.5\u00a0bn", "1.0\u00a0bn"]),
        ([0, 200000], Units(symbol="km"), ["0", "200,000\u00a0km"]),
    ],
)
def test_tick_labels(values: list[float], units: Units, expected: list[str]) -> None:
    """The unit stands once, at the top; the magnitude at each label."""
    assert expected == labels(values, units)


def test_domain_is_written_out() -> None:
    """The gate reads plain numbers."""
    assert "-3 1000000000" == domain([-3.0, 0.0, 1e9])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", "2024"),
        ("2024-03", "Mar 2024"),
        ("2025-01/2025-11", "Jan–Nov 2025"),
        ("2025-02-06", "6 Feb 2025"),
        ("2008/2013", "2008–2013"),
        ("2024-11/2025-02", "Nov 2024 – Feb 2025"),
        ("2024-H1", "H1 2024"),
    ],
)
def test_short_periods(text: str, expected: str) -> None:
    """Narrow places have short words for time."""
    assert expected == short(period(text))


def test_readings_within_a_year_lie_at_their_end() -> None:
    """January to June is known in July; a year among years lies at its own number."""
    assert [2023.0, 2023.493] == [
        moment(period("2023"), yearly=True),
        round(moment(period("2023-01/2023-06"), yearly=False), 3),
    ]
    assert year_of(period("2024-07-01").start or pytest.fail("no start")) == pytest.approx(2024.5, abs=0.003)


@pytest.mark.parametrize(
    ("first", "last", "room", "expected"),
    [
        (2014, 2018, 600, [2014, 2015, 2016, 2017, 2018]),
        (2014, 2023, 160, [2014, 2017, 2020, 2023]),
        (1987, 2031, 420, [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025, 2030]),
        (2023.2, 2023.9, 300, []),
    ],
)
def test_years_have_room(first: float, last: float, room: float, expected: list[int]) -> None:
    """Some years are left out rather than touch; long steps fall on round years."""
    assert expected == years(first, last, room)


POSITIONS = st.lists(st.floats(0, 300), min_size=1, max_size=6)


@given(POSITIONS)
def test_labels_are_kept_apart(wanted: list[float]) -> None:
    """Labels never touch, stay inside where they fit, and keep the order of what they name."""
    placed = apart(wanted, 17, 0, 300)
    ordered = sorted(placed)
    assert all(b - a >= 17 - 1e-6 for a, b in pairwise(ordered))
    assert ordered[0] >= -1e-6
    assert ordered[-1] <= 300 + 1e-6
    assert ordered == [place for _, place in sorted(zip(wanted, placed, strict=True))]


def test_labels_with_room_stay_where_they_are() -> None:
    """Only those that would touch move, and as little as possible."""
    assert [10, 91.5, 108.5, 200] == apart([10, 100, 100, 200], 17, 0, 300)
