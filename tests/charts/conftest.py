"""The gallery's content tree, and its charts drawn once for all tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from build_scripts.charts._draw import draw
from build_scripts.charts._figure import Chart
from build_scripts.diagnostics import as_text
from build_scripts.loading import load
from build_scripts.model import ChartSpec, Site
from build_scripts.registry import modules

GALLERY = Path(__file__).parents[1] / "gallery"

Read = Callable[..., ChartSpec]


@pytest.fixture(scope="session")
def site() -> Site:
    """The gallery's records: an invented country. That they pass every check is a test of its own."""
    loaded = load(GALLERY / "content", today=date(2025, 6, 15))
    assert loaded.site is not None, as_text(loaded.diagnostics, loaded.texts)
    return loaded.site


@pytest.fixture(scope="session")
def drawn(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Chart]:
    """Every chart of the gallery, drawn into an empty cache."""
    cache = tmp_path_factory.mktemp("charts")
    return {id: draw(spec, site, cache) for id, spec in site.charts.items()}


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads a chart's fields: `read("bar", rows=[{"fact": "trips-norland-2023"}])`."""

    def made(kind: str, **fields: Any) -> ChartSpec:
        words = {"id": "made", "title": "A finding", "subtitle": "What is drawn", "alt": "A pattern."}
        record: ChartSpec = modules("charts")[kind].Record.model_validate({"kind": kind, **words, **fields})
        return record

    return made
