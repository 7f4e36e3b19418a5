"""What records said before: the `changes` of facts, charts and pages, each with what took its place.

One list for all who tell of it: the page "What changed", the history on a record's own page, the feeds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from build_scripts import prose
from build_scripts.edtf import read_period
from build_scripts.facts.figure import Figure
from build_scripts.model import CITED, VERDICTS, Change, Fact, Site, Versioned

About = Literal["figure", "verdict", "statement", "words"]
_PRESENT: dict[About, str] = {"figure": "${this}", "verdict": "${this|verdict}", "statement": "${this|statement}"}
"""What a fact says now. Words of a chart or page have no such place: whoever reads them has it before them."""


@dataclass(frozen=True)
class Entry:
    """One change of one record."""

    record: Versioned
    version: int
    """The version that this change made: 2 for a record's first change."""
    change: Change
    later: str | None
    """What the next change of the same thing replaced; None where the record still says what this change made."""

    @property
    def fact(self) -> Fact | None:
        return self.record if isinstance(self.record, Fact) else None

    @property
    def about(self) -> About:
        """Which part of the record `was` speaks of."""
        return _about(self.record, self.change)

    @property
    def day(self) -> str:
        """ "2 May 2025"."""
        words: str = read_period(self.change.on.isoformat()).words()
        return words

    @property
    def name(self) -> str:
        """Unlike that of any other change: for addresses and ids. No id of a record has a full stop."""
        return f"{self.record.key.replace(':', '.')}-v{self.version}"

    @property
    def anchor(self) -> str:
        """On the record's own page, which the points of a series share."""
        return self.name if self.fact and self.fact.series else f"v{self.version}"

    def on(self, page: str) -> str:
        """Its address, given that of the record."""
        return f"{page.partition('#')[0]}#{self.anchor}"


def of(record: Versioned) -> list[Entry]:
    """The changes of one record, newest first."""
    entries = []
    following: dict[About, str] = {}
    for version, change in reversed(list(enumerate(record.changes, start=2))):
        about = _about(record, change)
        entries.append(Entry(record, version, change, following.get(about)))
        if about != "words":
            following[about] = change.was
    return entries


def entries(site: Site) -> list[Entry]:
    """The changes of all records, newest first; those of one day in the order of the records."""
    records = [record for collection in CITED for record in site.collection(collection).values()]
    return _sorted(entry for record in records for entry in of(record))


def around(facts: Iterable[Fact]) -> list[Entry]:
    """The last change of each of some facts that have changed, newest first: for what shows them."""
    return _sorted(of(fact)[0] for fact in facts if fact.changes)


def told(entry: Entry, site: Site) -> tuple[str, tuple[str, ...]]:
    """A change in plain words, and the keys of the records behind its figures, `was:key` for what it was."""
    now, keys = prose.traced(_PRESENT.get(entry.about, ""), site, entry.fact)
    why, more = prose.traced(entry.change.why, site, entry.fact)
    before = "Verdict before" if entry.about == "verdict" else "Before"
    text = f"{before}: {_ended(entry.change.was)}"
    if present := entry.later or now:
        text += f" Now: {_ended(present)}"
    return f"{text} {why}", (*keys, *more, f"was:{entry.record.key}")


def _about(record: Versioned, change: Change) -> About:
    if not isinstance(record, Fact):
        return "words"
    if record.verdict and change.was.lower().replace(" ", "-") in VERDICTS:
        return "verdict"
    return "figure" if isinstance(record, Figure) and change.kind != "wording" else "statement"


def _sorted(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.change.on, reverse=True)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
