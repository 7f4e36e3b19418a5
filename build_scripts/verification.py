"""Evidence held against the text of its source, and the lock that keeps the outcome.

A source's text is never part of the project; an editor who has a copy keeps it as `<source-id>.txt`: blocks
set apart by blank lines, first the title, then the byline, then the numbered blocks. White space is folded to
single spaces before anything is compared or hashed.

The lock has a line for each fact and each block that it rests on: hashes of the record's verified parts and
of the block, and the day. A record or block that has changed since no longer fits its line.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Evidence, Fact, Site, Source, Verified

LOCK = "verified.lock"
HEAD = """\
# What was held against the text of its source, and when; written by `python -m build_scripts verify`.
# Fact, source, block, hash of the record's verified parts, hash of the block, day. Do not edit.
"""
WHOLE = "-"
"""Stands for the block where a source has no numbered ones."""
FRONT = 2
"""Blocks before the numbered ones: title and byline."""
_LINE = re.compile(r"([a-z0-9-]+) ([a-z0-9-]+) (\d+|-) ([0-9a-f]{16}) ([0-9a-f]{16}) (\d{4}-\d\d-\d\d)")
_FIELDS = (
    "value",
    "low",
    "high",
    "scale",
    "unit",
    "hedge",
    "of",
    "status",
    "rank",
    "direction",
    "one_of",
    "period",
    "place",
    "said_by",
)
"""What the evidence is evidence of: every component, but not our own words about it."""

State = Literal["verified", "changed", "unread"]


@dataclass
class Outcome:
    """`lock`: the whole new lock. `checked`: sources whose text was at hand. `held`: pieces of evidence that stand."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    lock: dict[tuple[str, str, str], Verified] = field(default_factory=dict)
    checked: list[str] = field(default_factory=list)
    held: int = 0


# --- the lock -----------------------------------------------------------------------------------------


def read(text: str) -> tuple[dict[tuple[str, str, str], Verified], list[int]]:
    """The lock's entries by fact, source and block, and the numbers of lines that are none."""
    entries: dict[tuple[str, str, str], Verified] = {}
    bad = []
    for number, line in enumerate(text.splitlines(), start=1):
        found = _LINE.fullmatch(line)
        try:
            if found:
                entries[found[1], found[2], found[3]] = Verified(found[4], found[5], date.fromisoformat(found[6]))
        except ValueError:
            found = None
        if not found and line.strip() and not line.startswith("#"):
            bad.append(number)
    return entries, bad


def written(entries: Mapping[tuple[str, str, str], Verified]) -> str:
    """The lock as a file: a line for each entry, sorted, so that two runs give the same bytes."""
    lines = (f"{' '.join(key)} {e.record} {e.text} {e.on.isoformat()}\n" for key, e in sorted(entries.items()))
    return HEAD + "".join(lines)


def state(fact: Fact, evidence: Evidence, site: Site) -> tuple[State, date | None]:
    """Whether this evidence was held against its source's text, and when; "changed" since then, or never read.

    A source that has been read must be read again for every record that is new: that, too, is "changed".
    """
    source = site.sources.get(evidence.source)
    if source is None or evidence.source not in _sources(site):
        return "unread", None
    key = key_of(fact, evidence, source)
    entry = site.verified.get(key)
    if entry is None:
        return "changed", None
    fits = entry.record == record_hash(fact, evidence, source) and entry.text == text_hash(source, key[2])
    return ("verified" if fits else "changed"), entry.on


@lru_cache(maxsize=2)
def _sources(site: Site) -> frozenset[str]:
    """Sources whose text has been read at some time."""
    return frozenset(source for _, source, _ in site.verified)


def key_of(fact: Fact, evidence: Evidence, source: Source) -> tuple[str, str, str]:
    numbered = evidence.at is not None and any(str(block.n) == evidence.at for block in source.blocks)
    return fact.id, source.id, str(evidence.at) if numbered else WHOLE


def record_hash(fact: Fact, evidence: Evidence, source: Source) -> str:
    """Of the figure and of all that the fact takes from the same block."""
    key = key_of(fact, evidence, source)
    same = [e for e in fact.evidence if e.source == source.id and key_of(fact, e, source) == key]
    figure = [str(getattr(fact, name, "")) for name in _FIELDS]
    taken = [[e.printed, e.how, [[r.of, r.words or "", r.because or ""] for r in e.reading]] for e in same]
    return _sha256(json.dumps([figure, taken], ensure_ascii=False))[:16]


def text_hash(source: Source, block: str) -> str:
    """What the source's record says of the block; nothing if it says nothing."""
    recorded = source.sha256 if block == WHOLE else next((b.sha256 for b in source.blocks if str(b.n) == block), None)
    return (recorded or "")[:16]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


# --- holding against the text -----------------------------------------------------------------------------


def verify(site: Site, texts: Mapping[str, str], today: date) -> Outcome:
    """Hold every record that rests on one of these texts (by source id) against it.

    What stands enters the lock; where record and block are as they were, its day stays, so that a second
    run changes nothing. Entries of other sources stay as they are.
    """
    outcome = Outcome()
    outcome.lock = {key: entry for key, entry in site.verified.items() if key[1] not in texts and key[0] in site.facts}
    for id, text in sorted(texts.items()):
        source = site.sources[id]
        outcome.checked.append(id)
        blocks, problems = _blocks(source, text, site)
        outcome.diagnostics += problems
        failed: set[tuple[str, str, str]] = set()
        stand: dict[tuple[str, str, str], Verified] = {}
        for fact in site.facts.values():
            for n, evidence in enumerate(fact.evidence):
                if evidence.source != id:
                    continue
                key = key_of(fact, evidence, source)
                wrong = list(_evidence(fact, n, source, blocks, site))
                outcome.diagnostics += wrong
                if wrong or blocks.get(key[2]) is None:
                    failed.add(key)
                    continue
                outcome.held += 1
                now = Verified(record_hash(fact, evidence, source), text_hash(source, key[2]), today)
                old = site.verified.get(key)
                stand[key] = old if old and (old.record, old.text) == (now.record, now.text) else now
        outcome.lock |= {key: entry for key, entry in stand.items() if key not in failed}
    return outcome


def folded(text: str) -> str:
    return " ".join(text.split())


def _blocks(source: Source, text: str, site: Site) -> tuple[dict[str, str | None], list[Diagnostic]]:
    """Block -> its text, None where it is not the text that was recorded; and what is wrong."""
    found: list[Diagnostic] = []

    def wrong(message: str, hint: str, *path: str | int) -> None:
        place = site.spot("sources", source.id, *path)
        found.append(Diagnostic("verification", f'source "{source.id}": {message}', place, hint=hint))

    whole = folded(text)
    digest = _sha256(whole)
    if source.sha256 is None:
        wrong("its record has no hash of the text", f"add sha256: {digest} once you are sure of the copy")
    elif digest != source.sha256:
        wrong("the text is not the one that was recorded", f"its hash is {digest}; look for what changed", "sha256")
    if not source.blocks:
        return {WHOLE: whole if digest == source.sha256 else None}, found
    parts = [folded(part) for part in re.split(r"\n\s*\n", text.strip())]
    numbered = parts[FRONT:]
    if len(numbered) != len(source.blocks):
        wrong(f"the text has {len(numbered)} blocks after title and byline, the record {len(source.blocks)}",
              source.numbering or "", "blocks")  # fmt: skip
    blocks: dict[str, str | None] = {WHOLE: whole if digest == source.sha256 else None}
    for i, block in enumerate(source.blocks):
        own = numbered[block.n - 1] if 0 < block.n <= len(numbered) else None
        blocks[str(block.n)] = own
        if own is None:
            continue
        if _sha256(own) != block.sha256:
            blocks[str(block.n)] = None
            hint = _moved(block.sha256, own, numbered)
            wrong(f"block {block.n} is not the text that was recorded", hint, "blocks", i, "sha256")
        if len(own.split()) != block.words:
            wrong(
                f"block {block.n} has {len(own.split())} words, the record says {block.words}", "", "blocks", i, "words"
            )
    return blocks, found


def _moved(sha256: str, own: str, numbered: list[str]) -> str:
    at = next((n for n, text in enumerate(numbered, start=1) if _sha256(text) == sha256), None)
    if at:
        return f"the recorded text stands in the place of block {at}"
    return f"no block of this copy has the recorded hash; once you are sure of the copy, write sha256: {_sha256(own)}"


def _evidence(fact: Fact, n: int, source: Source, blocks: Mapping[str, str | None], site: Site) -> Iterator[Diagnostic]:
    """What the evidence gives as printed and does not stand in its block."""
    evidence = fact.evidence[n]
    block = key_of(fact, evidence, source)[2]
    if source.blocks and block == WHOLE:
        place = site.spot("facts", fact.id, "evidence", n, "at")
        message = f'fact "{fact.id}": the source "{source.id}" has no block {evidence.at or "for it"}'
        yield Diagnostic("verification", message, place, hint="give the number of the block under at")
        return
    text = blocks.get(block)
    if text is None:
        return  # told with the source
    where = "the text" if block == WHOLE else f"block {block}"
    for words, path in _quoted(evidence):
        if not _stands(words, text):
            near = [
                number
                for number, other in blocks.items()
                if number not in (block, WHOLE) and other and _stands(words, other)
            ]
            hint = (
                f"it stands in block {', '.join(near)}"
                if near
                else "copy the characters exactly as they stand in the source"
            )
            place = site.spot("facts", fact.id, "evidence", n, *path)
            yield Diagnostic(
                "verification",
                f'fact "{fact.id}": "{words}" does not stand in {where} of "{source.id}"',
                place,
                hint=hint,
            )


def _quoted(evidence: Evidence) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    yield evidence.printed, ("printed",)
    for i, reading in enumerate(evidence.reading):
        if reading.words is not None:
            yield reading.words, ("reading", i, "words")


def _stands(words: str, text: str) -> bool:
    """Literally, and not as a part of a longer word or number: "38 percent" does not stand in "138 percent"."""
    before = r"(?<![0-9A-Za-z])(?<!\d[.,])" if re.match(r"[0-9A-Za-z]", words) else ""
    after = (
        r"(?![0-9A-Za-z])(?![.,]\d)"
        if re.search(r"[0-9]\Z", words)
        else r"(?![A-Za-z])"
        if words[-1:].isascii() and words[-1:].isalpha()
        else ""
    )
    return re.search(before + re.escape(words) + after, text) is not None
