"""A whole and its parts."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from pydantic import ValidationError

from build_scripts.charts import share
from build_scripts.charts._figure import Chart
from build_scripts.model import Site
from charts.conftest import Read
from charts.marks import box, marks, texts


def test_parts_fill_the_bar_as_their_figures_say(drawn: Mapping[str, Chart]) -> None:
    """The whole width is a hundred; two pixels part the parts."""
    bars = {m["data-fact"]: box(m) for m in marks(drawn["share"].wide) if m["role"] == "img"}
    assert bars["share-cars"][2] - bars["share-cars"][0] == pytest.approx(900 * 0.62 - 2, abs=0.2)
    assert bars["share-freight"][0] == pytest.approx(900 * 0.62, abs=0.2)


def test_label_without_room_hangs_below(drawn: Mapping[str, Chart]) -> None:
    """No part goes without its name."""
    y = {m.text: float(m["y"]) for m in marks(drawn["share"].wide) if m.tag == "text"}
    assert y["Cars"] < y["Foot passengers"]


def test_rest_is_named_but_has_no_figure(drawn: Mapping[str, Chart]) -> None:
    """Nobody has recorded it."""
    assert "Other" in texts(drawn["share"].wide)
    assert ["62", "Cars", "27.5", "Freight", "4", "Foot passengers", "Other"] == sorted(
        texts(drawn["share"].narrow), key=["62", "Cars", "27.5", "Freight", "4", "Foot passengers", "Other"].index
    )


def test_phone_shows_steps(drawn: Mapping[str, Chart]) -> None:
    """Each part on a line of its own begins where the one before it ends."""
    bars = [box(m) for m in marks(drawn["share"].narrow) if m["role"] == "img"]
    assert all(a[2] == pytest.approx(b[0], abs=1.1) and a[1] < b[1] for a, b in pairwise(bars))


def test_count_has_a_part_for_each_verdict(drawn: Mapping[str, Chart]) -> None:
    """Computed, and named as prose would name the count."""
    found = [m["data-count"] for m in marks(drawn["share-count"].wide) if m["role"] == "img"]
    verdicts = ["confirmed", "plausible", "qualified", "contradicted", "not-found", "opinion"]
    assert [f"claims,verdict={word}" for word in verdicts] == found


def test_parts_of_a_whole_that_is_a_fact(site: Site, read: Read) -> None:
    """The rest is what the whole leaves."""
    spec = read("share", parts=[{"fact": "ports-served"}], whole="ports-all", rest="no ferry")
    data = share.read(spec, site).data
    assert [40.0, 1.0] == [segment.amount for segment in data.segments]


def test_parts_that_are_more_than_the_whole_are_refused(site: Site, read: Read) -> None:
    """A mistake in the records, not a chart."""
    spec = read("share", parts=[{"fact": "share-cars"}, {"fact": "share-cars"}])
    with pytest.raises(ValueError, match="more than the whole"):
        share.read(spec, site)


@pytest.mark.parametrize("fields", [{}, {"parts": [{"fact": "share-cars"}], "count": {"what": "claims"}}])
def test_parts_or_a_count(read: Read, fields: dict[str, object]) -> None:
    """One of both."""
    with pytest.raises(ValidationError):
        read("share", **fields)
