"""GeoJSON: what a map can draw, and what is told of the rest."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import geojson

RING = [[10, 55], [11, 55], [11, 56], [10, 55]]


def feature(coordinates: Any, kind: str = "Polygon") -> dict[str, Any]:
    return {"type": "Feature", "properties": {"a": 1}, "geometry": {"type": kind, "coordinates": coordinates}}


@pytest.mark.parametrize(
    "given",
    [
        feature([RING]),
        feature([RING, RING]),
        feature([[RING], [RING, RING]], "MultiPolygon"),
        feature([[[*point, 3.5] for point in RING]]),
        {
            "type": "FeatureCollection",
            "name": "coast",
            "features": [feature([RING]), feature([[RING]], "MultiPolygon")],
        },
    ],
)
def test_features_of_polygons_are_read(given: dict[str, Any]) -> None:
    """As they are, whatever else they hold."""
    assert given == geojson.read(json.dumps(given))


WRONG = "the file is not a GeoJSON feature of polygons, or a collection of them"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "the file is not JSON"),
        ("{]", "the file is not JSON"),
        ("[" * 200_000, "the file is nested too deeply"),
        ("5", WRONG),
        ("null", WRONG),
        ("[]", WRONG),
        ("{}", WRONG),
        ('{"type": "Point", "coordinates": [10, 55]}', WRONG),
        ('{"type": "FeatureCollection"}', f"{WRONG}, at FeatureCollection > features"),
        ('{"type": "FeatureCollection", "features": []}', f"{WRONG}, at FeatureCollection > features"),
        ('{"type": "FeatureCollection", "features": [{}]}', f"{WRONG}, at FeatureCollection > features > 0 > type"),
        (json.dumps(feature([10, 55], "Point")), f"{WRONG}, at Feature > geometry"),
        (json.dumps(feature([])), f"{WRONG}, at Feature > geometry > Polygon > coordinates"),
        (json.dumps(feature([RING[:3]])), f"{WRONG}, at Feature > geometry > Polygon > coordinates > 0"),
        (
            json.dumps(feature([[["a", 1], *RING]])),
            f"{WRONG}, at Feature > geometry > Polygon > coordinates > 0 > 0 > 0",
        ),
        (
            json.dumps(feature([[[10, 500], *RING]])),
            f"{WRONG}, at Feature > geometry > Polygon > coordinates > 0 > 0 > 1",
        ),
        (json.dumps(feature([[[10], *RING]])), f"{WRONG}, at Feature > geometry > Polygon > coordinates > 0 > 0"),
        (
            json.dumps(feature([[[float("nan"), 1], *RING]])),
            f"{WRONG}, at Feature > geometry > Polygon > coordinates > 0 > 0 > 0",
        ),
        (
            json.dumps(feature([])).replace("[]", "[[[[1e999, 2]]]]"),
            f"{WRONG}, at Feature > geometry > Polygon > coordinates > 0",
        ),
    ],
)
def test_other_files_are_told(text: str, expected: str) -> None:
    """With the place in the file's structure."""
    with pytest.raises(geojson.Unreadable, match=f"^{re.escape(expected)}"):
        geojson.read(text)


def test_line_of_a_mistake_in_json() -> None:
    """So that an editor finds it."""
    with pytest.raises(geojson.Unreadable) as error:
        geojson.read('{"type": "Feature",\n"geometry": }')
    assert 2 == error.value.line


@given(st.recursive(st.none() | st.floats() | st.text(max_size=5), lambda x: st.lists(x, max_size=3) | st.dictionaries(st.sampled_from(["type", "features", "geometry", "coordinates"]), x), max_leaves=8))  # fmt: skip  # noqa: E501
def test_any_json_is_read_or_told(value: object) -> None:
    """Nothing else is raised."""
    try:
        told = str(geojson.read(json.dumps(value)))
    except geojson.Unreadable as error:
        told = str(error)
    assert told
