"""What records said before: their `changes`, each with what took its place.

One list for all who tell of it: the page "What changed", the history on a record's own page, the feeds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from build_scripts import prose
from build_scripts.edtf import read_period
from build_scripts.facts.figure import Figure
from build_scripts.model import VERDICTS, Change, Fact, Site

About = Literal["figure", "verdict", "statement"]
_PRESENT: dict[About, str] = {"figure": "${this}", "verdict": "${this|verdict}", "statement": "${this|statement}"}


@dataclass(frozen=True)
class Entry:
    """One change of one record."""

    fact: Fact
    version: int
    """The version that this change made: 2 for a record's first change."""
    change: Change
    later: str | None
    """What the next change of the same thing replaced; None where the record still says what this change made."""

    @property
    def about(self) -> About:
        """Which part of the record `was` speaks of."""
        return _about(self.fact, self.change)

    @property
    def day(self) -> str:
        """ "2 May 2025"."""
        words: str = read_period(self.change.on.isoformat()).words()
        return words

    @property
    def name(self) -> str:
        """Unlike that of any other change: for addresses and ids."""
        return f"{self.fact.id}-v{self.version}"

    @property
    def anchor(self) -> str:
        """On the record's own page, which the points of a series share."""
        return self.name if self.fact.series else f"v{self.version}"

    def on(self, page: str) -> str:
        """Its address, given that of the record."""
        return f"{page.partition('#')[0]}#{self.anchor}"


def of(fact: Fact) -> list[Entry]:
    """The changes of one record, newest first."""
    entries = []
    following: dict[About, str] = {}
    for version, change in reversed(list(enumerate(fact.changes, start=2))):
        about = _about(fact, change)
        entries.append(Entry(fact, version, change, following.get(about)))
        following[about] = change.was
    return entries


def entries(site: Site) -> list[Entry]:
    """The changes of all records, newest first; those of one day in the order of the records."""
    found = [entry for fact in site.facts.values() for entry in of(fact)]
    return sorted(found, key=lambda entry: entry.change.on, reverse=True)


def told(entry: Entry, site: Site) -> tuple[str, tuple[str, ...]]:
    """A change in plain words, and the keys of the records behind its figures, `was:id` for what it was."""
    now, keys = prose.traced(_PRESENT[entry.about], site, entry.fact)
    why, more = prose.traced(entry.change.why, site, entry.fact)
    before = "Verdict before" if entry.about == "verdict" else "Before"
    text = f"{before}: {_ended(entry.change.was)} Now: {_ended(entry.later or now)} {why}"
    return text, (*keys, *more, f"was:{entry.fact.id}")


def _about(fact: Fact, change: Change) -> About:
    if fact.verdict and change.was.lower().replace(" ", "-") in VERDICTS:
        return "verdict"
    return "figure" if isinstance(fact, Figure) and change.kind != "wording" else "statement"


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
