"""Changes of one fact's record, as an editor's slip might make them."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from build_scripts.evidence import compare
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.model import Fact, Site
from build_scripts.mutation._kinds import SEED, Mutant, Raw, Rest
from build_scripts.prose import Cite, parse

Change = Callable[[Site, Fact, Raw, random.Random], Rest | None]
"""Alters the raw record in place; says what the changed part rests on, or None where it does not apply."""


def mutants(site: Site, fact: Fact, raw: Raw) -> Iterator[tuple[Mutant, Raw]]:
    """Every kind of change of one record that applies to it, with the altered record."""
    for kind, change in CHANGES.items():
        altered = copy.deepcopy(raw)
        rest = change(site, fact, altered, random.Random(f"{SEED} {fact.id} {kind}"))
        if rest is not None and altered != raw:
            yield Mutant(_POINT if fact.series and kind == _VALUE else kind, fact.id, rest), altered


_VALUE, _POINT = "value by a digit", "point of a series"


def _rest(site: Site, fact: Fact, component: str) -> Rest:
    carried = compare(fact, fact.evidence[0], site).carried[component]
    if isinstance(fact, Figure) and fact.derived and component in ("value", "sign", "scale"):
        return "checked"  # the formula gives it
    if carried == "missing" or fact.evidence[0].how != "printed":
        return "reading"
    # Nothing printed for it: a change adds something that nothing carries, which a rule must see.
    return "checked" if carried in ("none", "printed") else "block" if carried == "block" else "reading"


def _value(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    if isinstance(fact, Superlative):
        raw["rank"] = str(fact.rank + chance.choice([1, 2, 3]))
        return _rest(site, fact, "value")
    key = "low" if raw.get("value") is None else "value"
    if not isinstance(fact, Figure) or not isinstance(raw.get(key), str):
        return None
    digits = [i for i, c in enumerate(raw[key]) if c.isdigit()]
    at = chance.choice(digits)
    new = chance.choice([d for d in "123456789" if d != raw[key][at]])
    raw[key] = raw[key][:at] + new + raw[key][at + 1 :]
    return _rest(site, fact, "value") if Decimal(raw[key]) != (fact.value or fact.low) else None


def _sign(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    if not isinstance(fact, Figure) or fact.value is None or fact.value == 0:
        return None
    raw["value"] = raw["value"].removeprefix("-") if fact.value < 0 else "-" + raw["value"]
    return _rest(site, fact, "sign") if fact.evidence[0].how != "printed" else "checked"


def _word(key: str, words: tuple[str, ...], component: str) -> Callable[..., Rest | None]:
    def change(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
        if not isinstance(fact, Figure) or fact.hedge == "between":
            return None
        raw[key] = chance.choice([w for w in words if w != getattr(fact, key)])
        return _rest(site, fact, component)

    return change


def _unit(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    if not isinstance(fact, Figure) or fact.series:
        return None
    raw["unit"] = chance.choice(sorted(u for u in site.units if u != fact.unit))
    return _rest(site, fact, "unit")


def _period(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    year = re.search(r"\d{4}", str(raw.get("period", "")))
    if year is None:
        return None
    raw["period"] = raw["period"].replace(year[0], str(int(year[0]) + chance.choice([-1, 1])), 1)
    return _rest(site, fact, "period")


def _place(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    if fact.place is None or fact.series:
        return None
    raw["place"] = chance.choice(sorted(p for p in site.places if p != fact.place))
    return _rest(site, fact, "place")


def _speaker(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    if "said_by" not in raw:
        return None
    raw["said_by"] = chance.choice(sorted(s for s in site.speakers if s != fact.said_by))
    return _rest(site, fact, "speaker")


def _paragraph(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    first = fact.evidence[0]
    blocks = [str(b.n) for b in site.sources[first.source].blocks]
    if first.at not in blocks:
        return None
    raw["evidence"][0]["at"] = chance.choice([b for b in blocks if b != first.at])
    return "checked" if _mapped(site, fact) else "reading"


def _source_lost(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    raw["evidence"][0]["source"] += "-x"
    return "checked"


def _source_swapped(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    own = fact.evidence[0].source
    raw["evidence"][0]["source"] = chance.choice(sorted(s for s in site.sources if s != own))
    return "checked" if _mapped(site, fact) else "reading"


def _mapped(site: Site, fact: Fact) -> bool:
    """Is the fact listed with the block that it rests on? Then a rule compares the two."""
    first = fact.evidence[0]
    return any(fact.id in block.facts for block in site.sources[first.source].blocks if str(block.n) == first.at)


def _printed(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    text = raw["evidence"][0]["printed"]
    digits = [i for i, c in enumerate(text) if c.isdigit()]
    if not isinstance(fact, Figure) or not digits or fact.evidence[0].how != "printed":
        return None
    at = digits[0]
    raw["evidence"][0]["printed"] = (
        text[:at] + chance.choice([d for d in "123456789" if d != text[at]]) + text[at + 1 :]
    )
    return _rest(site, fact, "value")


def _support(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    verdict = raw.get("verdict") or {}
    key = next((k for k in ("for", "against") if verdict.get(k)), None)
    if key is None:
        return None
    old = verdict[key][0]
    cited = any(isinstance(p, Cite) and p.id == old for p in parse(verdict["because"]))
    verdict[key][0] = chance.choice(sorted(f for f in site.facts if f not in verdict[key]))
    # A support that the reason does not mention rests on the editor's judgement alone.
    return "checked" if cited else "judgement"


def _both(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    """A mistake of copying: record and quotation say the same wrong figure."""
    printed = raw["evidence"][0]["printed"]
    value = raw.get("value")
    if (
        not isinstance(fact, Figure)
        or not isinstance(value, str)
        or fact.derived
        or printed.count(value.lstrip("-")) != 1
    ):
        return None
    at = chance.choice([i for i, c in enumerate(value) if c.isdigit()])
    raw["value"] = value[:at] + chance.choice([d for d in "123456789" if d != value[at]]) + value[at + 1 :]
    raw["evidence"][0]["printed"] = printed.replace(value.lstrip("-"), raw["value"].lstrip("-"))
    return "text"


def _words(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> Rest | None:
    """The words that a reading quotes, short of their first letter."""
    readings = [reading for reading in raw["evidence"][0].get("reading", ()) if len(reading.get("words", "")) > 1]
    if not readings:
        return None
    reading = chance.choice(readings)
    reading["words"] = reading["words"][1:].strip()
    return "text"


SCALES = ("one", "thousand", "million", "billion", "trillion", "wan", "yi")
HEDGES = ("exact", "about", "over", "under", "nearly", "at-least", "at-most")

CHANGES: Mapping[str, Change] = {
    "value by a digit": _value,
    "sign": _sign,
    "scale": _word("scale", SCALES, "scale"),
    "unit": _unit,
    "hedge": _word("hedge", HEDGES, "hedge"),
    "period": _period,
    "place": _place,
    "speaker": _speaker,
    "paragraph": _paragraph,
    "source lost": _source_lost,
    "source swapped": _source_swapped,
    "printed by a digit": _printed,
    "supporting fact": _support,
    "copied wrongly": _both,
    "words of a reading": _words,
}
