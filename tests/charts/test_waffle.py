"""Cells."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from build_scripts.charts import waffle
from build_scripts.charts._figure import Chart
from build_scripts.model import Site
from charts.conftest import Read
from charts.marks import marks, texts


def test_as_many_cells_as_things(drawn: Mapping[str, Chart]) -> None:
    """Forty are filled and one is not, in both widths."""
    for svg in (drawn["waffle"].wide, drawn["waffle"].narrow):
        filled = next(m for m in marks(svg) if m["data-fact"] == "ports-served" and m["role"] == "img")
        assert 40 == filled["d"].count("M")


def test_filled_cells_speak_once(drawn: Mapping[str, Chart]) -> None:
    """One mark for all forty: nobody wants to hear the same forty times."""
    assert ["Ports with a ferry, 2023: 40\u00a0ports"] == [
        m["aria-label"] for m in marks(drawn["waffle"].wide) if m["role"] == "img"
    ]


def test_part_and_whole_are_shown(drawn: Mapping[str, Chart]) -> None:
    """Each names its own fact."""
    named = {m.text: m["data-fact"] for m in marks(drawn["waffle"].wide) if m.tag == "text"}
    assert ("ports-served", "ports-all") == (named["40"], named["of 41"])


def test_count_shows_every_claim(drawn: Mapping[str, Chart], site: Site) -> None:
    """A cell for each, beside a key with the numbers."""
    counted = [m for m in marks(drawn["waffle-count"].wide) if m["role"] == "img"]
    assert len(site.claims) == sum(m["d"].count("M") for m in counted)
    assert {"Confirmed", "Not found", "Opinion"} <= set(texts(drawn["waffle-count"].narrow))


@pytest.mark.parametrize("id", ["share-freight", "trips-norland-2023", "bridge-cost-estimate"])
def test_what_cannot_be_counted_out_is_refused(site: Site, read: Read, id: str) -> None:
    """Half a cell is no cell, and a level is part of nothing."""
    with pytest.raises(ValueError, match="whole number"):
        waffle.read(read("waffle", fact=id), site)


def test_whole_percentage_has_a_hundred_cells(site: Site, read: Read) -> None:
    """The whole needs no record then."""
    parts = waffle.read(read("waffle", fact="share-cars"), site).data
    assert [62, 38] == [part.cells for part in parts]


def test_fact_or_count(read: Read) -> None:
    """One of both."""
    with pytest.raises(ValidationError):
        read("waffle")


def test_shapes_tell_verdicts_apart(drawn: Mapping[str, Chart]) -> None:
    """Full, half, dashed and plain cells, in the drawing as in the key."""
    for id in ("waffle-count", "share-count"):
        looks = {m["data-count"].rpartition("=")[2]: m for m in marks(drawn[id].wide) if m["role"] == "img"}
        assert "5,3" == looks["not-found"]["stroke-dasharray"]
        assert "" == looks["opinion"]["stroke-dasharray"]
        assert looks["confirmed"]["fill"] == looks["plausible"]["stroke"]
        assert "var(--paper,#ffffff)" == looks["plausible"]["fill"]
