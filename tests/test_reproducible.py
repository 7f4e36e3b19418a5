"""The same commit gives the same bytes, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from building import ROOT, build, checkout, clone, contents

ELSEWHERE = {
    "LC_ALL": "C",
    "LANG": "C",
    "TZ": "Pacific/Kiritimati",
    "PYTHONHASHSEED": "17",
    "HOME": "/nonexistent",
    "COLUMNS": "40",
}
FAR = "2031-03-01 12:00:00"


def differing(one: Path, other: Path) -> list[str]:
    """The files that are not the same in both."""
    a, b = contents(one), contents(other)
    return sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name))


def later() -> list[str]:
    """What is put before a command so that it takes another day for today."""
    faketime = shutil.which("faketime")
    assert faketime, "no faketime: `make test` finds or installs it"
    return [faketime, FAR]


def test_same_bytes_elsewhere_and_later(committed: Path, tmp_path: Path) -> None:
    """Another folder, language, time zone, hash seed, home and year; and no drawing kept from before."""
    again = build(clone(committed.parent, tmp_path / "another folder, with spaces"), *later(), **ELSEWHERE)
    assert [] == differing(committed, again)


def test_pages_know_no_day_but_those_of_their_records(committed: Path) -> None:
    """The sitemap tells when pages were reviewed; today's date, yesterday's and tomorrow's stand nowhere."""
    days = {(datetime.now(UTC).date() + timedelta(n)).isoformat().encode() for n in (-1, 0, 1)}
    told = [name for name, data in contents(committed).items() if any(day in data for day in days)]
    lastmod = set(re.findall(r"<lastmod>(.*?)</lastmod>", (committed / "sitemap.xml").read_text("utf-8")))
    assert ([], {"2025-06-01"}) == (told, lastmod)


def test_same_bytes_where_no_commit_tells_a_date(tmp_path: Path) -> None:
    """A folder without its history, built now and in forty days."""
    for name, before in (("now", ()), ("later", later())):
        shutil.rmtree(checkout(tmp_path / name) / ".git")
        build(tmp_path / name, *before)
    assert [] == differing(tmp_path / "now" / "site", tmp_path / "later" / "site")


def test_other_content_gives_other_bytes(committed: Path, tmp_path: Path) -> None:
    """The comparison can fail: one word more, and its page, the index, the feed or the manifest tell."""
    root = checkout(tmp_path / "changed")
    terms = root / "content" / "terms.yml"
    terms.write_text(terms.read_text("utf-8").replace("definition: A ship", "definition: A stout ship"), "utf-8")
    assert {"glossary.html", "manifest.json", "search/search_index.json"} <= set(differing(committed, build(root)))


@pytest.mark.soak
@pytest.mark.timeout(1200)
def test_same_bytes_of_the_real_content(tmp_path: Path) -> None:
    """The explainer itself, both times with nothing drawn before."""
    root = checkout(tmp_path / "one", ROOT / "content")
    one, other = build(root), build(clone(root, tmp_path / "two" / "deeper"), *later(), **ELSEWHERE)
    assert [] == differing(one, other)
