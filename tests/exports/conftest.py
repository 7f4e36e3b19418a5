"""The files of the data of the made-up site, and of one with kinds of record that it has none of."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pages.conftest import Book
from pages.conftest import rich as rich

from build_scripts.artifact import Artifact
from build_scripts.exports import (
    datapackage,
    fact_json,
    facts_csv,
    facts_json,
    record_json,
    series_csv,
    sources_bib,
    sources_csl,
)
from build_scripts.gate._book import Book as Records
from build_scripts.gate._run import judged
from build_scripts.model import Site
from build_scripts.pages._view import View
from build_scripts.pipeline import provenance

KINDS = (datapackage, fact_json, facts_csv, facts_json, record_json, series_csv, sources_bib, sources_csl)
Plant = Callable[[str, str, str], list[str]]
Planted = Callable[[str, str, str, str], None]
Rows = Mapping[str, Mapping[str, str]]
"""Id -> the row about it, by column."""


def made(site: Site) -> dict[str, Artifact]:
    """Every file of the data, by its path."""
    view = View(site)
    return {artifact.path: artifact for module in KINDS for artifact in module.export(view)}


def contents(artifacts: Mapping[str, Artifact]) -> dict[str, bytes]:
    """As they lie in the site, with their provenance."""
    return {a.path: str(a.body).encode() for a in [*artifacts.values(), provenance(list(artifacts.values()))]}


@pytest.fixture(scope="session")
def data(rich: Book) -> dict[str, str]:
    """Path -> text, of the site with more kinds of record."""
    return {path: str(artifact.body) for path, artifact in made(rich.view.site).items()}


@pytest.fixture(scope="session")
def values(data: dict[str, str]) -> dict[str, Any]:
    """Path -> what the JSON file holds."""
    return {path: json.loads(text) for path, text in data.items() if path.endswith(".json")}


@pytest.fixture(scope="session")
def tables(data: dict[str, str]) -> dict[str, Rows]:
    """Path -> rows of the table, no two of which have the same id."""
    tables = {path: [*csv.DictReader(io.StringIO(text))] for path, text in data.items() if path.endswith(".csv")}
    found = {path: {row["id"]: row for row in table} for path, table in tables.items()}
    assert {path: len(table) for path, table in tables.items()} == {path: len(rows) for path, rows in found.items()}
    return found


@pytest.fixture(scope="session")
def files(rich: Book) -> dict[str, bytes]:
    return contents(made(rich.view.site))


@pytest.fixture(scope="session")
def records(rich: Book) -> Records:
    return Records(rich.view.site)


@pytest.fixture
def plant(files: dict[str, bytes], records: Records) -> Plant:
    """What the gate says of the data after `old`, which stands once or more in a file, was made `new` once."""

    def run(path: str, old: str, new: str) -> list[str]:
        text = files[path].decode()
        assert old in text, f"{old!r} does not stand in {path}:\n{text[:3000]}"
        orphans = list(judged({**files, path: text.replace(old, new, 1).encode()}, records))
        assert all(orphan.path == path for orphan in orphans), orphans
        return [orphan.why for orphan in orphans]

    return run


@pytest.fixture
def planted(plant: Plant) -> Planted:
    """What is planted is found, and one of the reasons begins with these words."""

    def run(path: str, old: str, new: str, why: str) -> None:
        found = plant(path, old, new)
        assert any(told.startswith(why) for told in found), found

    return run
