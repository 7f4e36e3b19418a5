"""What came of the mutants, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from build_scripts.model import Score, Scores
from build_scripts.mutation._kinds import SURVIVES, Outcome
from build_scripts.scores import COUNTS

REASONS = {
    "hole": "a rule should have seen it",
    "words": "it rests on other words of the paragraph, which a rule cannot understand",
    "reading": "it rests on a reading: nothing printed in the evidence says it",
    "choice": "the chart would show another fact, truly and under its own name",
    "judgement": "it rests on the editor's judgement alone",
    "copy": "record and quotation agree; only the source's text can tell",
}


def scored(outcomes: Iterable[Outcome], on: date) -> Scores:
    """By kind of change and by what the part rests on, in the order in which they came; hits on the shape apart."""
    rows: dict[tuple[str, str], Counter[str]] = {}
    gates: Counter[str] = Counter()
    survivors: Counter[str] = Counter()
    for outcome in outcomes:
        row = rows.setdefault((outcome.mutant.kind, outcome.mutant.rest), Counter())
        if outcome.gate == "shape":
            row["shape"] += 1
            continue
        row["total"] += 1
        if outcome.text is not None:
            row["text_total"] += 1
            row["text_caught"] += outcome.text
        if outcome.gate is None:
            survivors[SURVIVES[outcome.mutant.rest]] += 1
        else:
            row["caught"] += 1
            gates[outcome.gate] += 1
    made = tuple(
        Score(kind, rest, *(row[name] for name in COUNTS)) for (kind, rest), row in rows.items() if row["total"]
    )
    return Scores(on, made, gates, survivors)


def failed(scores: Scores) -> bool:
    """Did anything pass that a rule should see?"""
    return any(row.rest == "checked" and row.caught < row.total for row in scores.rows)


def as_text(scores: Scores) -> str:
    """The table as the command prints it."""
    lines = [f"{'kind of change':27}{'rests on':11}{'caught of all':>16}{'with the text':>16}{'shape':>7}"]
    for row in sorted(scores.rows, key=lambda r: (r.rest != "checked", r.kind, r.rest)):
        text = f"{row.text_caught} of {row.text_total}" if row.text_total else ""
        lines.append(f"{row.kind:27}{row.rest:11}{f'{row.caught} of {row.total}':>16}{text:>16}{row.shape or '':>7}")
    lines += [
        "",
        "by gate: " + ", ".join(f"{gate} {n}" for gate, n in sorted(scores.gates.items(), key=lambda g: (-g[1], g[0]))),
    ]
    lines += ["not caught:"] if scores.survivors else []
    lines += [f"  {n}: {REASONS[reason]}" for reason, n in sorted(scores.survivors.items(), key=lambda s: -s[1])]
    return "\n".join(lines)
