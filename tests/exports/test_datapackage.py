"""`datapackage.json` by the rules of datapackage.org, version 2, and each table by its own schema.

The library `frictionless` brings some forty packages; the rules that these files need are written out here instead.
"""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from exports.conftest import Planted, Rows

NAME = r"[a-z0-9._-]+"
URL = r"https?://\S+"
TYPES = {
    "string": lambda text: True,
    "integer": lambda text: re.fullmatch(r"-?\d+", text),
    "number": lambda text: re.fullmatch(r"-?\d+(\.\d+)?", text),
}


@pytest.fixture
def package(values: dict[str, Any]) -> Any:
    return values["datapackage.json"]


def test_package(package: dict[str, Any]) -> None:
    """What the standard requires and what it recommends."""
    assert {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "the-harbour-book",
        "id": "https://harbour.example/book/datapackage.json",
        "title": "The Harbour Book",
        "description": "One speech about a port, statement by statement.",
        "homepage": "https://harbour.example/book/data.html",
        "licenses": [
            {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
        ],
        "contributors": [{"title": "The Harbour Book", "path": "https://harbour.example/book/", "roles": ["creator"]}],
    } == {name: value for name, value in package.items() if name not in ("sources", "resources")}
    assert re.fullmatch(NAME, package["name"])


def test_sources_are_those_of_the_facts(package: dict[str, Any]) -> None:
    """By publisher and title; those that are named but not linked have no path."""
    assert {
        "Town Hall of Sund: The tide has turned": "https://town.example/speech",
        "Tunnel Board: A note on R2 & more": "https://tunnel.example/note",
        "Port Office: Yearbook of the Port Office": "https://port.example/yearbook",
        "Evening Post: Fewer hands on the quay": None,
    } == {source["title"]: source.get("path") for source in package["sources"]}


def test_resources(package: dict[str, Any], data: dict[str, str]) -> None:
    """Names are unlike, files are there, tables have a schema and are told as such."""
    names = [resource["name"] for resource in package["resources"]]
    assert (len(set(names)), []) == (len(names), [name for name in names if not re.fullmatch(NAME, name)])
    for resource in package["resources"]:
        assert resource["path"] in data
        assert not re.match(r"[/~]|\.\.|https?:", resource["path"])
        assert {"title", "description", "format", "mediatype", "encoding"} <= set(resource)
        assert (resource["format"] == "csv") == (resource.get("type") == "table") == ("schema" in resource)


def test_schemas(package: dict[str, Any]) -> None:
    """Fields of known types with known constraints; keys name fields; foreign keys name a resource."""
    resources = {resource["name"]: resource for resource in package["resources"]}
    for resource in resources.values():
        schema = resource.get("schema", {"fields": [], "primaryKey": []})
        names = [field["name"] for field in schema["fields"]]
        assert len(names) == len(set(names))
        assert set(schema["primaryKey"]) <= set(names)
        for field in schema["fields"]:
            assert field["type"] in TYPES
            assert set(field.get("constraints", {})) <= {"required", "unique", "enum"}
        for key in schema.get("foreignKeys", []):
            other = resources[key["reference"]["resource"]]["schema"]["fields"]
            assert set(key["fields"]) <= set(names)
            assert set(key["reference"]["fields"]) <= {field["name"] for field in other}


@pytest.mark.parametrize("name", ["facts", "series"])
def test_tables_keep_to_their_schemas(package: dict[str, Any], data: dict[str, str], name: str) -> None:
    """Head, types, required cells, closed lists, unique ids."""
    (resource,) = [resource for resource in package["resources"] if resource["name"] == name]
    head, *rows = csv.reader(io.StringIO(data[resource["path"]]))
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == head
    wrong = []
    for row in rows:
        for field, text in zip(fields, row, strict=True):
            limits = field.get("constraints", {})
            if text == "":
                wrong += [(row[0], field["name"])] if limits.get("required") else []
            elif not TYPES[field["type"]](text) or text not in limits.get("enum", [text]):
                wrong.append((row[0], field["name"]))
    ids = [row[head.index("id")] for row in rows]
    assert ([], len(set(ids))) == (wrong, len(ids))


def test_points_of_series_are_facts(tables: dict[str, Rows]) -> None:
    """The foreign key holds."""
    assert tables["series.csv"].keys() <= tables["facts.csv"].keys()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"description": "One speech', '"description": "40 speeches', '"40" belongs to none of its records'),
        ('"name": "CC-BY-4.0"', '"name": "CC-BY-3.0"', "it is not the licence of the site"),
        ('"title": "CC BY 4.0"', '"title": "CC BY 3.0"', '"3.0" belongs to none of its records'),
        ("Port Office: Yearbook of the", "Port Office: 40 books of the", "it is no source"),
        ('"path": "facts.csv"', '"path": "facts-40.csv"', "there is no such file"),
        ("Every fact on record, one", "All 40 facts on record, one", '"40" belongs to none of its records'),
        ('"encoding": "utf-8"', '"encoding": "utf-16"', '"16" belongs to none of its records'),
        ('"encoding": "utf-8"', '"encoding": "utf-8", "bytes": 40', '"40" belongs to none of its records'),
        ('"million",', '"million", "40",', '"hundred" belongs to none of its records'),
        ('"description": "What is counted or measured"', '"description": "40"', '"40" belongs to none of its records'),
        ('"title": "The Harbour Book"', '"40": "The Harbour Book"', '"40" belongs to none of its records'),
    ],
)
def test_planted_numbers_are_found(planted: Planted, old: str, new: str, why: str) -> None:
    """In words, as numbers, as names of fields."""
    planted("datapackage.json", old, new, why)
