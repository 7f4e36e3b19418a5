"""Whose figures a page shows."""

from __future__ import annotations

from build_scripts.facts.figure import Figure
from build_scripts.model import Site
from build_scripts.pages._voices import PLACE, line, settled, voice
from pages.conftest import Book
from pages.pieces import count


def test_sentence(site: Site) -> None:
    """Each figure once, by who gives it; what is no figure is not counted."""
    expected = (
        '<p class="m voices" data-search-exclude>'
        f"Of the {count('shown', 4)} figures on this page: {count('shown,voice=statistics', 1)} from statistics offices, "
        f"{count('shown,voice=government', 2)} from governments and {count('shown,voice=press', 1)} from the press.</p>"
    )
    assert expected == line(
        ["ferries-all", "quay-cost", "ferries-yearbook", "dockers-2025", "oldest-port", "none"], site
    )


def test_page_with_hardly_a_figure(site: Site) -> None:
    """One figure needs no tally."""
    assert "" == line(["ferries-all", "harbour-heart"], site)


def test_what_we_worked_out_is_ours(site: Site) -> None:
    """Whoever gave what went in; a formula that only repeats a figure leaves it to who gave it."""
    figure = site.facts["ferries-yearbook"]
    found = []
    for formula in ("${ferries-all} - 1", "${ferries-all}"):
        fields = {**figure.model_dump(by_alias=True), "derived": {"formula": formula}}
        found.append(voice(Figure.model_validate(fields), site))
    assert ["editors", "statistics"] == found


def test_place_of_the_sentence(site: Site) -> None:
    """Where the template wants it, else at the end; figures in the headline count."""
    one = '<data value="8" data-fact="ferries-all">8 ferries</data>'
    told = [settled(f"{one}\n{place}end", ["quay-cost"], site) for place in (f"{PLACE}\n", "")]
    assert [True, False] == [text.endswith("\n\nend") for text in told]
    assert [True, True] == [count("shown", 2) in text for text in told]


def test_place_without_a_sentence(site: Site) -> None:
    """The sign of the place does not stay."""
    assert "a\n\n\n\nb" == settled(f"a\n{PLACE}\nb", [], site)


def test_pages_of_single_records_have_none(book: Book) -> None:
    """They say beside the figure whose it is; a chapter tells it before its lists."""
    assert "voices" not in book["facts/ferries-all.md"].body
    chapter = book["traffic.md"].body
    assert chapter.index("voices") < chapter.index("{ #claims }")
