"""Maps, and the ground that they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot

import pytest

from build_scripts.charts import map as places
from build_scripts.charts._figure import Chart
from build_scripts.charts._ground import Ground, bounds
from build_scripts.model import Site
from charts.conftest import Read
from charts.marks import marks, texts


def test_area_is_to_scale(drawn: Mapping[str, Chart]) -> None:
    """A circle for two claims has twice the area of one for one."""
    r = {m["data-count"]: float(m["r"]) for m in marks(drawn["map"].wide) if m["role"] == "img"}
    assert (r["claims,place=norhavn"] / r["claims,place=fjordby"]) ** 2 == pytest.approx(2, abs=0.1)


def test_counts_are_listed(drawn: Mapping[str, Chart]) -> None:
    """Nobody has to measure circles."""
    for svg in (drawn["map"].wide, drawn["map"].narrow):
        assert {"2 claims", "1 claim"} <= set(texts(svg))


def test_chinese_names_are_marked(drawn: Mapping[str, Chart]) -> None:
    """Where there is room for them."""
    assert {"zh-Hans"} == {m["lang"] for m in marks(drawn["map"].wide) if m.text in ("北港", "峡城")}


def test_names_do_not_meet(drawn: Mapping[str, Chart]) -> None:
    """Neighbouring places have their labels on different sides."""
    spots = [(float(m["x"]), float(m["y"])) for m in marks(drawn["map-places"].wide) if m["font-size"] == "15"]
    assert 4 == len(spots)
    assert all(hypot(a[0] - b[0], a[1] - b[1]) > 18 for n, a in enumerate(spots) for b in spots[n + 1 :])


def test_kilometres(drawn: Mapping[str, Chart]) -> None:
    """The scale bar is as long as it says: one degree of latitude is 111.2 kilometres."""
    ground = Ground(0, 59, 4, 61, 400)
    assert ground.place(0, 59)[1] - ground.place(0, 60)[1] == pytest.approx(ground.kilometres(111.195))
    tick = next(m for m in marks(drawn["map"].wide) if m.text.endswith(" km"))
    assert ("axis-tick", "0 100") == (tick["data-structural"], tick["data-domain"])


def test_east_west_is_squeezed() -> None:
    """At sixty degrees a degree of longitude is half as wide as one of latitude."""
    ground = Ground(0, 59, 4, 61, 400)
    assert ground.height / ground.width == pytest.approx(2 / (4 * 0.5), abs=0.01)


def test_small_islands_and_straight_points_are_left_out() -> None:
    """What cannot be seen costs bytes."""
    square = [[0, 59], [1, 59], [2, 59], [4, 59], [4, 61], [0, 61], [0, 59]]
    islet = [[1, 60], [1.001, 60], [1.001, 60.001], [1, 60]]
    geo = {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": [[square], [islet]]}}
    (ring,) = Ground(0, 59, 4, 61, 400).rings(geo)
    assert 5 == len(ring)
    assert (0, 59, 4, 61) == bounds(geo)


def test_land_is_cut_at_the_frame() -> None:
    """A coast that goes on outside does not leave the picture."""
    triangle = [[2, 58], [9, 60], [2, 62], [2, 58]]
    (ring,) = Ground(0, 59, 4, 61, 400).rings(
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [triangle]}}
    )
    height = Ground(0, 59, 4, 61, 400).height
    assert (200, 400) == (min(x for x, _ in ring), max(x for x, _ in ring))
    assert (0, round(height)) == (min(y for _, y in ring), max(y for _, y in ring))


def test_land_outside_the_frame_is_left_out() -> None:
    """Nothing of it is drawn."""
    far = [[10, 70], [11, 70], [11, 71], [10, 70]]
    geo = {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [far]}}
    assert [] == Ground(0, 59, 4, 61, 400).rings(geo)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"outline": "atlantis", "places": ["norhavn"]}, r'^there is no file "atlantis\.geojson"'),
        ({"outline": "land", "places": ["norland"]}, r'^the place "norland" has no coordinates$'),
    ],
)
def test_what_cannot_be_placed_is_refused(site: Site, read: Read, fields: dict[str, object], message: str) -> None:
    """The message says which file or place."""
    with pytest.raises(ValueError, match=message):
        places.read(read("map", credit="Made up.", **fields), site)


def test_empty_ground_is_refused(site: Site, read: Read) -> None:
    """A file without polygons has no bounds."""
    with pytest.raises(ValueError, match="no polygons"):
        bounds({"type": "FeatureCollection", "features": []})
