"""The gallery: every kind of chart beside the YAML that made it. It is the editors' cookbook, and a test."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from build_scripts import prose
from build_scripts.charts._figure import Chart
from build_scripts.charts._html import figure
from build_scripts.model import Site


def page(site: Site, drawn: Mapping[str, Chart], yaml: str, styles: str, script: str) -> str:
    """One HTML page that stands alone. `yaml` is the text of the file that holds the charts."""
    recipes = recipe_texts(yaml)
    parts = "".join(_part(site, chart, recipes.get(id, "")) for id, chart in drawn.items())
    name = escape(site.config.name)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Charts: {name}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{styles}</style></head><body><main>"
        f'<h1>Every kind of chart</h1><p class="lead">{escape(site.config.description)}</p>{parts}</main>'
        f"<script>{script}</script></body></html>\n"
    )


def recipe_texts(yaml: str) -> dict[str, str]:
    """The records of a file, as typed, by id."""
    records = re.split(r"^(?=- id: )", yaml, flags=re.MULTILINE)
    return {record.split("\n", 1)[0].removeprefix("- id: ").strip(): record.rstrip() for record in records if record}


def _part(site: Site, chart: Chart, recipe: str) -> str:
    drawing = figure(chart, site, lambda text: escape(prose.plain(text, site)), lambda path: path)
    return (
        f'<section id="{chart.id}"><h2>{escape(chart.kind)}</h2>{drawing}'
        f'<details><summary>YAML</summary><pre tabindex="0"><code>{escape(recipe)}</code></pre></details></section>'
    )
