"""How we check: the editors' account of it, then counts computed from the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.evidence import compare
from build_scripts.facts.figure import Figure
from build_scripts.independence import Rests
from build_scripts.model import COMPONENTS, VERDICTS, Markdown, PageSpec, Site
from build_scripts.pages._html import VERDICT_WORDS
from build_scripts.pages._view import View
from build_scripts.pages.text import running_text

CARRIERS = ("printed", "block", "reading", "none", "missing")


STANDING: dict[Rests, str] = {
    "several": "More than one independent source", "one": "One source",
    "unknown": "Only sources whose independence is not known", "alone": "Nothing independent of the claim",
}  # fmt: skip
RESTS = {
    "checked": "what a rule checks", "block": "other words of the paragraph", "reading": "a reading",
    "choice": "a choice among facts", "judgement": "the editors' judgement", "text": "the text of the source",
}  # fmt: skip
REASONS = {
    "hole": "A rule should have seen it",
    "reading": "It rests on a reading: nothing printed in the evidence says it",
    "words": "It rests on other words of the paragraph, which no rule understands",
    "choice": "The chart would show another fact, truly and under its own name",
    "judgement": "It rests on the editors' judgement alone",
    "copy": "Record and quotation agree; only the text of the source can tell",
}


class Record(PageSpec):
    kind: Literal["method"]
    verdicts: dict[str, Markdown]
    """What each verdict means, by its word."""


def render(view: View) -> Iterator[Artifact]:
    for spec in view.site.pages.values():
        if spec.kind == "method":
            yield running_text(
                view,
                spec,
                "method",
                order=VERDICTS,
                verdict_words=VERDICT_WORDS,
                carried=carried(view.site),
                standing=STANDING,
                gates=view.site.gates,
                rests=RESTS,
                reasons=REASONS,
            )


def carried(site: Site) -> dict[str, dict[str, int]]:
    """Component -> carrier -> how many figures' first evidence carries it so."""
    found = {component: dict.fromkeys(CARRIERS, 0) for component in COMPONENTS}
    for fact in site.facts.values():
        if isinstance(fact, Figure):
            for component, carrier in compare(fact, fact.evidence[0], site).carried.items():
                found[component][carrier] += 1
    return found
