"""The kinds of fact that hold no figure: what they share."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from build_scripts.model import Fact
from build_scripts.registry import modules

KINDS = ("event", "opinion", "plan", "statement")


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    word: str = request.param
    return word


def made(kind: str, fields: dict[str, Any]) -> Fact:
    """A record of the kind whose module has that name."""
    record: Fact = modules("facts")[kind].Record.model_validate({"kind": kind, **fields})
    return record


def test_module_holds_the_class_of_its_name(kind: str, fields: dict[str, Any]) -> None:
    """The module's record is the class that the rest of the program knows."""
    assert getattr(modules("facts")[kind], kind.capitalize()) is type(made(kind, fields))


def test_it_holds_what_every_fact_holds(kind: str, fields: dict[str, Any]) -> None:
    """Its statement is its content; what is not said is not made up."""
    fact = made(kind, fields)
    assert (kind, "There are ${this}.", "2024", None, (), None) == (
        fact.kind, fact.statement, fact.period.text, fact.verdict, fact.conflicts, fact.series,
    )  # fmt: skip


@pytest.mark.parametrize("missing", ["id", "label", "statement", "period", "said_by", "evidence"])
def test_what_no_fact_can_do_without(kind: str, fields: dict[str, Any], missing: str) -> None:
    """Who says what of when, and where it stands."""
    with pytest.raises(ValidationError, match=missing):
        made(kind, {name: value for name, value in fields.items() if name != missing})


def test_it_has_no_figure(kind: str, fields: dict[str, Any]) -> None:
    """A number that matters is a figure record of its own."""
    with pytest.raises(ValidationError, match="value"):
        made(kind, {**fields, "value": "8"})


def test_it_needs_evidence(kind: str, fields: dict[str, Any]) -> None:
    """At least one place where a source says it."""
    with pytest.raises(ValidationError, match="at least 1 item"):
        made(kind, {**fields, "evidence": []})


@pytest.mark.parametrize("other", ["figure", "no-such", "Statement", ""])
def test_it_is_no_other_kind(kind: str, fields: dict[str, Any], other: str) -> None:
    """The word is that of its file."""
    with pytest.raises(ValidationError, match="kind"):
        made(kind, {**fields, "kind": other})
