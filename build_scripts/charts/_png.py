"""Pictures in points: drawn from SVG, packed into a palette, and carrying their own words.

A drawing has few colours. With one byte for each point instead of four, the file is an eighth as long. Shades closer
than an eye can tell, which smoothed edges are full of, become one: the commonest of them. Pillow does it all in C: a
loop over the points of every picture took longer than the rest of the build.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

from build_scripts.charts import _cache
from build_scripts.charts._font import FOLDER

_HEAD = 8 + 25
"""The signature and IHDR, after which texts may stand."""


def drawn(svg: str, scale: int, cache: Path | None = None) -> bytes:
    """The picture, `scale` times the size of the SVG. Needs no browser and no JavaScript."""

    def make() -> bytes:
        import vl_convert

        vl_convert.register_font_directory(str(FOLDER.resolve()))
        made = vl_convert.svg_to_png(svg, scale=scale)
        assert isinstance(made, bytes)
        return packed(made)

    return _cache.kept(cache, _cache.key("png", str(scale), svg), make)


def packed(png: bytes) -> bytes:
    """The same picture, which nothing shines through, with a palette of at most 256 colours."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as image:
        points = image.convert("RGB")
    counted = points.getcolors(points.width * points.height) or []
    shades: dict[tuple[int, ...], bytes] = {}
    for _, colour in sorted(counted, key=lambda c: (-c[0], c[1])):
        assert isinstance(colour, tuple)
        shades.setdefault(tuple(part >> 3 for part in colour), bytes(colour))
    palette = Image.new("P", (1, 1))
    palette.putpalette(b"".join(list(shades.values())[:256]))
    out = io.BytesIO()
    points.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


def told(png: bytes, words: Mapping[str, str]) -> bytes:
    """The picture with texts in it (`Title`, `Description`): for whoever meets the file alone, and for the gate."""
    texts = b"".join(
        _chunk(b"iTXt", name.encode("latin-1") + b"\0\0\0\0\0" + text.encode()) for name, text in words.items() if text
    )
    return png[:_HEAD] + texts + png[_HEAD:]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
