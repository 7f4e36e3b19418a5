"""The gallery: every example passes the checks, and looks and reads as it did when someone last looked at it.

After a change that is meant, `UPDATE_GOLDEN=1 pytest tests/charts/test_gallery.py` writes the golden copies
anew; look at `git diff tests/gallery` and at the page that `python -m tests.gallery` makes before you commit.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date

import pytest

from build_scripts import pipeline, prose
from build_scripts.charts._cookbook import recipe_texts
from build_scripts.charts._figure import Chart
from build_scripts.diagnostics import as_text
from build_scripts.model import Site
from charts.conftest import GALLERY

CHARTS = (GALLERY / "content" / "charts.yml").read_text("utf-8")
IDS = list(recipe_texts(CHARTS))


def words(chart: Chart, site: Site) -> str:
    """Everything of a chart that is not its drawing: title, words for it, notes, sources, table."""
    plain = chart.plain
    rows = [[prose.plain(cell, site) for cell in row.cells] for row in chart.table.rows]
    table = [" | ".join(cells) for cells in (list(chart.table.headers), *rows)]
    said = [
        f"# {plain['title']}",
        plain["subtitle"],
        plain["description"],
        plain["note"],
        f"Sources: {plain['sources']}",
    ]
    return "\n\n".join([*filter(None, said), "\n".join(table)]) + "\n"


def test_content_passes_every_check() -> None:
    """An example that breaks a rule would teach it."""
    loaded = pipeline.checked(GALLERY / "content", today=date(2025, 6, 15))
    assert "" == as_text(loaded.diagnostics, loaded.texts)


@pytest.mark.parametrize("id", IDS)
def test_example_is_as_it_was(drawn: Mapping[str, Chart], site: Site, id: str) -> None:
    """Both drawings and all words equal their golden copies, byte for byte."""
    chart = drawn[id]
    made = {f"{id}.wide.svg": chart.wide, f"{id}.narrow.svg": chart.narrow, f"{id}.txt": words(chart, site)}
    for name, text in made.items():
        path = GALLERY / "golden" / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text.rstrip("\n") + "\n", "utf-8")
        assert path.read_text("utf-8") == text.rstrip("\n") + "\n", f"{name} has changed"


def test_no_golden_copy_is_left_over() -> None:
    """A chart that is gone takes its copies with it."""
    wanted = {f"{id}.{ending}" for id in IDS for ending in ("wide.svg", "narrow.svg", "txt")}
    assert wanted == {path.name for path in (GALLERY / "golden").iterdir()}
