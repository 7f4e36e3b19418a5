"""What a record holds besides prose, field by field, as a reader would be shown it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from build_scripts.difference.names import Names, items, name_of
from build_scripts.edtf import Period, read_period
from build_scripts.model import Path, Prose, Refers, Site, walk

Value = str | tuple[str, ...]
"""A field's value; a list of words or of records."""


def fields(record: BaseModel, site: Site) -> dict[Names, Value]:
    return dict(_Fields(record, site).below(record, (), ()))


class _Fields:
    def __init__(self, record: BaseModel, site: Site) -> None:
        self.site = site
        self.prose = {path for path, _, _ in walk(record, Prose)}
        self.refers = {path: mark.to for path, _, mark in walk(record, Refers)}

    def below(self, value: Any, path: Path, names: Names) -> Iterator[tuple[Names, Value]]:
        if value is None or path in self.prose:
            return
        if isinstance(value, BaseModel):
            for name, info in type(value).model_fields.items():
                key = info.alias or name
                yield from self.below(getattr(value, name), (*path, key), (*names, key))
        elif isinstance(value, tuple) and any(isinstance(item, BaseModel) for item in value):
            for n, (item, name) in enumerate(zip(value, items(value), strict=True)):
                yield from self.below(item, (*path, n), (*names, name))
        elif isinstance(value, tuple):
            if value and (*path, 0) not in self.prose:
                yield names, tuple(self.word(item, (*path, n)) for n, item in enumerate(value))
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from self.below(item, (*path, key), (*names, key))
        else:
            yield names, self.word(value, path)

    def word(self, value: Any, path: Path) -> str:
        if path in self.refers:
            return name_of(self.site, self.refers[path], value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, date):
            value = read_period(value.isoformat())
        return value.words() if isinstance(value, Period) else str(value)
