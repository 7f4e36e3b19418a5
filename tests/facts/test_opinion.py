"""Opinions: judgements."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from build_scripts.facts.opinion import Opinion, Record


def test_kind_is_opinion() -> None:
    """The module's record is the class that the rest of the program knows."""
    assert Opinion is Record


def test_it_holds_what_every_fact_holds(fields: dict[str, Any]) -> None:
    """Its statement is its content; what is not said is not made up."""
    made = Opinion.model_validate({"kind": "opinion", **fields})
    assert ("There are ${this}.", "2024", None, (), None) == (
        made.statement, made.period.text, made.verdict, made.conflicts, made.series,
    )  # fmt: skip


@pytest.mark.parametrize("missing", ["id", "label", "statement", "period", "said_by", "evidence"])
def test_what_no_fact_can_do_without(fields: dict[str, Any], missing: str) -> None:
    """Who says what of when, and where it stands."""
    with pytest.raises(ValidationError, match=missing):
        Opinion.model_validate(
            {"kind": "opinion", **{name: value for name, value in fields.items() if name != missing}}
        )


def test_it_has_no_figure(fields: dict[str, Any]) -> None:
    """A number that matters is a figure record of its own."""
    with pytest.raises(ValidationError, match="value"):
        Opinion.model_validate({"kind": "opinion", **fields, "value": "8"})


def test_opinion_may_have_a_verdict(fields: dict[str, Any]) -> None:
    """Usually that it is one."""
    made = Opinion.model_validate(
        {"kind": "opinion", **fields, "verdict": {"is": "opinion", "because": "A judgement."}}
    )
    assert made.verdict is not None
    assert ("opinion", ()) == (made.verdict.word, made.verdict.opposing)
