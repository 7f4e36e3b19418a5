"""A block, a claim and a chapter do not fit together.

Every block of the explained source names the facts taken from it, or says why nothing was taken.
Each of those facts gives that block as its evidence and has a verdict, and each stands in exactly
one chapter's `tests`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property

from build_scripts.diagnostics import Diagnostic, Place
from build_scripts.model import Site
from build_scripts.references import references


def check(site: Site) -> Iterator[Diagnostic]:
    article = site.config.explains
    source = site.sources.get(article)
    if source is None:
        return
    mapped: dict[str, str] = {}
    for i, block in enumerate(source.blocks):
        here = site.spot("sources", article, "blocks", i)
        if not block.facts and block.nothing is None:
            yield Diagnostic("unmapped-claim", f"nothing is said of block {block.n}", here,
                             hint="list its facts, or say under nothing why none was taken")  # fmt: skip
        for id in block.facts:
            mapped[id] = str(block.n)
            fact = site.facts.get(id)
            if fact is None or any(source not in site.sources for source in fact.sources):
                continue  # unknown-reference tells of it
            if not any(e.source == article and e.at == str(block.n) for e in fact.evidence):
                yield Diagnostic("unmapped-claim", f'block {block.n} lists "{id}", whose evidence is elsewhere', here,
                                 hint=f'give the fact an evidence with at: "{block.n}"')  # fmt: skip
    blocks = {str(block.n) for block in source.blocks}
    lost = _Lost(site)
    yield from _facts(site, article, mapped, blocks, lost)
    yield from _chapters(site, mapped, lost)


class _Lost:
    """Ids that lead nowhere. A claim that one of them misspells is told of by unknown-reference."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def ids(self) -> set[str]:
        return {r.id for r in references(self.site) if r.collection == "facts" and r.id not in self.site.facts}

    def __contains__(self, claim: str) -> bool:
        return bool(get_close_matches(claim, self.ids, n=1, cutoff=0.6))


def _facts(site: Site, article: str, mapped: dict[str, str], blocks: set[str], lost: _Lost) -> Iterator[Diagnostic]:
    for fact in site.facts.values():
        for i, evidence in enumerate(fact.evidence):
            if evidence.source != article or getattr(fact, "derived", None):
                continue  # a figure derived from a claim is no claim of its own
            place = site.spot("facts", fact.id, "evidence", i)
            if evidence.at not in blocks:
                what = f'the article has no block "{evidence.at}"' if evidence.at else "the evidence names no block"
                yield Diagnostic("unmapped-claim", f'fact "{fact.id}": {what}', place,
                                 hint="give the number of the block: at: \"1\"")  # fmt: skip
            elif fact.id not in mapped and fact.id not in lost:
                message = f'fact "{fact.id}" is taken from block {evidence.at}, which does not list it'
                yield Diagnostic("unmapped-claim", message, place, hint=f"add it to block {evidence.at} of the source")
        if fact.id in mapped and fact.verdict is None:
            yield Diagnostic("unmapped-claim", f'claim "{fact.id}" has no verdict', site.spot("facts", fact.id))


def _chapters(site: Site, mapped: dict[str, str], lost: _Lost) -> Iterator[Diagnostic]:
    chapters: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for id in site.config.chapters:
        page = site.pages.get(id)
        for i, claim in enumerate(getattr(page, "tests", ())):
            chapters[claim].append((id, site.spot("pages", id, "tests", i)))
    for claim, pages in chapters.items():
        for _, place in pages[1:]:
            yield Diagnostic("unmapped-claim", f'claim "{claim}" stands in the chapter "{pages[0][0]}" already', place,
                             hint="a claim is tested in one chapter; others may cite it")  # fmt: skip
    if any(id in site.broken or id not in site.pages for id in site.config.chapters):
        return
    for claim in mapped:
        if claim in site.facts and claim not in chapters and claim not in lost:
            yield Diagnostic("unmapped-claim", f'claim "{claim}" stands in no chapter', site.spot("facts", claim),
                             hint="add it to the tests of one chapter")  # fmt: skip
