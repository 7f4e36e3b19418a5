"""A small site of its own for chart tests: an invented country, held in code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from build_scripts import model
from build_scripts.facts.figure import Figure
from build_scripts.facts.series import Series
from build_scripts.model import Fact, Site
from build_scripts.registry import modules

_EVIDENCE = [{"source": "yearbook", "printed": "x"}]


def figure(id: str, value: str | None, **more: Any) -> dict[str, Any]:
    return {
        "kind": "figure", "id": id, "label": "Ferry trips", "statement": "Ferries made ${this}.", "value": value,
        "unit": "trips", "indicator": "ferry-trips", "period": "2023", "place": "norland", "said_by": "statistics",
        "evidence": _EVIDENCE, **more,
    }  # fmt: skip


FACTS: list[dict[str, Any]] = [
    figure("trips-norland", "11.3", scale="million"),
    figure("trips-sudland", "8.9", scale="million", place="sudland", hedge="about"),
    figure("trips-norland-2024", "12.1", scale="million", period="2024"),
    figure("trips-norland-goal", "14", scale="million", period="2025", status="target", hedge="at-least"),
    figure("ports-open", "40", unit="ports", indicator="ports", of="ports-all", label="Ports with a ferry",
           verdict={"is": "qualified", "because": "One port closed later.", "for": [], "against": []}),
    figure("ports-all", "41", unit="ports", indicator="ports", label="Ports"),
    figure("share-cars", "62", unit="percent", indicator="share-of-trips", label="Cars"),
    figure("share-freight", "27.5", unit="percent", indicator="share-of-trips", label="Freight"),
    figure("share-foot", "4", unit="percent", indicator="share-of-trips", label="Foot passengers"),
    figure("growth-norland", "-2.5", unit="percent", indicator="growth"),
    figure("growth-sudland", "3.1", unit="percent", indicator="growth", place="sudland"),
    figure("cost-range", None, low="3.2", high="4.5", hedge="between", unit="crowns", indicator="cost", scale="billion"),
    figure("cost-said", "5", unit="crowns", indicator="cost", scale="billion",
           verdict={"is": "contradicted", "because": "The record is lower.", "for": [], "against": ["cost-range"]}),
]  # fmt: skip

SERIES: list[dict[str, Any]] = [
    {
        "kind": "series", "id": "trips-growth-nor", "label": "Growth of trips", "statement": "Trips changed by ${this} ${this|when}.",
        "place": "norland", "unit": "percent", "indicator": "growth", "said_by": "statistics",
        "caution": "Counts before the break include rafts.",
        "points": [{"period": str(y), "value": v, "evidence": _EVIDENCE} for y, v in
                   ((2016, "5.8"), (2017, "3.0"), (2018, "-2.5"), (2019, "4.2"), (2021, "5.7"), (2022, "2.1"), (2023, "5.3"))],
        "missing": [{"period": "2020", "why": "No count was made."}],
        "breaks": [{"after": "2017", "why": "Rafts are no longer counted."}],
    },
    {
        "kind": "series", "id": "trips-growth-sud", "label": "Growth of trips", "statement": "Trips changed by ${this} ${this|when}.",
        "place": "sudland", "unit": "percent", "indicator": "growth", "said_by": "statistics",
        "points": [{"period": str(y), "value": v, "evidence": _EVIDENCE} for y, v in
                   ((2016, "7.3"), (2017, "6.9"), (2018, "6.7"), (2019, "6.9"), (2020, "2.2"), (2021, "8.4"), (2022, "3.0"), (2023, "5.2"))],
    },
]  # fmt: skip

PLACES = [
    {"id": "norland", "name": "Norland", "kind": "province", "lat": "60.5", "lon": "10.5"},
    {"id": "sudland", "name": "Sudland", "kind": "province", "lat": "58.2", "lon": "11.4"},
    {"id": "norhavn", "name": "Norhavn", "chinese": "北港", "kind": "city", "part_of": "norland", "lat": "60.9", "lon": "10.1"},
]
UNITS = [
    {"id": "percent", "one": "percent", "many": "percent", "symbol": "%"},
    {"id": "trips", "one": "trip", "many": "trips"},
    {"id": "ports", "one": "port", "many": "ports"},
    {"id": "crowns", "one": "crown", "many": "crowns"},
]
INDICATORS = [
    {"id": "ferry-trips", "label": "Ferry trips", "unit": "trips", "measure": "level"},
    {"id": "ports", "label": "Ports", "unit": "ports", "measure": "count", "counting": "point-in-time"},
    {"id": "share-of-trips", "label": "Share of trips", "unit": "percent", "measure": "share"},
    {"id": "growth", "label": "Growth of trips", "unit": "percent", "measure": "growth"},
    {"id": "cost", "label": "Cost of the bridge", "unit": "crowns", "measure": "level", "price": "nominal"},
]
SOURCE = {
    "id": "yearbook", "title": "Yearbook of Norland", "publisher": "Statistics Norland", "date": "2024-05", "kind": "official",
    "language": "en", "url": "https://example.org/yearbook",
    "blocks": [{"n": "1", "label": "All", "words": "9", "sha256": "0", "facts": ["ports-open", "cost-said"]}],
}  # fmt: skip
SPEAKER = {"id": "statistics", "name": "Statistics Norland", "category": "statistics"}
CONFIG = {
    "name": "The Norland Ledger", "question": "Do ferries run?", "description": "Ferries.", "address": "https://example.org/",
    "repository": "https://example.org/code", "edit": "https://example.org/edit/", "contact": "mailto:desk@example.org",
    "licence": "CC BY 4.0", "licence_url": "https://example.org/licence", "disclaimer": "A test.", "explains": "yearbook",
    "home": "home", "chapters": ["home"], "main_place": "norland", "other_language": "zh-Hans",
    "review": {"on": "2025-01-01", "by": "Tester"},
}  # fmt: skip


def build(facts: list[dict[str, Any]] | None = None, charts: list[dict[str, Any]] | None = None, **more: Any) -> Site:
    """The invented site; `facts` and `charts` are added to what it holds, `more` replaces whole collections."""
    made: dict[str, Fact] = {}
    for raw in [*FACTS, *(facts or [])]:
        fact = modules("facts")[raw["kind"]].Record.model_validate(raw)
        made[fact.id] = fact
    series = {raw["id"]: Series.model_validate(raw) for raw in SERIES}
    for one in series.values():
        made |= {point.id: point for point in one.figures()}
    drawn = {raw["id"]: modules("charts")[raw["kind"]].Record.model_validate(raw) for raw in charts or []}
    parts: dict[str, Any] = {
        "facts": made, "series": series, "charts": drawn, "pages": {}, "terms": {}, "gaps": {}, "retired": {}, "allowed": (),
        "places": {p["id"]: model.Place.model_validate(p) for p in PLACES},
        "units": {u["id"]: model.Unit.model_validate(u) for u in UNITS},
        "indicators": {i["id"]: model.Indicator.model_validate(i) for i in INDICATORS},
        "sources": {SOURCE["id"]: model.Source.model_validate(SOURCE)},
        "speakers": {SPEAKER["id"]: model.Speaker.model_validate(SPEAKER)},
        "config": model.SiteConfig.model_validate(CONFIG), "today": date(2025, 1, 1),
    }  # fmt: skip
    return Site(**{**parts, **more})


def chart(kind: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "id": f"test-{kind}", "title": "A finding", "subtitle": "Ferry trips, millions", "alt": "A pattern.", **more}


@pytest.fixture(scope="session")
def site() -> Site:
    return build()


@pytest.fixture(scope="session")
def spec() -> Callable[..., Any]:
    """Reads a chart's YAML fields: `spec("bar", rows=[{"fact": "trips-norland"}])`."""
    return lambda kind, **more: modules("charts")[kind].Record.model_validate(chart(kind, **more))


__all__ = ["FACTS", "Figure", "build", "chart", "figure"]
