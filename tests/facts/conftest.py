"""What every kind of fact needs."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def fields() -> dict[str, Any]:
    """The keys that no kind can do without."""
    evidence = {"source": "port-yearbook", "printed": "8 ferries"}
    text = {"id": "x", "label": "Ferries", "statement": "There are ${this}."}
    return {**text, "period": "2024", "said_by": "mayor", "evidence": [evidence]}
