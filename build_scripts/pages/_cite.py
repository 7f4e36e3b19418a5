"""How to cite an entry, a chart, a series or a page: in words, in BibTeX and in CSL-JSON, the original source first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from build_scripts import citation
from build_scripts.citation import Piece, Pieces, Work
from build_scripts.model import Fact, PageSpec, Site, Source, Versioned
from build_scripts.pages._html import Html
from build_scripts.pages._view import View

_DIGITS = re.compile(r"[\d\\]")
"""In a title: what the gate wants to be answered for, also where an escape hides that it is a title."""
VERSIONS = "assets/ledger.version.js"
TITLES = {"chapter": "Cite this chapter", "data": "Cite the data"}
FULL = 3
"""So many sources are told with their titles in running words."""


@dataclass(frozen=True)
class Cite:
    """What the macro of `_cite.md.j2` shows. `files` are addresses from the page, by their name."""

    title: str
    plain: Markup
    bibtex: tuple[Markup, ...]
    csl: tuple[Markup, ...]
    """One for each work: many pages cite the same source in the same words."""
    files: tuple[tuple[str, str], ...] = ()
    script: str | None = None
    """For pages with a history: tells readers of an older version what has changed."""


def fact(view: View, here: str, fact: Fact) -> Cite:
    """The entry in its present version, after its sources; the first of them says where it stands."""
    site = view.site
    sources = [site.sources[id] for id in fact.sources]
    first = citation.of_source(sources[0])
    words = (
        *citation.plain(first, fact.evidence[0], numbered=bool(sources[0].blocks)),
        *_also(sources[1:]),
        Piece(" Recorded as "),
    )
    address = view.address(view.path("facts", fact.id))
    entry = citation.of_record(fact, site, address, view.reviewed(fact), citation.named(sources[0]), fact)
    files = (("This record as JSON", view.relative(here, f"facts/{fact.id}.json")),)
    return _cite(view, here, "Cite this entry", sources, entry, words, files, _script(view, here, fact))


def series(view: View, here: str, id: str) -> Cite:
    """A whole series; its points have versions, the series has none."""
    points = view.points[id]
    sources = _sources(view, points)
    work = citation.of_series(
        id, view.site, view.address(view.path("series", id)), view.reviewed(view.site.series[id]),
        citation.named(sources[0]), points[0],
    )  # fmt: skip
    words = (*_after(sources), Piece("Recorded as "))
    return _cite(view, here, "Cite this series", sources, work, words, (), _script(view, here, *points))


def chart(view: View, here: str, id: str) -> Cite:
    """A chart after the sources of all facts that it draws or names."""
    site = view.site
    sources = _sources(view, view.shows("charts", id))
    spec = site.charts[id]
    address = view.address(view.path("charts", id))
    work = citation.of_record(spec, site, address, view.reviewed(spec), citation.named(sources[0]))
    words = (*_after(sources), Piece("Drawn as "))
    return _cite(
        view, here, "Cite this chart", sources, work, words, _file(view, here, "charts", id), _script(view, here, spec)
    )


def page(view: View, here: str, spec: PageSpec) -> Cite:
    """A page, after the source that the site explains."""
    site = view.site
    source = site.sources[site.config.explains]
    address = view.address(view.path("pages", spec.id))
    work = citation.of_record(spec, site, address, view.reviewed(spec), citation.named(source))
    words = (*_after([source]), Piece("Read in "))
    title = TITLES.get(spec.kind, "Cite this page")
    return _cite(
        view, here, title, [source], work, words, _file(view, here, "pages", spec.id), _script(view, here, spec)
    )


def _file(view: View, here: str, collection: str, id: str) -> tuple[tuple[str, str], ...]:
    return (("This record as JSON", view.relative(here, f"records/{collection}/{id}.json")),)


def _script(view: View, here: str, *records: Versioned) -> str | None:
    """The address of the script that tells of changes, where there are any."""
    return view.relative(here, VERSIONS) if any(record.changes for record in records) else None


def _cite(
    view: View, here: str, title: str, sources: list[Source], entry: Work, words: Pieces,
    files: tuple[tuple[str, str], ...] = (), script: str | None = None,
) -> Cite:  # fmt: skip
    html = Html(view, here)
    works = [*(_source(source.id, view.site) for source in sources), _coded(html, entry)]
    licence = (Piece(", "), Piece(view.site.config.licence, "licence"), Piece("."))
    ends = [Markup(",")] * (len(works) - 1) + [Markup("\n]")]
    return Cite(
        title,
        marked(html, (*words, *citation.plain(entry), *licence)),
        tuple(bibtex for bibtex, _ in works),
        tuple(
            ("" if n else Markup("[\n")) + csl + end for n, ((_, csl), end) in enumerate(zip(works, ends, strict=True))
        ),
        files,
        script,
    )


@lru_cache(maxsize=1024)
def _source(id: str, site: Site) -> tuple[Markup, Markup]:
    """A source in BibTeX and in CSL-JSON: it says the same on every page that cites it."""
    return _coded(Html(View(site), ""), citation.of_source(site.sources[id]))


def _coded(html: Html, work: Work) -> tuple[Markup, Markup]:
    """A work in BibTeX and in CSL-JSON."""
    return _code(marked(html, citation.bibtex(work))), _code(marked(html, citation.csl(work)))


def marked(html: Html, pieces: Iterable[Piece]) -> Markup:
    """Pieces as HTML: whatever answers for their figures stands around them."""
    return Markup("").join(_marked(html, piece) for piece in pieces)


def _marked(html: Html, piece: Piece) -> Markup:
    words = html.quiet(piece.text)
    if piece.mark == "" or (piece.mark == "source-title" and not _DIGITS.search(piece.text)):
        return Markup(words)
    if piece.mark == "fact":
        return Markup(html.data(html.site.facts[piece.of], piece.text))
    if piece.mark == "count":
        return Markup(f'<span data-count="{escape(piece.of)}">{words}</span>')
    if piece.mark == "date":
        return Markup(html.date(piece.text, piece.of))
    of = f' data-of="{escape(piece.of)}"' if piece.of and piece.mark == "version" else ""
    return Markup(f'<span data-structural="{piece.mark}"{of}>{words}</span>')


def _code(text: Markup) -> Markup:
    """Lines keep their indents, which raw HTML loses."""
    return Markup(str(text).strip().replace("\n  ", "\n&#32; "))


def _sources(view: View, facts: Iterable[Fact]) -> list[Source]:
    """The sources of some facts, each once; without any, the one that the site explains."""
    found = dict.fromkeys(id for fact in facts for id in fact.sources)
    return [view.site.sources[id] for id in found or (view.site.config.explains,)]


def _after(sources: list[Source]) -> Pieces:
    """A long list leaves the titles to BibTeX and CSL-JSON, where they stand in full."""
    tell = citation.named if len(sources) <= FULL else citation.brief
    return _joined(sources, "After ", tell, ". ")


def _also(sources: list[Source]) -> Pieces:
    return _joined(sources, " Also: ", citation.named, ".") if sources else ()


def _joined(sources: list[Source], lead: str, tell: Callable[[Source], Pieces], end: str) -> Pieces:
    pieces: list[Piece] = []
    for source in sources:
        pieces += [Piece("; " if pieces else lead), *tell(source)]
    return (*pieces, Piece(end))
