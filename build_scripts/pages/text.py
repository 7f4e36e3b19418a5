"""A page of running text: about, method, statements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.model import PageSpec
from build_scripts.pages._figure import SCRIPTS, STYLES, figure
from build_scripts.pages._html import Html
from build_scripts.pages._page import frame, in_markdown, page, spoken
from build_scripts.pages._view import View


class Record(PageSpec):
    kind: Literal["text"]


def render(view: View) -> Iterator[Artifact]:
    for spec in view.site.pages.values():
        if spec.kind == "text":
            yield running_text(view, spec, "text")


def running_text(view: View, spec: PageSpec, template: str, **context: object) -> Artifact:
    """A page whose sections are Markdown; figures in it are links to their records."""
    path = view.path("pages", spec.id)
    html, plain = Html(view, path, markdown=True), Html(view, path)
    meta = {
        **frame(html, spec),
        "template": "text.html",
        "kicker": spoken(html, spec.title),
        "styles": STYLES,
        "scripts": SCRIPTS,
    }
    return page(
        view, template, path, meta, view.origin("pages", spec.id), html, spec=spec, plain=plain,
        said=html.line, heading=html.silent,
        figure=lambda id: in_markdown(figure(plain, id, "wide-block")), **context,
    )  # fmt: skip
