"""The `changes` of a record do not stand in the order in which they were made, one is dated after today, or cites.

Versions are counted along the list: an entry that is put on top would give every later version another number, and
addresses of versions, which people cite, would lead to other changes. A day that has not come yet is a slip, and
would stay on top of the feeds until it comes.

What it was before is told in the words that readers saw: a citation would show what the record says today.

Add new entries at the end. If you mistyped a day, put it right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import CITED, Path, Site
from build_scripts.references import Holder, spot


def check(site: Site) -> Iterator[Diagnostic]:
    today = max(site.today, datetime.now(UTC).date())  # a build's day is that of the commit, which is before today
    cited = [Holder(name, id, record) for name in CITED for id, record in site.collection(name).items()]
    for holder in cited:  # points of series too, whose changes are their own
        changes = holder.record.changes
        for n, change in enumerate(changes):
            wrong = hint = ""
            if change.on > today:
                wrong, hint = "the day of a change lies after today", "put the day right"
            elif n and change.on < changes[n - 1].on:
                wrong, hint = "the day of a change lies before that of the entry above it", "add new entries at the end"
            if wrong:
                yield _told(site, holder, (n, "on"), wrong, hint)
            if "${" in change.was:
                hint = "write what readers saw, word for word: a citation would show what the record says today"
                yield _told(site, holder, (n, "was"), "what it was before is told as a citation", hint)


def _told(site: Site, holder: Holder, path: Path, wrong: str, hint: str) -> Diagnostic:
    place = spot(site, holder, ("changes", *path))
    return Diagnostic("disordered-history", f"{holder.name}: {wrong}", place, hint=hint)
