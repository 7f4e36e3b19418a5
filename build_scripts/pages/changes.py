"""What changed: every change of a published record, newest first, and where to subscribe to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from build_scripts import history
from build_scripts.artifact import Artifact
from build_scripts.model import PageSpec
from build_scripts.pages._reference import listing
from build_scripts.pages._view import View

KINDS = {"facts": "", "charts": "Chart: ", "pages": "Page: "}
"""What stands before the name of a record that changed."""


class Record(PageSpec):
    kind: Literal["changes"]


def render(view: View) -> Iterator[Artifact]:
    days = [(day, list(entries)) for day, entries in groupby(history.entries(view.site), lambda e: e.change.on)]
    yield from listing(view, "changes", days=days, kinds=KINDS)
