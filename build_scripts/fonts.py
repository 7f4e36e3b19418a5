"""The site's fonts, cut down to the characters that its pages show and the weights that its style sheet uses.

The theme ships whole Latin faces; a build replaces their copies in the finished site. What a face lacks, Chinese
above all, the reader's own fonts serve, as they do for the whole faces.
"""

from __future__ import annotations

import html
import io
import re
from importlib.metadata import version
from pathlib import Path

from build_scripts.charts import _cache

FOLDER = "assets/fonts"
WEIGHTS = (400, 400, 650)
"""Least, usual and greatest of the variable face: what ledger.css asks for."""
FEATURES = ["kern", "tnum"]
"""Kerning, and figures of one width for columns. The faces have lining figures without being asked."""
ALWAYS = "".join(map(chr, range(ord("a"), ord("z") + 1))) + "ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789.,:;!?%()'-–’“”…"
"""Scripts write search results, and readers their words: letters and figures never miss."""

_UNSEEN = re.compile(r"<(script|style|pre|code)\b.*?</\1>|<[^>]*>", re.DOTALL)
"""Marks, and what is set in the reader's own typewriter face."""


def prepare(folder: Path, cache: Path | None) -> None:
    """Cut every font of the finished site in `folder`; `cache` is where cut fonts are kept."""
    characters = shown(folder)
    for path in sorted((folder / FOLDER).glob("*.woff2")):
        whole = path.read_bytes()
        path.write_bytes(cut(whole, characters, cache))


def shown(folder: Path) -> str:
    """The characters of every page, each once, sorted; those beyond alphabets are no business of these fonts."""
    found = set(ALWAYS)
    for path in folder.rglob("*.html"):
        found |= set(html.unescape(_UNSEEN.sub("", path.read_text("utf-8"))))
    return "".join(sorted(c for c in found if c.isprintable() and ord(c) < 0x2E80))


def cut(whole: bytes, characters: str, cache: Path | None = None) -> bytes:
    """A WOFF2 file with these characters of a face; the same for the same input, code and versions."""
    programs = " ".join(version(name) for name in ("fonttools", "brotli"))
    key = _cache.key("font", whole.hex(), characters, Path(__file__).read_text("utf-8"), programs)
    return _cache.kept(cache, key, lambda: _cut(whole, characters))


def _cut(whole: bytes, characters: str) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS})
    options = subset.Options(
        layout_features=FEATURES,
        hinting=False,  # screens of today do without; a tenth of the bytes
        notdef_outline=True,
        name_IDs=[1, 2, 13, 14],  # what it is called, and its licence
        drop_tables=[*subset.Options().drop_tables, "BASE", "STAT"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made, reorderTables=True)
    return made.getvalue()
