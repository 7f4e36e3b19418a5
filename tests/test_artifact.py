"""A file to be."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from build_scripts.artifact import Artifact


def test_file_without_a_record() -> None:
    """It has a path and a body; nothing else need be known."""
    artifact = Artifact("a/b.md", "text")
    assert ("a/b.md", "text", None, {}) == (artifact.path, artifact.body, artifact.origin, artifact.traces)


def test_what_was_made_stays_as_it_was_made() -> None:
    """Whoever writes it writes what was rendered."""
    artifact = Artifact("a", b"\x00", ("content/a.yml", 3))
    with pytest.raises(FrozenInstanceError):
        artifact.body = b"\x01"  # type: ignore[misc]


def test_two_files_share_no_traces() -> None:
    """Each has its own."""
    assert Artifact("a", "").traces is not Artifact("b", "").traces
