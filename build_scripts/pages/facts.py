"""Every fact on record by topic file: what it says, its figure, period and source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.model import Fact, PageSpec
from build_scripts.pages._reference import listing
from build_scripts.pages._view import View


class Record(PageSpec):
    kind: Literal["facts"]


def render(view: View) -> Iterator[Artifact]:
    yield from listing(view, "facts", groups=_groups(view))


def _groups(view: View) -> list[tuple[str, list[Fact]]]:
    """The facts by the place that they are about, in the order of the places."""
    order = {id: n for n, id in enumerate(view.site.places)}
    facts = sorted(view.site.facts.values(), key=lambda f: order.get(f.place or "", len(order)))
    return [(place, list(found)) for place, found in groupby(facts, key=lambda f: f.place or "")]
