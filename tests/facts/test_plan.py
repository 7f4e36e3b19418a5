"""Plans: what someone means to do."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.facts.plan import Plan


@pytest.mark.parametrize(("due", "expected"), [(None, None), ("2025/2027", {2025, 2026, 2027})])
def test_plan_may_say_when_it_is_due(fields: dict[str, Any], due: str | None, expected: set[int] | None) -> None:
    """Its period is when it was said to hold."""
    made = Plan.model_validate({"kind": "plan", **fields, **({"due": due} if due else {})})
    assert expected == (made.due and set(made.due.years))
