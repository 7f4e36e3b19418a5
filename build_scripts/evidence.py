"""What evidence carries: the characters printed, other words of the block, or only a reading.

For each component of a figure (value, sign, scale, unit, hedge, period, place, speaker) the answer is
one of `printed` (the characters in `evidence.printed` carry it and agree), `block` (other words of the
same block, named in a reading, carry it), `reading` (it rests on a reason), `none` (there is nothing to
carry: no hedge, no scale, no sign, no place), or `missing` (nothing carries it: an error).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal
from weakref import WeakKeyDictionary

from build_scripts import numerals
from build_scripts.edtf import Period, period
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.model import COMPONENTS, Evidence, Fact, Place, Site

Carrier = Literal["printed", "block", "reading", "none", "missing"]


@dataclass(frozen=True)
class Comparison:
    """`carried`: component -> what carries it. `wrong`: (component, message) where printed disagrees.
    `idle`: components with a reading although printed carries them, or the record says nothing of them (`none`)."""

    carried: dict[str, Carrier]
    wrong: tuple[tuple[str, str], ...]
    idle: tuple[str, ...]


_compared: WeakKeyDictionary[Site, dict[tuple[int, int], tuple[Fact, Evidence, Comparison]]] = WeakKeyDictionary()
"""By the identity of fact and evidence; both are kept with the outcome, so that nothing else can get it."""


def compare(fact: Fact, evidence: Evidence, site: Site) -> Comparison:
    """Hold a fact against the characters its source prints. Several rules and pages ask; it is worked out once."""
    known = _compared.setdefault(site, {})
    key = (id(fact), id(evidence))
    if key not in known:
        known[key] = (fact, evidence, _compare(fact, evidence, site))
    return known[key][2]


def _compare(fact: Fact, evidence: Evidence, site: Site) -> Comparison:
    carried: dict[str, Carrier] = {}
    wrong: list[tuple[str, str]] = []
    if isinstance(fact, Figure):
        _figure(fact, evidence, site, carried, wrong)
    elif isinstance(fact, Superlative):
        _rank(fact, evidence, carried, wrong)
    _period(fact, evidence, carried, wrong)
    place = site.places.get(fact.place or "")
    if place is not None:
        carried["place"] = "printed" if _named(place, evidence.printed) else "missing"
    carried["speaker"] = "missing"
    idle = []
    for reading in evidence.reading:
        if (carried.get(reading.of) == "printed" and evidence.how == "printed") or _unsaid(fact, reading.of):
            idle.append(reading.of)
        else:
            carried[reading.of] = "block" if reading.words else "reading"
    return Comparison({c: carried.get(c, "none") for c in COMPONENTS}, tuple(wrong), tuple(idle))


def _unsaid(fact: Fact, component: str) -> bool:
    """Whether the record says nothing of a component, so that there is nothing to read."""
    if component == "period":
        return not fact.period.known
    if component == "place":
        return fact.place is None
    if isinstance(fact, Figure):
        value = fact.low if fact.value is None else fact.value
        held = {"sign": value is not None and value < 0, "scale": fact.scale != "one", "hedge": fact.hedge != "exact"}
    else:
        held = dict.fromkeys(("sign", "scale", "unit"), False) | {"hedge": getattr(fact, "one_of", False)}
    return not held.get(component, True)


def disagrees(fact: Fact, site: Site) -> bool:
    """Whether its source prints something else, or its id is taken: what follows from it is wrong for that reason."""
    return fact.id in site.broken or any(compare(fact, evidence, site).wrong for evidence in fact.evidence)


def names_other_place(fact: Fact, evidence: Evidence, site: Site) -> str | None:
    """The id of a place that `printed` names, where the record has another one and no reading says why."""
    if fact.place is None or compare(fact, evidence, site).carried["place"] != "missing":
        return None
    return next((id for id, place in site.places.items() if _named(place, evidence.printed)), None)


def _named(place: Place, printed: str) -> bool:
    if place.chinese and place.chinese in printed:
        return True
    if place.name not in printed:
        return False
    return re.search(rf"(?<!\w){re.escape(place.name)}(?!\w)", printed) is not None


@lru_cache(maxsize=256)
def _printed_units(site: Site, own: str) -> dict[str, str]:
    """Every printed form -> unit; the figure's own unit wins where units share a form."""
    forms = {form: id for id, unit in site.units.items() for form in (*unit.printed, unit.one, unit.many)}
    if own in site.units:
        unit = site.units[own]
        forms |= dict.fromkeys((*unit.printed, unit.one, unit.many), own)
    return forms


def _figure(
    fact: Figure, evidence: Evidence, site: Site, carried: dict[str, Carrier], wrong: list[tuple[str, str]]
) -> None:
    found = numerals.parse(evidence.printed, _printed_units(site, fact.unit))
    value = fact.low if fact.value is None else fact.value
    assert value is not None
    whole = site.facts.get(fact.of) if fact.of else None
    rest = [q for q in found if not _same(q, value)]
    mine = next((q for q in found if _same(q, value)), None)
    if isinstance(whole, Figure) and whole.value is not None and whole.unit == fact.unit:
        rest = [q for q in rest if not _same(q, whole.value)]
        rest = rest if _prints_value(whole, whole.value, site) else []
    elif fact.of:
        rest = []  # that the whole is missing or does not fit is told elsewhere
    if mine is None and evidence.how != "printed":
        carried |= {"value": "missing", "unit": "missing"}
        # Sign, scale and hedge of a derived figure follow from its working, which a rule of its own goes through.
        follows: Carrier = "reading" if fact.derived else "missing"
        carried |= {c: follows for c in ("sign", "scale", "hedge") if not _unsaid(fact, c)}
        return
    if mine is None:
        shown = ", ".join(str(q.value) for q in found)
        message = f'the record says {value}, the source prints "{evidence.printed}" ({shown or "no number"})'
        wrong.append(("value", message))
        return
    for q in rest:
        wrong.append(("value", f"the source prints a second number, {q.text.strip()}, that the record does not hold"))
    carried["value"] = "printed"
    _range(fact, mine, wrong)
    _sign(value, mine, carried, wrong)
    _scale(fact, mine, carried, wrong)
    if fact.unit in site.units:
        _unit(fact, mine, carried, wrong)
    _hedge(fact, mine, carried, wrong)


def _same(q: numerals.Quantity, value: Decimal) -> bool:
    # The sign is a component of its own: many sources print a fall without a minus.
    return q.states(value)


def _prints_value(fact: Figure, value: Decimal, site: Site) -> bool:
    units = _printed_units(site, fact)
    return any(_same(q, value) for evidence in fact.evidence for q in numerals.parse(evidence.printed, units))


def _range(fact: Figure, q: numerals.Quantity, wrong: list[tuple[str, str]]) -> None:
    if q.high is not None and fact.hedge != "between":
        wrong.append(("value", f"the source prints a range up to {q.high}; use hedge between with low and high"))
    elif fact.high is not None and q.high != fact.high:
        shown = "none" if q.high is None else q.high
        wrong.append(("high", f"the record's upper end is {fact.high}, the source prints {shown}"))


def _sign(value: Decimal, q: numerals.Quantity, carried: dict[str, Carrier], wrong: list[tuple[str, str]]) -> None:
    negative = value < 0
    if q.signed:
        carried["sign"] = "printed"
        if (q.value < 0) != negative:
            wrong.append(("value", f'the record says {value}, the source prints "{q.text.strip()}"'))
    elif negative:
        carried["sign"] = "missing"


def _scale(fact: Figure, q: numerals.Quantity, carried: dict[str, Carrier], wrong: list[tuple[str, str]]) -> None:
    if q.scale_printed:
        carried["scale"] = "printed"
        if q.scale != fact.scale:
            wrong.append(("scale", f"the record's scale is {fact.scale}, the source prints {q.scale}"))
    elif fact.scale != "one":
        carried["scale"] = "missing"


def _unit(fact: Figure, q: numerals.Quantity, carried: dict[str, Carrier], wrong: list[tuple[str, str]]) -> None:
    if q.unit is None:
        carried["unit"] = "missing"
        return
    carried["unit"] = "printed"
    if q.unit != fact.unit:
        wrong.append(("unit", f"the record's unit is {fact.unit}, the source prints {q.unit}"))


def _hedge(fact: Figure, q: numerals.Quantity, carried: dict[str, Carrier], wrong: list[tuple[str, str]]) -> None:
    if q.hedge is not None:
        carried["hedge"] = "printed"
        if q.hedge not in (fact.hedge, "between"):  # a range is told of with its value
            wrong.append(("hedge", f"the record's hedge is {fact.hedge}, the source prints {q.hedge}"))
    elif fact.hedge != "exact":
        carried["hedge"] = "missing"


def _rank(fact: Superlative, evidence: Evidence, carried: dict[str, Carrier], wrong: list[tuple[str, str]]) -> None:
    ranks = [q for q in numerals.parse(evidence.printed, {}) if q.ordinal]
    if ranks:
        carried["value"] = "printed"
        if all(q.value != fact.rank for q in ranks):
            wrong.append(("rank", f'the record says rank {fact.rank}, the source prints "{evidence.printed}"'))
    elif fact.rank != 1:
        carried["value"] = "missing"


def _period(fact: Fact, evidence: Evidence, carried: dict[str, Carrier], wrong: list[tuple[str, str]]) -> None:
    if not fact.period.known:
        return
    carried["period"] = "missing"
    printed = [period(edtf) for _, _, edtf in numerals.dates(evidence.printed)]
    if any(_contains(date, fact.period) for date in printed):
        carried["period"] = "printed"
    elif printed and fact.period.start and fact.period.end and not any(d.years & fact.period.years for d in printed):
        wrong.append(("period", f'the record\'s period is {fact.period.text}, the source prints "{evidence.printed}"'))


def _contains(outer: Period, inner: Period) -> bool:
    return bool(
        outer.start and outer.end and inner.start and inner.end
        and outer.start <= inner.start and inner.end <= outer.end
    )  # fmt: skip
