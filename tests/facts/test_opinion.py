"""Opinions: judgements."""

from __future__ import annotations

from typing import Any

from build_scripts.facts.opinion import Opinion


def test_opinion_may_have_a_verdict(fields: dict[str, Any]) -> None:
    """Usually that it is one."""
    made = Opinion.model_validate(
        {"kind": "opinion", **fields, "verdict": {"is": "opinion", "because": "A judgement."}}
    )
    assert made.verdict is not None
    assert ("opinion", ()) == (made.verdict.word, made.verdict.opposing)
