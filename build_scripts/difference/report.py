"""A difference written down: for a terminal, for a pull request, for a program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field

from build_scripts import diagnostics
from build_scripts.diagnostics import Diagnostic
from build_scripts.difference.compare import Difference, Figures, Sentence
from build_scripts.model import Change
from build_scripts.references import SINGULAR

FORMS = ("text", "markdown", "json")
SHOWN = 12
"""How many pages are named for one figure; all stand in the list of pages."""


@dataclass
class Item:
    """One thing that changed: what it is, what it was, what it is now, and what follows from it."""

    head: str
    before: str | None = None
    after: str | None = None
    notes: list[str] = field(default_factory=list)
    below: list[Item] = field(default_factory=list)


def report(found: Difference, problems: Sequence[Diagnostic], texts: dict[str, str], form: str = "text") -> str:
    """`problems` are what changed without a word; `texts` are the newer edition's files, for excerpts."""
    if form == "json":
        value = {**asdict(found), "diagnostics": json.loads(diagnostics.as_json(problems))}
        return json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    if form == "markdown":
        return _markdown(found, problems)
    errors = sum(d.severity == "error" for d in problems)
    counts = ", ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in ((errors, "error"), (len(problems) - errors, "warning")))
    return "\n\n".join(filter(None, (_text(found), diagnostics.as_text(problems, texts), counts)))


def _plain(value: object) -> object:
    if isinstance(value, Change):
        return {"on": value.on.isoformat(), "kind": value.kind, "was": value.was, "why": value.why}
    raise TypeError(f"{value!r} has no JSON")


# --- the outline: the same for readers of text and of Markdown ------------------------------------------


def outline(found: Difference) -> dict[str, list[Item]]:
    """Headings with what stands under them; empty ones are left out."""
    changed_facts = {changed.id for changed in found.figures}
    sections = {
        "Figures and verdicts": [_figure(changed, found) for changed in found.figures],
        "Numbers of records": [Item(count.key, str(count.before), str(count.after)) for count in found.counts],
        "Sentences": [_sentence(s) for s in found.sentences if not any(key.startswith("fact:") for key in s.because)],
        "Charts": [
            Item(_named("chart", chart.id, chart.name), below=[Item("", was, now) for was, now in chart.rows]) for chart in found.charts
        ],
        "Other fields": [
            Item(f"{_named(SINGULAR[f.collection], f.id, f.name)}: {f.field}", f.before, f.after)
            for f in found.fields
            if not (f.collection == "facts" and f.id in changed_facts)
        ],
        "Records": [
            Item(f"{r.what}: {_named(SINGULAR[r.collection], r.id, r.name)}{f' -> {r.to}' if r.to else ''}", notes=[r.text] if r.text else [])
            for r in found.records
        ],
        "Pages": [Item(f"{page.what}: {page.path} ({page.title})") for page in found.pages or ()],
    }
    return {title: items for title, items in sections.items() if items}


def _figure(changed: Figures, found: Difference) -> Item:
    """A fact that changed, and everything that shows it."""
    first, *others = changed.parts
    item = Item(_named("fact", changed.id, changed.name) + _part(first.name), first.before, first.after)
    item.below = [Item(part.name, part.before, part.after) for part in others]
    item.below += [Item(f.field, f.before, f.after) for f in found.fields if (f.collection, f.id) == ("facts", changed.id)]
    item.notes = [f"{c.kind} of {c.on}: {c.why} It was: {c.was}" for c in changed.entries] or ["no entry of its changes says why"]
    if changed.derived:
        item.notes.append("our own arithmetic over other facts")
    quoting = [s for s in found.sentences if f"fact:{changed.id}" in s.because]
    item.below += map(_sentence, sorted(quoting, key=lambda s: (s.collection, s.id) != ("facts", changed.id)))  # its own first
    for result in changed.results:
        item.below.append(Item(f"worked out from it: {_named('fact', result.id, result.name)}", result.before, result.after))
    names = {chart.id: chart.name for chart in found.charts}
    item.notes += [f"drawn in: {_named('chart', id, names[id])}" for id in changed.charts]
    if changed.pages:
        more = len(changed.pages) - SHOWN
        item.notes.append(f"shown on: {', '.join(changed.pages[:SHOWN])}" + (f" and {more} more" if more > 0 else ""))
    return item


def _part(name: str) -> str:
    return "" if name == "figure" else f": {name}"


def _sentence(sentence: Sentence) -> Item:
    head = f"{_named(SINGULAR[sentence.collection], sentence.id, sentence.name)}: {sentence.field}"
    return Item(head, sentence.before or "", sentence.after or "")


def _named(word: str, id: str, name: str) -> str:
    return f"{word} “{name}” ({id})"


def _headline(found: Difference) -> str:
    results = {result.id for changed in found.figures for result in changed.results}
    numbers = (
        (len(found.figures), "figure or verdict", "figures and verdicts"), (len(results), "derived fact", "derived facts"),
        (len(found.sentences), "sentence", "sentences"), (len(found.charts), "chart", "charts"),
        (len(found.records), "record is new or gone", "records are new or gone"), (len(found.pages or ()), "page", "pages"),
    )  # fmt: skip
    told = [f"{n} {one if n == 1 else many}" for n, one, many in numbers if n]
    if not told and not found.fields:
        return "A reader sees no difference."
    unknown = "" if found.pages is not None else " The pages could not be compared: an edition does not pass today's checks."
    return f"What a reader sees otherwise: {', '.join(told) or 'nothing in words'}.{unknown}"


# --- text and Markdown ----------------------------------------------------------------------------------


def _text(found: Difference) -> str:
    lines = [_headline(found)]
    for title, items in outline(found).items():
        lines += ["", title.upper(), *(line for item in items for line in _rows(item, "  "))]
    return "\n".join(lines)


def _rows(item: Item, indent: str) -> Iterator[str]:
    if item.head:
        yield indent + item.head
        indent += "  "
    for sign, words in (("-", item.before), ("+", item.after)):
        if words:
            yield f"{indent}{sign} {words}"
    yield from (f"{indent}{note}" for note in item.notes)
    for below in item.below:
        yield from _rows(below, indent)


def _markdown(found: Difference, problems: Sequence[Diagnostic]) -> str:
    lines = [_headline(found)]
    if problems:
        lines += ["", "## Not explained", ""]
        lines += [f"- {d.place}: {d.severity} `{d.code}`: {_escaped(d.message)}<br>{_escaped(d.hint)}" for d in problems]
    for title, items in outline(found).items():
        lines += ["", f"## {title}", "", *(line for item in items for line in _bullets(item, ""))]
    return "\n".join(lines)


def _bullets(item: Item, indent: str) -> Iterator[str]:
    changed = f"~~{_escaped(item.before)}~~ → " if item.before else ""
    told = f"{changed}{_escaped(item.after) if item.after else 'nothing'}" if item.before or item.after else ""
    head = f"**{_escaped(item.head)}**" if item.head else ""
    yield f"{indent}- {'<br>'.join(part for part in (head, told) if part)}"
    yield from (f"{indent}    - {_escaped(note)}" for note in item.notes)
    for below in item.below:
        yield from _bullets(below, indent + "    ")


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|~#])", r"\\\1", text)
