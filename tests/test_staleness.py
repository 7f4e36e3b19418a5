"""What time overtakes: reviews, and figures of part of a year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from build_scripts import staleness
from build_scripts.artifact import Artifact
from build_scripts.cli import main
from build_scripts.diagnostics import as_text
from build_scripts.edtf import read_period
from build_scripts.gate._book import Book
from build_scripts.gate._site import Files
from build_scripts.gate.html import read as read_html
from build_scripts.loading import Loaded
from build_scripts.model import Fact, Review, Site
from build_scripts.pages._view import View
from build_scripts.pages.fact import fact_page

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "build_scripts" / "theme" / "assets"
LIMIT = {
    "site.yml": ("review: {on: 2025-06-01, by: the desk}", "review: {on: 2025-06-01, by: the desk}\nreview_months: 6")
}


def configured(site: Site, **fields: Any) -> Site:
    return replace(site, config=site.config.model_copy(update=fields))


def growing(site: Site, period: str = "2024-01/2024-11", **fields: Any) -> Site:
    """The site in which the growth of freight is of another period."""
    fact = site.facts["freight-growth-2024"].model_copy(update={"period": read_period(period), **fields})
    return replace(site, facts={**site.facts, fact.id: fact})


def growth(site: Site) -> Fact:
    return site.facts["freight-growth-2024"]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 6, 15), 12, date(2026, 6, 15)),
        (date(2025, 6, 15), 7, date(2026, 1, 15)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
        (date(2025, 11, 1), 1, date(2025, 12, 1)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
    ],
)
def test_months_are_whole(day: date, months: int, expected: date) -> None:
    """The same day, or the month's last."""
    assert expected == staleness.later(day, months)


# --- parts of a year --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024-01/2024-11", "2025-01"),
        ("2024-Q1", "2025-01"),
        ("2024-H1", "2025-01"),
        ("2024-01/2024-09", "2025-01"),
        ("2024", None),
        ("2024-01/2024-12", None),
        ("2024-H2", None),
        ("2024-Q2", None),
        ("2024-01", None),
        ("2024-01-01", None),
        ("2024-03", None),
        ("2023/2024", None),
        ("2023-01/2024-06", None),
        ("2024/..", None),
        ("../2024", None),
        ("unknown", None),
    ],
)
def test_full_year_is_due_after_the_beginning_of_one(site: Site, period: str, expected: str | None) -> None:
    """A figure from January on goes on to December; a month or a day stands for itself."""
    due = staleness.full_year_due(growth(growing(site, period)), site)
    assert expected == (due.text if due else None)
    assert expected in (None, Book(growing(site, period)).full_year_due("freight-growth-2024"))


@pytest.mark.parametrize(("months", "expected"), [(1, "2025-01"), (3, "2025-03"), (12, "2025-12"), (13, "2026-01")])
def test_month_in_which_it_is_due_is_the_editors(site: Site, months: int, expected: str) -> None:
    """The gate works it out for itself."""
    changed = configured(growing(site), full_year_months=months)
    due = staleness.full_year_due(growth(changed), changed)
    assert (expected, expected) == (due.text if due else None, Book(changed).full_year_due("freight-growth-2024"))


def test_counts_of_a_day_are_no_part_of_a_year(site: Site) -> None:
    """Eight ferries in the first quarter are not a quarter of the year's ferries; a plan has no figure."""
    ferries = site.facts["ferries-all"].model_copy(update={"period": read_period("2024-Q1")})
    heart = site.facts["harbour-heart"].model_copy(update={"period": read_period("2024-Q1")})
    assert [None, None] == [staleness.full_year_due(fact, site) for fact in (ferries, heart)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "whole"),
        ({"period": read_period("2023")}, None),
        ({"place": "veldland"}, None),
        ({"indicator": "freight"}, None),
        ({"status": "target"}, None),
        ({"status": "provisional"}, "whole"),
    ],
)
def test_full_year_on_record(site: Site, fields: dict[str, Any], expected: str | None) -> None:
    """The same indicator, place and year; a target is no result."""
    part = growing(site)
    whole = growth(site).model_copy(update={"id": "whole", "period": read_period("2024"), **fields})
    found = staleness.full_year(growth(part), replace(part, facts={**part.facts, "whole": whole}))
    assert expected == (found.id if found else None)


def test_full_year_of_another_indicator(site: Site) -> None:
    """The indicator names it."""
    part = growing(site)
    indicator = site.indicators["freight-growth"].model_copy(update={"full_year": "freight"})
    named = replace(part, indicators={**site.indicators, "freight-growth": indicator})
    found = staleness.full_year(growth(part), named)
    assert "freight-2024" == (found.id if found else None)


# --- what is stale ------------------------------------------------------------------------------------------


def told(loaded: Loaded, day: date) -> str:
    assert loaded.site is not None
    return as_text(staleness.stale(loaded.site, day), loaded.texts)


def test_old_review_of_the_site(harbour: Callable[..., Loaded]) -> None:
    """On the day after the last on which it was young enough; with the number of facts that it stands for."""
    loaded = harbour(LIMIT)
    expected = """
content/site.yml:20:14: warning[stale-review]
  the site was last reviewed on 2025-06-01, more than 6 months ago; this stands for 12 facts
  | review: {on: 2025-06-01, by: the desk}
  |              ^^^^^^^^^^
  help: look at it again, then set review: on to the day
"""
    assert ("", expected.strip("\n")) == (told(loaded, date(2025, 12, 1)), told(loaded, date(2025, 12, 2)))


def test_old_review_of_a_record(harbour: Callable[..., Loaded]) -> None:
    """A fact with a review of its own is named for itself, and so is a series or a page."""
    own = "  review: {on: 2025-01-01, by: the desk}\n"
    loaded = harbour(
        {
            **LIMIT,
            "facts/claims.yml": ("- id: quay-cost\n", f"- id: quay-cost\n{own}"),
            "facts/others.yml": ("- id: freight-yearbook\n", f"- id: freight-yearbook\n{own}"),
            "pages.yml": ("- id: money\n", f"- id: money\n{own}"),
        }
    )
    assert [
        ("content/facts/claims.yml", '"quay-cost" was last reviewed on 2025-01-01, more than 6 months ago'),
        ("content/facts/others.yml", '"freight-yearbook" was last reviewed on 2025-01-01, more than 6 months ago'),
        ("content/pages.yml", '"money" was last reviewed on 2025-01-01, more than 6 months ago'),
    ] == [(d.place.path, d.message) for d in staleness.stale(loaded.site, date(2025, 7, 2))]  # type: ignore[arg-type]


def test_points_are_reviewed_with_their_series(site: Site) -> None:
    """Unless they have a review of their own."""
    review = Review(on=date(2025, 5, 5), by="x")
    series = site.series["freight-yearbook"].model_copy(update={"review": review})
    changed = replace(site, series={"freight-yearbook": series})
    assert date(2025, 5, 5) == staleness.reviewed(site.facts["freight-yearbook-2022"], changed)
    assert date(2025, 6, 1) == staleness.reviewed(site.facts["quay-cost"], changed)


def test_without_a_limit_no_review_is_old(site: Site) -> None:
    """The date is shown, and readers judge."""
    assert [] == staleness.stale(site, date(2099, 1, 1))
    assert staleness.review_due(site.facts["quay-cost"], site) is None


PART = {
    "facts/claims.yml": (
        "  unit: percent\n  indicator: freight-growth\n  place: sund\n  period: 2024\n",
        "  unit: percent\n  indicator: freight-growth\n  place: sund\n  period: 2025-01/2025-05\n",
    )
}


def test_full_year_that_is_due(harbour: Callable[..., Loaded]) -> None:
    """Once the month in which it is due is over."""
    loaded = harbour(PART)
    expected = """
content/facts/claims.yml:34:11: warning[full-year-due]
  fact "freight-growth-2024" covers January to May 2025; the full year was due in January 2026
  |   period: 2025-01/2025-05
  |           ^^^^^^^^^^^^^^^
  help: add the full year with the same indicator and place, or set review: on to the day on which you looked
"""
    assert ("", expected.strip("\n")) == (told(loaded, date(2026, 1, 31)), told(loaded, date(2026, 2, 1)))


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 1, 31), 1), (date(2026, 2, 1), 0)])
def test_full_year_that_was_looked_for(harbour: Callable[..., Loaded], day: date, expected: int) -> None:
    """A review after it was due says that there was none."""
    site = harbour(PART).site
    assert site is not None
    changed = growing(site, "2025-01/2025-05", review=Review(on=day, by="x"))
    assert expected == len(staleness.stale(changed, date(2026, 3, 1)))


def test_full_year_that_was_found(site: Site) -> None:
    """Then the part is history."""
    part = growing(site, review=Review(on=date(2024, 12, 1), by="x"))
    whole = growth(site).model_copy(update={"id": "whole"})
    assert 1 == len(staleness.stale(part, date(2026, 1, 1)))
    assert [] == staleness.stale(replace(part, facts={**part.facts, "whole": whole}), date(2026, 1, 1))


# --- the command ------------------------------------------------------------------------------------------------


def run(tmp_path: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["stale", "--content", str(tmp_path / "content"), *arguments])
    return result.exit_code, result.output


def test_command_exits_by_what_it_finds(harbour: Callable[..., Loaded], tmp_path: Path) -> None:
    """For a scheduled run: one where something is stale, zero where nothing is."""
    harbour(LIMIT)
    assert (0, "0 errors, 0 warnings\n") == run(tmp_path, "--today", "2025-12-01")
    code, output = run(tmp_path, "--today", "2025-12-02")
    assert (1, "0 errors, 1 warning") == (code, output.splitlines()[-1])


@pytest.mark.parametrize(
    ("form", "expected"), [("github", "::warning file=content/site.yml,line=20,"), ("json", '"code": "stale-review"')]
)
def test_command_speaks_to_machines(harbour: Callable[..., Loaded], tmp_path: Path, form: str, expected: str) -> None:
    """As `check` does."""
    harbour(LIMIT)
    code, output = run(tmp_path, "--today", "2025-12-02", "--format", form)
    assert (1, True) == (code, expected in output)


def test_command_needs_content_that_can_be_read(harbour: Callable[..., Loaded], tmp_path: Path) -> None:
    """What cannot be read is not judged."""
    harbour({"units.yml": "- id: [\n"})
    assert 1 == run(tmp_path, "--today", "2025-12-02")[0]


def test_command_takes_a_day_only(tmp_path: Path, harbour: Callable[..., Loaded]) -> None:
    """Wrong usage otherwise."""
    harbour({})
    assert 2 == run(tmp_path, "--today", "soon")[0]


# --- what readers see -----------------------------------------------------------------------------------------------


def page(site: Site) -> Artifact:
    return fact_page(View(site), growth(site))


def test_page_names_when_the_full_year_is_due(site: Site) -> None:
    """In the present where the review came before, in the past where it came after."""
    due = '<time datetime="2026-01" data-full-year="freight-growth-2024">January 2026</time>'
    coming = growing(site, "2025-01/2025-05")
    assert f"Part of a year; the full year is due in {due}" in str(page(coming).body)
    gone = growing(site, "2025-01/2025-05", review=Review(on=date(2026, 2, 1), by="x"))
    assert f"Part of a year; the full year was due in {due} and is not on record" in str(page(gone).body)
    assert "Part of a year" not in str(page(site).body)


def test_page_links_the_full_year_on_record(site: Site) -> None:
    """With its figure."""
    part = growing(site)
    whole = growth(site).model_copy(update={"id": "whole", "evidence": growth(site).evidence})
    expected = 'Part of a year; the <a href="whole.html">full year</a>: <data value="-3.5" data-fact="whole">−3.5\u00a0percent</data>'  # noqa: E501
    assert expected in str(page(replace(part, facts={**part.facts, "whole": whole})).body)


@pytest.mark.parametrize(
    ("month", "id", "expected"),
    [
        ("2025-01", "freight-growth-2024", []),
        ("2025-02", "freight-growth-2024", ['the full year of "freight-growth-2024" is due in 2025-01']),
        ("2025-01", "ferries-all", ['the full year of "ferries-all" is due in None']),
        ("2025-01", "nothing", ['the full year of "nothing" is due in None']),
    ],
)
def test_gate_works_the_month_out_again(site: Site, month: str, id: str, expected: list[str]) -> None:
    """From the record's period; another month is an orphan, also where some record carries it."""
    words = read_period(month).words()
    html = f'<html><body><p><time datetime="{month}" data-full-year="{id}">{words}</time></p></body></html>'
    found = read_html("x.html", html.encode(), Book(growing(site)), Files({}))
    assert expected == [orphan.why for orphan in found]


def test_page_carries_the_day_of_the_next_review(site: Site) -> None:
    """For the script; without a limit there is nothing to mark."""
    assert '"2025-12-01"' in str(page(configured(site, review_months=6)).body)
    assert "review_due" not in str(page(site).body)


def test_script_is_tiny() -> None:
    """Less than four hundred bytes, and no more of it in any page."""
    assert (ASSETS / "stale.js").stat().st_size < 400
    theme = (ROOT / "build_scripts" / "theme" / "main.html").read_text("utf-8")
    assert "<script src=\"{{ 'assets/stale.js' | url }}\" defer></script>" in theme


@pytest.mark.parametrize("code", ["stale-review", "full-year-due", "verification"])
def test_explain_knows_what_other_commands_tell(code: str) -> None:
    """Not only the rules of `check`."""
    result = CliRunner().invoke(main, ["explain", code])
    assert (0, True) == (result.exit_code, len(result.output) > 100)
