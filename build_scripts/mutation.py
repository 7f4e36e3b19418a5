"""Do the gates catch mistakes? Alter every fact in turn and see whether a rule says what is wrong.

Each mutant is one small, valid-looking change of a record, of a text or of a finished page. Rules run on the
record and on what it touches, once as it is and once altered; what they say of the second alone is their catch.
A catch counts only if it names the record or stands in its file. Hits on the shape of a record (a key or a type
that cannot be) are counted apart. Nothing is written, and no process is started.
"""

from __future__ import annotations

import copy
import dataclasses
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from build_scripts.evidence import compare
from build_scripts.facts.figure import Figure
from build_scripts.facts.series import Series
from build_scripts.facts.superlative import Superlative
from build_scripts.model import Fact, Refers, Site, walk
from build_scripts.pipeline import check
from build_scripts.positions import plain
from build_scripts.prose import Cite, parse
from build_scripts.registry import modules

SEED = 20250206

Raw = dict[str, Any]


@dataclass(frozen=True)
class Mutant:
    """`kind` of change, on the record `id`. `carrier`: what the changed component rests on
    (printed, block, reading), or "rule" where a rule of the house should see it anyway."""

    kind: str
    id: str
    carrier: str
    raw: Raw


@dataclass(frozen=True)
class Outcome:
    mutant: Mutant
    gate: str | None
    """The rule that caught it, "shape" where the record could not be read, None where nothing did."""


# --- making mutants of a record --------------------------------------------------------------------------


def mutants(site: Site, fact: Fact, raw: Raw) -> Iterator[Mutant]:
    """Every kind of change of one record that applies to it; the same for the same seed."""
    for kind, change in CHANGES.items():
        chance = random.Random(f"{SEED} {fact.id} {kind}")
        altered = copy.deepcopy(raw)
        carrier = change(site, fact, altered, chance)
        if carrier is not None and altered != raw:
            yield Mutant(kind, fact.id, carrier, altered)


def _carrier(site: Site, fact: Fact, component: str) -> str:
    carried = compare(fact, fact.evidence[0], site).carried[component]  # type: ignore[index]
    if isinstance(fact, Figure) and fact.derived and component in ("value", "sign", "scale"):
        return "rule"  # the formula gives it
    if carried == "missing" or fact.evidence[0].how != "printed":
        return "reading"
    # Nothing printed for it: a change adds something that nothing carries, which a rule must see.
    return "rule" if carried == "none" else carried


def _value(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    if isinstance(fact, Superlative):
        raw["rank"] = str(fact.rank + chance.choice([1, 2, 3]))
        return _carrier(site, fact, "value")
    key = "low" if raw.get("value") is None else "value"
    if not isinstance(fact, Figure) or not isinstance(raw.get(key), str):
        return None
    digits = [i for i, c in enumerate(raw[key]) if c.isdigit()]
    at = chance.choice(digits)
    new = chance.choice([d for d in "123456789" if d != raw[key][at]])
    raw[key] = raw[key][:at] + new + raw[key][at + 1 :]
    return _carrier(site, fact, "value") if Decimal(raw[key]) != (fact.value or fact.low) else None


def _sign(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    if not isinstance(fact, Figure) or fact.value is None or fact.value == 0:
        return None
    raw["value"] = raw["value"].removeprefix("-") if fact.value < 0 else "-" + raw["value"]
    return _carrier(site, fact, "sign") if fact.evidence[0].how != "printed" else "rule"


def _word(key: str, words: tuple[str, ...], component: str) -> Callable[..., str | None]:
    def change(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
        if not isinstance(fact, Figure) or fact.hedge == "between":
            return None
        raw[key] = chance.choice([w for w in words if w != getattr(fact, key)])
        return _carrier(site, fact, component)

    return change


def _unit(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    if not isinstance(fact, Figure) or fact.series:
        return None
    raw["unit"] = chance.choice(sorted(u for u in site.units if u != fact.unit))
    return _carrier(site, fact, "unit")


def _period(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    year = re.search(r"\d{4}", str(raw.get("period", "")))
    if year is None:
        return None
    raw["period"] = raw["period"].replace(year[0], str(int(year[0]) + chance.choice([-1, 1])), 1)
    return _carrier(site, fact, "period")


def _place(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    if fact.place is None or fact.series:
        return None
    raw["place"] = chance.choice(sorted(p for p in site.places if p != fact.place))
    return _carrier(site, fact, "place")


def _speaker(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    if "said_by" not in raw:
        return None
    raw["said_by"] = chance.choice(sorted(s for s in site.speakers if s != fact.said_by))
    return _carrier(site, fact, "speaker")


def _paragraph(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    first = fact.evidence[0]
    blocks = [str(b.n) for b in site.sources[first.source].blocks]
    if first.at not in blocks:
        return None
    raw["evidence"][0]["at"] = chance.choice([b for b in blocks if b != first.at])
    return "rule"


def _source_lost(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    raw["evidence"][0]["source"] += "-x"
    return "rule"


def _source_swapped(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    own = fact.evidence[0].source
    raw["evidence"][0]["source"] = chance.choice(sorted(s for s in site.sources if s != own))
    return "rule" if site.sources[own].blocks else "reading"


def _printed(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    text = raw["evidence"][0]["printed"]
    digits = [i for i, c in enumerate(text) if c.isdigit()]
    if not isinstance(fact, Figure) or not digits or fact.evidence[0].how != "printed":
        return None
    at = digits[0]
    raw["evidence"][0]["printed"] = text[:at] + chance.choice([d for d in "123456789" if d != text[at]]) + text[at + 1 :]
    return _carrier(site, fact, "value")


def _support(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    verdict = raw.get("verdict") or {}
    key = next((k for k in ("for", "against") if verdict.get(k)), None)
    if key is None:
        return None
    old = verdict[key][0]
    cited = any(isinstance(p, Cite) and p.id == old for p in parse(verdict["because"]))
    verdict[key][0] = chance.choice(sorted(f for f in site.facts if f not in verdict[key]))
    # A support that the reason does not mention rests on the editor's judgement alone.
    return "rule" if cited else "reading"


def _prose(site: Site, fact: Fact, raw: Raw, chance: random.Random) -> str | None:
    """A figure typed into the statement instead of cited."""
    cites = re.findall(r"\$\{[^}]*\}", raw.get("statement", ""))
    if not cites:
        return None
    raw["statement"] = raw["statement"].replace(chance.choice(cites), str(chance.randint(2, 9999)), 1)
    return "rule"


SCALES = ("one", "thousand", "million", "billion", "trillion", "wan", "yi")
HEDGES = ("exact", "about", "over", "under", "nearly", "at-least", "at-most")

CHANGES: Mapping[str, Callable[[Site, Fact, Raw, random.Random], str | None]] = {
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
    "figure in prose": _prose,
}


# --- running the rules on what a record touches -------------------------------------------------------------


def run(site: Site, share: float = 1.0) -> Iterator[Outcome]:
    """Every mutant of every fact, or of a seeded share of the facts."""
    chance = random.Random(SEED)
    for fact in site.facts.values():
        if chance.random() >= share:
            continue
        origin = site.origins["facts", fact.id]
        raw = plain(origin.node)
        assert isinstance(raw, dict)
        for mutant in mutants(site, fact, raw):
            yield Outcome(mutant, judge(site, fact, mutant))


def judge(site: Site, fact: Fact, mutant: Mutant) -> str | None:
    """The rule that tells the mutant from the original, at the right place."""
    try:
        altered, series = _rebuilt(site, fact, mutant.raw)
    except ValidationError:
        return "shape"
    here = site.spot("facts", fact.id).path
    whole = site.series.get(fact.series or "")
    before = set(check(_around(site, fact, altered, fact, whole)))
    after = set(check(_around(site, fact, altered, altered, series)))
    for found in sorted(after - before, key=lambda d: d.order):
        if found.severity == "error" and (found.place.path == here or f'"{fact.id}"' in found.message):
            return found.code
    return None


def _rebuilt(site: Site, fact: Fact, raw: Raw) -> tuple[Fact, Series | None]:
    """The record as the loader would read it from the altered text, with its series if it is a point of one."""
    if fact.series is None:
        made = modules("facts")[fact.kind].Record.model_validate(raw)
        assert isinstance(made, Fact)
        return made, None
    series = site.series[fact.series]
    assert isinstance(series, Series)
    whole = plain(site.origins["series", series.id].node)
    index = [series.point_id(p) for p in series.points].index(fact.id)
    whole["points"][index] = {**raw, "id": fact.id}
    altered = Series.model_validate(whole)
    return altered.figures()[index], altered


def _around(site: Site, fact: Fact, altered: Fact, shown: Fact, series: Series | None) -> Site:
    """A small site: the fact as `shown`, what both versions refer to, and what is computed from it."""
    needed: dict[str, dict[str, Any]] = {
        name: {} for name in ("facts", "sources", "speakers", "places", "units", "indicators")
    }
    for version in (fact, altered):
        for _, id, mark in walk(version, Refers):
            _take(site, needed, mark.to, id)
        formula = version.derived.formula if isinstance(version, Figure) and version.derived else ""
        for text in (version.statement, version.label, formula, *([version.verdict.because] if version.verdict else [])):
            for piece in parse(text):
                if isinstance(piece, Cite):
                    _take(site, needed, "facts", piece.id)
    for other in site.facts.values():
        formula = other.derived.formula if isinstance(other, Figure) and other.derived else ""
        if f"${{{fact.id}}}" in formula or getattr(other, "of", None) == fact.id:
            needed["facts"][other.id] = other
            for piece in parse(formula):
                if isinstance(piece, Cite):
                    _take(site, needed, "facts", piece.id)
    for other in list(needed["facts"].values()):
        for _, id, mark in walk(other, Refers):
            if mark.to != "facts":
                _take(site, needed, mark.to, id)
    needed["facts"][fact.id] = shown
    article = site.config.explains
    source = site.sources[article]
    blocks = tuple(
        block.model_copy(update={"facts": tuple(f for f in block.facts if f in needed["facts"])}) for block in source.blocks
    )
    needed["sources"][article] = source.model_copy(update={"blocks": tuple(b for b in blocks if b.facts) or blocks[:1]})
    if series is not None:
        for _, id, mark in walk(series, Refers):
            _take(site, needed, mark.to, id)
    empty: dict[str, Any] = dict.fromkeys(("charts", "pages", "terms", "gaps", "retired"), {})
    held = {series.id: series} if series else {}
    return dataclasses.replace(site, allowed=(), series=held, **needed, **{**empty, "terms": _names(site)})


def _take(site: Site, needed: dict[str, dict[str, Any]], collection: str, id: str) -> None:
    if collection in needed and id in site.collection(collection):
        needed[collection].setdefault(id, site.collection(collection)[id])


def _names(site: Site) -> dict[str, Any]:
    """Terms: names with digits in a statement count only if they are registered."""
    return {id: term.model_copy(update={"facts": (), "sources": (), "definition": term.term}) for id, term in site.terms.items()}


# --- what came of it -------------------------------------------------------------------------------------------


def table(outcomes: list[Outcome]) -> list[tuple[str, str, int, int, int]]:
    """(kind of change, what it rests on, caught, total, hits on the shape), in the order of the changes."""
    total: Counter[tuple[str, str]] = Counter()
    caught: Counter[tuple[str, str]] = Counter()
    shape: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        key = (outcome.mutant.kind, "checked" if outcome.mutant.carrier in ("printed", "rule") else outcome.mutant.carrier)
        if outcome.gate == "shape":
            shape[key] += 1
            continue
        total[key] += 1
        caught[key] += outcome.gate is not None
    order = list(CHANGES)
    return [(k, c, caught[k, c], total[k, c], shape[k, c]) for k, c in sorted(total | shape, key=lambda kc: (order.index(kc[0]), kc[1]))]


def gates(outcomes: list[Outcome]) -> Counter[str]:
    """How many mutants each rule caught."""
    return Counter(o.gate for o in outcomes if o.gate not in (None, "shape"))


