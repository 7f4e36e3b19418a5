"""The places, and the facts about each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.model import ChartId, PageSpec
from build_scripts.pages._figure import SCRIPTS, STYLES, figure
from build_scripts.pages._html import Html
from build_scripts.pages._reference import listed
from build_scripts.pages._view import View


class Record(PageSpec):
    kind: Literal["places"]
    charts: tuple[ChartId, ...] = ()
    """Maps, before the list."""


def render(view: View) -> Iterator[Artifact]:
    for spec in view.site.pages.values():
        if isinstance(spec, Record):
            html = Html(view, view.path("pages", spec.id))
            maps = [figure(html, id) for id in spec.charts]
            loaded = {"styles": STYLES, "scripts": SCRIPTS} if maps else {}
            yield listed(view, spec, about=view.about, maps=maps, **loaded)
