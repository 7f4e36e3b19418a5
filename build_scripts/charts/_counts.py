"""Counts of records, computed when the chart is drawn: a balance of verdicts cannot go stale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from build_scripts.charts._figure import Table, TableRow
from build_scripts.charts._theme import INK, VERDICT
from build_scripts.counting import Count
from build_scripts.counting import counted as counted_records
from build_scripts.model import VERDICTS, Model, Site

Style = Literal["full", "half", "outline", "dashed", "point", "struck"]
STYLES: dict[str, Style] = {
    "confirmed": "full", "plausible": "half", "qualified": "full", "contradicted": "full", "overtaken": "half",
    "not-found": "dashed", "context": "point", "opinion": "outline", "not-checkable": "struck",
}  # fmt: skip
"""Shape carries the verdict where colour is not seen."""


class Counted(Model):
    """Which records are counted, and by what they are told apart."""

    what: Literal["claims", "facts"] = "claims"
    by: Literal["verdict"] = "verdict"


@dataclass(frozen=True)
class Group:
    """Records that share a verdict. `key` is the count's canonical name, as prose writes it."""

    word: str
    key: str
    count: int
    what: str

    @property
    def name(self) -> str:
        return "Context only" if self.word == "context" else self.word.replace("-", " ").capitalize()

    @property
    def colour(self) -> str:
        return VERDICT.get(self.word, INK)

    @property
    def style(self) -> Style:
        return STYLES[self.word]

    @property
    def mark(self) -> str:
        one = self.what.removesuffix("s") if self.count == 1 else self.what
        return f"{self.name}: {self.count} {one} [count {self.key}]"

    @property
    def tag(self) -> str:
        return f"[count {self.key}]"

    @property
    def cite(self) -> str:
        """As prose, so that a page computes it again."""
        return f"${{count({self.what}, verdict={self.word})}}"


def groups(counted: Counted, site: Site) -> list[Group]:
    """The verdicts that occur, in their fixed order."""
    made = []
    for word in VERDICTS:
        asked = Count(counted.what, (("verdict", word),), (), 0)
        number = counted_records(asked, site)
        if number:
            made.append(Group(word, asked.key, number, counted.what))
    return made


def table(found: list[Group]) -> Table:
    rows = tuple(TableRow((g.name, g.cite), count=g.key) for g in found)
    return Table(("Verdict", found[0].what.capitalize() if found else "Count"), rows)


def described(found: list[Group]) -> str:
    return "; ".join(f"{g.name}: {g.cite}" for g in found) + "."
