"""Records that changed since they were held against the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from build_scripts import verification
from build_scripts.checks import not_re_verified
from build_scripts.model import Site, Verified


@pytest.fixture
def lock(site: Site) -> str:
    """As if the speech had been at hand."""
    source = site.sources["mayor-speech"]
    entries = {}
    for fact in site.claims:
        key = verification.key_of(fact, fact.evidence[0], source)
        record = verification.record_hash(fact, fact.evidence[0], source)
        entries[key] = Verified(record, verification.text_hash(source, key[2]), date(2025, 6, 1))
    return verification.written(entries)


def test_changed_record_is_a_warning(told: Callable[..., str], lock: str) -> None:
    """The build goes on: its page says so too."""
    expected = """
content/facts/claims.yml:84:16: warning[not-re-verified]
  fact "ferries-all" has changed since it was held against the text of "mayor-speech" on 2025-06-01
  |       printed: 8 ferries
  |                ^^^^^^^^^
  help: with a copy of the text at hand: python -m build_scripts verify --texts DIR
"""
    changes = {"verified.lock": lock, "facts/claims.yml": ("printed: eight ferries", "printed: 8 ferries")}
    assert expected.strip("\n") == told(changes)


def test_new_record_of_a_verified_source_is_a_warning(told: Callable[..., str], lock: str) -> None:
    """It was never held against the text."""
    expected = """
content/facts/claims.yml:149:48: warning[not-re-verified]
  fact "harbour-heart" was never held against the text of "mayor-speech"
  |     - {source: mayor-speech, at: "4", printed: the heart}
  |                                                ^^^^^^^^^
  help: with a copy of the text at hand: python -m build_scripts verify --texts DIR
"""
    without = "".join(line for line in lock.splitlines(keepends=True) if not line.startswith("harbour-heart "))
    assert expected.strip("\n") == told({"verified.lock": without})


def test_line_that_is_none_is_an_error(told: Callable[..., str], lock: str) -> None:
    """Left by a merge."""
    expected = """
content/verified.lock:1:1: error[bad-lock]
  this is no line of the lock
  | <<<<<<< ours
  | ^
  help: write it anew: python -m build_scripts verify --texts DIR
"""
    assert expected.strip("\n") == told({"verified.lock": "<<<<<<< ours\n" + lock})


def test_day_that_does_not_exist_is_an_error(told: Callable[..., str], lock: str) -> None:
    """Nobody verified on the thirtieth of February."""
    assert "content/verified.lock:3:1: error[bad-lock]" in told(
        {"verified.lock": lock.replace("2025-06-01", "2025-02-30", 1)}
    )


def test_unchanged_records_are_silent(told: Callable[..., str], lock: str) -> None:
    """All claims as they were; facts of other sources were never at stake."""
    assert "" == told({"verified.lock": lock})


def test_without_a_lock_nothing_is_told(site: Site) -> None:
    """No text was ever at hand."""
    assert [] == list(not_re_verified.check(replace(site, verified={})))
