"""Specification and site -> `Chart`: read, look into the cache, draw what is not there."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

from build_scripts import prose
from build_scripts.charts import _cache, _machine, _svg
from build_scripts.charts._figure import Chart, Sheet
from build_scripts.charts._theme import NARROW, WIDE, to_tokens
from build_scripts.model import ChartSpec, Site
from build_scripts.registry import modules


def draw(spec: ChartSpec, site: Site, cache: Path | None = None) -> Chart:
    """The chart, from `cache` where an entry for exactly this content exists.

    Raises ValueError, with words for an editor, where the facts do not fit the kind.
    """
    kind = modules("charts")[spec.kind]
    sheet: Sheet = kind.read(spec, site)
    lang = site.config.other_language or ""
    name = _cache.key(spec.model_dump_json(), json.dumps(asdict(sheet), default=str), lang)
    drawn = json.loads(_cache.kept(cache, name, lambda: _render(kind, spec, sheet, lang)))
    texts = {
        "title": prose.plain(spec.title, site),
        "subtitle": prose.plain(spec.subtitle, site),
        "description": prose.plain(f"{sheet.described} {spec.alt}", site),
        "note": prose.plain(" ".join(filter(None, (spec.note, spec.comparable, *sheet.cautions))), site),
        "sources": "; ".join([*(_named(id, site) for id in sheet.sources), *sheet.credits]),
    }
    return Chart(
        id=spec.id, kind=spec.kind, title=spec.title, subtitle=spec.subtitle, alt=spec.alt, note=spec.note,
        comparable=spec.comparable, described=sheet.described, wide=drawn["wide"], narrow=drawn["narrow"],
        spec=drawn["spec"], table=sheet.table, csv=_machine.text(spec, sheet, site), facts=sheet.facts,
        sources=sheet.sources, cautions=sheet.cautions, credits=sheet.credits, plain=texts,
    )  # fmt: skip


def _named(id: str, site: Site) -> str:
    source = site.sources.get(id)
    if source is None:
        return id
    return f"{source.publisher}, {source.date.words()}" if source.date.known else source.publisher


def _render(kind: ModuleType, spec: ChartSpec, sheet: Sheet, lang: str) -> bytes:
    made = {}
    for size in (WIDE, NARROW):
        vega = kind.plot(spec, sheet.data, size).spec()
        raw = _svg.render(vega)
        width, height = _svg.size(raw)
        inner = to_tokens(_svg.slim(raw, f"{spec.id}-{size.name[0]}", lang))
        made[size.name] = (
            f'<svg class="chart {size.name}" viewBox="0 0 {width} {height}" role="group" '
            f'aria-labelledby="{spec.id}-title">{inner}</svg>'
        )
        if not size.narrow:
            made["spec"] = json.dumps(vega, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(made, ensure_ascii=False).encode()
