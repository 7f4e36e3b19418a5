"""The figure on a page: title, drawing in two widths, words for it, notes, sources, table and files."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from build_scripts.charts._figure import Chart, Table
from build_scripts.charts._words import literal
from build_scripts.model import Site

Words = Callable[[str], str]
"""Prose -> HTML: figures as `<data>` that lead to their fact, escaped."""
Href = Callable[[str], str]
"""Path in the site -> address relative to the page."""


def figure(chart: Chart, site: Site, words: Words, href: Href, classes: str = "wide-block") -> str:
    """One raw HTML block without blank lines. Title and subtitle are text of the page, not of the drawing."""
    id = chart.id
    notes = " ".join(words(text) for text in (chart.note, chart.comparable, *chart.cautions) if text)
    sources = "; ".join(words(_source(source, site)) for source in chart.sources)
    credits = " ".join(escape(credit) for credit in chart.credits)
    lines = [
        f'<p class="note-line">{notes}</p>' if notes else "",
        f"<p>{'Sources' if len(chart.sources) > 1 else 'Source'}: {sources}.</p>" if sources else "",
        f"<p>{credits}</p>" if credits else "",
    ]
    return "".join([
        f'<figure class="viz {escape(classes)}" id="chart-{id}" aria-labelledby="{id}-title" ',
        f'aria-describedby="{id}-words">',
        f'<p class="t" id="{id}-title">{words(chart.title)}</p><p class="st">{words(chart.subtitle)}</p>',
        chart.wide, chart.narrow,
        f'<p class="vh" id="{id}-words">{_unlinked(words(f"{chart.described} {chart.alt}"))}</p>',
        f'<div class="src">{"".join(lines)}</div>' if any(lines) else "",
        f'<div class="tools" data-search-exclude>{_disclosure(id, chart.table, words)}{_downloads(chart, href)}',
        "</div></figure>",
    ])  # fmt: skip


def _unlinked(html: str) -> str:
    """Words that are heard but not seen: a link in them would take the focus out of sight."""
    return re.sub(r"</?a\b[^>]*>", "", html)


def embed(chart: Chart, site: Site) -> str:
    """HTML for other people's pages: a picture and a link, no script."""
    address = f"{site.config.address.rstrip('/')}/charts/{chart.id}"
    title, words = escape(chart.plain["title"]), escape(chart.plain["description"])
    return (
        f'<figure><a href="{escape(address)}.html">'
        f'<img src="{escape(address)}.svg" alt="{title}. {words}" width="948"></a>'
        f"<figcaption>{title}. {escape(site.config.name)}, {escape(site.config.licence)}</figcaption></figure>"
    )


def _source(id: str, site: Site) -> str:
    """Publisher and date, as a link."""
    if id not in site.sources:
        return literal(id)
    source = site.sources[id]
    name = source.publisher.translate({ord("["): "(", ord("]"): ")"})
    when = f", {source.date.words()}" if source.date.known else ""
    return f"[{literal(name)}{when}](source:{id})"


def _disclosure(id: str, table: Table, words: Words) -> str:
    """The data as a table that may scroll on a phone, so it can be focused; the chart's title names it."""
    head = "".join(f'<th scope="col">{words(cell)}</th>' for cell in table.headers)
    body = "".join(f"<tr>{_cells(row.cells, words)}</tr>" for row in table.rows)
    return (
        '<details class="tab"><summary>Data table</summary>'
        f'<div class="scroll" tabindex="0" role="region" aria-labelledby="{id}-title">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></details>"
    )


def _cells(cells: tuple[str, ...], words: Words) -> str:
    first, *rest = cells
    return f'<th scope="row">{words(first)}</th>' + "".join(f"<td>{words(cell)}</td>" for cell in rest)


def _downloads(chart: Chart, href: Href) -> str:
    """Files and the chart's own page. The title says of what; it may hold links itself, so it is not inside them."""
    about = f'aria-describedby="{chart.id}-title"'
    links = "".join(
        f'<a href="{escape(href(f"charts/{chart.id}.{ending}"))}" download {about}>{name}</a>'
        for name, ending in (("CSV", "csv"), ("SVG", "svg"), ("PNG", "png"), ("JSON", "json"))
    )
    return links + f'<a href="{escape(href(f"charts/{chart.id}.html"))}" {about}>Embed</a>'
