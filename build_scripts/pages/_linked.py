"""What a page says to machines: linked data in the words of schema.org (JSON-LD).

Only what is true and on record is said. A verdict is a word, never a mark out of five; a hedged figure is text
with its hedge, or an end of a range; neither a target nor a claim that nothing else confirms is an observation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from build_scripts import prose
from build_scripts.facts.figure import Figure
from build_scripts.model import Fact, Source
from build_scripts.numerals import scaled
from build_scripts.pages._cards import Told
from build_scripts.pages._html import VERDICT_WORDS
from build_scripts.pages._view import View

Node = dict[str, Any]

LISTS = frozenset(["chapters", "register", "facts", "sources", "terms", "places", "speakers", "gaps", "changes"])
JUDGED = frozenset(["confirmed", "plausible", "qualified", "contradicted", "overtaken", "not-found"])
"""Verdicts that review a claim; the others say that it is none that can be reviewed."""
_ISO = re.compile(r"\d{4}(-\d\d){0,2}")


class Linked:
    """The nodes of one page, and the records behind their figures."""

    def __init__(self, view: View, path: str) -> None:
        self.view = view
        self.site = view.site
        self.home = view.address("index.html")
        self.url = view.address(path)
        self.keys: dict[str, None] = {}

    def said(self, text: str, this: Fact | None = None) -> str:
        """Prose as plain text; the records that it tells of are remembered."""
        plain, keys = prose.traced(text, self.site, this)
        self.keys |= dict.fromkeys(keys)
        return plain

    # --- every page ---------------------------------------------------------------------------------

    def page(self, meta: Mapping[str, Any], card: Told) -> Iterator[Node]:
        config = self.site.config
        yield {"@type": "WebSite", "@id": self.home + "#site", "url": self.home, "name": config.name}
        yield {
            "@type": "CollectionPage" if meta.get("kind") in LISTS else "WebPage",
            "@id": self.url, "url": self.url, "name": meta["title"], "description": meta["description"],
            "inLanguage": config.language, "isPartOf": {"@id": self.home + "#site"}, "license": config.licence_url,
            "lastReviewed": meta["reviewed_iso"],
            "primaryImageOfPage": {"@type": "ImageObject", "url": self.home + card.path},
            "breadcrumb": {"@id": self.url + "#way"},
        }  # fmt: skip

    def way(self, steps: Sequence[tuple[str, str | None]]) -> Node:
        """The way down from the home page, the page itself last."""
        items = [
            {"@type": "ListItem", "position": n, "name": name, "item": self.view.address(path) if path else self.url}
            for n, (name, path) in enumerate(steps, start=1)
        ]
        return {"@type": "BreadcrumbList", "@id": self.url + "#way", "itemListElement": items}

    # --- facts ----------------------------------------------------------------------------------------

    def fact(self, fact: Fact) -> Iterator[Node]:
        claimed = fact.id in self.view.claim_numbers
        if isinstance(fact, Figure) and not (claimed and fact.verdict and fact.verdict.word != "confirmed"):
            yield from self.observation(fact, self.url)
        if not claimed:
            return
        statement = self.said(fact.statement, fact)
        claim = {
            "@type": "Claim", "@id": self.url + "#claim", "url": self.url, "name": self.said(fact.label, fact),
            "text": statement, "inLanguage": self.site.config.language,
            "appearance": self.work(self.site.sources[self.site.config.explains]),
        }  # fmt: skip
        yield claim
        if fact.verdict and fact.verdict.word in JUDGED:
            yield {
                "@type": "ClaimReview", "@id": self.url + "#review", "url": self.url, "claimReviewed": statement,
                "itemReviewed": {"@id": self.url + "#claim"}, "author": self.editors(),
                "reviewRating": {"@type": "Rating", "alternateName": VERDICT_WORDS[fact.verdict.word]},
            }  # fmt: skip

    def editors(self) -> Node:
        return {"@type": "Organization", "name": self.site.config.name, "url": self.home}

    def work(self, source: Source) -> Node:
        """Something published, as far as it is on record."""
        found: Node = {"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": source.publisher}}
        if not source.title_is_description:
            found["name"] = source.title
        if _ISO.fullmatch(source.date.text):
            found["datePublished"] = source.date.text
        if source.url and source.link:
            found["url"] = source.url
        return found

    def observation(self, fact: Figure, url: str) -> Iterator[Node]:
        """A figure that was measured; nothing for what is only aimed at or expected."""
        if fact.status in ("target", "forecast"):
            return
        self.keys[f"fact:{fact.id}"] = None
        found: Node = {
            "@type": "Observation", "@id": url + "#figure" if "#" not in url else url, "identifier": fact.id,
            "name": self.said(fact.label, fact), "description": self.said(fact.statement, fact),
            **self.measured(fact), "unitText": self.site.units[fact.unit].many,
        }  # fmt: skip
        if _ISO.fullmatch(fact.period.text):
            found["observationDate"] = fact.period.text
        if fact.place:
            found["observationAbout"] = {"@type": "Place", "name": self.site.places[fact.place].name}
        yield found

    def measured(self, fact: Figure) -> Node:
        """The value as far as the hedge allows: exact, an end of a range, or in words."""
        low, high = (None if n is None else number(scaled(n, fact.scale)) for n in (fact.low, fact.high))
        value = None if fact.value is None else number(scaled(fact.value, fact.scale))
        match fact.hedge:
            case "exact":
                return {"value": value}
            case "over" | "at-least":
                return {"minValue": value}
            case "under" | "at-most":
                return {"maxValue": value}
            case "between":
                return {"minValue": low, "maxValue": high}
        return {"value": prose.figure(fact, self.site)}

    # --- data -----------------------------------------------------------------------------------------

    def dataset(self, name: str, description: str, points: Sequence[Fact] = ()) -> Iterator[Node]:
        """A table of figures that may be taken away, and each figure in it."""
        config = self.site.config
        found: Node = {
            "@type": "Dataset", "@id": self.url + "#data", "url": self.url, "name": name, "description": description,
            "license": config.licence_url, "creator": self.editors(), "inLanguage": config.language,
            "isAccessibleForFree": True,
        }  # fmt: skip
        places = dict.fromkeys(self.site.places[point.place].name for point in points if point.place)
        if places:
            found["spatialCoverage"] = [{"@type": "Place", "name": place} for place in places]
        yield found
        for point in points:
            if isinstance(point, Figure):
                yield from self.observation(point, f"{self.url}#{point.id}")


def number(value: Decimal) -> int | float | str:
    """A number that JSON prints with exactly these digits, else the digits as text."""
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else f"{value:f}"


def told(
    view: View, path: str, meta: Mapping[str, Any], steps: Sequence[tuple[str, str | None]],
    context: Mapping[str, Any], card: Told,
) -> tuple[str, tuple[str, ...]]:  # fmt: skip
    """The text of the script element, and the records behind its figures. `steps` is the way to the page.

    Under `linked` the meta may hold further nodes, of pages that know more than their kind tells.
    """
    linked = Linked(view, path)
    nodes = [*linked.page(meta, card), linked.way(steps)]
    if (fact := context.get("fact")) is not None:
        nodes += linked.fact(fact)
    if (series := context.get("series")) is not None:
        nodes += linked.dataset(linked.said(series.label, context["points"][0]), meta["description"], context["points"])
    nodes += meta.get("linked", ())
    text = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c"), tuple(linked.keys)
