"""Fonts hold what the pages show, in the weights that the style sheet uses, and no more."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from built import built as built
from fontTools.ttLib import TTFont

from build_scripts import fonts
from build_scripts.charts._font import width

THEME = Path(__file__).resolve().parents[1] / "build_scripts" / "theme"
WHOLE = sorted((THEME / fonts.FOLDER).glob("*.woff2"))
PRINTABLE = "".join(map(chr, range(32, 127))) + "éü·–’“”…−"


def opened(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data))


def test_fonts_of_a_site_are_small(built: Path) -> None:
    """The three faces together are at most 32 KB, of which every first view loads all."""
    sizes = [path.stat().st_size for path in (built / fonts.FOLDER).glob("*.woff2")]
    assert (3, True) == (len(sizes), sum(sizes) <= 32 * 1024), sizes


def test_a_site_with_much_in_it_keeps_the_budget() -> None:
    """All of what English needs to print: letters, figures and what stands between them, accents aside."""
    usual = fonts.ALWAYS + '\u00a0"$&+/#|°·é÷‰′″−×'
    assert sum(len(fonts.cut(path.read_bytes(), usual)) for path in WHOLE) <= 32 * 1024


def test_fonts_hold_what_the_pages_show(built: Path) -> None:
    """Every character of theirs that the whole face has; letters and figures at any rate."""
    shown = {ord(c) for c in fonts.shown(built)}
    assert set(map(ord, "AZaz09")) < shown
    for path in WHOLE:
        had = opened(path.read_bytes()).getBestCmap().keys()
        has = opened((built / fonts.FOLDER / path.name).read_bytes()).getBestCmap().keys()
        assert had & shown == has, path.name


def test_what_is_not_seen_needs_no_character(tmp_path: Path) -> None:
    """Scripts, code in the typewriter face, and marks; Chinese is the reader's own fonts' business."""
    page = "<p title='{'>a é &amp; 北</p><script>[~]</script><pre>^{}</pre><code>\\</code>\n"
    (tmp_path / "a.html").write_text(page, "utf-8")
    assert "".join(sorted(set(fonts.ALWAYS) | set("é&"))) == fonts.shown(tmp_path)


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.name)
def test_widths_stay(path: Path) -> None:
    """A cut face sets text as wide as the whole one, so that measured charts stay right."""
    whole, cut = opened(path.read_bytes()), opened(fonts.cut(path.read_bytes(), PRINTABLE))
    for character in "Hamburg 1,234.5":
        code = ord(character)
        if "fvar" not in whole:
            assert whole["hmtx"][whole.getBestCmap()[code]] == cut["hmtx"][cut.getBestCmap()[code]]
        else:  # its default weight is another one now: the width is that of the regular face, which charts measure
            advance = cut["hmtx"][cut.getBestCmap()[code]][0] * 1000 / cut["head"].unitsPerEm
            assert width(character, 1000) == pytest.approx(advance, abs=1)


def test_weights_are_those_of_the_style_sheet() -> None:
    """Every weight of the sans that is asked for lies between the ends of the axis, and both ends are used."""
    sheets = "".join(path.read_text("utf-8") for path in (THEME / "assets").glob("*.css"))
    faces = re.findall(r"@font-face\{[^}]*\}", sheets)
    rest = re.sub(r"@font-face\{[^}]*\}", "", sheets)
    asked = {int(w) for w in re.findall(r"(?:font:|font-weight:)(\d{3})\b", rest)}
    least, _, greatest = fonts.WEIGHTS
    assert (least, greatest) == (min(asked), max(asked))
    assert any(f"font-weight:{least} {greatest}" in face for face in faces)


def test_same_characters_same_bytes(tmp_path: Path) -> None:
    """Nothing of the clock gets in; what was cut before comes from the cache."""
    whole = WHOLE[0].read_bytes()
    first = fonts.cut(whole, "abc", tmp_path)
    assert first == fonts.cut(whole, "abc") == fonts.cut(whole, "abc", tmp_path)
    assert first != fonts.cut(whole, "abcd", tmp_path)


def test_what_other_code_cut_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How a face is cut is written in the module itself, so its text is part of the entry's name."""
    cache, changed = tmp_path / "cache", tmp_path / "fonts.py"
    changed.write_text(f"{Path(fonts.__file__).read_text('utf-8')}\n", "utf-8")
    fonts.cut(WHOLE[0].read_bytes(), "abc", cache)
    monkeypatch.setattr(fonts, "__file__", str(changed))
    fonts.cut(WHOLE[0].read_bytes(), "abc", cache)
    assert 2 == len([path for path in cache.rglob("*") if path.is_file()])
