"""Pictures in points: drawn from SVG, packed into a palette, and carrying their own words.

A drawing has few colours. With one byte for each point instead of four, the file is an eighth as long; up to 256
colours nothing changes, and beyond that the rarest shades of smoothed edges take the colour nearest to them.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections import Counter
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
        size, points = image.size, memoryview(image.convert("RGBA").tobytes()).cast("I")
    counted = Counter(points)
    ranked = sorted(counted, key=lambda colour: (-counted[colour], colour))
    kept = [struct.pack("=I", colour) for colour in ranked[:256]]
    table = {colour: n for n, colour in enumerate(ranked[:256])}
    for colour in ranked[256:]:
        table[colour] = _nearest(struct.pack("=I", colour), kept)
    indexed = Image.frombytes("P", size, bytes(map(table.__getitem__, points)))
    indexed.putpalette(b"".join(colour[:3] for colour in kept))
    out = io.BytesIO()
    indexed.save(out, "PNG", optimize=True, bits=8)
    return out.getvalue()


def _nearest(colour: bytes, kept: list[bytes]) -> int:
    return min(range(len(kept)), key=lambda n: sum((a - b) ** 2 for a, b in zip(colour, kept[n], strict=True)))


def told(png: bytes, words: Mapping[str, str]) -> bytes:
    """The picture with texts in it (`Title`, `Description`): for whoever meets the file alone, and for the gate."""
    texts = b"".join(
        _chunk(b"iTXt", name.encode("latin-1") + b"\0\0\0\0\0" + text.encode()) for name, text in words.items() if text
    )
    return png[:_HEAD] + texts + png[_HEAD:]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
