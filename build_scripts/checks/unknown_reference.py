"""A record names another by an id that does not exist.

Ids are written in lower case with hyphens. If the other record was renamed, give the old id in
content/retired.yml with its successor and use the new one here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic, suggest
from build_scripts.model import Site
from build_scripts.references import SINGULAR, Reference, references


def check(site: Site) -> Iterator[Diagnostic]:
    lost: dict[tuple[str, str], list[Reference]] = defaultdict(list)
    for reference in references(site):
        known = site.collection(reference.collection)
        if reference.id not in known and not _broken(reference.id, site):
            lost[reference.collection, reference.id].append(reference)
    for (collection, id), places in lost.items():
        first, *others = sorted(places, key=lambda r: r.spot(site))
        kind = SINGULAR[collection]
        retired = site.retired.get(id)
        if retired:
            message = f'{first.holder.name} refers to the {kind} "{id}", which was retired: {retired.reason}'
            hint = f'use "{retired.successor}" instead' if retired.successor else "remove the reference"
        else:
            message = f'{first.holder.name} refers to the {kind} "{id}", which does not exist'
            near = suggest(id, site.collection(collection))
            hint = " ".join(filter(None, [near, f"{collection} live in content/{collection}"]))
        touched = tuple((r.spot(site), r.holder.name) for r in others)
        yield Diagnostic("unknown-reference", message, first.spot(site), hint=hint, touches=touched)


def _broken(id: str, site: Site) -> bool:
    """Whether its record, or the series of which it is a point, stands somewhere and could not be read."""
    return id in site.broken or any(id.startswith(f"{broken}-") for broken in site.broken)
