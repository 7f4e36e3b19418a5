"""A published record changed, and its own history does not say so.

unexplained-change: the figure, period, place, speaker, status or verdict of a fact differs from the older edition,
and no new entry of its `changes` says what it was and why it is so no longer, or the entry says that it was
something else. The kinds are correction (we were wrong), revision (a source or our judgement changed), update (time
went on) and wording, which explains words only. Where a fact has no figure its sentence is all that it says: that
it was worded anew is a warning, until an entry of any kind tells of it.

A chart or page is cited under its finding: that this reads differently, and no new entry tells of it, is a warning.

rewritten-history: an entry of `changes` is gone, or its day, kind or `was` differs. History is only added to; the
`why` may be told in other words.

lost-record: a fact, source, page or chart is gone, and content/retired.yml does not say why. Its address leads nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic, Place
from build_scripts.difference.names import shown
from build_scripts.difference.parts import Part, fresh, parts, tells
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.model import CITED, Change, Fact, Site, Versioned

ADDRESSED = {"facts": "fact", "sources": "source", "pages": "page", "charts": "chart"}
KINDS = "correction (we were wrong), revision (a source or our judgement changed) or update (time went on)"


def unexplained(before: Site, after: Site) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for id, old in before.facts.items():
        new = after.facts.get(id)
        if new is not None:
            found += _of_fact(old, new, before, after)
    for collection in CITED:
        for id, cited in before.collection(collection).items():
            now = after.collection(collection).get(id)
            if now is not None:
                found += [*_rewritten(cited, now, after)]
                found += [*_reworded(cited, now, before, after)] if collection != "facts" else []
    return [*found, *_lost(before, after)]


def _of_fact(old: Fact, new: Fact, before: Site, after: Site) -> Iterator[Diagnostic]:
    entries = fresh(old, new)
    explaining = [change for change in entries if change.kind != "wording"]
    for part in parts(old, new, before, after):
        place = after.spot("facts", new.id, *part.path)
        if not explaining:
            message = f'fact "{new.id}" changed from {_quoted(part)}, and nothing says why'
            yield Diagnostic("unexplained-change", message, place, hint=_hint(part, entries, new))
        elif not any(tells(change.was, part, old, before) for change in explaining):
            said = " or ".join(f'"{change.was}"' for change in explaining)
            message = f'fact "{new.id}" changed from {_quoted(part)}, and its new entry says that it was {said}'
            hint = f'was: "{part.before}", in an entry of changes'
            yield Diagnostic("unexplained-change", message, after.spot("facts", new.id, "changes"), hint=hint)
    if not entries and not isinstance(new, (Figure, Superlative)) and old.statement != new.statement:
        message = f'fact "{new.id}" says in other words what is all that it says'
        said = shown(old.statement, before, old)
        hint = f'if more than the words changed, add an entry to its changes; it said: "{said}"'
        place = after.spot("facts", new.id, "statement")
        yield Diagnostic("unexplained-change", message, place, severity="warning", hint=hint)


def _quoted(part: Part) -> str:
    what = "" if part.name == "figure" else f"the {part.name} "
    return f'{what}"{part.before}" to "{part.after}"'


def _hint(part: Part, entries: list[Change], new: Fact) -> str:
    if entries:
        return "its new entry is of the kind wording, which explains words only: make it correction, revision or update"
    worked = "its inputs changed: " if isinstance(new, Figure) and new.derived else ""
    return f'{worked}add to its changes: on, kind: {KINDS}, was: "{part.before}", why'


def _reworded(old: Versioned, new: Versioned, before: Site, after: Site) -> Iterator[Diagnostic]:
    """The finding of a chart or page, as it is written: a figure in it that changed is told at its own record."""
    if old.headline != new.headline and not fresh(old, new):
        message = f'{ADDRESSED[new.collection]} "{new.id}" is cited under other words than before'
        said = shown(old.headline, before)
        hint = f'if more than the wording changed, add an entry to its changes; it said: "{said}"'
        place = after.spot(new.collection, new.id, new.heading)
        yield Diagnostic("unexplained-change", message, place, severity="warning", hint=hint)


def _rewritten(old: Versioned, new: Versioned, after: Site) -> Iterator[Diagnostic]:
    for change in fresh(new, old):
        name = f'{ADDRESSED[new.collection]} "{new.id}"'
        message = f'{name}: the change of {change.on} from "{change.was}" is no longer in its history'
        hint = "history is only added to: put the entry back, and add another one if it was wrong"
        yield Diagnostic("rewritten-history", message, after.spot(new.collection, new.id, "changes"), hint=hint)


def _lost(before: Site, after: Site) -> Iterator[Diagnostic]:
    folder = after.spot("config", "site").path.rpartition("/")[0]
    known = {(retired.collection, id) for id, retired in after.retired.items()}
    for collection, word in ADDRESSED.items():
        for id in before.collection(collection):
            if id not in after.collection(collection) and (collection, id) not in known:
                message = f'{word} "{id}" is gone, and its address leads nowhere'
                hint = "add it to retired.yml: id, collection, reason, on, and the successor if it has one"
                yield Diagnostic("lost-record", message, Place(f"{folder}/retired.yml"), hint=hint)
