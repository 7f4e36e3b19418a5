"""`series.csv`: every point a row."""

# ruff: noqa: E501  (what is planted and what is said of it stand on one line)

from __future__ import annotations

import pytest

from build_scripts.columns import SERIES
from exports.conftest import Planted, Rows


def test_points_in_the_order_of_the_series(tables: dict[str, Rows]) -> None:
    """Long format: series, point, period, value."""
    rows = list(tables["series.csv"].values())
    assert (
        [
            ("freight-yearbook", "freight-yearbook-2021", "2021", "1.40", "million", "tonnes"),
            ("freight-yearbook", "freight-yearbook-2022", "2022", "1.31", "million", "tonnes"),
            ("freight-yearbook", "freight-yearbook-2024", "2024", "1.26", "million", "tonnes"),
        ],
        [column.name for column in SERIES],
    ) == (
        [tuple(row[name] for name in ("series", "id", "period", "value", "scale", "unit")) for row in rows],
        list(rows[0]),
    )


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (",1.31,,,", ",1.13,,,", "the record holds 1.31"),
        (",2022,port", ",2023,port", "the record has 2022"),
        ("freight-yearbook,freight-yearbook-2022", "freight-other,freight-yearbook-2022", "the record has freight-yearbook"),
        ("#freight-yearbook-2022", "#freight-yearbook-2023", "the record has https://harbour.example/book/series/"),
    ],
)  # fmt: skip
def test_planted_numbers_are_found(planted: Planted, old: str, new: str, why: str) -> None:
    """A value, a period, a wrong series, an address."""
    planted("series.csv", old, new, why)
