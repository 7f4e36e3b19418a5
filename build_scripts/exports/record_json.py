"""`records/charts/ID.json`, `records/pages/ID.json`: what a chart or page says, and the facts that it shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from build_scripts import prose
from build_scripts.artifact import Artifact
from build_scripts.exports._facts import history, rights
from build_scripts.staleness import reviewed

if TYPE_CHECKING:
    from build_scripts.pages._view import View

WORDS = {"charts": ("title", "subtitle", "alt", "note", "comparable"), "pages": ("title", "finding", "lead")}
"""The prose that stands for the record, by collection. Sections are read on the page itself."""


def export(view: View) -> Iterator[Artifact]:
    for collection in WORDS:
        for id in view.site.collection(collection):
            told = json.dumps(_record(collection, id, view), ensure_ascii=False, indent=1)
            yield Artifact(f"records/{collection}/{id}.json", told + "\n", view.origin(collection, id))


def _record(collection: str, id: str, view: View) -> dict[str, Any]:
    site = view.site
    held = site.collection(collection)[id]
    words = {name: prose.plain(text, site) for name in WORDS[collection] if (text := getattr(held, name))}
    return {
        "id": id,
        "version": held.version,
        "kind": held.kind,
        **words,
        "facts": [fact.id for fact in view.shows(collection, id)],
        **({"changes": history(held, site)} if held.changes else {}),
        "page": view.address(view.path(collection, id)),
        "reviewed": reviewed(held, site).isoformat(),
        **rights(site),
    }
