"""Series -> traces: points in time, in parts that may be joined, with gaps and breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts import prose
from build_scripts.charts._axis import moment, short
from build_scripts.charts._figure import Table, TableRow
from build_scripts.charts._items import Item, item, points, unit_words
from build_scripts.charts._theme import ACCENT, GREY, MUTE, SERIES
from build_scripts.charts._words import capital, literal, source_links
from build_scripts.facts.figure import Figure
from build_scripts.facts.series import Series
from build_scripts.model import Site


@dataclass(frozen=True)
class Point:
    """`part` counts up where the line must not be drawn through; `edge` is a point beside such a place."""

    at: float
    item: Item
    part: int
    edge: bool = False


@dataclass(frozen=True)
class Trace:
    series: str
    name: str
    colour: str
    main: bool
    points: tuple[Point, ...]
    gaps: tuple[tuple[float, float, str], ...] = ()
    """From, to, and the periods without a figure."""
    breaks: tuple[tuple[float, str], ...] = ()
    """Where the definition changes, and since when as words."""

    @property
    def ink(self) -> str:
        """For its label: grey shapes have muted words, because grey is too pale for text."""
        return MUTE if self.colour == GREY else self.colour

    @property
    def parts(self) -> list[list[Point]]:
        found: dict[int, list[Point]] = {}
        for point in self.points:
            found.setdefault(point.part, []).append(point)
        return list(found.values())


def traces(ids: Sequence[str], names: Sequence[str | None], site: Site) -> list[Trace]:
    """One for each series. A name is the place's, or the series' label where places do not tell them apart."""
    own = [points(id, site) for id in ids]
    yearly = is_yearly([p for line in own for p in line])
    given = [name or auto for name, auto in zip(names, _names(ids, site), strict=True)]
    colours = _colours([bool(line) and item(line[0], site, "").main for line in own])
    return [
        _trace(site.series[id], line, name, colour, site, yearly)
        for id, line, name, colour in zip(ids, own, given, colours, strict=True)
    ]


def is_yearly(facts: Sequence[Figure]) -> bool:
    return all(fact.period.is_year for fact in facts)


def _names(ids: Sequence[str], site: Site) -> list[str]:
    series = [site.series[id] for id in ids]
    if len({s.place for s in series}) == len(series) and all(s.place in site.places for s in series):
        return [site.places[s.place].name for s in series]
    return [prose.plain(s.label, site) for s in series]


def _colours(mains: Sequence[bool]) -> list[str]:
    """The accent for the first series of the main place, grey for the first comparison, then the palette."""
    accents, greys = iter([ACCENT, *SERIES[1:]]), iter([GREY, *SERIES[1:]])
    used: set[str] = set()
    made = []
    for main in mains:
        colour = next(c for c in (accents if main else greys) if c not in used)
        used.add(colour)
        made.append(colour)
    return made


def _trace(series: Series, line: Sequence[Figure], name: str, colour: str, site: Site, yearly: bool) -> Trace:
    at = [moment(fact.period, yearly) for fact in line]
    missing = [(moment(m.period, yearly), m.period.words()) for m in series.missing if m.period.known]
    after = [moment(b.after, yearly) for b in series.breaks]
    part, made, gaps, breaks = 0, [], [], []
    cut: set[int] = set()
    for n, fact in enumerate(line):
        if n:
            lost = [words for when, words in missing if at[n - 1] < when < at[n]]
            # A year that nobody lists as missing is missing all the same.
            lost = lost or (["years between"] if yearly and at[n] - at[n - 1] > 1 else [])
            broken = [when for when in after if at[n - 1] <= when < at[n]]
            if lost:
                gaps.append((at[n - 1], at[n], ", ".join(lost)))
            if broken:
                breaks.append(((at[n - 1] + at[n]) / 2, fact.period.words()))
            if lost or broken:
                part += 1
                cut |= {n - 1, n}
        made.append(Point(at[n], item(fact, site, name), part))
    dots = tuple(Point(p.at, p.item, p.part, n in cut) for n, p in enumerate(made))
    main = bool(dots) and dots[0].item.main
    return Trace(series.id, name, colour, main, dots, tuple(gaps), tuple(breaks))


def cautions(ids: Sequence[str], names: Sequence[str], site: Site) -> tuple[str, ...]:
    """Prose for the reader of the chart: what each series warns of, its gaps and its breaks."""
    made = []
    for id, name in zip(ids, names, strict=True):
        series = site.series[id]
        made += [series.caution] if series.caution else []
        made += [f"{literal(name)}, no figure for {m.period.words()}: {m.why}" for m in series.missing]
        made += [f"{literal(name)}, break after {b.after.words()}: {b.why}" for b in series.breaks]
    return tuple(dict.fromkeys(made))


def table(found: Sequence[Trace], site: Site) -> Table:
    """A row for each period, a column for each series; a cell without a figure says so."""
    facts = {p.item.fact: site.facts[p.item.fact] for t in found for p in t.points}
    unit = unit_words([f for f in facts.values() if isinstance(f, Figure)], site)
    when = sorted(
        {p.at for t in found for p in t.points} | {round(g[0]) + 1.0 for t in found for g in t.gaps if g[0] % 1 == 0}
    )
    form = "|number" if unit else ""
    rows = []
    for at in when:
        here = [next((p for p in t.points if p.at == at), None) for t in found]
        first = next((p for p in here if p), None)
        period = short(facts[first.item.fact].period) if first else f"{at:.0f}"
        cells = [f"${{{p.item.fact}{form}}}" if p else "no figure" for p in here]
        ids = [p.item.fact for p in here if p]
        links = "; ".join(dict.fromkeys(s for i in ids for s in source_links(facts[i], site).split("; ")))
        rows.append(TableRow((period, *cells, links), fact=ids[0] if len(ids) == 1 else None))
    suffix = f", {unit}" if unit else ""
    return Table(("Period", *(capital(literal(t.name)) + suffix for t in found), "Source"), tuple(rows))


def described(found: Sequence[Trace]) -> str:
    """Range, latest and direction of each series, as prose."""
    said = []
    for trace in found:
        values = [p.item for p in trace.points]
        top, low = max(values, key=lambda i: i.amount), min(values, key=lambda i: i.amount)
        first, last = values[0], values[-1]
        way = (
            "higher than"
            if last.amount > first.amount
            else "lower than"
            if last.amount < first.amount
            else "the same as"
        )
        gaps = f"; no figure for {'; '.join(g[2] for g in trace.gaps)}" if trace.gaps else ""
        said.append(
            f"{literal(trace.name)}: from {_dated(first)} to {_dated(last)}, {way} at the beginning; "
            f"highest {_dated(top)}, lowest {_dated(low)}{gaps}."
        )
    return " ".join(said)


def _dated(item: Item) -> str:
    return f"${{{item.fact}}} (${{{item.fact}|when}})"
