"""Pictures are packed without a loss that could be seen, and carry their words."""

from __future__ import annotations

import io
import struct

import pytest
import vl_convert
from PIL import Image

from build_scripts.charts import _png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#ffffff"/>'
    '<circle cx="11" cy="10" r="7.3" fill="#1b67d2"/></svg>'
)


def rgb(png: bytes) -> bytes:
    with Image.open(io.BytesIO(png)) as image:
        return image.convert("RGB").tobytes()


def picture(colours: int) -> bytes:
    """A picture of so many colours, the first of which is the ground."""
    image = Image.new("RGBA", (colours, 4), (0, 0, 0, 255))
    for n in range(colours):
        image.putpixel((n, 1), (n % 256, n // 256 * 40, 7, 255))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("colours", [1, 2, 60, 255, 300])
def test_no_shade_changes_so_that_it_could_be_seen(colours: int) -> None:
    """Point for point, in one byte each; only close shades become one."""
    whole = picture(colours)
    far = max(abs(a - b) for a, b in zip(rgb(whole), rgb(_png.packed(whole)), strict=True))
    assert far <= 8 or (colours > 256 and far <= 60)


def test_ground_and_ink_keep_their_colours() -> None:
    """Large areas are what an eye would see a change in."""
    made = _png.drawn(SVG, 2)
    with Image.open(io.BytesIO(made)) as image:
        common = sorted(image.convert("RGB").getcolors(80 * 40) or [], key=lambda c: -c[0])[:2]
    with Image.open(io.BytesIO(vl_convert.svg_to_png(SVG, scale=2))) as image:
        assert common == sorted(image.convert("RGB").getcolors(80 * 40) or [], key=lambda c: -c[0])[:2]


def test_drawing_is_scaled() -> None:
    """To twice the size, and with a palette."""
    made = _png.drawn(SVG, 2)
    assert ((80, 40), 3) == (struct.unpack(">II", made[16:24]), made[25])
    assert len(made) < 900


def test_words_are_in_the_file() -> None:
    """In any script, and the picture stays what it was; an empty text is left out."""
    plain = _png.drawn(SVG, 1)
    told = _png.told(plain, {"Title": "A quay: 北港", "Description": ""})
    with Image.open(io.BytesIO(told)) as image:
        image.load()
        assert {"Title": "A quay: 北港"} == image.text  # type: ignore[attr-defined]
    assert rgb(plain) == rgb(told)
