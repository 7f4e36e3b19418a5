"""`sources.bib`: every source for LaTeX."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_scripts import citation
from build_scripts.artifact import Artifact

if TYPE_CHECKING:
    from build_scripts.pages._view import View

PATH = "sources.bib"


def export(view: View) -> Iterator[Artifact]:
    entries = [citation.text(citation.bibtex(citation.of_source(source))) for source in view.site.sources.values()]
    yield Artifact(PATH, "\n".join(entries))
