"""Changes of what records say and show: a number typed into a text, a chart bound to another fact."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from build_scripts.facts.figure import Figure
from build_scripts.model import Path, Prose, Refers, Site, walk
from build_scripts.mutation._kinds import SEED, Mutant, Raw
from build_scripts.positions import plain

PROSE, BINDING = "figure in prose", "binding of a chart"
WRITTEN = ("facts", "series", "pages", "charts", "terms", "gaps", "config")
"""Collections whose records hold prose."""
_CITED = re.compile(r"\$\{[^}]*\}")


def texts(site: Site) -> Iterator[tuple[Mutant, str, BaseModel, Raw, str]]:
    """Each citation of each text replaced by a number: mutant, collection, record, altered record, the number."""
    for collection in WRITTEN:
        records: dict[str, Any] = {"site": site.config} if collection == "config" else dict(site.collection(collection))
        for id, record in records.items():
            if collection == "facts" and record.series:
                continue  # a point's texts are its series'
            raw = plain(site.origins[collection, id].node)
            assert isinstance(raw, dict)
            for path, text, _ in walk(record, Prose):
                for cited in _CITED.finditer(text) if isinstance(text, str) else ():
                    number = str(random.Random(f"{SEED} {collection} {id} {path} {cited.start()}").randint(11, 999))
                    altered = copy.deepcopy(raw)
                    if _replace(altered, path, cited, number):
                        yield Mutant(PROSE, id, "checked"), collection, record, altered, number


def _replace(raw: Raw, path: Path, cited: re.Match[str], number: str) -> bool:
    holder: Any = raw
    for step in path[:-1]:
        holder = holder[step]
    text = holder[path[-1]]
    if not isinstance(text, str) or text[cited.start() : cited.end()] != cited[0]:
        return False  # the loader has put something before it
    holder[path[-1]] = text[: cited.start()] + number + text[cited.end() :]
    return True


def bindings(site: Site) -> Iterator[tuple[Mutant, BaseModel, Raw]]:
    """Each fact or series of each chart exchanged for another one, of its own unit and of another."""
    for id, chart in site.charts.items():
        raw = plain(site.origins["charts", id].node)
        assert isinstance(raw, dict)
        for path, bound, mark in walk(chart, Refers):
            if mark.to not in ("facts", "series"):
                continue
            chance = random.Random(f"{SEED} {id} {path}")
            own = getattr(site.collection(mark.to)[bound], "unit", None)
            others = [
                o
                for o, r in site.collection(mark.to).items()
                if o != bound and (mark.to == "series" or isinstance(r, Figure))
            ]
            for same in (True, False):
                fitting = [o for o in others if (site.collection(mark.to)[o].unit == own) == same]
                if fitting:
                    altered = copy.deepcopy(raw)
                    holder: Any = altered
                    for step in path[:-1]:
                        holder = holder[step]
                    holder[path[-1]] = chance.choice(fitting)
                    yield Mutant(BINDING, id, "choice"), chart, altered
