"""How we check: the editors' account of it, then counts computed from the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.model import VERDICTS, Markdown, PageSpec
from build_scripts.pages._html import VERDICT_WORDS
from build_scripts.pages._view import View
from build_scripts.pages.text import running_text


class Record(PageSpec):
    kind: Literal["method"]
    verdicts: dict[str, Markdown]
    """What each verdict means, by its word."""


def render(view: View) -> Iterator[Artifact]:
    for spec in view.site.pages.values():
        if spec.kind == "method":
            yield running_text(view, spec, "method", order=VERDICTS, verdict_words=VERDICT_WORDS)
