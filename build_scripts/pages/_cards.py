"""Which picture stands for a page where its address is shared: home page, chapters and charts have their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from build_scripts import prose
from build_scripts.model import ChartSpec, PageSpec
from build_scripts.pages._view import View


@dataclass(frozen=True)
class Told:
    """What a picture says: a page's words and the verdicts of its claims, or a chart."""

    path: str
    kicker: str
    title: str
    keys: tuple[str, ...]
    """The records behind the words."""
    verdicts: tuple[str, ...] = ()
    chart: str | None = None
    origin: tuple[str, int] | None = None

    @property
    def words(self) -> str:
        return f"{self.kicker}: {self.title}" if self.kicker else self.title


def cards(view: View) -> Iterator[Told]:
    """Every picture of the site."""
    yield _home(view)
    yield from (_chapter(view, spec) for spec in view.chapters)
    yield from (_chart(view, spec) for spec in view.site.charts.values())


def card(view: View, context: Mapping[str, Any]) -> Told:
    """The picture of a page, by the record that it is about; facts and series take that of their chapter."""
    spec = context.get("spec")
    if isinstance(spec, ChartSpec):
        return _chart(view, spec)
    points = context.get("points") or [context.get("fact")]
    chapter = spec if isinstance(spec, PageSpec) else _telling(view, points[0].id) if points[0] else None
    return _chapter(view, chapter) if chapter is not None and chapter in view.chapters else _home(view)


def _telling(view: View, fact: str) -> PageSpec | None:
    """The chapter that tests a claim, or the first that tells of another fact."""
    if fact in view.chapter_of:
        return view.chapter_of[fact]
    using = {holder.id for holder in view.uses.get(("facts", fact), []) if holder.collection == "pages"}
    return next((chapter for chapter in view.chapters if chapter.id in using), None)


def _home(view: View) -> Told:
    verdicts = tuple(claim.verdict.word for claim in view.site.claims if claim.verdict)
    origin = view.origin("pages", view.site.config.home)
    return Told("cards/home.png", "", view.site.config.question, (), verdicts, origin=origin)


def _chapter(view: View, spec: PageSpec) -> Told:
    kicker, keys = prose.traced(spec.title, view.site)
    title, more = prose.traced(spec.finding, view.site)
    verdicts = tuple(claim.verdict.word for claim in view.tests(spec) if claim.verdict)
    return Told(f"cards/{spec.id}.png", kicker, title, (*keys, *more), verdicts, origin=view.origin("pages", spec.id))


def _chart(view: View, spec: ChartSpec) -> Told:
    title, keys = prose.traced(spec.title, view.site)
    return Told(f"cards/chart-{spec.id}.png", "", title, keys, chart=spec.id, origin=view.origin("charts", spec.id))
