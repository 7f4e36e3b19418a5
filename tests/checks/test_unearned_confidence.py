"""Facts that are called certain, and were met only in copies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

COPY = ("  kind: press\n", "  kind: republisher\n")
HIGH = ("  confidence: low\n", "")
CASES = {
    "a copy": (
        {"sources.yml": COPY, "facts/others.yml": HIGH},
        """
content/facts/others.yml:57:15: error[unearned-confidence]
  fact "dockers-2025" has high confidence, but was met only in republished copies: "evening-post"
  |     - source: evening-post
  |               ^^^^^^^^^^^^
  help: confidence: medium, or add the evidence of a source that is no copy
""",
    ),
    "a copy, with less confidence": ({"sources.yml": COPY}, ""),
    "no copy": ({"facts/others.yml": HIGH}, ""),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, or none."""
    assert expected.strip("\n") == told(changes)
