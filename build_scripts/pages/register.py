"""Every claim of the explained source by chapter, with its verdict; filters work without a script.

A script adds other orders, and keeps what is chosen in the address.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.model import VERDICTS, PageSpec
from build_scripts.pages._html import VERDICT_WORDS
from build_scripts.pages._reference import files, listed
from build_scripts.pages._view import View

STYLES = "assets/register.css"
SCRIPTS = ["assets/ledger.explore.js"]
WITH_REASON = ("contradicted", "qualified", "overtaken", "not-found")


class Record(PageSpec):
    kind: Literal["register"]


def render(view: View) -> Iterator[Artifact]:
    for spec in view.site.pages.values():
        if spec.kind == "register":
            verdicts = [v for v in VERDICTS if any(c.verdict and c.verdict.word == v for c in view.site.claims)]
            yield listed(
                view, spec, styles=[STYLES], scripts=SCRIPTS, verdicts=verdicts, words=VERDICT_WORDS,
                with_reason=WITH_REASON, files=files(view, spec),
            )  # fmt: skip
            yield Artifact(STYLES, _filters(verdicts, [c.id for c in view.chapters]))


def _filters(verdicts: list[str], chapters: list[str]) -> str:
    """A rule for each choice: what does not match is not shown. Without `:has()` the whole list stays.

    Groups that a script made have no chapter of their own; there the script alone says what is shown.
    """
    rules = [
        f"body:has(#fv-{v}:checked) :is(.r:not([data-v={v}]),.group:not(:has([data-v={v}]))){{display:none}}"
        for v in verdicts
    ]
    rules += [f"body:has(#fc-{c}:checked) .group[data-c]:not([data-c={c}]){{display:none}}" for c in chapters]
    rules += [
        f"body:has(#fv-{v}:checked):has(#fc-{c}:checked):not(:has(.group[data-c={c}] [data-v={v}])) "
        ".listed:has([data-c])>.none{display:block}"
        for v in verdicts
        for c in chapters
    ]
    return "\n".join(["/* Made from the lists of verdicts and chapters. */", *rules]) + "\n"
