"""The places, and the facts about each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.model import PageSpec
from build_scripts.pages._reference import listing
from build_scripts.pages._view import View


class Record(PageSpec):
    kind: Literal["places"]


def render(view: View) -> Iterator[Artifact]:
    yield from listing(view, "places", about=view.about)
