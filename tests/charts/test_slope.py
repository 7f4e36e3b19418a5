"""Slopes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from build_scripts.charts import slope
from build_scripts.charts._figure import Chart
from build_scripts.model import Site
from charts.conftest import Read
from charts.marks import marks, texts


def test_who_fell_ends_lower(drawn: Mapping[str, Chart]) -> None:
    """A line goes down where the figure does."""
    y = {m["data-fact"]: float(m["cy"]) for m in marks(drawn["slope"].wide) if m.tag == "circle"}
    assert y["trips-sudland-2022"] < y["trips-sudland-2023"]
    assert y["trips-norland-2022"] > y["trips-norland-2023"]


def test_both_sides_are_named(drawn: Mapping[str, Chart]) -> None:
    """The periods over the lines; names and figures at their ends."""
    shown = set(texts(drawn["slope"].wide))
    assert {"2022", "2023", "Norland 10.4\u00a0million", "11.3\u00a0million Norland"} <= shown


def test_words_say_the_direction(drawn: Mapping[str, Chart]) -> None:
    """Of each line."""
    assert "Sudland: down, from ${trips-sudland-2022} to ${trips-sudland-2023}." in drawn["slope"].described


def test_one_pair_of_periods(site: Site, read: Read) -> None:
    """Lines that begin at different times cannot share a left side."""
    rows = [
        {"before": "trips-norland-2022", "after": "trips-norland-2023"},
        {"before": "trips-sudland-2023", "after": "trips-sudland-2023"},
    ]
    with pytest.raises(ValueError, match="one period"):
        slope.read(read("slope", rows=rows), site)
