"""What pages work out from several records, worked out a second time: gaps, independent origins, whose figures."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from build_scripts import numerals
from build_scripts.facts.figure import Figure
from build_scripts.model import Fact, Site

_POINTS = {"percentage point": "points of a gap", "percentage points": "points of a gap"}
_PERCENT = {"percent": "percent of a gap"}


def gap(text: str, attributes: Mapping[str, str], site: Site, units: Mapping[str, Mapping[str, str]]) -> str | None:
    """None if `text` says how far the figures of the two facts in `data-gap` lie apart.

    With `data-as="percent"`, in percent of the smaller one, rounded half up to one decimal.
    """
    two = [site.facts.get(id) for id in attributes["data-gap"].split()]
    if len(two) != 2 or not all(isinstance(fact, Figure) and fact.value is not None for fact in two):
        return "a gap names two facts that have a figure each"
    one, other = (fact for fact in two if isinstance(fact, Figure))
    if one.unit != other.unit:
        return f'"{one.id}" and "{other.id}" have different units'
    low, high = sorted(Fraction(f.value or 0) * Fraction(numerals.SCALES[f.scale]) for f in (one, other))
    due, unit = high - low, one.unit
    forms = dict(units[unit])
    if attributes.get("data-as") == "percent":
        if low <= 0:
            return "a share of what is not above zero means nothing"
        due, unit, forms = Fraction(int(due * 1000 / low + Fraction(1, 2)), 10), "percent of a gap", dict(_PERCENT)
    elif site.units[unit].one in ("percent", "per cent", "%"):
        unit, forms = "points of a gap", dict(_POINTS)
    found = numerals.parse(text, forms)
    if len(found) != 1:
        return "a gap is one number"
    shown = found[0]
    if Fraction(shown.value) * Fraction(numerals.SCALES[shown.scale]) != due or shown.unit != unit:
        return f'it shows {shown.text.strip()}, "{one.id}" and "{other.id}" lie {float(due):g} apart'
    rough = one.hedge != "exact" or other.hedge != "exact"
    if (shown.hedge or "exact") != ("about" if rough else "exact"):
        return "its hedge is not the weaker of the two"
    value = attributes.get("value", "")
    return None if value and Fraction(Decimal(value)) == due else f"value is {value}, it shows {shown.text.strip()}"


def operand(text: str, id: str, site: Site) -> str | None:
    """None if `text` is a number that stands in the formula of the fact."""
    fact = site.facts.get(id)
    formula = fact.derived.formula if isinstance(fact, Figure) and fact.derived else ""
    typed = re.findall(r"\d+(?:\.\d+)?", re.sub(r"\$\{[^}]*\}", " ", formula))
    return None if text.strip() in typed else f'the formula of "{id}" holds no {text.strip()}'


# --- independence -----------------------------------------------------------------------------------------


def origins(site: Site, id: str) -> tuple[int, bool]:
    """How many independent camps stand behind a fact or its verdict; is there a source of which it is not known?"""
    fact = site.facts[id]
    facts = [site.facts[other] for other in fact.verdict.supporting] if fact.verdict else [fact]
    own = set().union(*(_names(site, fact, e.source) for e in fact.evidence)) if fact.verdict else set()
    camps: list[set[str]] = []
    unknown = False
    for witness in facts:
        for evidence in witness.evidence:
            if any(site.sources[s].independence == "unknown" for s in _line(site, evidence.source, ())):
                unknown = True
                continue
            names = _names(site, witness, evidence.source)
            for camp in [camp for camp in camps if camp & names]:
                names |= camp
                camps.remove(camp)
            camps.append(names)
    return sum(not camp & own for camp in camps), unknown


def rests(site: Site, fact: Fact) -> str:
    """The word by which facts are counted."""
    number, unknown = origins(site, fact.id)
    return ("unknown" if unknown else "alone") if number == 0 else "one" if number == 1 else "several"


def _line(site: Site, source: str, below: tuple[str, ...]) -> set[str]:
    """The source and all that it derives from."""
    above = [s for s in site.sources[source].derives_from if s not in below]
    return {source}.union(*(_line(site, s, (*below, source)) for s in above))


def _names(site: Site, fact: Fact, source: str) -> set[str]:
    speaker = site.speakers[fact.said_by]
    said = set() if speaker.category == "editors" else {speaker.organisation or speaker.name}
    return said | {site.sources[s].publisher for s in _line(site, source, ())}


# --- whose figures a page shows -----------------------------------------------------------------------------


def shown(key: str, ids: Collection[str], site: Site) -> int:
    """How many of the facts are figures; `shown,voice=press`: and whose."""
    _, _, voice = key.partition(",voice=")
    voices = _speaking(site)
    return sum(id in voices and voice in ("", voices[id]) for id in ids)


@lru_cache(maxsize=1)
def _speaking(site: Site) -> dict[str, str]:
    """Whose each figure on record is."""
    return {id: _voice(fact, site) for id, fact in site.facts.items() if isinstance(fact, Figure)}


def _voice(figure: Figure, site: Site) -> str:
    formula = figure.derived.formula.strip() if figure.derived else ""
    if formula and not re.fullmatch(r"\$\{[a-z0-9-]+\}", formula):
        return "editors"
    return site.speakers[figure.said_by].category
