"""What carries each part of a figure, worked out a second time: the table on the method page must agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from build_scripts import numerals
from build_scripts.edtf import Period, read_period
from build_scripts.facts.figure import Figure
from build_scripts.model import Site


def counts(site: Site, units: Mapping[str, Mapping[str, str]]) -> dict[frozenset[tuple[str, ...]], int]:
    """By `("component", …), ("by", …)`: how many figures have that part so carried. `units`: printed forms, by unit."""
    found: Counter[tuple[str, str]] = Counter()
    figures = [fact for fact in site.facts.values() if isinstance(fact, Figure)]
    for fact in figures:
        found.update(_carried(fact, site, units))
    parts = ("value", "sign", "scale", "unit", "hedge", "period", "place", "speaker")
    carriers = ("printed", "block", "reading", "none")
    return {frozenset([("component", p), ("by", c)]): found[p, c] for p in parts for c in carriers}


def _carried(fact: Figure, site: Site, units: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    evidence = fact.evidence[0]
    value = fact.low if fact.value is None else fact.value
    assert value is not None
    forms = dict(units[fact.unit])
    shown = next((q for q in numerals.parse(evidence.printed, forms) if q.states(value)), None)
    place = site.places.get(fact.place or "")
    says = {
        "value": True, "sign": value < 0, "scale": fact.scale != "one", "unit": True, "hedge": fact.hedge != "exact",
        "period": fact.period.known, "place": place is not None, "speaker": True,
    }  # fmt: skip
    prints = {
        "value": shown is not None,
        "sign": shown is not None and shown.signed,
        "scale": shown is not None and shown.scale_printed,
        "unit": shown is not None and shown.unit is not None,
        "hedge": shown is not None and shown.hedge is not None,
        "period": any(_within(fact.period, read_period(edtf)) for _, _, edtf in numerals.dates(evidence.printed)),
        "place": place is not None and _named(place.name, place.chinese, evidence.printed),
        "speaker": False,
    }
    follows = dict.fromkeys(("sign", "scale", "hedge"), "reading") if shown is None and fact.derived else {}
    read = follows | {reading.of: "block" if reading.words else "reading" for reading in evidence.reading}
    for part, said in says.items():
        if prints[part] and (evidence.how == "printed" or part not in read):
            yield part, "printed"
        else:
            yield part, read.get(part, "missing") if said else "none"


def _within(inner: Period, outer: Period) -> bool:
    return bool(
        inner.start
        and inner.end
        and outer.start
        and outer.end
        and outer.start <= inner.start
        and inner.end <= outer.end
    )


def _named(name: str, chinese: str | None, text: str) -> bool:
    return bool(chinese and chinese in text) or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
