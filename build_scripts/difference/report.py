"""A difference written down: for a terminal, for a pull request, for a program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field

from build_scripts import diagnostics
from build_scripts.diagnostics import Diagnostic
from build_scripts.difference.findings import Difference, Figures, Record, Sentence
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
    return "\n\n".join(filter(None, (_text(found), diagnostics.as_text(problems, texts), _summed(problems))))


def _summed(problems: Sequence[Diagnostic]) -> str:
    errors = sum(d.severity == "error" for d in problems)
    counts = ((errors, "error"), (len(problems) - errors, "warning"))
    return ", ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in counts)


def _plain(value: object) -> object:
    if isinstance(value, Change):
        return {"on": value.on.isoformat(), "kind": value.kind, "was": value.was, "why": value.why}
    raise TypeError(f"{value!r} has no JSON")


# --- the outline: the same for readers of text and of Markdown ------------------------------------------


def outline(found: Difference) -> dict[str, list[Item]]:
    """Headings with what stands under them; empty ones are left out."""
    told = {changed.id for changed in found.figures}
    loose = [s for s in found.sentences if not any(key.startswith("fact:") for key in s.because)]
    others = [f for f in found.fields if f.collection != "facts" or f.id not in told]
    sections = {
        "Figures and verdicts": [_figure(changed, found) for changed in found.figures],
        "Numbers of records": [Item(count.key, str(count.before), str(count.after)) for count in found.counts],
        "Sentences": [_sentence(s) for s in loose],
        "Charts": [
            Item(_named("chart", chart.id, chart.name), below=[Item("", was, now) for was, now in chart.rows])
            for chart in found.charts
        ],
        "Other fields": [
            Item(f"{_named(SINGULAR[f.collection], f.id, f.name)}: {f.field}", f.before, f.after) for f in others
        ],
        "Records": [_record(record) for record in found.records],
        "Pages": [Item(f"{page.what}: {page.path} ({page.title})") for page in found.pages or ()],
    }
    return {title: items for title, items in sections.items() if items}


def _figure(changed: Figures, found: Difference) -> Item:
    """A fact that changed, and everything that shows it."""
    first, *others = changed.parts
    head = _named("fact", changed.id, changed.name)
    item = Item(head if first.name == "figure" else f"{head}: {first.name}", first.before, first.after)
    item.notes = [f"{c.kind} of {c.on}: {c.why} It was: {c.was}" for c in changed.entries]
    if not changed.entries:
        item.notes.append("no entry of its changes says why")
    if changed.derived:
        item.notes.append("our own arithmetic over other facts")
    names = {chart.id: chart.name for chart in found.charts}
    item.notes += [f"drawn in: {_named('chart', id, names[id])}" for id in changed.charts]
    if changed.pages:
        more = len(changed.pages) - SHOWN
        item.notes.append(f"shown on: {', '.join(changed.pages[:SHOWN])}" + (f" and {more} more" if more > 0 else ""))
    item.below = [Item(part.name, part.before, part.after) for part in others]
    item.below += [
        Item(f.field, f.before, f.after) for f in found.fields if f.collection == "facts" and f.id == changed.id
    ]
    quoting = [s for s in found.sentences if f"fact:{changed.id}" in s.because]
    own = [s for s in quoting if s.collection == "facts" and s.id == changed.id]
    item.below += [_sentence(s) for s in (*own, *(s for s in quoting if s not in own))]
    for result in changed.results:
        head = f"worked out from it: {_named('fact', result.id, result.name)}"
        item.below.append(Item(head, result.before, result.after))
    return item


def _sentence(sentence: Sentence) -> Item:
    head = f"{_named(SINGULAR[sentence.collection], sentence.id, sentence.name)}: {sentence.field}"
    return Item(head, sentence.before, sentence.after)


def _record(record: Record) -> Item:
    head = f"{record.what}: {_named(SINGULAR[record.collection], record.id, record.name)}"
    return Item(f"{head}, now {record.to}" if record.to else head, notes=[record.text] if record.text else [])


def _named(word: str, id: str, name: str) -> str:
    return f"{word} “{name}” ({id})"


def _headline(found: Difference) -> str:
    results = {result.id for changed in found.figures for result in changed.results}
    numbers = (
        (len(found.figures), "figure or verdict", "figures and verdicts"),
        (len(results), "derived fact", "derived facts"),
        (len(found.sentences), "sentence", "sentences"),
        (len(found.charts), "chart", "charts"),
        (len(found.fields), "other field", "other fields"),
        (len(found.records), "record that is new or gone", "records that are new or gone"),
        (len(found.pages or ()), "page", "pages"),
    )
    told = ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in numbers if n)
    lines = [f"What a reader sees otherwise: {told}." if told else "A reader sees no difference."]
    if found.pages is None:
        lines.append("The pages could not be compared: those of the older edition can no longer be rendered.")
    return " ".join(lines)


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
        told = [(f"{d.place}: {d.severity} `{d.code}`", _escaped(d.message), _escaped(d.hint)) for d in problems]
        lines += [f"- {'<br>'.join(filter(None, parts))}" for parts in told]
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
