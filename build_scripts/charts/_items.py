"""Facts -> items that can be drawn: a name, a length, the figure as it is shown, and what a listener hears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import model_validator

from build_scripts import formatting, prose
from build_scripts.charts._axis import Units
from build_scripts.charts._theme import ACCENT, GREY
from build_scripts.facts.figure import Figure
from build_scripts.model import Fact, FactId, Line, Model, Refers, Site
from build_scripts.numerals import scaled

SeriesId = Annotated[str, Refers("series")]
By = Literal["auto", "label", "place", "period", "speaker", "place-period"]


class Entry(Model):
    """One figure of a chart, or every point of a series."""

    fact: FactId | None = None
    series: SeriesId | None = None
    label: Line | None = None
    """Its name in this chart, where the one made from its place or period will not do."""
    note: Line | None = None
    """A few words after its figure."""

    @model_validator(mode="after")
    def one_of_both(self) -> Entry:
        if (self.fact is None) == (self.series is None):
            raise ValueError("an entry names either a fact or a series")
        if self.series and self.label:
            raise ValueError("the points of a series are named by their periods: no label is needed")
        return self


@dataclass(frozen=True)
class Item:
    """`amount`, `low` and `high` are lengths in the unit's base; `shown` is the figure as the chart prints it."""

    fact: str
    name: str
    shown: str
    spoken: str
    amount: float
    low: float | None = None
    high: float | None = None
    main: bool = False
    intended: bool = False
    """A target or a forecast: never drawn like a result."""
    note: str = ""

    @property
    def colour(self) -> str:
        return ACCENT if self.main else GREY

    @property
    def mark(self) -> str:
        """For the mark: its words and its record."""
        return f"{self.spoken} [fact {self.fact}]"

    @property
    def tag(self) -> str:
        """For a text that shows the figure."""
        return f"[fact {self.fact}]"

    @property
    def name_tag(self) -> str:
        """For a text that shows the name: a period in it belongs to the fact."""
        return f"[fact {self.fact}] [date]" if re.search(r"\d", self.name) else ""


def under(heading: str, item: Item) -> Item:
    """The same item, heard with the heading that it stands under, unless that has a year which is not the item's."""
    foreign = [year for year in re.findall(r"\d+", heading) if year not in item.spoken]
    if not heading or heading in item.spoken or foreign:
        return item
    return replace(item, spoken=f"{heading}, {item.spoken}")


def length(value: Decimal, scale: str) -> float:
    """For geometry only; what is printed stays a Decimal."""
    return float(scaled(value, scale))


def expand(entries: Iterable[Entry], site: Site) -> Iterator[tuple[Figure, Entry]]:
    """Each figure with the entry that names it; a series gives its points in order of time."""
    for entry in entries:
        if entry.fact is not None:
            yield figure(entry.fact, site), entry
        else:
            for point in points(str(entry.series), site):
                yield point, entry


def figure(id: str, site: Site) -> Figure:
    fact = site.facts[id]
    if not isinstance(fact, Figure):
        raise ValueError(f'"{id}" is a fact of the kind {fact.kind}: it has no figure to draw')
    return fact


def points(series: str, site: Site) -> list[Figure]:
    own = [fact for fact in site.facts.values() if fact.series == series]
    return sorted((f for f in own if isinstance(f, Figure)), key=lambda f: (str(f.period.start), f.period.text))


def items(pairs: Sequence[tuple[Figure, Entry]], site: Site, by: By = "auto") -> list[Item]:
    """Items with names that tell them apart."""
    auto = iter(named([fact for fact, entry in pairs if not entry.label], site, by))
    made = []
    for fact, entry in pairs:
        name = prose.plain(entry.label, site) if entry.label else next(auto)
        made.append(item(fact, site, name, prose.plain(entry.note, site) if entry.note else ""))
    return made


def item(fact: Figure, site: Site, name: str, note: str = "") -> Item:
    when = fact.period.words()
    heard = name if when in name or not fact.period.known else f"{name}, {when}"
    low = fact.value if fact.value is not None else fact.low
    high = fact.value if fact.value is not None else fact.high
    assert low is not None
    assert high is not None
    ends = (length(low, fact.scale), length(high, fact.scale))
    return Item(
        fact=fact.id, name=name, shown=prose.figure(fact, site, ("number",)), note=note,
        spoken=f"{heard}: {prose.figure(fact, site)}" + (" (target)" if fact.status == "target" else ""),
        amount=sum(ends) / 2, low=ends[0] if fact.value is None else None, high=ends[1] if fact.value is None else None,
        main=is_main(fact, site), intended=fact.status in ("target", "forecast"),
    )  # fmt: skip


def magnitude(fact: Figure) -> str:
    """The magnitude word with which the figure is printed here: "billion", or nothing."""
    value = fact.value if fact.value is not None else fact.high
    assert value is not None
    return formatting.number(value, fact.scale)[1]


def common_scale(facts: Sequence[Figure]) -> str:
    words = {magnitude(fact) for fact in facts}
    return words.pop() if len(words) == 1 else ""


def tick_units(facts: Sequence[Figure], site: Site) -> Units:
    """How the axis of these figures is labelled: in their magnitude, with the symbol of the unit they share."""
    units = {fact.unit for fact in facts}
    symbol = site.units[units.pop()].symbol or "" if len(units) == 1 else ""
    return Units(common_scale(facts), symbol)


def is_main(fact: Fact, site: Site) -> bool:
    """Whether it is about the site's main place, or a place inside it."""
    place, seen = fact.place, set()
    while place and place not in seen:
        if place == site.config.main_place:
            return True
        seen.add(place)
        place = site.places[place].part_of if place in site.places else None
    return False


def named(facts: Sequence[Figure], site: Site, by: By) -> list[str]:
    """A name for each: what tells it from the others. Falls back to the facts' own labels."""
    if by == "auto":
        by = _telling(facts)
    names = [_name(fact, site, by) for fact in facts]
    return names if len(set(names)) == len(names) else [prose.plain(f.label, site, f) for f in facts]


def _telling(facts: Sequence[Figure]) -> By:
    places, periods = {f.place for f in facts}, {f.period.text for f in facts}
    if len({f.indicator for f in facts}) > 1 or len(facts) == 1:
        return "label"
    if len(places) > 1:
        return "place-period" if len(periods) > 1 else "place"
    return "period" if len(periods) > 1 else "speaker"


def _name(fact: Figure, site: Site, by: By) -> str:
    place = site.places[fact.place].name if fact.place else prose.plain(fact.label, site, fact)
    if by == "place":
        return place
    if by == "period":
        words = fact.period.words()
        return words[:1].upper() + words[1:]
    if by == "place-period":
        return f"{place}, {fact.period.words()}"
    if by == "speaker":
        return site.speakers[fact.said_by].name
    return prose.plain(fact.label, site, fact)


def unit_words(facts: Sequence[Figure], site: Site) -> str:
    """What the figures of a table count, for its header: "percent", "crowns", or nothing if they differ."""
    units = {fact.unit for fact in facts}
    return site.units[units.pop()].many if len(units) == 1 else ""


def sources(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for fact in facts for source in fact.sources))
