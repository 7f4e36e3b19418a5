"""What tests see in a drawing: its elements, with their attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree


@dataclass(frozen=True)
class Mark:
    tag: str
    text: str
    attributes: dict[str, str]
    """Its own, and those of the groups around it."""

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")


def marks(svg: str) -> list[Mark]:
    """Every drawn element, in order."""
    return list(_below(ElementTree.fromstring(svg), {}))


def texts(svg: str) -> list[str]:
    return [mark.text for mark in marks(svg) if mark.tag == "text"]


def spoken(svg: str) -> list[str]:
    """What a listener hears, in order."""
    return [mark["aria-label"] for mark in marks(svg) if mark["role"] == "img"]


def box(mark: Mark) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a rectangle's path: `M70 0h10v22h-10z`."""
    found = re.fullmatch(r"M(-?[\d.]+) ?(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h-?[\d.]+z", mark["d"])
    assert found, mark["d"]
    x, y, wide, tall = (float(part) for part in found.groups())
    return min(x, x + wide), min(y, y + tall), max(x, x + wide), max(y, y + tall)


def _below(node: ElementTree.Element, inherited: dict[str, str]) -> Iterator[Mark]:
    own = {**inherited, **node.attrib}
    tag = node.tag.rpartition("}")[2]
    if tag in ("path", "circle", "rect", "text"):
        yield Mark(tag, "".join(node.itertext()), own)
        return
    for child in node:
        if child.tag.rpartition("}")[2] != "pattern":
            yield from _below(child, {k: v for k, v in own.items() if k not in ("role", "class", "viewBox")})
