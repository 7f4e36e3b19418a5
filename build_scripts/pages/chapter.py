"""A chapter: finding, key points, prose with charts and claims, what its source does not say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.model import FactId, Line, Markdown, PageSpec
from build_scripts.pages._figure import SCRIPTS, STYLES, figure
from build_scripts.pages._html import Html, Notes, run, structural
from build_scripts.pages._page import Spoken, frame, in_markdown, named, page, spoken
from build_scripts.pages._view import View


class Record(PageSpec):
    kind: Literal["chapter"]
    question: Line
    """The question that a reader would ask and that the chapter answers."""
    tests: tuple[FactId, ...] = ()
    """The claims that this chapter tests; every claim stands in one chapter."""
    key_points: tuple[Line, ...] = ()
    not_said: Markdown | None = None
    """What the explained source does not say."""


def render(view: View) -> Iterator[Artifact]:
    for number, spec in enumerate(view.chapters, start=1):
        if isinstance(spec, Record):
            yield chapter(view, spec, number)


def chapter(view: View, spec: Record, number: int) -> Artifact:
    path = view.path("pages", spec.id)
    html = Html(view, path, notes=Notes(), markdown=True)
    plain = Html(view, path)  # for blocks of raw HTML, which hold no cards
    meta = {
        **frame(html, spec),
        "template": "text.html",
        "kicker": spoken(html, spec.title),
        "number": number,
        "rail": run(view.tests(spec), f"claims,chapter={spec.id}"),
        "turn_label": "Chapters",
        "styles": STYLES,
        "scripts": SCRIPTS,
        **_turn(html, number),
    }
    return page(
        view, "chapter", path, meta, view.origin("pages", spec.id), html, spec=spec, plain=plain,
        figure=lambda id: in_markdown(figure(plain, id, "wide-block")), said=html.line, heading=html.silent,
    )  # fmt: skip


def _turn(html: Html, number: int) -> dict[str, object]:
    """The chapters before and after."""
    turn: dict[str, object] = {}
    chapters = html.view.chapters
    for name, word, n in (("previous", "Back", number - 1), ("next", "Next", number + 1)):
        if 1 <= n <= len(chapters):
            spec = chapters[n - 1]
            ordinal = Spoken(str(n), structural("locator", n))
            kicker = named(html, f"{word}: chapter ") + ordinal + ", " + spoken(html, spec.title)
            turn[name] = {
                "kicker": kicker,
                "title": spoken(html, spec.finding),
                "url": html.view.path("pages", spec.id),
            }
    return turn
