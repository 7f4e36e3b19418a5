"""One page for each series: every point with an anchor of its own, what is missing, what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_scripts.artifact import Artifact
from build_scripts.pages._html import Html
from build_scripts.pages._page import crumbs, named, page, reviewed, spoken
from build_scripts.pages._view import View
from build_scripts.pages.fact import details


def render(view: View) -> Iterator[Artifact]:
    for series in view.site.series.values():
        path = view.path("series", series.id)
        points = [view.site.facts[figure.id] for figure in series.figures() if figure.id in view.site.facts]
        html = Html(view, path)
        label = spoken(html, series.label, points[0])
        meta = {
            "kind": "series",
            "title": label,
            "description": label,
            "crumbs": crumbs((named(html, "All facts"), view.room("facts")), (label, None)),
            **reviewed(view, series),
        }
        told = [(point, details(html, point)) for point in points]
        rows = sorted([*points, *series.missing], key=lambda row: row.period.start or date.min)
        yield page(
            view,
            "series",
            path,
            meta,
            view.origin("series", series.id),
            html,
            series=series,
            told=told,
            points=points,
            rows=rows,
        )
