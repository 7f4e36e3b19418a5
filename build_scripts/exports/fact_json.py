"""`facts/ID.json`: one small record for each fact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_scripts.artifact import Artifact
from build_scripts.exports._facts import record, rights

if TYPE_CHECKING:
    from build_scripts.pages._view import View


def export(view: View) -> Iterator[Artifact]:
    for fact in view.site.facts.values():
        told = json.dumps(record(fact, view) | rights(view.site), ensure_ascii=False, indent=1)
        yield Artifact(f"facts/{fact.id}.json", told + "\n", view.origin("facts", fact.id))
