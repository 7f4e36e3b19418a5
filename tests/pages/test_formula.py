"""The working of a derived figure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from conftest import TODAY

from build_scripts import pipeline
from build_scripts.diagnostics import as_text
from build_scripts.model import Site
from build_scripts.pages._formula import steps
from build_scripts.pages._html import Html
from build_scripts.pages._view import View
from build_scripts.pages.fact import fact_page
from pages.conftest import enriched
from pages.pieces import data, time

WORKED = """
- id: freight-change
  kind: figure
  label: Change of freight
  statement: The tables give a change by ${this}.
  value: "-3.8"
  unit: percent
  indicator: freight-growth
  place: sund
  period: 2023/2024
  said_by: port-office
  derived: {formula: "${freight-yearbook-2024} / ${freight-yearbook-2022} * 100 - 100", places: 1}
  evidence:
    - source: port-yearbook
      printed: 1.26; 1.31
      how: computed
      reading:
        - {of: value, because: Worked out of both.}
        - {of: sign, because: The later is the smaller.}
        - {of: unit, because: Percent by our arithmetic.}
        - {of: period, because: Table head.}
        - {of: place, because: Table head.}
        - {of: speaker, because: Its own book.}
"""


def worked(tmp_path: Path) -> Site:
    content = enriched(tmp_path / "content")
    (content / "facts" / "worked.yml").write_text(WORKED.lstrip("\n"), "utf-8")
    loaded = pipeline.checked(content, today=TODAY)
    assert loaded.site
    assert "" == as_text(loaded.diagnostics, loaded.texts)
    return loaded.site


def test_working_in_words(tmp_path: Path) -> None:
    """Inputs are linked and shown with their values, numbers are tied to the formula, rounding is told."""
    site = worked(tmp_path)
    body = fact_page(View(site), site.facts["freight-change"]).body
    assert isinstance(body, str)
    one = "freight-yearbook-2024"
    label = '<a href="../series/freight-yearbook.html#freight-yearbook-2024">Freight through the port</a>'
    hundred = '<i><span data-structural="operand" data-of="freight-change">100</span></i>'
    expected = [
        f"<span>{label}, {time('2024')}: {data(one, '1260000.00', '1.26~million~tonnes')}</span> <i>divided by</i>",
        f"<i>times</i> {hundred} <i>minus</i> {hundred} <i>is</i> <b>{data('freight-change', '-3.8', '−3.8~percent')}</b>",
        "The result is rounded to the last digit shown.",
    ]
    assert expected == [piece for piece in expected if piece in body]


def test_figure_of_a_source_has_no_working(site: Site) -> None:
    """Only what we computed does."""
    assert [] == steps(Html(View(site), "x.html"), site.facts["ferries-all"])


def test_unrounded(tmp_path: Path) -> None:
    """A sum that comes out even says so."""
    site = worked(tmp_path)
    figure = site.facts["freight-change"]
    even = type(figure).model_validate(
        {
            **figure.model_dump(by_alias=True),
            "value": "-7",
            "derived": {"formula": "${freight-growth-2024} * 2", "places": 0},
        }
    )
    changed = replace(site, facts={**site.facts, "freight-change": even})
    body = fact_page(View(changed), even).body
    assert isinstance(body, str)
    assert "Nothing was rounded." in body
