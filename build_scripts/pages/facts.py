"""Every fact on record by place: what it says, its figure, period and source. Filters and orders need a script."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.model import VERDICTS, Fact, PageSpec
from build_scripts.pages._html import VERDICT_WORDS
from build_scripts.pages._page import SOURCE_KINDS
from build_scripts.pages._reference import files, listed
from build_scripts.pages._view import View
from build_scripts.pages.fact import KINDS

SCRIPTS = ["assets/ledger.explore.js"]
ORDERS = (("label", "By name"), ("verdict", "By verdict"), ("kind", "By kind"), ("source", "By source"))


class Record(PageSpec):
    kind: Literal["facts"]


def render(view: View) -> Iterator[Artifact]:
    facts = view.site.facts.values()
    used = {fact.kind for fact in facts}
    met = {kind for fact in facts for kind in _source_kinds(view, fact).split()}
    given = {fact.verdict.word for fact in facts if fact.verdict}
    for spec in view.site.pages.values():
        if spec.kind == "facts":
            yield listed(
                view, spec, scripts=SCRIPTS, groups=_groups(view),
                source_kinds=lambda fact: _source_kinds(view, fact),
                kinds=[(kind, words) for kind, words in KINDS.items() if kind in used],
                sources=[(kind, words.capitalize()) for kind, words in SOURCE_KINDS.items() if kind in met],
                verdicts=[*((v, VERDICT_WORDS[v]) for v in VERDICTS if v in given), ("none", "Without a verdict")],
                orders=ORDERS, files=files(view, spec),
            )  # fmt: skip


def _source_kinds(view: View, fact: Fact) -> str:
    """The kinds of its sources, parted by spaces."""
    return " ".join(dict.fromkeys(view.site.sources[id].kind for id in fact.sources))


def _groups(view: View) -> list[tuple[str, list[Fact]]]:
    """The facts by the place that they are about, in the order of the places."""
    order = {id: n for n, id in enumerate(view.site.places)}
    facts = sorted(view.site.facts.values(), key=lambda f: order.get(f.place or "", len(order)))
    return [(place, list(found)) for place, found in groupby(facts, key=lambda f: f.place or "")]
