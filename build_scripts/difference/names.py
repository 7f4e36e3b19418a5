"""Records and their fields in words, and the way to a piece of a record that lasts when lists grow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from build_scripts import prose
from build_scripts.model import Fact, Path, Site

Names = tuple[str, ...]
"""The way to a field, with the names of a list's items in the place of their numbers."""

_TITLED = {
    "facts": "label", "series": "label", "indicators": "label", "terms": "term", "sources": "title", "speakers": "name",
    "places": "name", "units": "many", "charts": "title", "pages": "title", "gaps": "question", "config": "name",
}  # fmt: skip
_NAMING = ("id", "fact", "other", "source", "of", "page", "n", "period", "after", "on")
"""Fields by which an item of a list is known from the others."""
_SPOKEN = {"because": "reason", "with": "against", "find": "search words", "said_by": "speaker", "said_on": "said on"}


def name_of(site: Site, collection: str, id: str) -> str:
    """What readers call a record: a fact's label with its period, a page's title."""
    record = site.config if collection == "config" else site.collection(collection).get(id)
    if record is None:
        return id
    this = record if isinstance(record, Fact) else None
    if collection == "series":
        this = next((fact for fact in site.facts.values() if fact.series == id), None)
    name = shown(getattr(record, _TITLED[collection]), site, this) if collection in _TITLED else id
    when = record.period.words() if isinstance(record, Fact) and record.period.known else ""
    return name if not when or when in name else f"{name}, {when}"


def shown(text: str, site: Site, this: Fact | None = None) -> str:
    """Prose as a reader sees it; as typed where it cannot be resolved, which only an old edition may hold."""
    try:
        return prose.plain(text, site, this)
    except (ValueError, KeyError):
        return text


def named(record: BaseModel, path: Path) -> Names:
    """`("sections", 1, "text")` as `("sections", "money", "text")`."""
    found: list[str] = []
    value: Any = record
    for step in path:
        if isinstance(step, int):
            found.append(dict(enumerate(items(value)))[step])
            value = value[step]
        else:
            found.append(step)
            value = value[step] if isinstance(value, dict) else _field(value, step)
    return tuple(found)


def items(values: tuple[Any, ...]) -> Iterator[str]:
    """A name for each item of a list, unlike those of the others."""
    seen: dict[str, int] = {}
    for n, value in enumerate(values, start=1):
        own = next((getattr(value, f) for f in _NAMING if getattr(value, f, None) is not None), n)
        name = str(own)
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} {seen[name]}"


def _field(record: BaseModel, key: str) -> Any:
    name = next(n for n, info in type(record).model_fields.items() if (info.alias or n) == key)
    return getattr(record, name)


def spoken(names: Names) -> str:
    """ "verdict, reason", "section money, text"."""
    words = [_SPOKEN.get(name, name.replace("_", " ")) for name in names]
    if len(words) > 1 and names[0] in ("sections", "evidence", "conflicts", "blocks", "rows", "parts"):
        words[:2] = [f"{words[0].removesuffix('s')} {names[1]}"]
    return ", ".join(words)
