"""The parts of a whole as one bar with direct labels, or as steps one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.charts._font import width
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import HAIR, LINE, MUTE, PAPER, Size

FIGURE, SMALLER, NAME = 22, 18, 14
BAR = 44.0


@dataclass(frozen=True)
class Segment:
    """`cells` divides it into equal cells, one for each record that it counts."""

    name: str
    shown: str
    mark: str
    tag: str
    amount: float
    colour: str
    style: str = "full"
    cells: int = 1


def line(segments: Sequence[Segment], whole: float, size: Size) -> Plot:
    """Labels above their parts; those that find no room there hang below, on a line."""
    starts, x = [], 0.0
    scale = size.width / whole
    for segment in segments:
        starts.append(x)
        x += segment.amount * scale
    labels = _labels(segments, starts, scale, size.width)
    top, deepest = 34.0, max(level for level, _ in labels)
    plot = Plot(size, top + BAR + (14 + 24 * deepest if deepest else 2))
    for segment, start, (level, left) in zip(segments, starts, labels, strict=True):
        _block(plot, segment, start, segment.amount * scale - 2, top, BAR)
        if level:
            y = top + BAR + 24 * level + 6
            plot.rules([{"x": start + 1, "x2": start + 1, "y": top + BAR + 3, "y2": y - 13}], LINE)
            _words(plot, segment, left, y, SMALLER)
        else:
            _words(plot, segment, left, top - 12, FIGURE)
    return plot


def _words(plot: Plot, segment: Segment, x: float, y: float, size: float) -> None:
    after = width(segment.shown, size, 600) + 7 if segment.shown else 0
    plot.text(
        [{"x": x, "y": y, "text": segment.shown, "say": segment.tag}] if segment.shown else [], size=size, weight=600
    )
    colour = segment.colour if segment.colour.startswith(("#0b5640", "#7a5300", "#a52f17")) else MUTE
    plot.text(
        [{"x": x + after, "y": y, "text": segment.name}] if segment.name else [], size=NAME, colour=colour, weight=600
    )


def _label_width(segment: Segment, size: float) -> float:
    return (width(segment.shown, size, 600) + 7 if segment.shown else 0) + width(segment.name, NAME, 600)


def _labels(segments: Sequence[Segment], starts: Sequence[float], scale: float, room: float) -> list[tuple[int, float]]:
    """For each label how far it hangs below the bar (0 is above it), and where it begins.

    Above the bar a label may reach over the next part, whose own label then begins further right, as long
    as it still begins over its part.
    """
    placed: list[tuple[int, float]] = []
    ends = [0.0] * (len(segments) + 1)
    for segment, start in zip(segments, starts, strict=True):
        level, wide, left = 0, _label_width(segment, FIGURE), max(start, ends[0])
        if segment.name and (left > start + max(segment.amount * scale - 8, 0) or left + wide > room):
            level, wide = 1, _label_width(segment, SMALLER)
            left = min(start + 1, room - wide)
            while left < ends[level]:
                level += 1
        ends[level] = left + wide + 14
        placed.append((level, left))
    return placed


def steps(segments: Sequence[Segment], whole: float, size: Size) -> Plot:
    """Each part on a line of its own, where it lies in the whole."""
    pitch = 52.0
    plot = Plot(size, pitch * len(segments) - 6)
    x, scale = 0.0, size.width / whole
    for n, segment in enumerate(segments):
        y = pitch * n + 22
        plot.rules([{"x": 0, "x2": size.width, "y": y + 20, "y2": y + 20}], HAIR)
        _words(plot, segment, 0, y - 6, 16)
        _block(plot, segment, x, max(segment.amount * scale - 1, 1.5), y, 20)
        x += segment.amount * scale
    return plot


def _block(plot: Plot, segment: Segment, x: float, wide: float, y: float, tall: float) -> None:
    """One part, in the shape of its style; cells are parted by lines in the ground's colour."""
    wide = max(wide, 1.5)
    full = {"x": x, "x2": x + wide, "y": y, "y2": y + tall, "say": segment.mark}
    frame = {"x": x + 0.75, "x2": x + wide - 0.75, "y": y + 0.75, "y2": y + tall - 0.75}
    step = (wide + 2) / segment.cells
    inner = [x + step * n - 1 for n in range(1, segment.cells)]

    def cuts(colour: str, top: float, bottom: float, thick: float, **look: Any) -> None:
        rows: list[Row] = [{"x": c, "x2": c, "y": top, "y2": bottom} for c in inner]
        plot.rules(rows, colour, thick, over=True, **look)

    if segment.style == "full":
        plot.rects([full], colour=segment.colour)
        cuts(PAPER, y, y + tall, 2)
        return
    dashed = segment.style == "dashed"
    plot.rects([frame | {"say": segment.mark}], line=segment.colour, width=1.5, dashed=dashed)
    if segment.style == "half":
        plot.rects([frame | {"y": y + tall / 2}], colour=segment.colour, aria=False, over=True)
        cuts(segment.colour, y, y + tall / 2, 1.5)
        cuts(PAPER, y + tall / 2, y + tall - 1.5, 2)
        return
    cuts(segment.colour, y, y + tall, 1.5, **({"strokeDash": [5, 3]} if dashed else {}))
    lefts = [x, *inner]
    if segment.style == "point":
        dot: Row = {"y": y + tall / 2, "colour": segment.colour, "line": segment.colour}
        plot.dots([{**dot, "x": left + step / 2} for left in lefts], 1.5, width=1, aria=False, over=True)
    elif segment.style == "struck":
        struck: list[Row] = [{"x": left, "x2": left + step - 2, "y": y + tall, "y2": y} for left in lefts]
        plot.rules(struck, segment.colour, 1.5, over=True)
