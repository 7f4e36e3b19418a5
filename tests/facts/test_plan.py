"""Plans: what someone means to do."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from build_scripts.facts.plan import Plan, Record


def test_kind_is_plan() -> None:
    """The module's record is the class that the rest of the program knows."""
    assert Plan is Record


def test_it_holds_what_every_fact_holds(fields: dict[str, Any]) -> None:
    """Its statement is its content; what is not said is not made up."""
    made = Plan.model_validate({"kind": "plan", **fields})
    assert ("There are ${this}.", "2024", None, (), None) == (
        made.statement, made.period.text, made.verdict, made.conflicts, made.series,
    )  # fmt: skip


@pytest.mark.parametrize("missing", ["id", "label", "statement", "period", "said_by", "evidence"])
def test_what_no_fact_can_do_without(fields: dict[str, Any], missing: str) -> None:
    """Who says what of when, and where it stands."""
    with pytest.raises(ValidationError, match=missing):
        Plan.model_validate({"kind": "plan", **{name: value for name, value in fields.items() if name != missing}})


def test_it_has_no_figure(fields: dict[str, Any]) -> None:
    """A number that matters is a figure record of its own."""
    with pytest.raises(ValidationError, match="value"):
        Plan.model_validate({"kind": "plan", **fields, "value": "8"})


@pytest.mark.parametrize(("due", "expected"), [(None, None), ("2025/2027", {2025, 2026, 2027})])
def test_plan_may_say_when_it_is_due(fields: dict[str, Any], due: str | None, expected: set[int] | None) -> None:
    """Its period is when it was said to hold."""
    made = Plan.model_validate({"kind": "plan", **fields, **({"due": due} if due else {})})
    assert expected == (made.due and set(made.due.years))
