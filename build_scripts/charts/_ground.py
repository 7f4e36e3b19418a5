"""GeoJSON -> outlines in pixels of a map: projected, rounded to whole pixels, without what is too small to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

Ring = list[tuple[int, int]]
KM_PER_DEGREE = 111.195


@dataclass(frozen=True)
class Ground:
    """An equirectangular map that is true in scale at its middle latitude: enough for a province."""

    west: float
    south: float
    east: float
    north: float
    width: float

    @property
    def squeeze(self) -> float:
        return cos(radians((self.south + self.north) / 2))

    @property
    def per_degree(self) -> float:
        """Pixels for one degree of latitude."""
        return self.width / ((self.east - self.west) * self.squeeze)

    @property
    def height(self) -> float:
        return (self.north - self.south) * self.per_degree

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.west) * self.squeeze * self.per_degree, (self.north - lat) * self.per_degree

    def kilometres(self, km: float) -> float:
        """That distance in pixels."""
        return km / KM_PER_DEGREE * self.per_degree

    def rings(self, geo: Mapping[str, Any]) -> list[Ring]:
        """The outlines of a GeoJSON file inside the frame; islands of less than three square pixels are left out."""
        made = (self._ring(self._inside(ring)) for ring in _rings(geo))
        return [ring for ring in made if len(ring) > 3 and abs(_area(ring)) >= 3]

    def _inside(self, ring: Sequence[Sequence[float]]) -> list[Sequence[float]]:
        """The part of a ring inside the frame, cut along one side after the other (Sutherland and Hodgman)."""
        cut = list(ring)
        for axis, limit, sign in ((0, self.west, 1), (0, self.east, -1), (1, self.south, 1), (1, self.north, -1)):
            before, cut = cut, []
            for a, b in zip(before[-1:] + before[:-1], before, strict=True):
                outside, inside = sign * (a[axis] - limit) < 0, sign * (b[axis] - limit) >= 0
                if outside == inside:
                    part = (limit - a[axis]) / (b[axis] - a[axis])
                    cut.append([a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])])
                if inside:
                    cut.append(b)
        return [*cut, cut[0]] if cut else []

    def _ring(self, ring: Sequence[Sequence[float]]) -> Ring:
        made: Ring = []
        for lon, lat, *_ in ring:
            x, y = self.place(lon, lat)
            point = (round(x), round(y))
            if made and point == made[-1]:
                continue
            if len(made) > 1 and _straight(made[-2], made[-1], point):
                made.pop()
            made.append(point)
        return made


def bounds(geo: Mapping[str, Any], margin: float = 0.0) -> tuple[float, float, float, float]:
    """West, south, east, north, with a margin in shares of the larger side."""
    points = [point for ring in _rings(geo) for point in ring]
    if not points:
        raise ValueError("the GeoJSON file holds no polygons")
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    pad = margin * max(max(xs) - min(xs), max(ys) - min(ys))
    return min(xs) - pad, min(ys) - pad, max(xs) + pad, max(ys) + pad


def feature(rings: Sequence[Ring]) -> dict[str, Any]:
    """One GeoJSON feature; a ring that lies in another is a hole by the even-odd look of its direction."""
    return {
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": [[list(p) for p in ring] for ring in rings]},
    }


def _rings(geo: Mapping[str, Any]) -> Iterator[Sequence[Sequence[float]]]:
    features = geo.get("features", [geo] if geo.get("type") == "Feature" else [])
    for one in features:
        shape = one.get("geometry") or {}
        if shape.get("type") == "Polygon":
            yield from shape["coordinates"]
        elif shape.get("type") == "MultiPolygon":
            for polygon in shape["coordinates"]:
                yield from polygon


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _straight(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) == (c[0] - a[0]) * (b[1] - a[1]) and (b[0] - a[0]) * (c[0] - b[0]) >= 0
