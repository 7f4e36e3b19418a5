"""A page as an artifact: front matter for the theme, then the body from the kind's template."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from build_scripts import history, prose
from build_scripts.artifact import Artifact
from build_scripts.model import Fact, PageSpec
from build_scripts.pages import _cards, _cite, _html, _linked, _voices
from build_scripts.pages._html import Html
from build_scripts.pages._view import View
from build_scripts.staleness import review_due

if TYPE_CHECKING:
    from jinja2 import Environment

SOURCE_KINDS = {
    "official": "official publication", "state-media": "state media", "press": "press",
    "trade-or-company": "trade press or company",
    "academic": "academic", "reference": "reference work", "republisher": "republished copy",
}  # fmt: skip
VOICELESS = frozenset(["fact", "chart", "retired"])
"""Pages about one record: they say beside its figure whose it is."""
LANGUAGES = {"en": "English", "zh": "Chinese", "de": "German", "ru": "Russian", "other": "another language"}


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # `check` reads the kinds of page and renders none

    environment = Environment(
        loader=PackageLoader("build_scripts", "pages"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False,
    )  # fmt: skip
    environment.globals.update(
        verdict=_html.verdict_html, mark=_html.mark, run=_html.run, structural=_html.structural, counted=_html.counted,
        figure_of=_html.figure_of, dated=_html.dated, day_of=_html.day_of, in_markdown=in_markdown,
        citing=_cite,
    )  # fmt: skip
    return environment


def in_markdown(markup: object) -> Markup:
    """A block of raw HTML as Markdown passes it through: no blank lines inside, one around."""
    rows = [row.strip() for row in str(markup).splitlines()]
    return Markup("\n\n" + "\n".join(row for row in rows if row) + "\n\n")


@dataclass(frozen=True)
class Spoken:
    """Prose for places around the page: as plain text, as HTML tied to its records, and which records those are."""

    plain: str
    html: str
    keys: tuple[str, ...] = ()

    def __add__(self, other: str | Spoken) -> Spoken:
        other = other if isinstance(other, Spoken) else Spoken(other, str(escape(other)))
        return Spoken(self.plain + other.plain, self.html + other.html, (*self.keys, *other.keys))


def spoken(html: Html, text: str, this: Fact | None = None) -> Spoken:
    """Prose for the front matter of the page that `html` writes."""
    plain, keys = prose.traced(text, html.site, this)
    return Spoken(plain, str(_html_of(html).silent(text, this)), keys)


def named(html: Html, text: str) -> Spoken:
    """A proper name, or words of ours without figures."""
    return Spoken(text, str(_html_of(html).text(text)))


def figure_spoken(html: Html, fact: Fact) -> Spoken:
    """The figure of a fact; empty where it has none."""
    shown = _html.figure_of(fact, html.site)
    return Spoken(shown, html.data(fact, shown), (f"fact:{fact.id}",)) if shown else Spoken("", "")


def tallied(key: str, number: int) -> Spoken:
    return Spoken(f"{number:,}", str(_html.counted(key, number)), (f"count:{key}",))


def _html_of(html: Html) -> Html:
    """The front matter is no Markdown, whatever the body is."""
    return Html(html.view, html.here)


def page(
    view: View,
    template: str,
    path: str,
    meta: dict[str, Any],
    origin: tuple[str, int] | None,
    html: Html,
    **context: Any,
) -> Artifact:
    """`path` is the page's address (`facts/x.html`); `meta` the theme's keys; see the theme's templates.

    `Spoken` values under title and description become plain text whose records are traced; everywhere
    else in `meta` they become HTML.
    """
    body = (
        _environment()
        .get_template(template + ".md.j2")
        .render(view=view, site=view.site, h=html, here=path, origin=origin, **context)
    )
    if not html.markdown:
        body = str(in_markdown(body))
    if isinstance(spec := context.get("spec"), PageSpec):
        body += ("" if _voices.PLACE in body else f"\n\n{_voices.PLACE}\n\n") + str(in_markdown(_end(html, spec)))
    if meta.get("kind") not in VOICELESS:
        heads = [meta.get(key) for key in ("headline", "kicker")] if meta.get("template") else []
        keys = [key.partition(":") for head in heads if isinstance(head, Spoken) for key in head.keys]
        body = _voices.settled(body, [id for kind, _, id in keys if kind == "fact"], view.site)
    traces = {
        key: meta[key].keys for key in ("title", "description") if isinstance(meta.get(key), Spoken) and meta[key].keys
    }
    meta = {**reviewed(view, None), **meta}
    meta |= _around(html, path, meta, context, traces)
    if not html.markdown:
        meta["body"] = "html"
    settled = {
        key: _settled(value, key in ("title", "description")) for key, value in meta.items() if value is not None
    }
    record = view.edit(origin)
    if record:
        settled["record"] = record
    front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in settled.items())
    return Artifact(path.removesuffix(".html") + ".md", f"---\n{front}---\n{body.rstrip()}\n", origin, traces)


def _end(html: Html, spec: PageSpec) -> str:
    """What the page said before, and how to cite it."""
    view = html.view
    return _environment().get_template("_end.md.j2").render(
        view=view, here=html.here, spec=spec, plain=_html_of(html), past=history.of(spec),
        others=history.around(view.shows("pages", spec.id)),
    )  # fmt: skip


def _around(
    html: Html, path: str, meta: dict[str, Any], context: dict[str, Any], traces: dict[str, tuple[str, ...]]
) -> dict[str, Any]:
    """What only machines read: the picture that stands for the page, and its linked data. Adds to `traces`."""
    view = html.view
    card = _cards.card(view, context)
    title, described = meta.get("title", ""), meta.get("description", "")
    way = [] if path == "index.html" else meta.get("crumbs") or [{"label": title}]
    steps = [(str(_plain(step["label"])), step.get("url")) for step in way]
    if not steps or steps[0][1] != "index.html":
        steps.insert(0, (view.site.config.name, "index.html" if steps else None))
    told = {**meta, "title": _plain(title), "description": _plain(described)}
    text, keys = _linked.told(view, path, told, steps, context, card)
    for value in (title, described, *(step["label"] for step in way)):
        keys += value.keys if isinstance(value, Spoken) else ()
    for place, found in (("data", keys), ("image:alt", card.keys)):
        if found:
            traces[place] = tuple(dict.fromkeys(found))
    return {"card": card.path, "card_words": card.words, "linked": text}


def _plain(value: Any) -> Any:
    return value.plain if isinstance(value, Spoken) else value


def _settled(value: Any, plain: bool) -> Any:
    if isinstance(value, Spoken):
        return value.plain if plain else value.html
    if isinstance(value, dict):
        return {key: _settled(inner, False) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_settled(inner, False) for inner in value]
    return value


def frame(html: Html, spec: PageSpec) -> dict[str, Any]:
    """The theme's keys that every page written by editors has."""
    return {
        "kind": spec.kind,
        "title": spoken(html, spec.title),
        "headline": spoken(html, spec.finding),
        "description": spoken(html, spec.lead),
        "menu": menu(html.view, spec.id),
        "crumbs": _way(html, spec),
        **reviewed(html.view, spec),
    }


def _way(html: Html, spec: PageSpec) -> list[dict[str, Any]] | None:
    """Chapters lie under the list of chapters, statements under the home page; what the menu names is at the top."""
    view, title = html.view, spoken(html, spec.title)
    room = next((page for page in view.site.pages.values() if page.kind == "chapters"), None)
    if spec.id in view.site.config.chapters and room is not None:
        return crumbs((spoken(html, room.title), view.path("pages", room.id)), (title, None))
    if spec.kind == "text":
        return crumbs((named(html, view.site.config.name), "index.html"), (title, None))
    return None


def reviewed(view: View, record: Any) -> dict[str, str]:
    day, due = view.reviewed(record), review_due(record, view.site)
    shown = {"reviewed": f"{day.day} {day:%B} {day.year}", "reviewed_iso": day.isoformat()}
    return {**shown, "review_due": due.isoformat()} if due else shown


def crumbs(*steps: tuple[Spoken, str | None]) -> list[dict[str, Any]]:
    """The way down to a page: labels with their addresses, the page itself last and without one."""
    return [{"label": label, "url": url} if url else {"label": label} for label, url in steps]


def menu(view: View, id: str) -> str | None:
    """The address of the menu entry that a page belongs to."""
    entries = [entry.page for entry in view.site.config.menu]
    if id in entries:
        return view.path("pages", id)
    if id in view.site.config.chapters and (
        room := next((e for e in entries if view.site.pages[e].kind == "chapters"), None)
    ):
        return view.path("pages", room)
    return None
