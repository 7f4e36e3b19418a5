"""The base of pages that list a whole collection: editors write their title, finding and lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from build_scripts.artifact import Artifact
from build_scripts.model import PageSpec
from build_scripts.pages._html import Html
from build_scripts.pages._page import crumbs, frame, named, page, spoken
from build_scripts.pages._view import View


def listing(view: View, kind: str, **context: Any) -> Iterator[Artifact]:
    """One page for each page record of this kind, from the template of the same name."""
    for spec in view.site.pages.values():
        if spec.kind == kind:
            yield listed(view, spec, **context)


def listed(view: View, spec: PageSpec, **context: Any) -> Artifact:
    path = view.path("pages", spec.id)
    html = Html(view, path)
    way = crumbs((named(html, view.site.config.name), "index.html"), (spoken(html, spec.title), None))
    loaded = {name: context.pop(name, None) for name in ("styles", "scripts")}
    return page(
        view, spec.kind.replace("-", "_"), path, {**frame(html, spec), "crumbs": way, **loaded},
        view.origin("pages", spec.id), html, spec=spec, **context,
    )  # fmt: skip


def files(view: View, spec: PageSpec) -> Markup | None:
    """A link to the page about the data, where there is one."""
    there = next((page.id for page in view.site.pages.values() if page.kind == "data"), None)
    if there is None:
        return None
    href = Html(view, view.path("pages", spec.id)).url("pages", there)
    return Markup(f'To take away: <a href="{href}">all of it as files</a>')
