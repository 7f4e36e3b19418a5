"""What records said before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from build_scripts.history import Entry, entries, of, told
from build_scripts.loading import Loaded
from build_scripts.model import Site

CHANGES = {
    "facts/claims.yml": (
        "    against: [ferries-yearbook]\n",
        """\
    against: [ferries-yearbook]
  changes:
    - {on: 2025-04-01, kind: revision, was: not found, why: The yearbook came out.}
    - {on: 2025-05-01, kind: correction, was: "9 ferries", why: Misread.}
    - {on: 2025-05-02, kind: revision, was: qualified, why: "It differs from ${ferries-yearbook}."}
    - {on: 2025-05-03, kind: wording, was: There are 8 ferries., why: Plainer.}
""",
    ),
    "facts/others.yml": (
        'value: "1.31"\n',
        'value: "1.31"\n'
        "      changes: [{on: 2025-05-02, kind: update, was: 1.3 million tonnes, why: A later table.}]\n",
    ),
}


def summary(entry: Entry) -> tuple[str, int, str, str | None]:
    return entry.fact.id, entry.version, entry.about, entry.later


def test_newest_first(harbour: Callable[..., Loaded]) -> None:
    """Those of one day in the order of the records; each tells which version it made."""
    site = harbour(CHANGES).site
    assert site is not None
    assert [
        ("ferries-all", 5, "statement", None),
        ("ferries-all", 4, "verdict", None),
        ("freight-yearbook-2022", 2, "figure", None),
        ("ferries-yearbook", 2, "figure", None),
        ("ferries-all", 3, "figure", None),
        ("ferries-all", 2, "verdict", "qualified"),
    ] == [summary(entry) for entry in entries(site)]


def test_addresses(harbour: Callable[..., Loaded]) -> None:
    """A fact has a page of its own; the points of a series share one."""
    site = harbour(CHANGES).site
    assert site is not None
    fact, point = of(site.facts["ferries-yearbook"])[0], of(site.facts["freight-yearbook-2022"])[0]
    assert (
        "facts/ferries-yearbook.html#v2",
        "series/freight-yearbook.html#freight-yearbook-2022-v2",
        "ferries-yearbook-v2",
        "2 May 2025",
        date(2025, 5, 2),
    ) == (
        fact.on("facts/ferries-yearbook.html"),
        point.on("series/freight-yearbook.html#freight-yearbook-2022"),
        fact.name,
        fact.day,
        fact.change.on,
    )


def test_in_words(harbour: Callable[..., Loaded]) -> None:
    """Before, now and why, with the records behind the figures: what it is now, or what the next change replaced."""
    site = harbour(CHANGES).site
    assert site is not None
    assert [
        (
            "Before: There are 8 ferries. Now: The port runs 8 ferries. Plainer.",
            ("fact:ferries-all", "was:ferries-all"),
        ),
        (
            "Verdict before: qualified. Now: contradicted. It differs from 7 ferries.",
            ("fact:ferries-yearbook", "was:ferries-all"),
        ),
        ("Before: 9 ferries. Now: 8 ferries. Misread.", ("fact:ferries-all", "was:ferries-all")),
        ("Verdict before: not found. Now: qualified. The yearbook came out.", ("was:ferries-all",)),
    ] == [
        (text.replace("\N{NO-BREAK SPACE}", " "), keys)
        for text, keys in (told(e, site) for e in of(site.facts["ferries-all"]))
    ]


def test_a_record_that_never_changed(site: Site) -> None:
    """It has one version and no history."""
    assert (1, []) == (site.facts["quay-cost"].version, of(site.facts["quay-cost"]))
