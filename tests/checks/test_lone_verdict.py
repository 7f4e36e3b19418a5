"""Confirmed claims that nothing independent supports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = {
    "nothing named": (
        {"facts/claims.yml": ("    for: [freight-yearbook-2024]\n", "    beside: [freight-yearbook-2024]\n")},
        """
content/facts/claims.yml:23:9: error[lone-verdict]
  fact "freight-2024" is confirmed, but nothing supports it
  |     is: confirmed
  |         ^^^^^^^^^
  help: name an independent fact under for, or choose a verdict that promises less
""",
    ),
    "the claim's own publisher": (
        {"sources.yml": ("  publisher: Port Office\n", "  publisher: Town Hall of Sund\n")},
        """
content/facts/claims.yml:23:9: error[lone-verdict]
  fact "freight-2024" is confirmed, but what supports it comes from its own source or speaker
  |     is: confirmed
  |         ^^^^^^^^^
  help: name an independent fact under for, or choose a verdict that promises less
""",
    ),
    "unknown independence": (
        {
            "sources.yml": (
                "url: https://port.example/yearbook\n  kind: official\n  language: en\n  independence: original\n",
                "url: https://port.example/yearbook\n  kind: official\n  language: en\n",
            )
        },
        """
content/facts/claims.yml:23:9: error[lone-verdict]
  fact "freight-2024" is confirmed, but the independence of "port-yearbook" is not known
  |     is: confirmed
  |         ^^^^^^^^^
  help: name an independent fact under for, or choose a verdict that promises less
""",
    ),
    "a verdict that promises less": ({"facts/claims.yml": ("    is: confirmed\n", "    is: plausible\n")}, ""),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, or none."""
    assert expected.strip("\n") == told(changes)
