"""Text is measured with the font that the page shows."""

from __future__ import annotations

import pytest

from build_scripts.charts._font import width, wrap


@pytest.mark.parametrize(
    ("text", "weight", "expected"),
    [("A", 400, 710), ("Hamburg 1,234", 400, 7120.5), ("Hamburg 1,234", 600, 7308), ("−2.5", 600, 2133)],
)
def test_widths_are_those_of_the_font(text: str, weight: int, expected: float) -> None:
    """The advance widths that fontTools reads from the same files, at 1000 pixels to the em."""
    assert expected == pytest.approx(width(text, 1000, weight), abs=0.6)


def test_characters_of_other_scripts_are_one_em() -> None:
    """The reader's own font draws them."""
    assert 28 == width("北港", 14)


def test_lines_fit() -> None:
    """Words go to the next line where they would not fit; a word alone may be longer."""
    lines = wrap("the harbour of Norhavn and its Unaussprechlichkeitsbehörde", 100, 14)
    assert ["the harbour of", "Norhavn and", "its", "Unaussprechlichkeitsbehörde"] == lines
    assert all(width(line, 14) <= 100 for line in lines[:-1])


def test_figure_and_unit_stay_together() -> None:
    """A no-break space is no place to break a line."""
    assert ["about", "11.3\u00a0million"] == wrap("about 11.3\u00a0million", 60, 14)
