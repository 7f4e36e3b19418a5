"""Superlatives: a rank among something, by something."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from build_scripts.facts.superlative import Record, Superlative

SCOPE = {"kind": "superlative", "direction": "most", "by": "length", "among": "quays of the coast"}


def test_kind_is_superlative() -> None:
    """The module's record is the class that the rest of the program knows."""
    assert Superlative is Record


def test_first_of_an_unstated_time_unless_it_is_said(fields: dict[str, Any]) -> None:
    """ "The longest quay" says no more than that."""
    made = Superlative.model_validate({**fields, **SCOPE})
    assert (1, "unstated", False) == (made.rank, made.window, made.one_of)


@pytest.mark.parametrize("window", ["all-time", "unstated", "2010/2020"])
def test_window_is_a_word_or_a_period(fields: dict[str, Any], window: str) -> None:
    """Over what time it is the sixth longest."""
    made = Superlative.model_validate({**fields, **SCOPE, "rank": "6", "window": window, "one_of": "yes"})
    assert (6, window, True) == (made.rank, str(made.window), made.one_of)


@pytest.mark.parametrize("missing", ["direction", "by", "among"])
def test_scope_is_needed(fields: dict[str, Any], missing: str) -> None:
    """A superlative without its measure and its field is praise."""
    with pytest.raises(ValidationError, match=missing):
        Superlative.model_validate({name: value for name, value in {**fields, **SCOPE}.items() if name != missing})


@pytest.mark.parametrize(
    ("key", "value"), [("rank", "first"), ("direction", "best"), ("window", "ever"), ("value", "6")]
)
def test_scope_has_fixed_words(fields: dict[str, Any], key: str, value: str) -> None:
    """And no figure beside the rank."""
    with pytest.raises(ValidationError, match=key):
        Superlative.model_validate({**fields, **SCOPE, key: value})
