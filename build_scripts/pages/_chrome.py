"""What the theme shows around every page: name, menu, chapters, footer."""

from __future__ import annotations

from typing import Any

from build_scripts import prose
from build_scripts.pages._view import View

FOOT = {
    "Read": ("chapters", "register", "facts"),
    "Check": ("method", "sources", "gaps", "changes"),
    "Look up": ("timeline", "terms", "places", "speakers", "data"),
}
STATEMENTS = "This site"


def chrome(view: View) -> dict[str, Any]:
    """The dictionary that the theme reads as `config.extra.site`; addresses are from the site's root."""
    site = view.site
    config = site.config
    pages = {spec.kind: spec for spec in site.pages.values()}

    def link(kind: str) -> dict[str, str]:
        spec = pages[kind]
        return {"label": prose.plain(spec.title, site), "url": view.path("pages", spec.id)}

    columns = {title: [link(kind) for kind in kinds if kind in pages] for title, kinds in FOOT.items()}
    columns[STATEMENTS] = [{"label": e.label, "url": view.path("pages", e.page)} for e in config.statements]
    return {
        "name": config.name,
        "address": view.address("index.html"),
        "question": config.question,
        "description": prose.plain(config.description, site),
        "disclaimer": prose.plain(config.disclaimer, site),
        "licence": config.licence,
        "licence_url": config.licence_url,
        "contact": config.contact,
        "repository": config.repository,
        "other_language": config.other_language,
        "register": view.room("register"),
        "menu": [{"label": entry.label, "url": view.path("pages", entry.page)} for entry in config.menu],
        "chapters": [
            {
                "id": spec.id, "number": number, "title": prose.plain(spec.title, site),
                "finding": prose.plain(spec.finding, site), "url": view.path("pages", spec.id),
            }
            for number, spec in enumerate(view.chapters, start=1)
        ],
        "foot": [{"title": title, "links": links} for title, links in columns.items() if links],
    }  # fmt: skip
