"""GeoJSON (RFC 7946), the part that maps draw: features whose geometry is a polygon or several."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

Degrees = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Position = Annotated[list[Degrees], Field(min_length=2, max_length=3)]
"""Longitude, latitude, and perhaps a height that nobody draws."""
Rings = Annotated[list[Annotated[list[Position], Field(min_length=4)]], Field(min_length=1)]


class Polygon(BaseModel):
    type: Literal["Polygon"]
    coordinates: Rings


class MultiPolygon(BaseModel):
    type: Literal["MultiPolygon"]
    coordinates: Annotated[list[Rings], Field(min_length=1)]


class Feature(BaseModel):
    type: Literal["Feature"]
    geometry: Annotated[Polygon | MultiPolygon, Field(discriminator="type")]


class FeatureCollection(BaseModel):
    type: Literal["FeatureCollection"]
    features: Annotated[list[Feature], Field(min_length=1)]


_FILE: TypeAdapter[Feature | FeatureCollection] = TypeAdapter(
    Annotated[Feature | FeatureCollection, Field(discriminator="type")]
)


class Unreadable(ValueError):
    """No GeoJSON that can be drawn; `line` counts from 1."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def read(text: str) -> Any:
    """The file as dicts and lists; raises Unreadable, with words for an editor."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable("the file is not JSON", error.lineno) from None
    except RecursionError:
        raise Unreadable("the file is nested too deeply") from None
    try:
        _FILE.validate_python(found)
    except ValidationError as error:
        where = " > ".join(str(step) for step in error.errors()[0]["loc"])
        at = f", at {where}" if where else ""
        raise Unreadable(f"the file is not a GeoJSON feature of polygons, or a collection of them{at}") from None
    return found
