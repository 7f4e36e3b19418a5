"""Content problems as values: what is wrong, where, and how to mend it.

A diagnostic is data. Checks yield them, `pipeline` collects them, `cli` prints them;
an exception means a bug in this program, never a mistake in `content/`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a content file; `line` and `column` count from 1."""

    path: str
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Diagnostic:
    """One problem, told once, with every place it touches."""

    code: str
    message: str
    place: Place
    severity: Severity = "error"
    hint: str = ""
    touches: tuple[tuple[Place, str], ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        return (self.place.path, self.place.line, self.place.column, self.code, self.message)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file and line, each only once."""
    return sorted(dict.fromkeys(diagnostics), key=lambda d: d.order)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.severity == "error" for d in diagnostics)


def suggest(word: str, known: Iterable[str]) -> str:
    """ "did you mean …?" for a misspelt word, or nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""


def as_text(diagnostics: Sequence[Diagnostic], sources: dict[str, str]) -> str:
    """For people. `sources` maps a path to the file's text, for the excerpt under the caret."""
    blocks = []
    for d in diagnostics:
        lines = [f"{d.place}: {d.severity}[{d.code}]", f"  {d.message}"]
        lines += _excerpt(d.place, sources)
        lines += [f"  touches {place}: {what}" for place, what in d.touches]
        if d.hint:
            lines.append(f"  help: {d.hint}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _excerpt(place: Place, sources: dict[str, str]) -> list[str]:
    rows = sources.get(place.path, "").splitlines()
    if not 1 <= place.line <= len(rows):
        return []
    row = rows[place.line - 1]
    # A long line is cut around the caret, so that the excerpt stays within a screen.
    start = max(0, place.column - 60)
    shown = row[start : start + 100]
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in shown)
    caret = " " * (place.column - 1 - start) + "^" * max(1, min(place.width, 100 - (place.column - 1 - start)))
    return [f"  | {shown}".rstrip(), f"  | {caret}"]


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    return json.dumps([_plain(d) for d in diagnostics], ensure_ascii=False, indent=2)


def _plain(d: Diagnostic) -> dict[str, object]:
    return {
        "code": d.code,
        "severity": d.severity,
        "message": d.message,
        "path": d.place.path,
        "line": d.place.line,
        "column": d.place.column,
        "hint": d.hint,
        "touches": [{"path": p.path, "line": p.line, "column": p.column, "what": w} for p, w in d.touches],
    }


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Workflow commands, so that each problem shows at its line in a pull request."""
    return "\n".join(
        f"::{d.severity} file={_property(d.place.path)},line={d.place.line},col={d.place.column},"
        f"title={_property(d.code)}::{_data(d.message + (f' ({d.hint})' if d.hint else ''))}"
        for d in diagnostics
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
