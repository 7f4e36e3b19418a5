"""The home page: the question, the answer in brief, its source at a glance, the way in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.facts.figure import Figure
from build_scripts.model import VERDICTS, ChartId, FactId, Line, Model, PageSpec
from build_scripts.pages._figure import SCRIPTS, STYLES, figure
from build_scripts.pages._html import VERDICT_WORDS, Html
from build_scripts.pages._page import frame, in_markdown, page
from build_scripts.pages._view import View
from build_scripts.pages.fact import HEDGES


class KeyFigure(Model):
    fact: FactId
    what: Line
    """What the figure counts, in a few words under it."""


class Record(PageSpec):
    kind: Literal["home"]
    about: Line
    """What was done, in two sentences, under the answer."""
    figures_title: Line
    figures_note: Line
    figures: tuple[KeyFigure, ...] = ()
    entries_title: Line
    entries_note: Line
    entries: tuple[FactId, ...] = ()
    """Claims shown as double entry."""
    chapters_title: Line
    chapters_note: Line
    check_title: Line
    check_note: Line
    charts: tuple[ChartId, ...] = ()


def render(view: View) -> Iterator[Artifact]:
    spec = view.site.pages[view.site.config.home]
    path = view.path("pages", spec.id)
    html = Html(view, path)
    meta = {**frame(html, spec), "title": view.site.config.question, "styles": STYLES, "scripts": SCRIPTS}
    source = view.site.sources[view.site.config.explains]
    yield page(
        view, "home", path, meta, view.origin("pages", spec.id), html, spec=spec, source=source,
        verdicts=[v for v in VERDICTS if any(c.verdict and c.verdict.word == v for c in view.site.claims)],
        words=VERDICT_WORDS,
        hedge=lambda fact: HEDGES[fact.hedge] if isinstance(fact, Figure) else "",
        figure=lambda id: in_markdown(figure(html, id)),
    )  # fmt: skip
