"""The order of things: load, check, draw, render, export. Nothing else happens here."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from build_scripts import prose
from build_scripts.artifact import Artifact
from build_scripts.diagnostics import Diagnostic, in_order
from build_scripts.loading import Loaded, load
from build_scripts.model import Site
from build_scripts.registry import modules

if TYPE_CHECKING:
    from build_scripts.charts._figure import Chart
    from build_scripts.pages._view import View

CACHE = Path(".cache/charts")


def checked(content: Path, *, today: date, version: str = "") -> Loaded:
    """Load `content` and run every rule; the diagnostics are sorted by file and line.

    While a file is no YAML that can be read, the rules are not run: each would tell of what is missing for it.
    """
    loaded = load(content, today=today, version=version)
    found = list(loaded.diagnostics)
    if loaded.site is not None and not loaded.unread:
        found += check(loaded.site)
    return Loaded(loaded.site, in_order(found), loaded.texts, loaded.unread)


def check(site: Site) -> list[Diagnostic]:
    """Every rule of `checks/` on what could be read."""
    return [d for module in modules("checks").values() for d in module.check(site)]


def drawn(site: Site, cache: Path | None = CACHE) -> dict[str, Chart]:
    """Every chart, by id; `cache` is the folder where drawings are kept."""
    from build_scripts.charts._draw import draw  # `check` needs nothing that draws or renders

    return {id: draw(spec, site, cache) for id, spec in site.charts.items()}


def rendered(site: Site, charts: Mapping[str, Chart], cache: Path | None = CACHE) -> list[Artifact]:
    """Every page and every other file of a site that has passed the checks, sorted by path."""
    from build_scripts.charts import _files, _html
    from build_scripts.pages._view import Drawing, View

    drawings = {
        id: Drawing(partial(_html.figure, chart, site), _html.embed(chart, site)) for id, chart in charts.items()
    }
    view = View(site, drawings)
    made = [a for module in modules("pages").values() for a in module.render(view)]
    made += [a for module in modules("exports").values() for a in module.export(view)]
    behind = {id: _told(chart, site) for id, chart in charts.items()}
    for id, chart in charts.items():
        origin = view.origin("charts", id)
        made += [
            Artifact(f"charts/{id}.{ending}", body, origin, {"data": behind[id]})
            for ending, body in _files.files(chart, site, cache).items()
        ]
    made += _pictures(view, charts, behind, cache)
    made = sorted([*made, provenance(made)], key=lambda artifact: artifact.path)
    twice = [a.path for a, b in pairwise(made) if a.path == b.path]
    if twice:
        raise ValueError(f"two files would have the address {twice[0]}, and one of them would be lost")
    return made


def _pictures(
    view: View, charts: Mapping[str, Chart], behind: Mapping[str, tuple[str, ...]], cache: Path | None
) -> Iterator[Artifact]:
    """Cards, which stand for pages where their addresses are shared, and the site's icons.

    `behind` are the records that the words around each chart tell of.
    """
    from build_scripts.charts import _card
    from build_scripts.exports.webmanifest import ICONS
    from build_scripts.pages._cards import cards

    named = view.site.config
    for told in cards(view):
        if told.chart:
            body, keys = _card.of_chart(named.name, charts[told.chart], cache), behind[told.chart]
        else:
            body = _card.of_page(named.name, told.kicker, told.title, told.verdicts, named.question, cache)
            keys = told.keys
        yield Artifact(told.path, body, told.origin, {"data": keys} if keys else {})
    for path, side in ICONS.items():
        yield Artifact(path, _card.icon(side, cache))


def _told(chart: Chart, site: Site) -> tuple[str, ...]:
    """The records that the words around a chart tell of."""
    parts = (chart.title, chart.subtitle, chart.note, chart.comparable, chart.described, chart.alt, *chart.cautions)
    return tuple(dict.fromkeys(key for text in parts if text for key in prose.traced(text, site)[1]))


def provenance(made: list[Artifact]) -> Artifact:
    """Which records stand behind text that no element can mark: titles, descriptions, data."""
    traces = {
        a.path.removesuffix(".md") + ".html" if a.path.endswith(".md") else a.path: a.traces for a in made if a.traces
    }
    return Artifact("provenance.json", json.dumps(traces, sort_keys=True, separators=(",", ":")) + "\n")


def build_day(folder: Path) -> date:
    """The day that a build takes for today: its commit's, so that the clock never reaches the site."""
    when = commit_time(folder)
    return (datetime.now(UTC) if when is None else when).date()


def commit_time(folder: Path) -> datetime | None:
    """When the commit that is built was made: the same commit gives the same bytes on every day.

    `SOURCE_DATE_EPOCH` (reproducible-builds.org) wins; None outside a git checkout.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        command = ["git", "-C", str(folder), "log", "-1", "--format=%ct"]
        try:
            epoch = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            return None
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else None
