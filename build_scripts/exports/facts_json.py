"""`facts.json`: every fact with its evidence and changes, and the series. One record a line, for comparing versions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from build_scripts import prose
from build_scripts.artifact import Artifact
from build_scripts.exports._facts import record

if TYPE_CHECKING:
    from build_scripts.pages._view import View

PATH = "facts.json"


def export(view: View) -> Iterator[Artifact]:
    config = view.site.config
    description, keys = prose.traced(config.description, view.site)
    head = {
        "name": config.name,
        "description": description,
        "page": view.address("index.html"),
        "licence": config.licence,
        "licence_url": config.licence_url,
    }
    facts = [record(fact, view) for fact in view.site.facts.values()]
    series = [_series(found, view) for found in view.site.series.values()]
    lines = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    lines += [f'"facts": {_list(facts)}', f'"series": {_list(series)}']
    yield Artifact(PATH, "{\n" + ",\n".join(lines) + "\n}\n", traces={"data": keys} if keys else {})


def _series(series: Any, view: View) -> dict[str, Any]:
    """A series without its points' own records, which stand among the facts."""
    site = view.site
    points = view.points[series.id]

    def plain(text: str) -> str:
        return prose.plain(text, site, points[0])

    told: dict[str, Any] = {
        "id": series.id,
        "label": plain(series.label),
        "place": series.place,
        "unit": series.unit,
        "indicator": series.indicator,
        "said_by": series.said_by,
        "caution": plain(series.caution) if series.caution else None,
        "points": [point.id for point in points],
        "missing": [{"period": gap.period.text, "why": plain(gap.why)} for gap in series.missing],
        "breaks": [{"after": change.after.text, "why": plain(change.why)} for change in series.breaks],
        "page": view.address(view.path("series", series.id)),
    }
    return {name: value for name, value in told.items() if value}


def _list(records: Iterable[Any]) -> str:
    return "[\n" + ",\n".join(map(_json, records)) + "\n]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
