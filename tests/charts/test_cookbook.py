"""The gallery's page."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.charts._cookbook import page, recipe_texts
from build_scripts.charts._figure import Chart
from build_scripts.model import Site
from charts.conftest import GALLERY


def test_each_chart_stands_beside_its_yaml(drawn: Mapping[str, Chart], site: Site) -> None:
    """As typed, so that it can be copied."""
    yaml = (GALLERY / "content" / "charts.yml").read_text("utf-8")
    made = page(site, drawn, yaml, "", "")
    assert list(drawn) == list(recipe_texts(yaml))
    assert len(drawn) == made.count("<figure ") == made.count("<summary>YAML</summary>")
    assert "- {fact: trips-goal-2025, label: Goal for 2025}" in made


def test_yaml_is_escaped() -> None:
    """A recipe is text, whatever stands in it."""
    assert {"a": "- id: a\n  title: <b>"} == recipe_texts("- id: a\n  title: <b>\n")
