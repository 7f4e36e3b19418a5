"""Pictures are packed without loss, and carry their words."""

from __future__ import annotations

import io
import struct

import pytest
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


@pytest.mark.parametrize("colours", [1, 2, 60, 255])
def test_up_to_256_colours_nothing_changes(colours: int) -> None:
    """Point for point, in fewer bytes than before."""
    whole = picture(colours)
    assert rgb(whole) == rgb(_png.packed(whole))


def test_more_colours_take_the_nearest() -> None:
    """No point is further off than the next shade."""
    before, after = rgb(picture(300)), rgb(_png.packed(picture(300)))
    far = max(abs(a - b) for a, b in zip(before, after, strict=True))
    assert (True, True) == (before != after, far <= 60)


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
