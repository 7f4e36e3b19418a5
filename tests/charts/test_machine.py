"""CSV that a spreadsheet does not run."""

from __future__ import annotations

import pytest

from build_scripts.charts._machine import _safe


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("@x", "'@x"),
        ("-x", "'-x"),
        ("-2.5", "-2.5"),
        ("", ""),
        ("2024/..", "2024/.."),
    ],
)
def test_formulas_are_defused(cell: str, expected: str) -> None:
    """A negative number is none."""
    assert expected == _safe(cell)
