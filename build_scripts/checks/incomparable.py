"""A chart puts figures on one scale that cannot be compared: other units, nominal beside real, a level
beside growth, year-to-date beside whole years, parts of a year beside years, levels of a province
beside a country's, other populations, targets beside results.

Where the editors have a reason, the chart's `comparable` says it, and readers see it under the chart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_scripts.diagnostics import Diagnostic, Place
from build_scripts.evidence import disagrees
from build_scripts.facts.figure import Figure
from build_scripts.model import ChartSpec, Path, Refers, Site, walk

Trait = Callable[[Figure, Site], str]


def check(site: Site) -> Iterator[Diagnostic]:
    for id, spec in site.charts.items():
        mixes: frozenset[str] = getattr(type(spec), "mixes", frozenset())
        if spec.comparable or "all" in mixes:
            continue
        for figures in _scales(spec, site, rows_apart="rows" in mixes):
            yield from _mixed(id, figures, site, mixes)


def _mixed(id: str, figures: list[Figure], site: Site, allowed: frozenset[str]) -> Iterator[Diagnostic]:
    found = []
    for name, (words, trait) in TRAITS.items():
        first: dict[str, Figure] = {}
        for figure in figures:
            first.setdefault(trait(figure, site), figure)
        first.pop("", None)
        if len(first) > 1 and name not in allowed:
            found.append((f"{words} ({' and '.join(sorted(first))})", first))
    # A figure that its source does not print is told of by printed-mismatch, which names this chart.
    if found and not any(disagrees(figure, site) for _, first in found for figure in first.values()):
        mixed = "; ".join(text for text, _ in found)
        touched = {figure.id: word for _, first in found for word, figure in first.items()}
        yield Diagnostic(
            "incomparable", f'chart "{id}" puts {mixed} on one scale', site.spot("charts", id, "kind"),
            hint="draw them apart, or say in the field comparable why they may stand together: readers will see it",
            touches=tuple((_spot(site.facts[fact], site), f'"{fact}": {word}') for fact, word in touched.items()),
        )  # fmt: skip


def _spot(fact: object, site: Site) -> Place:
    assert isinstance(fact, Figure)
    return site.spot("series", fact.series) if fact.series else site.spot("facts", fact.id)


def _scales(spec: ChartSpec, site: Site, *, rows_apart: bool) -> Iterator[list[Figure]]:
    """The figures of each scale of the chart: all of them, or those of each row where rows have their own."""
    scales: dict[Path, list[Figure]] = {}
    for path, id, marker in walk(spec, Refers):
        key = path[:2] if rows_apart else ()
        if marker.to == "facts" and path[0] != "notes":
            fact = site.facts.get(id)
            scales.setdefault(key, []).extend([fact] if isinstance(fact, Figure) else [])
        elif marker.to == "series":
            own = [f for f in site.facts.values() if f.series == id and isinstance(f, Figure)]
            scales.setdefault(key, []).extend(own)
    yield from scales.values()


def _unit(figure: Figure, site: Site) -> str:
    return site.units[figure.unit].many if figure.unit in site.units else ""


def _measure(figure: Figure, site: Site) -> str:
    return site.indicators[figure.indicator].measure if figure.indicator in site.indicators else ""


def _price(figure: Figure, site: Site) -> str:
    price = site.indicators[figure.indicator].price if figure.indicator in site.indicators else "none"
    return "" if price == "none" else price


def _counting(figure: Figure, site: Site) -> str:
    return site.indicators[figure.indicator].counting if figure.indicator in site.indicators else ""


def _span(figure: Figure, site: Site) -> str:
    if not figure.period.known or _counting(figure, site) == "point-in-time":
        return ""
    start, end = figure.period.start, figure.period.end
    if start is None or end is None:
        return ""
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return "whole years" if whole else "parts of a year"


def _place(figure: Figure, site: Site) -> str:
    # Rates and shares of a province and of the nation are comparable; their sizes are not.
    place = site.places.get(figure.place or "")
    return place.kind if place and _measure(figure, site) in ("level", "count") else ""


def _population(figure: Figure, site: Site) -> str:
    return site.indicators[figure.indicator].population or "" if figure.indicator in site.indicators else ""


def _status(figure: Figure, site: Site) -> str:
    return {"target": "targets", "forecast": "forecasts"}.get(figure.status, "results")


TRAITS: dict[str, tuple[str, Trait]] = {
    "unit": ("different units", _unit),
    "measure": ("different measures", _measure),
    "price": ("different prices", _price),
    "counting": ("different ways of counting time", _counting),
    "period": ("different spans of time", _span),
    "place": ("places of different kind", _place),
    "population": ("different populations", _population),
    "status": ("figures of different status", _status),
}
