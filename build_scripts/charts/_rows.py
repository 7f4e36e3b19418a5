"""Rows of bars: where they lie, how long they may be, and their labels. Shared by the kinds that draw bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_scripts.charts._font import width, wrap
from build_scripts.charts._items import Item
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import INK, LINE, MUTE, PAPER, SMALL, Size

NAME, FIGURE, NOTE = 14, 14, SMALL
OPEN: Row = {"colour": PAPER, "line": LINE, "width": 1.75, "dashed": True}
GAP = 7
"""Between a bar's end and its figure, and between figure and note."""


@dataclass(frozen=True)
class Layout:
    """`gutter` is the room for names beside the bars; 0 where names stand above them."""

    gutter: float
    thick: float
    tops: tuple[float, ...]
    """The middle of each bar, from the plot's top."""
    height: float
    names: tuple[tuple[str, ...], ...]
    """The lines of each name."""


THICK, PITCH, LEAD = 22.0, 31.0, 17.0


def layout(items: Sequence[Item], size: Size) -> Layout:
    """Names stand beside their bars where both fit, else above them."""
    room = size.width
    gutter = max(width(i.name, NAME, _weight(i)) for i in items) + 9
    behind = max(label_width(i) for i in items)
    if gutter <= room * (0.3 if size.narrow else 0.34) and gutter + behind <= room * 0.6:
        tops = tuple(THICK / 2 + PITCH * n for n in range(len(items)))
        return Layout(gutter, THICK, tops, tops[-1] + THICK / 2 + 2, tuple((i.name,) for i in items))
    y, tops_above, names = 0.0, [], []
    for item in items:
        lines = wrap(item.name, room, NAME - 0.5, _weight(item))
        y += LEAD * len(lines) + 1
        tops_above.append(y + THICK / 2)
        names.append(tuple(lines))
        y += THICK + 15
    return Layout(0, THICK, tuple(tops_above), y - 13, tuple(names))


def fitting(items: Sequence[Item], room: float) -> list[Item]:
    """The same items; notes that would leave the bars less than half of the room go to their names."""
    if max(label_width(i) for i in items) <= room / 2:
        return list(items)
    return [replace(i, name=f"{i.name} ({i.note})", note="") if i.note else i for i in items]


def _weight(item: Item) -> int:
    return 600 if item.main else 400


def label_width(item: Item) -> float:
    """Figure and note after the bar."""
    note = GAP + width(item.note, NOTE) if item.note else 0
    return GAP + width(item.shown, FIGURE, 600) + note


def longest(items: Sequence[Item], room: float) -> float:
    """The amount that fills the whole room, so that each bar with its label fits."""
    scales = [(room - label_width(i)) / i.amount for i in items if i.amount > 0]
    return room / min(scales) if scales else 1.0


def draw(plot: Plot, items: Sequence[Item], place: Layout, left: float = 0) -> None:
    """Bars from zero at `left` pixels, names before and figures after them."""
    zero = left / plot.inner_width * (plot.x[1] if plot.x else 1.0)
    plot.bars([bar(i, y, zero) for i, y in zip(items, place.tops, strict=True)], place.thick)
    names(plot, items, place, left)
    figures(plot, items, place.tops, [left + plot.px(i.amount) for i in items])


def bar(item: Item, y: float, zero: float = 0.0) -> Row:
    """A bar from `zero`. A target is an outline: nothing has been reached yet."""
    row: Row = {"x": zero, "x2": zero + item.amount, "y": y, "say": item.mark}
    return row | (OPEN if item.intended else {"colour": item.colour})


def names(plot: Plot, items: Sequence[Item], place: Layout, left: float = 0) -> None:
    """Beside the bars, ending at `left`; or above them, beginning there."""
    for main in (True, False):
        chosen = [(i, y, n) for i, y, n in zip(items, place.tops, place.names, strict=True) if i.main is main]
        weight, colour = (600, INK) if main else (400, MUTE)
        if place.gutter:
            rows: list[Row] = [{"x": left - 9, "y": y, "text": n[0], "say": i.name_tag} for i, y, n in chosen]
            plot.text(rows, size=NAME, weight=weight, colour=colour, align="right", dy=5)
        else:
            rows = [
                {"x": left, "y": y - place.thick / 2 - 6 - 17 * (len(n) - 1 - k), "text": line, "say": i.name_tag}
                for i, y, n in chosen for k, line in enumerate(n)
            ]  # fmt: skip
            # A base line may run through names that stand above their bars.
            plot.text(rows, size=NAME - 0.5, weight=weight, colour=colour, halo=True)


def figures(plot: Plot, items: Sequence[Item], tops: Sequence[float], ends: Sequence[float]) -> None:
    """Figure and note after the end of each bar, in pixels."""
    pairs = list(zip(items, tops, ends, strict=True))
    rows: list[Row] = [{"x": end, "y": y, "text": i.shown, "say": i.tag} for i, y, end in pairs]
    plot.text(rows, size=FIGURE, weight=600, dx=GAP, dy=5)
    notes: list[Row] = [
        {"x": end + 2 * GAP + width(i.shown, FIGURE, 600), "y": y, "text": i.note, "say": f"[fact {i.fact}] [date]"}
        for i, y, end in pairs if i.note
    ]  # fmt: skip
    plot.text(notes, size=NOTE, colour=MUTE, dy=5)
