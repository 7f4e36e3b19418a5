"""`facts.csv`: every fact, one a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_scripts.artifact import Artifact
from build_scripts.columns import FACTS
from build_scripts.exports._facts import rows
from build_scripts.exports._table import written

if TYPE_CHECKING:
    from build_scripts.pages._view import View

PATH = "facts.csv"


def export(view: View) -> Iterator[Artifact]:
    yield Artifact(PATH, written(rows(view.site.facts.values(), FACTS, view)))
