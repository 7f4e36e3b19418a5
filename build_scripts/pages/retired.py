"""The address of a retired id: why it is gone, and where to go instead."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.artifact import Artifact
from build_scripts.edtf import read_period
from build_scripts.pages._html import Html
from build_scripts.pages._page import page
from build_scripts.pages._view import View


def render(view: View) -> Iterator[Artifact]:
    for retired in view.site.retired.values():
        day = read_period(retired.on.isoformat()).words()
        path = f"{retired.id}.html" if retired.collection == "pages" else f"{retired.collection}/{retired.id}.html"
        meta = {"kind": "retired", "title": "A retired record", "description": "This record is no longer kept."}
        yield page(
            view, "retired", path, meta, view.origin("retired", retired.id), Html(view, path), retired=retired, day=day
        )
