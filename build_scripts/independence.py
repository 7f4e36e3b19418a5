"""How many independent origins stand behind a fact, or behind the verdict on a claim.

Two pieces of evidence are of one origin if they share a publisher, if one derives from the other, or if
both pass on the word of the same speaker: three papers with one press release are one origin. What is
known to be nobody's copy counts; where the independence of a source is unknown, it does not.
A claim cannot confirm itself: what its own source and its own speaker say elsewhere does not count for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from build_scripts.model import Fact, Site

Rests = Literal["several", "one", "unknown", "alone"]
RESTS: tuple[Rests, ...] = ("several", "one", "unknown", "alone")


@dataclass(frozen=True)
class Piece:
    """That a source says something. `voices`: those whose word it is; empty where that cannot be told."""

    fact: str
    source: str
    voices: frozenset[str]


@dataclass(frozen=True)
class Backing:
    """What a fact rests on, or the verdict on it, its own source aside."""

    origins: tuple[tuple[Piece, ...], ...] = ()
    """Independent of each other, and of the claim."""
    same: tuple[Piece, ...] = ()
    """From the claim's own source or speaker."""
    unknown: tuple[Piece, ...] = ()
    """Whose independence is not known."""

    @property
    def rests(self) -> Rests:
        if self.origins:
            return "several" if len(self.origins) > 1 else "one"
        return "unknown" if self.unknown else "alone"


def backing(fact: Fact, site: Site) -> Backing:
    """Of a claim that has a verdict: what supports it elsewhere. Of any other fact: its own evidence."""
    if fact.verdict is None:
        return _sorted(pieces([fact], site), frozenset())
    own = frozenset().union(*(_named(fact, source, site) for source in fact.sources))
    return _sorted(pieces((site.facts[id] for id in fact.verdict.supporting if id in site.facts), site), own)


def pieces(facts: Iterable[Fact], site: Site) -> Iterator[Piece]:
    """Each source of each fact, with the voices behind it."""
    for fact in facts:
        for source in fact.sources:
            if source in site.sources:
                known = _known(source, site)
                yield Piece(fact.id, source, _named(fact, source, site) if known else frozenset())


def chain(source: str, site: Site) -> Iterator[str]:
    """The source, and every source on record that it derives from, each once."""
    found, rest = {source: None}, [source]
    while rest:
        at = rest.pop()
        yield at
        fresh = [id for id in site.sources[at].derives_from if id in site.sources and id not in found]
        found.update(dict.fromkeys(fresh))
        rest += fresh


def _known(source: str, site: Site) -> bool:
    """Is the independence of all that it goes back to known?"""
    return all(site.sources[id].independence != "unknown" for id in chain(source, site))


def _named(fact: Fact, source: str, site: Site) -> frozenset[str]:
    """Publishers along the chain, and the house of who says it; figures of our own are nobody's word."""
    publishers = {site.sources[id].publisher for id in chain(source, site)} if source in site.sources else set()
    speaker = site.speakers.get(fact.said_by)
    said = {speaker.organisation or speaker.name} if speaker and speaker.category != "editors" else set()
    return frozenset(publishers | said)


def _sorted(found: Iterable[Piece], own: frozenset[str]) -> Backing:
    groups: list[list[Piece]] = []
    same, unknown = [], []
    for piece in dict.fromkeys(found):
        if not piece.voices:
            unknown.append(piece)
            continue
        joined = [group for group in groups if any(other.voices & piece.voices for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(other for group in joined for other in group), piece])
    for group in groups[:]:
        if any(piece.voices & own for piece in group):
            groups.remove(group)
            same += group
    return Backing(tuple(map(tuple, groups)), tuple(same), tuple(unknown))
