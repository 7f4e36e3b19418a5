"""What was said beside what is shown."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from build_scripts.charts import claim_against_record
from build_scripts.charts._figure import Chart
from build_scripts.model import Site
from charts.conftest import Read
from charts.marks import box, marks, texts


def test_both_sides_share_a_scale(drawn: Mapping[str, Chart]) -> None:
    """Within a row a longer bar is a larger figure; a range is filled up to its lower end."""
    bars = {m["data-fact"]: box(m) for m in marks(drawn["claim-against-record"].wide) if m["role"] == "img"}
    wide = {id: right - left for id, (left, _, right, _) in bars.items()}
    assert wide["said-cost"] / wide["bridge-cost-contract"] == pytest.approx(5 / 3.9, abs=0.01)
    assert wide["bridge-cost-estimate"] / wide["said-cost"] == pytest.approx(3.2 / 5, abs=0.01)


def test_said_is_left_and_shown_right_of_the_spine(drawn: Mapping[str, Chart]) -> None:
    """On a phone Said stands over Shown, and the spine at the edge."""
    for svg, side in ((drawn["claim-against-record"].wide, 0), (drawn["claim-against-record"].narrow, 1)):
        bars = {m["data-fact"]: box(m) for m in marks(svg) if m["role"] == "img"}
        assert bars["said-cost"][side] < bars["bridge-cost-contract"][side]
        assert 2 == "".join(m["d"] for m in marks(svg) if "spine" in m["stroke"]).count("M")


def test_verdict_is_a_word_in_its_colour(drawn: Mapping[str, Chart]) -> None:
    """And names the claim that it is about."""
    verdict = next(m for m in marks(drawn["claim-against-record"].wide) if m.text == "Contradicted")
    assert ("said-cost", "var(--v-no,#a52f17)") == (verdict["data-fact"], verdict["fill"])


def test_nothing_found_is_said(drawn: Mapping[str, Chart]) -> None:
    """An empty side would look like a mistake of ours."""
    assert "nothing found" in texts(drawn["claim-against-record"].wide)
    assert "nothing found" in texts(drawn["claim-against-record"].narrow)


def test_other_unit_is_refused(site: Site, read: Read) -> None:
    """Crowns and trips have no common scale."""
    rows = [{"claim": "said-cost", "record": [{"fact": "trips-norland-2023"}]}]
    with pytest.raises(ValueError, match="another unit"):
        claim_against_record.read(read("claim-against-record", rows=rows), site)
