"""Statements: claims without a figure."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from build_scripts.facts.statement import Record, Statement


def test_kind_is_statement() -> None:
    """The module's record is the class that the rest of the program knows."""
    assert Statement is Record


def test_it_holds_what_every_fact_holds(fields: dict[str, Any]) -> None:
    """Its statement is its content; what is not said is not made up."""
    made = Statement.model_validate({"kind": "statement", **fields})
    assert ("There are ${this}.", "2024", None, (), None) == (
        made.statement, made.period.text, made.verdict, made.conflicts, made.series,
    )  # fmt: skip


@pytest.mark.parametrize("missing", ["id", "label", "statement", "period", "said_by", "evidence"])
def test_what_no_fact_can_do_without(fields: dict[str, Any], missing: str) -> None:
    """Who says what of when, and where it stands."""
    with pytest.raises(ValidationError, match=missing):
        Statement.model_validate(
            {"kind": "statement", **{name: value for name, value in fields.items() if name != missing}}
        )


def test_it_has_no_figure(fields: dict[str, Any]) -> None:
    """A number that matters is a figure record of its own."""
    with pytest.raises(ValidationError, match="value"):
        Statement.model_validate({"kind": "statement", **fields, "value": "8"})


@pytest.mark.parametrize("kind", ["figure", "opinion", "Statement", ""])
def test_statement_is_no_other_kind(fields: dict[str, Any], kind: str) -> None:
    """The word is that of its file."""
    with pytest.raises(ValidationError, match="kind"):
        Statement.model_validate({"kind": kind, **fields})
