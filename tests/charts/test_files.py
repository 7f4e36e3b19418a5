"""What readers take away stands alone."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

from build_scripts.charts._figure import Chart
from build_scripts.charts._files import files, standalone
from build_scripts.facts.figure import Figure
from build_scripts.model import Site
from charts.marks import marks, texts


def test_picture_holds_title_and_source(drawn: Mapping[str, Chart], site: Site) -> None:
    """Whoever meets the picture alone learns what it shows, from where, and where to read on."""
    shown = [" ".join(text.split()) for text in texts(standalone(drawn["line"], site))]
    assert "Norland fell once and came back" == shown[0]
    assert "Growth of ferry trips, percent on the year before" == shown[1]
    assert "Sources: Statistics Norland, March 2024" in shown
    assert "The Norland Ledger, CC BY 4.0. https://norland.example/ledger/charts/line.html" == shown[-1]


def test_picture_needs_no_style_sheet(drawn: Mapping[str, Chart], site: Site) -> None:
    """Colours are written out, the ground is white, title and description are in the file."""
    for chart in drawn.values():
        svg = standalone(chart, site)
        root = ElementTree.fromstring(svg)
        names = [child.tag.rpartition("}")[2] for child in root]
        assert ["title", "desc", "rect", "g"] == names
        assert "var(" not in svg
        assert "img" == root.get("role")


def test_picture_repeats_the_page(drawn: Mapping[str, Chart], site: Site) -> None:
    """Texts that are not the drawing's say which text of the page they repeat, word for word."""
    chart = drawn["diverging-bar"]
    repeated = {
        m["data-repeats"]: " ".join(m.text.split()) for m in marks(standalone(chart, site)) if m["data-repeats"]
    }
    assert {part: chart.plain[part] for part in ("title", "subtitle")} == {
        p: repeated[p] for p in ("title", "subtitle")
    }


def test_png_is_twice_the_size(drawn: Mapping[str, Chart], site: Site, tmp_path: Path) -> None:
    """For screens with fine pixels, and for print; made once."""
    made = files(drawn["waffle"], site, tmp_path)["png"]
    root = ElementTree.fromstring(standalone(drawn["waffle"], site))
    assert b"\x89PNG" == made[:4]
    assert [2 * int(root.get(side, "0")) for side in ("width", "height")] == list(struct.unpack(">II", made[16:24]))
    assert made == files(drawn["waffle"], site, tmp_path)["png"]


def test_csv_holds_figures_as_recorded(drawn: Mapping[str, Chart], site: Site) -> None:
    """Each value reads back as the record's decimal, with its scale, unit and sources."""
    for chart in drawn.values():
        if not chart.facts:
            continue
        rows = list(csv.DictReader(io.StringIO(chart.csv)))
        assert list(dict.fromkeys(chart.facts)) == [row["id"] for row in rows]
        for row in rows:
            fact = site.facts[row["id"]]
            if isinstance(fact, Figure):
                value = Decimal(row["value"]) if row["value"] else None
                assert (fact.value, fact.scale, fact.unit) == (value, row["scale"], row["unit"])
            assert list(fact.sources) == row["sources"].split()


def test_csv_of_counts_names_each_count(drawn: Mapping[str, Chart]) -> None:
    """A chart of counts has no facts; its file says what was counted."""
    rows = list(csv.reader(io.StringIO(drawn["waffle-count"].csv)))
    assert [["count", "name", "records"], ["claims,verdict=confirmed", "Confirmed", "1"]] == rows[:2]
