"""The `changes` of a record do not stand in the order in which they were made, or one is dated after today.

Versions are counted along the list: an entry that is put on top would give every later version another number, and
addresses of versions, which people cite, would lead to other changes. A day that has not come yet is a slip, and
would stay on top of the feeds until it comes.

Add new entries at the end. If you mistyped a day, put it right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import CITED, Site


def check(site: Site) -> Iterator[Diagnostic]:
    today = max(site.today, datetime.now(UTC).date())  # a build's day is that of the commit, which is before today
    for collection in CITED:
        for id, record in site.collection(collection).items():
            days = [change.on for change in record.changes]
            for n, day in enumerate(days):
                wrong = "lies after today" if day > today else "lies before that of the entry above it"
                if day > today or (n and day < days[n - 1]):
                    message = f'{collection.removesuffix("s")} "{id}": the day of a change {wrong}'
                    place = site.spot(collection, id, "changes", n, "on")
                    yield Diagnostic("disordered-history", message, place, hint="add new entries at the end")
            for n, change in enumerate(record.changes):
                if "${" in change.was:
                    message = f'{collection.removesuffix("s")} "{id}": what it was before is told as a citation'
                    place = site.spot(collection, id, "changes", n, "was")
                    hint = "write what readers saw, word for word: a citation would show what the record says today"
                    yield Diagnostic("disordered-history", message, place, hint=hint)
