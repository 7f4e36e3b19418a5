"""A drawing of one width: layers of marks over one frame, made with Altair.

Quantities and times have real scales, so that the specification can be read and reused; rows have pixels.
Axes are drawn as marks of their own: Vega's would bring boxes and lines that the house style does not have.
Each mark carries `say`: words for a listener and tags that name its record (see `_svg`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from build_scripts.charts._theme import HAIR, INK, MUTE, PAPER, SERIES, SMALL, Size, config

if TYPE_CHECKING:
    import altair as alt

Row = dict[str, Any]
Align = Literal["left", "center", "right"]
Domain = tuple[float, float]


@dataclass
class Layer:
    """Marks that look alike: one layer of the drawing, however often its kind adds to it."""

    mark: str
    look: dict[str, Any]
    rows: list[Row]
    scaled: bool
    over: bool = False


@dataclass
class Plot:
    """`left`, `right`, `top` and `bottom` are the margins around the plot, in pixels; `x` and `y` its domains.

    Where a domain is missing, positions are pixels from the plot's corner. Marks that look alike are
    one layer, which is drawn where the last of them was added; `over=True` puts it above others, texts are on top.
    """

    size: Size
    height: float
    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0
    x: Domain | None = None
    y: Domain | None = None
    layers: dict[str, Layer] = field(default_factory=dict)

    @property
    def inner_width(self) -> float:
        return self.size.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        return self.height - self.top - self.bottom

    def px(self, value: float) -> float:
        """Where a value of the x domain lies, in pixels from the plot's left edge."""
        low, high = self.x or (0, self.inner_width)
        return (value - low) / (high - low) * self.inner_width

    def py(self, value: float) -> float:
        """Where a value of the y domain lies, in pixels from the plot's top edge."""
        if self.y is None:
            return value
        low, high = self.y
        return (high - value) / (high - low) * self.inner_height

    def bars(self, rows: Sequence[Row], thick: float, *, over: bool = False, **look: Any) -> None:
        """From `x` to `x2` in row `y` (pixels of the middle), with the looks of `rects`."""
        self._add("bar", _looking(rows, look), {"orient": "horizontal", "height": thick}, scaled=True, over=over)

    def rects(self, rows: Sequence[Row], *, aria: bool = True, over: bool = False, **look: Any) -> None:
        """From (`x`, `y`) to (`x2`, `y2`) in pixels, filled with `colour`, round it `line`, `width` thick, or `dashed`.

        Looks stand in the rows, so that all rectangles are one layer and are heard in the order in which they
        were added; what all rows share may be given once, by the same names.
        """
        self._add("rect", _looking(rows, look), {} if aria else {"aria": False}, over=over)

    def rules(self, rows: Sequence[Row], colour: str, width: float = 1, *, over: bool = False, **look: Any) -> None:
        """Lines from (`x`, `y`) to (`x2`, `y2`) in pixels. Decoration: nothing is said of them."""
        self._add("rule", rows, {"color": colour, "strokeWidth": width, "aria": False, **look}, over=over)

    def lines(self, rows: Sequence[Row], colour: str, width: float, *, pixels: bool = False) -> None:
        """Lines through (`x`, `y`), one for each `part`. The points speak, not the line."""
        look = {"color": colour, "strokeWidth": width, "strokeJoin": "round", "strokeCap": "round", "aria": False}
        # In the dark palette some readers see the fourth colour as grey, so its lines are dashed.
        look |= {"strokeDash": [9, 5], "strokeCap": "butt"} if colour == SERIES[3] else {}
        # The parts of different calls are different lines.
        call = sum(len(layer.rows) for layer in self.layers.values())
        self._add("line", [{**row, "part": f"{call}-{row['part']}"} for row in rows], look, scaled=not pixels)

    def dots(
        self,
        rows: Sequence[Row],
        radius: float,
        width: float = 1,
        *,
        pixels: bool = False,
        over: bool = False,
        **look: Any,
    ) -> None:
        """Points at (`x`, `y`) filled with `colour` and drawn round with `line`, `width` thick."""
        # Vega sizes a symbol by the square of its width.
        sized = [{**row, "size": 4 * radius * radius, "width": width} for row in rows]
        self._add("point", sized, {"filled": False, "opacity": 1, **look}, scaled=not pixels, over=over)

    def text(
        self, rows: Sequence[Row], *, size: float = 14, weight: int = 400, colour: str = INK, align: Align = "left",
        dx: float = 0, dy: float = 0, halo: bool = False, **look: Any,
    ) -> None:  # fmt: skip
        """`text` at (`x`, `y`) in pixels, moved by (`dx`, `dy`); its baseline is at `y`."""
        if halo:
            look |= {"stroke": PAPER, "strokeWidth": 4}
        look |= {"fontSize": size, "fontWeight": weight, "align": align, "color": colour}
        self._add("text", [{**row, "x": row["x"] + dx, "y": row["y"] + dy} for row in rows], look)

    def shape(self, feature: dict[str, Any], fill: str, stroke: str, width: float) -> None:
        """An outline in pixels. Decoration: the places on it speak."""
        self._add(
            "geoshape",
            [feature],
            {"fill": fill, "stroke": stroke, "strokeWidth": width, "strokeJoin": "round", "aria": False},
        )

    def ticks_y(self, ticks: Sequence[tuple[float, str]], domain: str) -> None:
        """Grid lines across and their labels at the left edge."""
        for value, _ in ticks:
            y = self.py(value)
            self.rules([{"x": 0, "x2": self.inner_width, "y": y, "y2": y}], INK if value == 0 else HAIR)
        rows = [{"x": -8, "y": self.py(v) + 4.5, "text": t, "say": f"[axis-tick {domain}]"} for v, t in ticks]
        self.text(rows, size=SMALL, colour=MUTE, align="right")

    def spec(self) -> dict[str, Any]:
        """The Vega-Lite specification, validated by Altair."""
        import altair as alt
        from altair.utils.schemapi import debug_mode

        # Validated once and whole, in `to_dict`: doing it for each part as well doubles the time.
        with debug_mode(False):
            layers = [
                self._drawn(layer)
                for layer in sorted(self.layers.values(), key=lambda layer: (layer.mark == "text", layer.over))
            ]
            chart = alt.layer(*layers).properties(
                width=self.inner_width, height=self.inner_height, autosize="none",
                padding={"left": self.left, "right": self.right, "top": self.top, "bottom": self.bottom},
            )  # fmt: skip
        made = chart.to_dict()
        made["config"] = config()
        return made

    def _add(
        self, mark: str, rows: Sequence[Row], look: dict[str, Any], *, scaled: bool = False, over: bool = False
    ) -> None:
        if rows:
            key = f"{mark} {scaled} {over} {sorted(look.items())}"
            before = self.layers.pop(key, None)
            self.layers[key] = Layer(mark, look, [*(before.rows if before else []), *rows], scaled, over)

    def _drawn(self, layer: Layer) -> alt.Chart:
        import altair as alt

        mark, look = layer.mark, layer.look
        speaks = look.get("aria", True)
        # A row that says nothing must not lack the field, or Vega would say "undefined".
        rows = [_rounded({"say": "", **row}) if speaks else _rounded(row) for row in layer.rows]
        # Vega-Lite dashes bars only, so rectangles are bars with four sides of their own.
        drawn = "bar" if mark == "rect" else mark
        chart: alt.Chart = getattr(alt.Chart(alt.InlineData(values=rows)), f"mark_{drawn}")(**look)
        if mark == "geoshape":
            return chart.project(type="identity", scale=1, translate=[0, 0])
        x, y = self._channels(layer)
        more: dict[str, Any] = {"x": x, "y": y, **({"description": alt.Description("say:N")} if speaks else {})}
        if mark in ("bar", "rect", "rule"):
            more["x2"] = alt.X2("x2")
        if mark in ("rect", "rule"):
            more["y2"] = alt.Y2("y2")
        if mark in ("bar", "rect", "point"):
            more |= {"fill": _as_is("Fill", "colour:N"), "stroke": _as_is("Stroke", "line:N")}
            more["strokeWidth"] = _as_is("StrokeWidth", "width:Q")
        if mark in ("bar", "rect") and any(row["dashed"] for row in rows):
            more["strokeDash"] = alt.condition("datum.dashed", alt.value([5, 3]), alt.value([]))
        elif mark == "point":
            more["size"] = _as_is("Size", "size:Q")
        elif mark == "line":
            more["detail"] = alt.Detail("part:N")
        elif mark == "text":
            more["text"] = alt.Text("text:N")
        return chart.encode(**more)

    def _channels(self, layer: Layer) -> tuple[Any, Any]:
        return _scaled("X", self.x if layer.scaled else None), _scaled("Y", self.y if layer.scaled else None)


def _rounded(row: Row) -> Row:
    """Positions to a thousandth: more is noise, and the last bits of a float differ between machines."""
    return {k: round(v, 3) + 0.0 if isinstance(v, float) else v for k, v in row.items()}


def _scaled(channel: str, domain: Domain | None) -> Any:
    """A quantity on its scale; without a domain it is pixels."""
    import altair as alt

    scale = alt.Scale(domain=list(domain), nice=False, zero=False) if domain else None
    return getattr(alt, channel)(f"{channel.lower()}:Q", scale=scale, axis=None)


def _as_is(channel: str, field: str) -> Any:
    """A channel whose values are in the rows as they are: no scale, no legend."""
    import altair as alt

    return getattr(alt, channel)(field, scale=None, legend=None)


def _looking(rows: Sequence[Row], look: Row) -> list[Row]:
    """Rows with all looks of a rectangle; `line` None is no outline."""
    return [{"colour": PAPER, "line": None, "width": 0, "dashed": False, **look, **row} for row in rows]
