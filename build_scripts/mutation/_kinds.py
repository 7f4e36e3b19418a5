"""A mutant, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

SEED = 20250206

Raw = dict[str, Any]
Rest = Literal["checked", "block", "reading", "choice", "judgement", "text"]
"""What the changed part rests on: checked by a rule; other words of the same block; a reading with a reason; an
editor's choice among true things; an editor's judgement; the text of the source alone."""
SURVIVES: dict[str, str] = {
    "checked": "hole",
    "block": "words",
    "reading": "reading",
    "choice": "choice",
    "judgement": "judgement",
    "text": "copy",
}
"""The reason why what rests on it may not be caught; "hole" is none: a rule should have seen it."""


@dataclass(frozen=True)
class Mutant:
    """`kind` of change, of the record or file `id`."""

    kind: str
    id: str
    rest: Rest


@dataclass(frozen=True)
class Outcome:
    """`gate`: the rule that caught it, "shape" where the record could not be read, None where nothing did.

    `text`: whether it is caught with the source's text at hand; None where that text is not.
    """

    mutant: Mutant
    gate: str | None
    text: bool | None = None
