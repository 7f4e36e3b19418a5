"""The parts of a fact that may not change without a word: what is said, of when and where, by whom, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from build_scripts import formatting, numerals, prose
from build_scripts.difference.names import name_of
from build_scripts.edtf import Period
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.model import Change, Fact, Path, Site, Versioned

FIGURE = ("value", "low", "high", "scale", "unit", "hedge", "rank", "direction", "window")
OTHER = ("kind", "period", "place", "said_by", "status", "due")
NAMED = {"unit": "units", "place": "places", "said_by": "speakers"}
WORDS = {"said_by": "speaker", "due": "due date"}
OWN = frozenset([*((key,) for key in (*FIGURE, *OTHER)), ("verdict", "is")])
"""The fields that parts are read from."""


@dataclass(frozen=True)
class Part:
    """A part that differs; `before` and `after` are what readers see."""

    name: str
    before: str
    after: str
    path: Path
    """Where it stands in the record."""


def parts(old: Fact, new: Fact, before: Site, after: Site) -> list[Part]:
    """What differs between two editions of one fact, the figure first."""
    found = []
    differing = [key for key in FIGURE if _differs(key, old, new, before, after)]
    if differing:
        was, now = figure(old, before), figure(new, after)
        if was == now:  # five wan, and fifty thousand
            was, now = _raw(old), _raw(new)
        found.append(Part("figure", was, now, (differing[0],)))
    for key in OTHER:
        if _differs(key, old, new, before, after):
            words = _word(key, old, before), _word(key, new, after)
            found.append(Part(WORDS.get(key, key), *words, (key,)))
    was, now = verdict(old), verdict(new)
    if was != now:
        found.append(Part("verdict", was, now, ("verdict", "is")))
    return found


def fresh(old: Versioned, new: Versioned) -> list[Change]:
    """The entries of `changes` that only the newer edition has; an old one may be told in other words."""
    known = {(change.on, change.kind, change.was) for change in old.changes}
    return [change for change in new.changes if (change.on, change.kind, change.was) not in known]


def figure(fact: Fact, site: Site) -> str:
    """The figure as readers see it; nothing where the fact has none."""
    if isinstance(fact, Superlative):
        return formatting.ordinal(fact.rank)
    if not isinstance(fact, Figure):
        return ""
    return prose.figure(fact, site) if fact.unit in site.units else _raw(fact)


def verdict(fact: Fact) -> str:
    return fact.verdict.word.replace("-", " ") if fact.verdict else "no verdict"


def tells(was: str, part: Part, old: Fact, site: Site) -> bool:
    """Does the `was` of a change say what the old edition said of this part? Parts without fixed words always pass."""
    if part.name == "verdict":
        return not old.verdict or part.before in was.lower().replace("-", " ")
    if part.name == "period":
        return not old.period.known or part.before in was or old.period.text in was
    if part.name != "figure":
        return True
    if isinstance(old, Superlative):
        return any(q.value == old.rank for q in numerals.parse(was, {}))
    if not isinstance(old, Figure):
        return True
    unit = site.units.get(old.unit)
    words = (*unit.printed, unit.one, unit.many, unit.symbol) if unit else ()
    forms = {form: old.unit for form in words if form}
    value = old.low if old.value is None else old.value
    assert value is not None
    return any(q.amount.copy_abs() == numerals.scaled(value, old.scale).copy_abs() for q in numerals.parse(was, forms))


def _differs(key: str, old: Fact, new: Fact, before: Site, after: Site) -> bool:
    was, now = getattr(old, key, None), getattr(new, key, None)
    if isinstance(was, Decimal) and isinstance(now, Decimal):
        return str(was) != str(now)  # 20 and 20.0 are read differently
    # A record that only took another id is still the same unit, place or person.
    return was != now and (key not in NAMED or _word(key, old, before) != _word(key, new, after))


def _word(key: str, fact: Fact, site: Site) -> str:
    value = getattr(fact, key, None)
    if value is None:
        return "none"
    if key in NAMED:
        return name_of(site, NAMED[key], value)
    return value.words() if isinstance(value, Period) else str(value)


def _raw(fact: Fact) -> str:
    return " ".join(str(value) for key in FIGURE if (value := getattr(fact, key, None)) not in (None, "exact", "one"))
