"""Whose figures a page shows: official statistics, governments, companies, the press, our own arithmetic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from build_scripts import working
from build_scripts.facts.figure import Figure
from build_scripts.model import Site
from build_scripts.pages._html import counted
from build_scripts.prose import listed

PLACE = "<!-- voices -->"
"""Where a template wants the line; without it the line ends the page."""
WORDS = {
    "statistics": "statistics offices", "government": "governments", "company": "companies",
    "press": "the press", "research": "researchers", "reference": "reference works",
    "editors": "our own arithmetic",
}  # fmt: skip
FEWEST = 2
"""A page with a single figure says beside it whose it is."""
_SHOWN = re.compile(r'data-fact="([a-z0-9-]+)"')


def settled(body: str, around: Iterable[str], site: Site) -> str:
    """The body with the line in its place. `around`: ids of facts in the headline above the body."""
    found = line({*_SHOWN.findall(body), *around}, site)
    before, place, after = body.partition(PLACE)
    return f"{before.rstrip()}\n\n{found}\n\n{after.lstrip()}" if place or found else body


def line(ids: Iterable[str], site: Site) -> str:
    """The sentence about the figures among these facts; nothing where there are hardly any."""
    figures = [fact for id in ids if isinstance(fact := site.facts.get(id), Figure)]
    if len(figures) < FEWEST:
        return ""
    tally = Counter(voice(figure, site) for figure in figures)
    parts = [f"{counted(f'shown,voice={v}', tally[v])} from {words}" for v, words in WORDS.items() if tally[v]]
    total = counted("shown", len(figures))
    return Markup(f'<p class="m voices" data-search-exclude>Of the {total} figures on this page: {listed(parts)}.</p>')


def voice(figure: Figure, site: Site) -> str:
    """The category of who gives the figure; what we worked out is ours, whoever gave what went in."""
    worked_out = figure.derived and len(working.tokens(figure.derived.formula)) > 1  # one token repeats a figure
    return "editors" if worked_out else site.speakers[figure.said_by].category
