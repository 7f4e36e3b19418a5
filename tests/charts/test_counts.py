"""Counts of verdicts are computed."""

from __future__ import annotations

from dataclasses import replace

from build_scripts import prose
from build_scripts.charts import _counts
from build_scripts.charts._counts import Counted
from build_scripts.model import VERDICTS, Site


def test_groups_hold_every_claim(site: Site) -> None:
    """In the order of verdicts; a verdict that does not occur is left out."""
    found = _counts.groups(Counted(), site)
    assert len(site.claims) == sum(group.count for group in found)
    assert [word for word in VERDICTS if word in {g.word for g in found}] == [group.word for group in found]


def test_group_names_its_count(site: Site) -> None:
    """The gate computes the count again from its name; so does prose."""
    group = _counts.groups(Counted(), site)[0]
    assert "Confirmed: 1 claim [count claims,verdict=confirmed]" == group.mark
    assert str(group.count) == prose.plain(group.cite, site)


def test_one_more_claim_is_counted(site: Site) -> None:
    """A changed verdict changes the chart."""
    fact = site.facts["said-record"]
    assert fact.verdict
    changed = fact.model_copy(update={"verdict": fact.verdict.model_copy(update={"word": "confirmed"})})
    other = replace(site, facts={**site.facts, "said-record": changed})
    assert [1, 2] == [_counts.groups(Counted(), s)[0].count for s in (site, other)]


def test_every_verdict_can_be_told_without_colour() -> None:
    """Verdicts of the same colour differ in shape."""
    looks = [(_counts.VERDICT[word], _counts.STYLES[word]) for word in VERDICTS]
    assert len(VERDICTS) == len(set(looks))
