"""The made-up site as somebody would write it who wants to break in: every text holds what a page must not run."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import yaml
from pages.conftest import enriched

from build_scripts.model import Name, Prose, Site, walk
from build_scripts.references import holders

# No figures and no links of Markdown: those are errors of their own, and would stop the build before it starts.
ATTACKS = (
    "<script>hacked()</script>",
    "<img src=nowhere onerror=hacked()>",
    "<svg onload=hacked()></svg>",
    "\"><iframe srcdoc='<script>parent.hacked()</script>'></iframe>",
    "' onmouseover='hacked()' autofocus onfocus='hacked()",
    "</title></textarea></style></script><b onclick=hacked()>",
    "&lt;script&gt;hacked()&lt;/script&gt; &amp;lt;img src=nowhere onerror=hacked()&gt;",
    "{{ hacked() }} {% hacked %} {# hacked",
    "*a*{: onclick=\"hacked()\" } _b_{ onclick='hacked()' }",
    "`c` **d** ~~e~~ <!-- hacked",
    "]]> <?hacked ?> <!hacked> <a href=javascript:hacked()>f</a>",
)
TEXTS = frozenset(
    [
        "label",
        "statement",
        "because",
        "note",
        "ambiguity",
        "caution",
        "period_note",
        "title",
        "subtitle",
        "alt",
        "finding",
        "lead",
        "about",
        "what",
        "question",
        "why",
        "looked",
        "reason",
        "key_points",
        "authors",
        "stance",
        "definition",
        "margin",
        "text",
        "not_said",
        "numbering",
        "date_note",
        "description",
        "disclaimer",
        "name",
        "capacity",
        "organisation",
        "chinese",
        "publisher",
        "term",
        "printed",
        "was",
        "by",
        "among",
        "looked",
        "nothing",
        "population",
        "licence",
        "figures_title",
        "figures_note",
        "entries_title",
        "entries_note",
        "chapters_title",
        "chapters_note",
        "check_title",
        "check_note",
        "comparable",
        "rest",
        "one",
        "many",
        "symbol",
        "words",
        "noun",
    ]
)
LISTS = frozenset(["also", "printed", "find"])
"""Lists of forms that are compared: they get one form more."""
OPEN = frozenset(["verdicts"])
"""Mappings whose values are text, under keys of any kind."""


def hostile(content: Path, seed: int) -> Path:
    """A copy of the made-up site at `content` in which each text ends in one of the attacks."""
    chance = random.Random(seed)
    enriched(content)
    for path in sorted(content.rglob("*.yml")):
        records = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        spoilt = _spoilt(records, chance)
        path.write_text(yaml.safe_dump(spoilt, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    return content


def _spoilt(value: Any, chance: random.Random, *, key: str = "") -> Any:
    if isinstance(value, list):
        more = [f"g {chance.choice(ATTACKS)}"] if key in LISTS and value and isinstance(value[0], str) else []
        return [_spoilt(item, chance, key="" if key in LISTS else key) for item in value] + more
    if isinstance(value, dict):
        if key == "count":
            return value  # names of collections
        return {
            k: _spoilt(v, chance, key="text" if key in OPEN or (k == "kind" and "name" in value) else k)
            for k, v in value.items()
        }
    if key in TEXTS and not value.isdecimal():
        return f"{value} {chance.choice(ATTACKS)}"
    return value


def untouched(site: Site) -> list[tuple[str, str, str]]:
    """Every text that readers see and that holds no attack: collection, id, field."""
    return [
        (holder.collection, holder.id, ".".join(map(str, path)))
        for holder in holders(site)
        for marker in (Prose, Name)
        for path, text, _ in walk(holder.record, marker)
        if "hacked" not in text and "onclick" not in text and "also" not in path and "authors" not in path
    ]
