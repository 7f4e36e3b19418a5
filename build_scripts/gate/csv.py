"""Tables to take away: each row names its record by id, each cell says what the record says."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from build_scripts.gate import _data
from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import Files

RECORDS = frozenset(["facts.csv", "series.csv"])
"""Tables whose rows are whole records, under the names of their fields. Tables of charts choose and name their own."""
WHOLE = frozenset(["id", "scale", "unit", "hedge", "period"])
"""Without these columns a value says something else."""
_NAMES = re.compile(r"(https?://\S+|[a-z0-9]+(-[a-z0-9]+)*([ ;,]+[a-z0-9]+(-[a-z0-9]+)*)*|\w+(,\w+=[\w-]+)*)?")
"""Ids, the key of a count, or an address."""


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig")), restkey="", strict=True)
    for name in rows.fieldnames or ():
        if book.loose(name):
            yield Orphan(path, f"line 1: {name}", "the head of a column holds a number")
    names = rows.fieldnames or ()
    if len(set(names)) < len(names):
        yield Orphan(path, "line 1", "two columns have one name")
    if "value" in names and not WHOLE <= set(names):
        yield Orphan(path, "line 1", f"a value needs the columns {', '.join(sorted(WHOLE))}")
    told = []
    for n, row in enumerate(rows, start=2):
        told.append(row.get("id"))
        if "" in row:
            yield Orphan(path, f"line {n}: {' '.join(row.pop(''))}", "the row has more cells than there are columns")
        cells = _record_of(row, book) if path in RECORDS else _cells(row, book)
        for column, text, wrong in cells:
            yield Orphan(path, f"line {n}, {column}: {text}", wrong)
    due = {"facts.csv": list(book.site.facts), "series.csv": [f.id for f in book.site.facts.values() if f.series]}
    if told != due.get(path, told):
        yield Orphan(path, "id", "these are not all its facts on record, each once")


def _record_of(row: dict[str, str], book: Book) -> _data.Wrong:
    """A row that is a whole record."""
    fact = book.site.facts.get(row.get("id") or "")
    if fact is None:
        yield "id", row.get("id") or "", "the row names no record"
        return
    yield from _data.fields({name: text or "" for name, text in row.items()}, fact, book)


def _cells(row: dict[str, str], book: Book) -> _data.Wrong:
    fact = book.site.facts.get(row.get("id") or "")
    for column, text in row.items():
        wrong = _cell(column, text or "", row, fact, book)
        if wrong:
            yield column, text, wrong


def _cell(column: str, text: str, row: dict[str, str], fact: object, book: Book) -> str | None:
    if column in ("value", "low", "high"):
        if fact is None:
            return "the row names no record"
        return _data.number(text, getattr(fact, column, None))
    if column == "records" and row.get("count"):
        return book.counts(row["count"], text)
    if column in ("scale", "unit", "hedge", "status", "place", "said_by") and fact is not None:
        return None if text == (getattr(fact, column, None) or "") else f"the record has {getattr(fact, column, None)}"
    if column == "period" and fact is not None:
        return None if text == str(getattr(fact, column)) else f"the record has {getattr(fact, column)}"
    if column in ("id", "indicator", "sources", "source", "url", "record", "count"):
        return None if _NAMES.fullmatch(text) else "it is no name of a record and no address"
    return book.told(text, (f"fact:{row.get('id')}",)) if book.loose(text) else None
