"""`sources.csl.json`: every source as citation processors and managers read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_scripts import citation
from build_scripts.artifact import Artifact

if TYPE_CHECKING:
    from build_scripts.pages._view import View

PATH = "sources.csl.json"


def export(view: View) -> Iterator[Artifact]:
    items = [citation.text(citation.csl(citation.of_source(source))) for source in view.site.sources.values()]
    yield Artifact(PATH, "[\n" + ",\n".join(items) + "\n]\n")
