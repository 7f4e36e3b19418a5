"""People and organisations: who says what, in which capacity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.model import PageSpec
from build_scripts.pages._reference import listing
from build_scripts.pages._view import View

CATEGORIES = {
    "statistics": "statistics office", "government": "government", "company": "company", "press": "press",
    "research": "research", "reference": "reference work", "editors": "the editors of this site",
}  # fmt: skip


class Record(PageSpec):
    kind: Literal["speakers"]


def render(view: View) -> Iterator[Artifact]:
    yield from listing(view, "speakers", said=view.said, categories=CATEGORIES)
