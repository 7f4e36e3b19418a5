"""One page for each chart: a permanent address, the files to take away, and how to embed it."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import history
from build_scripts.artifact import Artifact
from build_scripts.pages._figure import SCRIPTS, STYLES, figure
from build_scripts.pages._html import Html
from build_scripts.pages._page import crumbs, named, page, spoken
from build_scripts.pages._view import View


def render(view: View) -> Iterator[Artifact]:
    for id, spec in view.site.charts.items():
        path = view.path("charts", id)
        html = Html(view, path)
        pages = [h.record for h in view.uses.get(("charts", id), []) if h.collection == "pages"]
        title = spoken(html, spec.title)
        first = [(spoken(html, p.title), view.path("pages", p.id)) for p in pages[:1]]
        meta = {
            "kind": "chart",
            "title": title,
            "description": spoken(html, spec.alt),
            "crumbs": crumbs(*(first or [(named(html, view.site.config.name), "index.html")]), (title, None)),
            "styles": STYLES,
            "scripts": SCRIPTS,
        }
        drawing = view.drawings[id]
        yield page(
            view, "chart", path, meta, view.origin("charts", id), html, spec=spec, pages=pages, embed=drawing.embed,
            figure=figure(html, id), past=history.of(spec), others=history.around(view.shows("charts", id)),
        )  # fmt: skip
