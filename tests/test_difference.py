"""Two editions of the made-up site: what a reader sees otherwise, and what changed without a word."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import HARBOUR, TODAY

from build_scripts import pipeline
from build_scripts.cli import main
from build_scripts.diagnostics import as_text, has_errors, in_order
from build_scripts.difference import Edition, compare, opened, report, unexplained
from build_scripts.difference.findings import Difference
from build_scripts.difference.findings import Result as Outcome
from build_scripts.difference.revision import NoContent
from build_scripts.loading import Loaded

Check = Callable[[dict[str, Any]], Loaded]

YEARBOOK = (
    'value: "1.26"\n      evidence: [{source: port-yearbook, printed: "1.26 million tonnes"',
    'value: "1.28"\n      evidence: [{source: port-yearbook, printed: "1.28 million tonnes"',
)
"""A figure of a series, and what the source prints."""
EXPLAINED = (
    YEARBOOK[0],
    'value: "1.28"\n'
    "      changes: [{on: 2025-06-14, kind: correction, was: 1.26 million tonnes, why: A sum was wrong.}]\n"
    '      evidence: [{source: port-yearbook, printed: "1.28 million tonnes"',
)
WHOLE = """\
What a reader sees otherwise: 1 figure or verdict, 5 sentences, 1 chart, 1 other field, 9 pages.

FIGURES AND VERDICTS
  fact “Freight through the port, 2024” (freight-yearbook-2024)
    - 1.26~million~tonnes
    + 1.28~million~tonnes
    no entry of its changes says why
    drawn in: chart “The port handles less freight than in 2021” (freight-bars)
    shown on: all-facts.html, charts/freight-bars.html, facts/freight-2024.html, index.html, places.html, \
series/freight-yearbook.html, sources.html, traffic.html, who.html
    evidence port-yearbook, printed
      - 1.26 million tonnes
      + 1.28 million tonnes
    fact “Freight through the port, 2024” (freight-yearbook-2024): statement
      - The port handled 1.26 million tonnes in 2024.
      + The port handled 1.28 million tonnes in 2024.
    fact “Freight through the port, 2024” (freight-2024): verdict, reason
      - The yearbook gives 1.26 million tonnes, which is more.
      + The yearbook gives 1.28 million tonnes, which is more.
    page “Traffic” (traffic): section said, text
      - The yearbook for 2024 says 1.26 million tonnes.
      + The yearbook for 2024 says 1.28 million tonnes.
    page “Traffic” (traffic): key points, 1
      - The yearbook gives 1.26 million tonnes in 2024.
      + The yearbook gives 1.28 million tonnes in 2024.
    chart “The port handles less freight than in 2021” (freight-bars): description
      - The longest is 2021 (1.40 million tonnes), the shortest 2024 (1.26 million tonnes).
      + The longest is 2021 (1.40 million tonnes), the shortest 2024 (1.28 million tonnes).

CHARTS
  chart “The port handles less freight than in 2021” (freight-bars)
    - 2024 · 1.26~million · Port Office
    + 2024 · 1.28~million · Port Office

PAGES
  changed: all-facts.html (All facts)
  changed: charts/freight-bars.html (The port handles less freight than in 2021)
  changed: facts/freight-2024.html (Over 1.25~million~tonnes: Freight through the port)
  changed: index.html (Is the port of Sund growing again?)
  changed: places.html (Places)
  changed: series/freight-yearbook.html (Freight through the port)
  changed: sources.html (Sources)
  changed: traffic.html (Traffic)
  changed: who.html (People)

content/facts/others.yml:19:14: error[unexplained-change]
  fact "freight-yearbook-2024" changed from "1.26~million~tonnes" to "1.28~million~tonnes", and nothing says why
  |       value: "1.28"
  |              ^^^^^^
  help: add to its changes: on, kind: correction (we were wrong), revision (a source or our judgement changed) or \
update (time went on), was: "1.26~million~tonnes", why

1 error, 0 warnings"""


@pytest.fixture(scope="module")
def old() -> Loaded:
    """The made-up site as it is."""
    return pipeline.checked(HARBOUR, today=TODAY)


def difference(before: Loaded, after: Loaded) -> Difference:
    """The newer edition must pass the checks: only then do readers see it."""
    assert before.site is not None
    assert after.site is not None
    assert "" == as_text(after.diagnostics, after.texts)
    return compare(Edition(before.site, not has_errors(before.diagnostics)), Edition(after.site))


def problems(before: Loaded, after: Loaded) -> str:
    """What changed without a word, as an editor reads it, without excerpts."""
    assert before.site is not None
    assert after.site is not None
    return spaced(as_text(in_order(unexplained(before.site, after.site)), {}))


def whole(before: Loaded, after: Loaded, form: str = "text") -> str:
    assert before.site is not None
    assert after.site is not None
    found = in_order(unexplained(before.site, after.site))
    return report(difference(before, after), found, after.texts, form)


def spaced(text: str) -> str:
    """The no-break spaces of figures, made visible."""
    return text.replace("\N{NO-BREAK SPACE}", "~")


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def sentences(found: Difference) -> list[tuple[str, str, str | None, str | None]]:
    """Record, field, before and after, without no-break spaces."""
    told = [(s.id, s.field, s.before, s.after) for s in found.sentences]
    return [tuple(part and plain(part) for part in s) for s in told]  # type: ignore[misc]


# --- figures --------------------------------------------------------------------------------------------


def test_a_changed_figure_with_all_that_shows_it(old: Loaded, harbour: Check) -> None:
    """Sentences, charts and pages, before and after; and that nothing says why."""
    new = harbour({"facts/others.yml": YEARBOOK})
    assert WHOLE.replace("~", " ") == plain(whole(old, new))


def test_figures_keep_their_no_break_spaces(old: Loaded, harbour: Check) -> None:
    """In the head of a figure; what is copied into `was` compares all the same."""
    found = difference(old, harbour({"facts/others.yml": YEARBOOK}))
    assert [("1.26~million~tonnes", "1.28~million~tonnes")] == [
        (spaced(part.before), spaced(part.after)) for changed in found.figures for part in changed.parts
    ]


def test_the_same_content_reads_the_same(old: Loaded, harbour: Check) -> None:
    """No difference, no problem."""
    assert "A reader sees no difference.\n\n0 errors, 0 warnings" == whole(old, harbour({}))


def test_an_entry_explains(old: Loaded, harbour: Check) -> None:
    """A new entry of `changes` that tells the old figure is all that is needed, and is told."""
    new = harbour({"facts/others.yml": EXPLAINED})
    told = whole(old, new)
    assert ("", True, True) == (
        problems(old, new),
        "\n    correction of 2025-06-14: A sum was wrong. It was: 1.26 million tonnes\n" in told,
        told.endswith("\n\n0 errors, 0 warnings"),
    )


def test_an_old_entry_explains_nothing_new(harbour: Check) -> None:
    """The yearbook's ferries were corrected once; a second change needs a second entry."""
    ferries = [('value: "7"', 'value: "9"'), ("printed: 7 ferries", "printed: 9 ferries")]
    expected = """\
content/facts/others.yml:29:10: error[unexplained-change]
  fact "ferries-yearbook" changed from "7~ferries" to "9~ferries", and nothing says why
  help: add to its changes: on, kind: correction (we were wrong), revision (a source or our judgement changed) or \
update (time went on), was: "7~ferries", why"""
    assert expected == problems(harbour({}), harbour({"facts/others.yml": ferries}))


def test_an_entry_must_tell_what_was_there(old: Loaded, harbour: Check) -> None:
    """A `was` that no edition ever showed would be a figure without a record."""
    wrong = (EXPLAINED[0], EXPLAINED[1].replace("was: 1.26", "was: 1.62"))
    expected = """\
content/facts/others.yml:20:16: error[unexplained-change]
  fact "freight-yearbook-2024" changed from "1.26~million~tonnes" to "1.28~million~tonnes", and its new entry says \
that it was "1.62 million tonnes"
  help: was: "1.26~million~tonnes", in an entry of changes"""
    assert expected == problems(old, harbour({"facts/others.yml": wrong}))


def test_wording_explains_no_figure(old: Loaded, harbour: Check) -> None:
    """An entry of the kind wording says that only words changed."""
    worded = (EXPLAINED[0], EXPLAINED[1].replace("kind: correction", "kind: wording"))
    expected = """\
content/facts/others.yml:19:14: error[unexplained-change]
  fact "freight-yearbook-2024" changed from "1.26~million~tonnes" to "1.28~million~tonnes", and nothing says why
  help: its new entry is of the kind wording, which explains words only: make it correction, revision or update"""
    assert expected == problems(old, harbour({"facts/others.yml": worded}))


@pytest.mark.parametrize(
    ("file", "edits", "where", "told"),
    [
        (
            "facts/claims.yml",
            [("hedge: over\n", "hedge: about\n"), ("printed: more than 1.25", "printed: about 1.25")],
            "8:10",
            '"freight-2024" changed from "over 1.25~million~tonnes" to "about 1.25~million~tonnes"',
        ),
        (
            "facts/claims.yml",
            [
                ("scale: million\n  unit: crowns", "scale: billion\n  unit: crowns"),
                ("40 million crowns", "40 billion crowns"),
            ],
            "98:10",
            '"quay-cost" changed from "about 40~million~crowns" to "about 40~billion~crowns"',
        ),
        (
            "facts/claims.yml",
            [("    is: not-found\n", "    is: plausible\n")],
            "46:9",
            '"freight-growth-2024" changed from the verdict "not found" to "plausible"',
        ),
        (
            "facts/claims.yml",
            [("  period: 2025/2027\n", "  period: 2025/2028\n")],
            "103:11",
            '"quay-cost" changed from the period "2025 to 2027" to "2025 to 2028"',
        ),
        (
            "facts/claims.yml",
            [("  status: target\n", "  status: estimate\n")],
            "104:11",
            '"quay-cost" changed from the status "target" to "estimate"',
        ),
        (
            "facts/claims.yml",
            [("rank: 2\n", "rank: 3\n"), ("printed: second oldest", "printed: third oldest")],
            "121:9",
            '"oldest-port" changed from "second" to "third"',
        ),
        (
            "facts/others.yml",
            [("  said_by: evening-post\n", "  said_by: mayor\n")],
            "54:12",
            '"dockers-2025" changed from the speaker "Evening Post" to "Ada Lind"',
        ),
        (
            "facts/others.yml",
            [('value: "1240"', 'value: "1240.0"'), ("nearly 1,240 dockers", "nearly 1,240.0 dockers")],
            "48:10",
            '"dockers-2025" changed from "nearly 1,240~people" to "nearly 1,240.0~people"',
        ),
    ],
)  # fmt: skip
def test_what_may_not_change_without_a_word(
    old: Loaded, harbour: Check, file: str, edits: list[tuple[str, str]], where: str, told: str
) -> None:
    """Hedge, scale, verdict, period, status, rank, speaker and digits shown, each at its place."""
    first, second = problems(old, harbour({file: edits})).splitlines()[:2]
    assert (f"content/{file}:{where}: error[unexplained-change]", f"  fact {told}, and nothing says why") == (
        first,
        second,
    )


def test_a_record_under_another_id_is_the_same(old: Loaded, harbour: Check) -> None:
    """The speaker is still the Port Office: no fact of hers changed."""
    new = harbour(
        {
            "speakers.yml": ("- id: port-office", "- id: office-of-the-port"),
            "facts/others.yml": [
                ("indicator: freight\n  said_by: port-office", "indicator: freight\n  said_by: office-of-the-port"),
                ("period: 2024-12\n  said_by: port-office", "period: 2024-12\n  said_by: office-of-the-port"),
            ],
        }
    )
    found = difference(old, new)
    assert ((), "", [("removed", "port-office"), ("added", "office-of-the-port")]) == (
        found.figures, problems(old, new), [(r.what, r.id) for r in found.records],
    )  # fmt: skip


# --- derived facts --------------------------------------------------------------------------------------

DERIVED = """\
- id: freight-share
  kind: figure
  label: Freight as a share of the best year
  statement: The port handled ${this} of what it handled in ${freight-yearbook-2021|when}.
  value: "90"
  unit: percent
  indicator: freight-growth
  place: sund
  period: 2024
  status: provisional
  said_by: port-office
  derived: {formula: "${freight-yearbook-2024} / ${freight-yearbook-2021} * 100", places: 0}
  evidence: &E
    - source: port-yearbook
      printed: 1.26 million tonnes
      how: computed
      reading:
        - {of: value, because: By the formula.}
        - {of: unit, because: By the formula.}
        - {of: period, because: That of its inputs.}
        - {of: place, because: That of its inputs.}
        - {of: speaker, because: Our own arithmetic.}
- id: freight-lost
  kind: figure
  label: What the best year had more
  statement: That is ${this} less.
  value: "10"
  unit: percent
  indicator: freight-growth
  place: sund
  period: 2024
  status: estimate
  said_by: port-office
  derived: {formula: "100 - ${freight-share}", places: 0}
  evidence: *E
""".replace("evidence: &E\n", "evidence:\n")
_EVIDENCE = DERIVED[DERIVED.index("    - source") : DERIVED.index("- id: freight-lost")]
DERIVED = DERIVED.replace("  evidence: *E\n", f"  evidence:\n{_EVIDENCE}")


def test_results_follow_their_inputs(harbour: Check) -> None:
    """By way of other results too; each is a figure of its own, which needs an entry of its own."""
    before = harbour({"facts/derived.yml": DERIVED})
    anew = DERIVED.replace('value: "90"', 'value: "99"').replace('value: "10"', 'value: "1"')
    much = (YEARBOOK[0], YEARBOOK[1].replace("1.28", "1.38"))
    after = harbour({"facts/derived.yml": anew, "facts/others.yml": much})
    found = difference(before, after)
    share = Outcome(
        "freight-share",
        "Freight as a share of the best year, 2024",
        "90\N{NO-BREAK SPACE}percent",
        "99\N{NO-BREAK SPACE}percent",
    )
    lost = Outcome(
        "freight-lost", "What the best year had more, 2024", "10\N{NO-BREAK SPACE}percent", "1\N{NO-BREAK SPACE}percent"
    )
    assert [
        ("freight-share", True, (lost,)),
        ("freight-lost", True, ()),
        ("freight-yearbook-2024", False, (share, lost)),
    ] == [(changed.id, changed.derived, changed.results) for changed in found.figures]
    assert (3, True) == (
        problems(before, after).count("error[unexplained-change]"),
        "help: its inputs changed: add to its changes: on, kind: " in problems(before, after),
    )


def test_results_that_stay_the_same_once_rounded(harbour: Check) -> None:
    """They are worked out anew, and say what they said."""
    before = harbour({"facts/derived.yml": DERIVED})
    little = (YEARBOOK[0], YEARBOOK[1].replace("1.28", "1.261"))
    found = difference(before, harbour({"facts/derived.yml": DERIVED, "facts/others.yml": little}))
    assert [("freight-share", True), ("freight-lost", True)] == [
        (result.id, result.before == result.after) for changed in found.figures for result in changed.results
    ]


# --- sentences ------------------------------------------------------------------------------------------


def test_the_text_of_a_page(old: Loaded, harbour: Check) -> None:
    """Sentence by sentence: what was put in, what was left out, what is worded anew. None needs an entry."""
    text = "A [roll-on ferry](term:roll-on-ferry)\n        carries lorries; an R2 ferry is one."
    new = harbour(
        {
            "pages.yml": [
                (text, "A ferry carries lorries. That is all."),
                ("    There are ${ferries-all}.", "    ${ferries-all|cap} are in service."),
            ]
        }
    )
    was, now = "A roll-on ferry carries lorries; an R2 ferry is one.", "A ferry carries lorries."
    assert "" == problems(old, new)
    assert [
        ("traffic", "section said, text", was, now),
        ("traffic", "section said, text", None, "That is all."),
        ("people", "section fleet, text", "There are 8 ferries.", "8 ferries are in service."),
    ] == sentences(difference(old, new))


def test_wording_of_a_figure_needs_no_entry(old: Loaded, harbour: Check) -> None:
    """The figure is what the fact says; its sentence is listed."""
    new = harbour(
        {"facts/others.yml": ("statement: The yearbook counts ${this}.", "statement: In the yearbook stand ${this}.")}
    )
    was, now = "The yearbook counts 7 ferries.", "In the yearbook stand 7 ferries."
    told = problems(old, new), sentences(difference(old, new))
    assert ("", [("ferries-yearbook", "statement", was, now)]) == told


def test_wording_of_a_fact_without_a_figure(old: Loaded, harbour: Check) -> None:
    """Its sentence is all that it says: a warning, until an entry of any kind tells of it."""
    edit = ("The harbour is called the heart of the town.", "The harbour is called the head of the town.")
    entry = (
        "    because: A way of speaking.\n",
        "    because: A way of speaking.\n"
        "  changes: [{on: 2025-06-14, kind: wording, was: the heart of the town, why: Nearer to the speech.}]\n",
    )
    expected = """\
content/facts/claims.yml:143:14: warning[unexplained-change]
  fact "harbour-heart" says in other words what is all that it says
  help: if more than the words changed, add an entry to its changes; \
it said: "The harbour is called the heart of the town.\""""
    found = (
        problems(old, harbour({"facts/claims.yml": edit})),
        problems(old, harbour({"facts/claims.yml": [edit, entry]})),
    )
    assert (expected, "") == found


@pytest.mark.parametrize(
    ("path", "edit", "place", "told"),
    [
        (
            "charts.yml", ("  title: The port handles", "  title: The port moves"), "3:10",
            "The port handles less freight than in 2021",
        ),
        (
            "pages.yml", ("  finding: Freight is still", "  finding: Freight stays"), "82:12",
            "Freight is still below the level of 2021",
        ),
    ],
)  # fmt: skip
def test_findings_of_charts_and_pages(
    old: Loaded, harbour: Check, path: str, edit: tuple[str, str], place: str, told: str
) -> None:
    """They are cited under them: a warning, until an entry tells of it; then the entry cannot be taken back."""
    key = edit[0].split(":")[0]
    entry = f"  changes: [{{on: 2025-06-14, kind: correction, was: The old words., why: New ones.}}]\n{key}:"
    word, id = ("chart", "freight-bars") if path == "charts.yml" else ("page", "traffic")
    warning = f"""\
content/{path}:{place}: warning[unexplained-change]
  {word} "{id}" is cited under other words than before
  help: if more than the wording changed, add an entry to its changes; it said: "{told}\""""
    bare, explained = harbour({path: edit}), harbour({path: (edit[0], edit[1].replace(f"{key}:", entry))})
    assert (warning, "") == (problems(old, bare), problems(old, explained))
    assert (None, "New ones.") in [t[2:] for t in sentences(difference(old, explained))]
    assert "error[rewritten-history]" in problems(explained, bare)


def test_words_that_points_share_are_told_once(old: Loaded, harbour: Check) -> None:
    """At the series, with the figure of its first point."""
    new = harbour(
        {
            "facts/others.yml": (
                "statement: The port handled ${this} in ${this|when}.",
                "statement: In ${this|when} it was ${this}.",
            )
        }
    )
    assert [
        (
            "freight-yearbook",
            "statement",
            "The port handled 1.40 million tonnes in 2021.",
            "In 2021 it was 1.40 million tonnes.",
        )
    ] == (sentences(difference(old, new)))


def test_counts_of_records(old: Loaded, harbour: Check) -> None:
    """A number of records in prose changes with the records, and the sentence with it."""
    more = """\
- id: fleet-list
  title: List of ships
  publisher: Port Office
  date: 2025-01
  kind: official
  language: en
"""
    found = difference(old, harbour({"sources/more.yml": more}))
    assert ([("sources", 3, 4)], [("sources", "lead", "3 sources.", "4 sources.")]) == (
        [(c.key, c.before, c.after) for c in found.counts], sentences(found),
    )  # fmt: skip


# --- records --------------------------------------------------------------------------------------------


def test_a_retired_id_with_a_successor(old: Loaded, harbour: Check) -> None:
    """The new record is compared with the old one; the reason stands in retired.yml, so no entry is asked for."""
    others = (HARBOUR / "facts" / "others.yml").read_text("utf-8").replace("id: dockers-2025", "id: dockers-may")
    retired = (HARBOUR / "retired.yml").read_text("utf-8")
    new = harbour(
        {
            "facts/others.yml": others.replace('value: "1240"', 'value: "1250"').replace(
                "nearly 1,240", "nearly 1,250"
            ),
            "retired.yml": retired
            + "- {id: dockers-2025, reason: It is for one month., successor: dockers-may, on: 2025-06-14}\n",
            "pages.yml": ("${dockers-2025|cap} work", "${dockers-may|cap} work"),
            "pages/timeline.yml": ("further: [dockers-2025]", "further: [dockers-may]"),
        }
    )
    found = difference(old, new)
    records = [(r.what, r.id, r.to, r.text) for r in found.records]
    figures = [(f.id, spaced(f.parts[0].before), spaced(f.parts[0].after)) for f in found.figures]
    assert ("", [("renamed", "dockers-2025", "dockers-may", "It is for one month.")], [
        ("dockers-may", "nearly 1,240~people", "nearly 1,250~people"),
    ]) == (problems(old, new), records, figures)  # fmt: skip
    assert [
        (
            "dockers-may",
            "statement",
            "The port has nearly 1,240 people at work.",
            "The port has nearly 1,250 people at work.",
        ),
        ("people", "lead", "Nearly 1,240 people work in the port.", "Nearly 1,250 people work in the port."),
    ] == sentences(found)


def test_a_fact_that_is_gone(old: Loaded, harbour: Check) -> None:
    """Its address is dead: it must be retired, else a figure could be changed by leaving it out."""
    others = (HARBOUR / "facts" / "others.yml").read_text("utf-8")
    without = others[: others.index("- id: dockers-2025")]
    pages = ("${dockers-2025|cap} work in the port.", "Nobody counts them.")
    timeline = ("further: [dockers-2025]", "further: []")
    gone = harbour({"facts/others.yml": without, "pages.yml": pages, "pages/timeline.yml": timeline})
    expected = """\
content/retired.yml:1:1: error[lost-record]
  fact "dockers-2025" is gone, and its address leads nowhere
  help: add it to retired.yml: id, collection, reason, on, and the successor if it has one"""
    assert (expected, [("removed", "dockers-2025", "The port has nearly 1,240 people at work.")]) == (
        problems(old, gone),
        [(r.what, r.id, plain(r.text)) for r in difference(old, gone).records],
    )
    reason = "- {id: dockers-2025, reason: The report was withdrawn., on: 2025-06-14}\n"
    retired = harbour(
        {
            "facts/others.yml": without,
            "pages.yml": pages,
            "pages/timeline.yml": timeline,
            "retired.yml": (HARBOUR / "retired.yml").read_text("utf-8") + reason,
        }
    )
    assert ("", [("retired", "dockers-2025", "The report was withdrawn.")]) == (
        problems(old, retired), [(r.what, r.id, r.text) for r in difference(old, retired).records],
    )  # fmt: skip


def test_history_is_only_added_to(old: Loaded, harbour: Check) -> None:
    """An entry may be told in other words, but not left out or given another `was`."""
    entry = '    - {on: 2025-05-02, kind: correction, was: "6 ferries", why: A ship had been left out.}'
    worded = harbour({"facts/others.yml": (entry, entry.replace("A ship", "One ship"))})
    altered = harbour({"facts/others.yml": (entry, entry.replace("6 ferries", "5 ferries"))})
    expected = """\
content/facts/others.yml:43:5: error[rewritten-history]
  fact "ferries-yearbook": the change of 2025-05-02 from "6 ferries" is no longer in its history
  help: history is only added to: put the entry back, and add another one if it was wrong"""
    assert ("", expected) == (problems(old, worded), problems(old, altered))
    assert [
        ("ferries-yearbook", "changes, 2025-05-02, why", "A ship had been left out.", "One ship had been left out.")
    ] == (sentences(difference(old, worded)))


def test_other_fields(old: Loaded, harbour: Check) -> None:
    """A source's address, the order of rows, a list: in words, under the record."""
    new = harbour(
        {
            "sources.yml": ("https://port.example/yearbook", "https://port.example/book"),
            "pages.yml": ("entries: [ferries-all, freight-2024]", "entries: [freight-2024, ferries-all]"),
            "terms.yml": ("also: [R2 ferry]", "also: [R2 ferry, ro-ro]"),
            "facts/others.yml": ("  confidence: low\n", "  confidence: medium\n"),
        }
    )
    assert [
        ("dockers-2025", "confidence", "low", "medium"),
        ("port-yearbook", "url", "https://port.example/yearbook", "https://port.example/book"),
        ("roll-on-ferry", "also", "nothing more", "ro-ro"),
        ("home", "entries", "in one order", "in another order"),
    ] == [(f.id, f.field, f.before, f.after) for f in difference(old, new).fields]


def test_rows_of_a_chart(old: Loaded, harbour: Check) -> None:
    """One that is taken out has nothing after it."""
    new = harbour({"charts.yml": ("    - fact: freight-yearbook-2022\n", "")})
    row = "2022 · 1.31\N{NO-BREAK SPACE}million · Port Office"
    assert [("freight-bars", ((row, None),))] == [(c.id, c.rows) for c in difference(old, new).charts]


def test_the_same_figure_by_another_scale(harbour: Check) -> None:
    """Readers see no difference, the record holds other digits: told as the record has them."""
    wan = [
        ('value: "1240"', 'value: "0.124"\n  scale: wan'),
        ("nearly 1,240 dockers", "nearly 0.124\u4e07 dockers"),
    ]
    before, after = harbour({"facts/others.yml": wan}), harbour({})
    expected = '"dockers-2025" changed from "0.124 wan people nearly" to "1240 people nearly", and nothing says why'
    assert expected in problems(before, after)


@pytest.mark.parametrize(
    ("was", "edits"),
    [
        ("second", [("rank: 2\n", "rank: 3\n"), ("printed: second oldest", "printed: third oldest")]),
        ("2025 to 2027", [("  period: 2025/2027\n", "  period: 2025/2028\n")]),
        ("Not found", [("    is: not-found\n", "    is: plausible\n")]),
        ("target", [("  status: target\n", "  status: estimate\n")]),
        ("shrank by 3.5%", [('value: "-3.5"', 'value: "-3.6"'), ("printed: 3.5", "printed: 3.6")]),
    ],
)
def test_what_an_entry_says_in_its_own_words(
    old: Loaded, harbour: Check, was: str, edits: list[tuple[str, str]]
) -> None:
    """A rank, a period, a verdict, a figure without its sign: it is enough that the old one can be read in it."""
    ids = {"second": "oldest-port", "2025 to 2027": "quay-cost", "target": "quay-cost"}
    record = f"- id: {ids.get(was, 'freight-growth-2024')}\n"
    entry = f'  changes: [{{on: 2025-06-14, kind: correction, was: "{was}", why: Misread.}}]\n'
    wrong = entry.replace(was, "something else")
    told = [problems(old, harbour({"facts/claims.yml": [*edits, (record, record + e)]})) for e in (entry, wrong)]
    assert ("", was != "target") == (told[0], "its new entry says that it was" in told[1])


# --- forms ----------------------------------------------------------------------------------------------


def test_markdown(old: Loaded, harbour: Check) -> None:
    """For a pull request: what is not explained first, what was there struck out, signs of Markdown escaped."""
    edit = ("${dockers-2025|cap} work in the port.", "Some *few* work in the port.")
    told = whole(
        old,
        harbour({"facts/claims.yml": ("  period: 2025/2027\n", "  period: 2025/2028\n"), "pages.yml": edit}),
        "markdown",
    )
    expected = """\
What a reader sees otherwise: 1 figure or verdict, 1 sentence, 10 pages.

## Not explained

- content/facts/claims.yml:103:11: error `unexplained-change`<br>fact "quay-cost" changed from the period \
"2025 to 2027" to "2025 to 2028", and nothing says why<br>add to its changes: on, kind: correction (we were wrong), \
revision (a source or our judgement changed) or update (time went on), was: "2025 to 2027", why

## Figures and verdicts

- **fact “Cost of the new quay, 2025 to 2028” (quay-cost): period**<br>~~2025 to 2027~~ → 2025 to 2028
    - no entry of its changes says why
    - shown on: all-facts.html, facts/quay-cost.html, gaps.html, index.html, money.html, places.html, sources.html, \
who.html

## Sentences

- **page “People” (people): lead**<br>~~Nearly 1,240 people work in the port.~~ → Some \\*few\\* work in the port.

## Pages
"""
    assert expected == plain(told)[: len(expected)]


def test_json(old: Loaded, harbour: Check) -> None:
    """All that was found, and the problems beside it."""
    value = json.loads(whole(old, harbour({"facts/others.yml": EXPLAINED}), "json"))
    assert (
        ["figures", "counts", "sentences", "charts", "fields", "records", "pages", "diagnostics"],
        [{"on": "2025-06-14", "kind": "correction", "was": "1.26 million tonnes", "why": "A sum was wrong."}],
        [],
        5,
    ) == (list(value), value["figures"][0]["entries"], value["diagnostics"], len(value["sentences"]))


def test_an_old_edition_that_todays_rules_refuse(harbour: Check) -> None:
    """What it said is compared as far as it can be read; citations that lead nowhere are shown as typed."""
    before = harbour({"gaps.yml": ("The sum of ${quay-cost}", "The sum of ${quay-price}")})
    after = harbour({})
    found = difference(before, after)
    was = "The sum of ${quay-price} is named without a payer."
    now = "The sum of about 40 million crowns is named without a payer."
    told = has_errors(before.diagnostics), found.pages, sentences(found)
    assert (True, None, [("whose-money", "why", was, now)]) == told
    assert "can no longer be rendered" in whole(before, after).splitlines()[0]


def test_a_page_that_cannot_be_rendered_is_a_mistake_of_ours(harbour: Check) -> None:
    """Of content that passes the checks nothing may be left out in silence."""
    site = harbour({}).site
    assert site is not None
    with pytest.raises(KeyError):
        _ = Edition(replace(site, speakers={})).pages


# --- folders and revisions ------------------------------------------------------------------------------


def git(folder: Path, *arguments: str) -> None:
    """A git that knows nobody's settings."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    names = {
        f"GIT_{who}_{what}": "desk@harbour.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | settings | names, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits of the made-up site: the yearbook's figure differs, and in the newer one nothing says why."""
    folder = tmp_path / "repository"
    shutil.copytree(HARBOUR, folder / "book" / "content")
    git(folder, "init", "--quiet", "--initial-branch=main")
    for value in (YEARBOOK[0], YEARBOOK[1]):
        path = folder / "book" / "content" / "facts" / "others.yml"
        path.write_text((HARBOUR / "facts" / "others.yml").read_text("utf-8").replace(YEARBOOK[0], value), "utf-8")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message=An edition", "--allow-empty")
    return folder


def diff(folder: Path, *arguments: str) -> Result:
    """The command, with the content folder of the repository."""
    return CliRunner().invoke(main, ["diff", "--content", str(folder / "book" / "content"), *arguments])


def test_two_revisions(repository: Path) -> None:
    """The content folder as it was in each; problems have the paths of the working copy."""
    result = diff(repository, "HEAD~1", "HEAD")
    assert (1, WHOLE.replace("~", " ")) == (result.exit_code, plain(result.output).rstrip("\n"))


def test_a_revision_and_the_content_folder(repository: Path) -> None:
    """What NEW is where it is left out: the editor's own files."""
    assert (0, "A reader sees no difference.\n\n0 errors, 0 warnings\n") == (
        diff(repository, "main").exit_code, diff(repository, "main").output,
    )  # fmt: skip


def test_a_folder_that_stood_elsewhere(repository: Path) -> None:
    """`REVISION:FOLDER`, counted from the root of the repository."""
    git(repository, "mv", "book/content", "content")
    git(repository, "commit", "--quiet", "--message=Move")
    result = CliRunner().invoke(main, ["diff", "--content", str(repository / "content"), "HEAD~1:book/content", "HEAD"])
    assert (0, "A reader sees no difference.\n\n0 errors, 0 warnings\n") == (result.exit_code, result.output)


def test_two_folders(tmp_path: Path) -> None:
    """No git is needed."""
    new = tmp_path / "content"
    shutil.copytree(HARBOUR, new)
    result = CliRunner().invoke(main, ["diff", str(HARBOUR), str(new), "--format", "json"])
    assert (0, []) == (result.exit_code, json.loads(result.output)["sentences"])


@pytest.mark.parametrize("name", ["v9", "--output=/nowhere", "HEAD:nowhere"])
def test_a_name_that_is_nothing(repository: Path, name: str) -> None:
    """Neither a folder nor a revision, nor an option of git."""
    result = diff(repository, "--", name)
    message = f"Error: {name} is neither a folder nor a git revision that holds content/\n"
    assert (2, True) == (result.exit_code, result.output.endswith(message))


def test_links_in_a_revision_are_left_out(repository: Path) -> None:
    """A link in an old edition could lead anywhere on this machine."""
    content = repository / "book" / "content"
    (content / "terms.yml").unlink()
    (content / "terms.yml").symlink_to("/etc/passwd")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=A link")
    with opened("HEAD", content) as folder:
        assert (True, False) == ((folder / "gaps.yml").is_file(), os.path.lexists(folder / "terms.yml"))


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed no revision is known."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoContent), opened("HEAD", repository / "book" / "content"):
        pass


def test_content_with_errors(repository: Path) -> None:
    """What does not pass the checks no reader will see: the errors are reported instead."""
    gaps = repository / "book" / "content" / "gaps.yml"
    gaps.write_text(gaps.read_text("utf-8").replace("Who pays", "Who of 20 pays"), "utf-8")
    result = diff(repository, "HEAD")
    assert (1, True, False) == (
        result.exit_code,
        "error[unsourced-number]" in result.output,
        "A reader sees" in result.output,
    )


def test_an_edition_without_a_site(repository: Path, tmp_path: Path) -> None:
    """There is nothing to compare with."""
    (tmp_path / "empty").mkdir()
    result = diff(repository, str(tmp_path / "empty"))
    assert (2, True) == (result.exit_code, result.output.endswith("empty holds no site.yml that can be read\n"))


@pytest.mark.parametrize("code", ["unexplained-change", "rewritten-history", "lost-record"])
def test_the_codes_are_explained(code: str) -> None:
    """As those of the rules are."""
    result = CliRunner().invoke(main, ["explain", code])
    assert (0, True) == (result.exit_code, f"\n{code}: " in result.output)
