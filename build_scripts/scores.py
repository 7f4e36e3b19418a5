"""`content/gates.lock`: what the mutation test counted last, and on which day. The method page shows it."""

from __future__ import annotations

import json
from datetime import date

from build_scripts.model import Score, Scores

LOCK = "gates.lock"
COUNTS = ("caught", "total", "text_caught", "text_total", "shape")


def read(text: str) -> Scores | None:
    """The lock's content; None where it is not what `written` wrote."""
    try:
        data = json.loads(text)
        rows = tuple(
            Score(str(row["kind"]), str(row["rest"]), *(_count(row[name]) for name in COUNTS)) for row in data["kinds"]
        )
        gates = {str(gate): _count(n) for gate, n in data["gates"].items()}
        survivors = {str(reason): _count(n) for reason, n in data["survivors"].items()}
        return Scores(date.fromisoformat(data["on"]), rows, gates, survivors)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(value)
    return value


def written(scores: Scores) -> str:
    """The lock as a file, a line for each row, sorted: two runs on the same content give the same bytes."""
    rows = [
        {"kind": s.kind, "rest": s.rest, **{name: getattr(s, name) for name in COUNTS}}
        for s in sorted(scores.rows, key=lambda s: (s.kind, s.rest))
    ]
    lines = ",\n".join(f"  {json.dumps(row)}" for row in rows)
    gates, survivors = (
        json.dumps(dict(sorted(found.items())), indent=1).replace("\n", "\n ")
        for found in (scores.gates, scores.survivors)
    )
    head = f'{{\n "on": "{scores.on.isoformat()}",\n "kinds": [\n{lines}\n ],\n'
    return f'{head} "gates": {gates},\n "survivors": {survivors}\n}}\n'
