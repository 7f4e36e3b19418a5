"""Path data made short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.charts._path import num, segments, shorten

POINTS = st.lists(st.tuples(st.floats(-900, 900), st.floats(-900, 900)), min_size=2, max_size=30)


@pytest.mark.parametrize(
    ("value", "expected"), [(12.0, "12"), (0.5, ".5"), (-0.25, "-.2"), (-0.04, "0"), (100.0, "100"), (7.06, "7.1")]
)
def test_numbers_have_no_useless_characters(value: float, expected: str) -> None:
    """No zero before the point, none at the end, no minus before nothing."""
    assert expected == num(value)


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        ("M0,9.5h725.08v21h-725.08Z", "M0 9.5h725.1v21h-725.1z"),
        ("M0,0L10,20L20,20L20,5L15,1", "M0 0l10 20h10v-15l-5-4"),
        ("M1,2C3,4,5,6,7,8", "M1 2c2 2 4 4 6 6"),
        ("M5,0A5,5,0,1,1,-5,0Z", "M5 0a5 5 0 1 1 -10 0z"),
        ("M0,0L0,0.01L4,0Z", "M0 0h4z"),
    ],
)
def test_paths_become_relative(long: str, expected: str) -> None:
    """Each kind of command keeps its meaning; a step of nothing is left out."""
    assert expected.replace("1 1 -10", "1 1-10") == shorten(long)


@given(POINTS, st.floats(-50, 50), st.floats(-50, 50))
def test_points_stay_where_they_are(points: list[tuple[float, float]], dx: float, dy: float) -> None:
    """However long the path: read back, every point lies within rounding of where it was, moved by (dx, dy)."""
    d = "M" + "L".join(f"{x:.6f},{y:.6f}" for x, y in points)
    read = [tuple(args) for _, args in segments(shorten(d, dx, dy))]
    wanted = [(round((x + dx) * 10) / 10, round((y + dy) * 10) / 10) for x, y in points]
    kept = [p for n, p in enumerate(wanted) if n == 0 or p != wanted[n - 1]]
    assert len(kept) == len(read)
    assert max(abs(a - b) for p, q in zip(kept, read, strict=True) for a, b in zip(p, q, strict=True)) < 0.11
