"""`series.csv`: every point of every series, one a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_scripts.artifact import Artifact
from build_scripts.columns import SERIES
from build_scripts.exports._facts import rows
from build_scripts.exports._table import written

if TYPE_CHECKING:
    from build_scripts.pages._view import View

PATH = "series.csv"


def export(view: View) -> Iterator[Artifact]:
    points = [point for series in view.site.series for point in view.points[series]]
    yield Artifact(PATH, written(rows(points, SERIES, view)))
