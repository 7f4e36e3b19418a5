"""A chart cannot be drawn from the facts that it names: a part is larger than its whole, a kind of
chart needs another kind of figure. The message says which.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.evidence import disagrees
from build_scripts.model import ChartSpec, Fact, Refers, Site, walk
from build_scripts.registry import modules


def check(site: Site) -> Iterator[Diagnostic]:
    for id, spec in site.charts.items():
        try:
            modules("charts")[spec.kind].read(spec, site)
        except ValueError as error:
            unread = any(isinstance(value, str) and value in site.broken for value in vars(spec).values())
            if unread or any(disagrees(fact, site) for fact in _facts(spec, site)):
                continue  # printed-mismatch tells of it, and names this chart; or a map's outline cannot be read
            yield Diagnostic("undrawable-chart", f'chart "{id}": {error}', site.spot("charts", id, "kind"))
        except KeyError:
            continue  # a fact, series or place that does not exist: unknown-reference tells of it


def _facts(spec: ChartSpec, site: Site) -> Iterator[Fact]:
    """Every fact that the chart names, and the points of every series."""
    named = {(marker.to, id) for _, id, marker in walk(spec, Refers)}
    for fact in site.facts.values():
        if ("facts", fact.id) in named or ("series", fact.series) in named:
            yield fact
