"""The figure on a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from xml.etree import ElementTree

import pytest

from build_scripts import prose
from build_scripts.charts._figure import Chart
from build_scripts.charts._html import embed, figure
from build_scripts.model import Site


def written(chart: Chart, site: Site) -> str:
    return figure(chart, site, lambda text: escape(prose.plain(text, site)), lambda path: f"../{path}")


@pytest.fixture(scope="module")
def bar(drawn: Mapping[str, Chart], site: Site) -> ElementTree.Element:
    return ElementTree.fromstring(
        written(drawn["bar"], site).replace(" data-search-exclude", "").replace(" download", "")
    )


def test_order_of_a_figure(bar: ElementTree.Element) -> None:
    """Title, subtitle, the drawing in two widths, words for it, notes and sources, table and files."""
    order = [f"{child.tag.rpartition('}')[2]}.{child.get('class')}" for child in bar]
    assert ["p.t", "p.st", "svg.chart wide", "svg.chart narrow", "p.vh", "div.src", "div.tools"] == order


def test_figure_has_no_blank_line(drawn: Mapping[str, Chart], site: Site) -> None:
    """A blank line would end the raw block in Markdown."""
    assert "\n" not in written(drawn["line"], site)


def test_figure_is_named_and_described(bar: ElementTree.Element) -> None:
    """By its title and its words; both ids exist."""
    ids = {node.get("id") for node in bar.iter()}
    assert {bar.get("aria-labelledby"), bar.get("aria-describedby")} <= ids


def test_words_say_what_is_drawn_and_what_it_means(bar: ElementTree.Element) -> None:
    """Levels one and two from the data, then the editor's."""
    words = "".join(next(n for n in bar if n.get("class") == "vh").itertext())
    assert (
        "Horizontal bars, one for each of Goal for 2025, Norland, Sudland and Ostland. The longest is Goal for 2025 "
        "(14\u00a0million\u00a0trips), the shortest Ostland (6.4\u00a0million\u00a0trips). "
        "Norland leads, and its own goal lies further still."
    ) == words


def test_title_with_a_link_is_in_no_other_link(drawn: Mapping[str, Chart], site: Site) -> None:
    """A title may cite a figure, which is a link; links do not nest, and hidden words have none."""
    page = figure(drawn["bar"], site, lambda text: f'<a href="x.html">{escape(prose.plain(text, site))}</a>', str)
    depth = 0
    for tag in re.findall(r"</?a\b", page):
        depth += 1 if tag == "<a" else -1
        assert 0 <= depth <= 1
    hidden = re.search(r'<p class="vh"[^>]*>(.*?)</p>', page)
    assert hidden
    assert "<a" not in hidden[1]


def test_notes_are_shown(bar: ElementTree.Element) -> None:
    """The note, the reason why unlike things stand together, and the sources."""
    lines = ["".join(p.itertext()) for p in bar.iter("p") if p.get("class") in ("note-line", None)]
    assert [
        "The hollow bar is a goal, not a count. The goal stands beside the counts to show how far it is.",
        "Source: Statistics Norland, March 2024.",
    ] == lines


def test_table_has_unit_source_and_names(bar: ElementTree.Element) -> None:
    """A header for each column and row; the unit stands in the header."""
    rows = [["".join(cell.itertext()) for cell in row] for row in bar.iter("tr")]
    assert ["What", "Trips", "Period", "Source"] == rows[0]
    assert ["Sudland (rounded in the source)", "about 8.9\u00a0million", "2023", "Statistics Norland"] == rows[3]
    assert {"col", "row"} == {cell.get("scope") for cell in bar.iter("th")}


def test_verdicts_are_in_the_table(drawn: Mapping[str, Chart], site: Site) -> None:
    """Where figures are claims, their verdict stands in their row."""
    assert "<td>Contradicted</td>" in written(drawn["claim-against-record"], site)


def test_cautions_of_a_series_are_shown(drawn: Mapping[str, Chart], site: Site) -> None:
    """What the series warns of, its gap and its break, whether or not the editor thinks of it."""
    page = written(drawn["line"], site)
    for text in (
        "Trips are counted at the gates of the ports.",
        "Norland, no figure for 2019: No count was made.",
        "Norland, break after 2015: Rafts are no longer counted.",
    ):
        assert text in page


def test_files_are_linked(drawn: Mapping[str, Chart], site: Site) -> None:
    """Every file and the chart's own page, by addresses relative to the page; the title says of what."""
    page = written(drawn["bar"], site)
    assert ["csv", "svg", "png", "json", "html"] == re.findall(r'href="\.\./charts/bar\.(\w+)"', page)
    assert 5 == page.count('aria-describedby="bar-title"')


def test_credits_are_shown(drawn: Mapping[str, Chart], site: Site) -> None:
    """Who drew the coast stands under the map."""
    assert "<p>Outline and coast are invented; public domain.</p>" in written(drawn["map"], site)


def test_embed_is_a_picture_and_a_link(drawn: Mapping[str, Chart], site: Site) -> None:
    """It works on any page, without a script, and says what it shows."""
    root = ElementTree.fromstring(embed(drawn["bar"], site).replace('width="948">', 'width="948"/>'))
    picture = next(root.iter("img"))
    assert "https://norland.example/ledger/charts/bar.svg" == picture.get("src")
    assert "https://norland.example/ledger/charts/bar.html" == next(root.iter("a")).get("href")
    assert (picture.get("alt") or "").startswith("Norland runs the most ferries. Horizontal bars, one for each of")
