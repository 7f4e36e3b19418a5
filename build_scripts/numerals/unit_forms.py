"""How units are printed: the forms that content lists, compiled into patterns once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from build_scripts.numerals.lexicon import any_of
from build_scripts.numerals.spelling import HAN, fold, is_letter, lower

_MEASURE_WORDS = "个家条项所座台件名位款种"
"""Chinese puts one of these between number and noun: 40个行业."""


class _Patterns(NamedTuple):
    names: Mapping[str, str]
    """A form in its one spelling -> the form as content lists it."""
    after: re.Pattern[str]
    before: re.Pattern[str] | None


class UnitForms(NamedTuple):
    """The printed forms of all units, ready to be found in text."""

    units: Mapping[str, str]
    patterns: _Patterns

    def at(self, text: str, position: int) -> tuple[str, int] | None:
        """The unit that begins at `position`, perhaps after a space or hyphen, and where it ends."""
        match = self.patterns.after.match(text, position)
        return (self._id(match[1] or match[2]), match.end()) if match else None

    def ending(self, text: str, floor: int, position: int) -> tuple[str, int] | None:
        """The currency sign or code that ends at `position`, and where it begins: US$, RMB."""
        before = self.patterns.before
        match = before.search(text, max(floor, position - 12), position) if before else None
        return (self._id(match[1]), match.start()) if match else None

    def named(self, *forms: str) -> str | None:
        """The unit of the first of these forms that content lists."""
        return next((self._id(form) for form in forms if form in self.patterns.names), None)

    def _id(self, form: str) -> str:
        names = self.patterns.names
        return self.units[names[form] if form in names else names[_name(form)]]


_recent: dict[int, tuple[int, UnitForms]] = {}


def unit_forms(units: Mapping[str, str]) -> UnitForms:
    """The forms of `units`. The same mapping comes thousands of times in a run and is looked at once."""
    size, made = _recent.get(id(units), (-1, None))
    if made is None or made.units is not units or size != len(units):
        made = UnitForms(units, _patterns(tuple(units)))
        if len(_recent) > 256:
            _recent.clear()
        _recent[id(units)] = (len(units), made)
    return made


@lru_cache(maxsize=64)
def _patterns(forms: tuple[str, ...]) -> _Patterns:
    names: dict[str, str] = {}
    before = []
    for form in forms:
        folded = fold(form)[0].strip()
        name = _name(lower(folded))
        if name:
            names.setdefault(name, form)
            if any(unicodedata.category(c) == "Sc" for c in folded) or re.fullmatch(r"[A-Z]{2,4}", folded):
                before.append(name)
    found = _any_form(names)
    return _Patterns(
        names,
        re.compile(rf"\s?[{_MEASURE_WORDS}]({found})|[\s-]*+({found})"),
        re.compile(rf"(?<![a-z])({any_of(before)})\s?\Z") if before else None,
    )


def _name(form: str) -> str:
    """Spaces and hyphens count the same: percentage-point is percentage point."""
    return " ".join(re.split(r"[\s-]+", form.strip(" -")))


def _any_form(names: Iterable[str]) -> str:
    pieces = []
    # Names of one sort share their word boundary: a hundred copies of it take a third of a second to compile.
    for lettered, group in groupby(sorted(names, key=lambda n: (-len(n), n)), key=lambda n: is_letter(n[-1])):
        joined = "|".join(r"[\s-]+".join(re.escape(word) for word in name.split(" ")) for name in group)
        pieces.append(rf"(?:{joined})(?![^\W_{HAN}])" if lettered else joined)
    return "|".join(pieces) or "(?!)"
