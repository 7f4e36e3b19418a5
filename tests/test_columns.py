"""What the columns say that other modules know."""

from __future__ import annotations

from build_scripts.columns import KINDS
from build_scripts.registry import modules


def test_kinds_are_those_of_facts() -> None:
    """Each kind that has a module; a series is a record of several facts, not a fact."""
    assert set(modules("facts")) - {"series"} == set(KINDS)
