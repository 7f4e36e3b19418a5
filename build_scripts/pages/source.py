"""A source with numbered blocks: its ledger, block by block, without a sentence of its text."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.artifact import Artifact
from build_scripts.pages._html import Html
from build_scripts.pages._page import LANGUAGES, SOURCE_KINDS, Spoken, crumbs, named, page
from build_scripts.pages._view import View


def render(view: View) -> Iterator[Artifact]:
    for source in view.site.sources.values():
        if source.blocks:
            path = view.path("sources", source.id)
            html = Html(view, path)
            title = Spoken(source.title, f'<span data-structural="source-title">{html.quiet(source.title)}</span>')
            meta = {
                "kind": "source",
                "title": named(html, "Ledger: ") + title,
                "description": f"Block by block: what was taken from each, and what was not. {source.publisher}.",
                "crumbs": crumbs((named(html, "Sources"), view.room("sources")), (title, None)),
            }
            yield page(
                view, "source", path, meta, view.origin("sources", source.id), html, source=source,
                kinds=SOURCE_KINDS, languages=LANGUAGES,
            )  # fmt: skip
