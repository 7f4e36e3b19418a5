"""What happened when."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.charts import timeline
from build_scripts.charts._figure import Chart
from build_scripts.charts._items import figure
from build_scripts.charts.timeline import _levels
from build_scripts.edtf import Period
from build_scripts.model import Site
from charts.conftest import Read
from charts.marks import box, marks, spoken, texts


def test_events_are_heard_in_order(drawn: Mapping[str, Chart]) -> None:
    """With their whole dates; an intention is said to be one."""
    assert [
        "April 1987: Fishermen found the harbour of Norhavn",
        "1996: A ferry line to Skerry Island begins",
        "2008 to 2013: The bridge is under construction",
        "2 October 2013: The bridge opens",
        "2019: Sudland sells its ferries",
        "2030: All ferries are meant to be electric (intended)",
        "The speech, 14 May 2024",
    ] == sorted(spoken(drawn["timeline"].wide), key=lambda words: ("speech" in words, words.split(":")[0][-4:]))


def test_intention_is_open(drawn: Mapping[str, Chart]) -> None:
    """What is meant to be done never looks done."""
    fills = {m["data-fact"]: m["fill"] for m in marks(drawn["timeline"].wide) if m.tag == "circle"}
    assert ("var(--paper,#ffffff)", "var(--viz-1,#1b67d2)") == (fills["electric-plan"], fills["bridge-opens"])


def test_long_period_is_as_long_as_it_was(drawn: Mapping[str, Chart]) -> None:
    """Six years on the scale of the line."""
    by_fact = {m["data-fact"]: m for m in marks(drawn["timeline"].wide) if m["role"] == "img" and m["data-fact"]}
    span = next(m for m in marks(drawn["timeline"].wide) if m.tag == "path" and "viz-1" in m["fill"])
    left, _, right, _ = box(span)
    assert left == float(by_fact["bridge-built"]["cx"])
    year = (float(by_fact["sudland-ferries"]["cx"]) - float(by_fact["ferries-begin"]["cx"])) / 23
    assert (right - left) / year == pytest.approx(6, abs=0.1)


def test_dates_are_short(drawn: Mapping[str, Chart]) -> None:
    """On the drawing; the whole words are heard."""
    assert {"Apr 1987", "2008–2013", "2 Oct 2013", "14 May 2024"} <= set(texts(drawn["timeline"].wide))


def test_phone_runs_down(drawn: Mapping[str, Chart]) -> None:
    """Later is lower."""
    y = {m["data-fact"]: float(m["cy"]) for m in marks(drawn["timeline"].narrow) if m.tag == "circle"}
    order = ["harbour-founded", "ferries-begin", "bridge-opens", "sudland-ferries", "electric-plan"]
    assert all(y[a] < y[b] for a, b in pairwise(order))


@given(st.lists(st.tuples(st.floats(0, 800), st.floats(20, 180)), min_size=1, max_size=12))
def test_no_stem_crosses_a_flag(flags: list[tuple[float, float]]) -> None:
    """A flag that reaches over the next stem hangs above that stem's end."""
    stems = sorted(x for x, _ in flags)
    wides = [wide for _, wide in flags]
    levels = _levels(stems, wides)
    for n, x in enumerate(stems):
        for k in range(n + 1, len(stems)):
            assert stems[k] >= x + wides[n] or levels[k] < levels[n]


def test_event_without_a_time_is_refused(site: Site, read: Read) -> None:
    """It has no place on the line."""
    from dataclasses import replace

    lost = figure("trips-norland-2023", site).model_copy(update={"period": Period("unknown")})
    other = replace(site, facts={**site.facts, "trips-norland-2023": lost})
    spec = read("timeline", events=[{"fact": "trips-norland-2023"}, {"fact": "bridge-opens"}])
    with pytest.raises(ValueError, match=r'^"trips-norland-2023" has no period'):
        timeline.read(spec, other)
