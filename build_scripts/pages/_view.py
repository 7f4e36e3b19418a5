"""What every page needs to know of the whole site, worked out once a build."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from build_scripts import staleness
from build_scripts.model import Block, Conflict, Fact, PageSpec, Site
from build_scripts.references import Holder, references


@dataclass(frozen=True)
class Drawing:
    """A drawn chart as pages need it."""

    html: Callable[[Callable[[str], str], Callable[[str], str], str], str]
    """(prose -> HTML, address in the site -> link, classes) -> the whole `<figure>`."""
    embed: str
    """HTML that shows the chart on other people's pages."""


@dataclass(frozen=True)
class View:
    """`drawings` maps a chart's id to what was drawn for it."""

    site: Site
    drawings: Mapping[str, Drawing] = field(default_factory=dict)

    # --- addresses: every page is a file, so that the folder also works without a server ---------

    def path(self, collection: str, id: str) -> str:
        """The address of a record's page from the site's root, with its anchor if it shares a page."""
        site = self.site
        if collection == "facts":
            series = site.facts[id].series
            return f"series/{series}.html#{id}" if series else f"facts/{id}.html"
        if collection == "pages":
            return "index.html" if id == site.config.home else f"{id}.html"
        if collection == "sources":
            return f"sources/{id}.html" if site.sources[id].blocks else f"{self.room('sources')}#{id}"
        if collection in ("terms", "places", "speakers", "gaps"):
            return f"{self.room(collection)}#{id}"
        return f"{collection}/{id}.html"

    def room(self, kind: str) -> str:
        """The page that lists a whole collection: the page of this kind, or the home page."""
        found = next((p.id for p in self.site.pages.values() if p.kind == kind), self.site.config.home)
        return self.path("pages", found)

    def address(self, path: str) -> str:
        """The whole address of a path from the site's root."""
        home = self.site.config.address.rstrip("/") + "/"
        return home if path == "index.html" else home + path

    @staticmethod
    def relative(here: str, there: str) -> str:
        """The link from the page `here` to the address `there`, both from the site's root."""
        target, hash, anchor = there.partition("#")
        if target == here:
            return f"#{anchor}" if hash else posixpath.basename(here)
        return posixpath.relpath(target, posixpath.dirname(here) or ".") + hash + anchor

    # --- facts ---------------------------------------------------------------------------------------

    @cached_property
    def namesakes(self) -> frozenset[str]:
        """Labels that several pages of facts would bear as their title."""
        borne = Counter(fact.label for fact in self.site.facts.values() if fact.series is None)
        return frozenset(label for label, times in borne.items() if times > 1)

    # --- claims ------------------------------------------------------------------------------------

    @cached_property
    def claim_numbers(self) -> dict[str, int]:
        return {fact.id: n for n, fact in enumerate(self.site.claims, start=1)}

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """Claim -> the block that it was taken from."""
        source = self.site.sources.get(self.site.config.explains)
        return {id: block for block in reversed(source.blocks) for id in block.facts} if source else {}

    def block_facts(self, block: Block) -> list[Fact]:
        return [self.site.facts[id] for id in block.facts]

    @cached_property
    def chapters(self) -> list[PageSpec]:
        return [self.site.pages[id] for id in self.site.config.chapters]

    @cached_property
    def chapter_of(self) -> dict[str, PageSpec]:
        """Claim -> the chapter that tests it."""
        return {claim: page for page in self.chapters for claim in getattr(page, "tests", ())}

    def tests(self, page: PageSpec) -> list[Fact]:
        return [self.site.facts[id] for id in getattr(page, "tests", ())]

    # --- uses -----------------------------------------------------------------------------------------

    @cached_property
    def uses(self) -> dict[tuple[str, str], list[Holder]]:
        """(collection, id) -> the records that refer to it, each once."""
        found: dict[tuple[str, str], dict[tuple[str, str], Holder]] = {}
        for reference in references(self.site):
            key = (reference.holder.collection, reference.holder.id)
            found.setdefault((reference.collection, reference.id), {}).setdefault(key, reference.holder)
        return {key: list(holders.values()) for key, holders in found.items()}

    @cached_property
    def _named(self) -> dict[tuple[str, str], list[tuple[str, str]]]:
        """(collection, id) -> the records that it refers to, each once."""
        found: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
        for r in references(self.site):
            found.setdefault((r.holder.collection, r.holder.id), {})[r.collection, r.id] = None
        return {key: list(named) for key, named in found.items()}

    def shows(self, collection: str, id: str) -> list[Fact]:
        """The facts that a chart or page names, then those of its series, then those of its charts; each once."""
        named = self._named.get((collection, id), [])
        found = [self.site.facts[other] for to, other in named if to == "facts"]
        found += [point for to, other in named if to == "series" for point in self.points[other]]
        found += [fact for to, other in named if to == "charts" for fact in self.shows("charts", other)]
        return list({fact.id: fact for fact in found}.values())

    @cached_property
    def disputed(self) -> dict[str, list[tuple[Fact, Conflict]]]:
        """Fact -> the facts that tell of a conflict with it, and what they say of it."""
        found: dict[str, list[tuple[Fact, Conflict]]] = {}
        for fact in self.site.facts.values():
            for conflict in fact.conflicts:
                found.setdefault(conflict.other, []).append((fact, conflict))
        return found

    @cached_property
    def resting(self) -> dict[str, list[Fact]]:
        """Source -> the facts that give it as evidence."""
        return self._facts_by(lambda fact: fact.sources, self.site.sources)

    @cached_property
    def points(self) -> dict[str, list[Fact]]:
        """Series -> its points."""
        return self._facts_by(lambda fact: (fact.series,), self.site.series)

    @cached_property
    def about(self) -> dict[str, list[Fact]]:
        """Place -> the facts about it."""
        return self._facts_by(lambda fact: (fact.place,), self.site.places)

    @cached_property
    def said(self) -> dict[str, list[Fact]]:
        """Speaker -> the facts that are theirs."""
        return self._facts_by(lambda fact: (fact.said_by,), self.site.speakers)

    def _facts_by(self, keys: Callable[[Fact], Iterable[str | None]], known: Iterable[str]) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {id: [] for id in known}
        for fact in self.site.facts.values():
            for key in keys(fact):
                if key is not None:
                    found[key].append(fact)
        return found

    # --- the record behind a page ---------------------------------------------------------------------

    def origin(self, collection: str, id: str) -> tuple[str, int] | None:
        """The content file and line of a record."""
        place = self.site.spot(collection, id)
        return (place.path, place.line) if place.path != "content" else None

    def edit(self, origin: tuple[str, int] | None) -> str | None:
        if origin is None:
            return None
        path, line = origin
        return f"{self.site.config.edit.rstrip('/')}/{path}#L{line}"

    def reviewed(self, record: Any) -> date:
        return staleness.reviewed(record, self.site)
