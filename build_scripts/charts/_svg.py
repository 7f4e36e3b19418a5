"""Vega-Lite specification -> SVG: rendered by vl-convert, then made small, readable and the same every time.

A mark's `description` names what it shows: words for a listener, then tags in square brackets.
`Northland, 2024: 5.1 percent [fact nl-gdp-2024]` becomes `role="img" aria-label="Northland, 2024: 5.1 percent"
data-fact="nl-gdp-2024"`; a mark with tags but without words is hidden from listeners, because another mark speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from build_scripts.charts._font import FOLDER
from build_scripts.charts._path import num, shorten
from build_scripts.charts._theme import to_hex

_TAG = re.compile(r"\s*\[([a-z-]+)(?: ([^\]]*))?\]")
_DRAWN = ("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "fill-opacity",
          "stroke-opacity", "opacity", "text-anchor", "font-size", "font-weight", "font-style")  # fmt: skip
_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_MOVE = re.compile(r"translate\(([^,]+),([^)]+)\)")
_DOT = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?")

Attributes = dict[str, str]
Drawn = tuple[str, Attributes, str]
"""Tag, attributes and inner text of a mark."""


def render(spec: dict[str, Any]) -> str:
    """The SVG as vl-convert draws it. Nothing is fetched: an address as a data source is an error."""
    import vl_convert

    vl_convert.register_font_directory(str(Path(FOLDER).resolve()))
    svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=["https://example.invalid/"])
    assert isinstance(svg, str)
    return svg


def slim(raw: str, prefix: str, lang: str = "") -> str:
    """What stands inside `<svg>`, without what a page does not need. Ids begin with `prefix`.

    `lang` is the language of Chinese labels.
    """
    body = "".join(_layers(ElementTree.fromstring(raw), 0, 0, lang))
    if "url(#hatch)" in body:
        # One pattern for the drawing; its id is the chart's own, because many charts share a page.
        body = _hatch(f"{prefix}-hatch") + body.replace("url(#hatch)", f"url(#{prefix}-hatch)")
    return body


def size(raw: str) -> tuple[int, int]:
    """Width and height of a rendered SVG."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', raw)
    assert found
    return round(float(found[1])), round(float(found[2]))


def inside(drawing: str) -> tuple[int, int, str]:
    """Width, height and content of a page's `<svg>`, with colours in place of the style sheet's tokens."""
    found = re.fullmatch(r'<svg [^>]*viewBox="0 0 (\d+) (\d+)"[^>]*>(.*)</svg>', drawing, re.DOTALL)
    assert found
    return int(found[1]), int(found[2]), to_hex(found[3])


def _hatch(id: str) -> str:
    return (
        f'<pattern id="{id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path d="M0 0v7" stroke="#d2dbcf" stroke-width="2.5"/></pattern>'
    )


def _layers(node: ElementTree.Element, dx: float, dy: float, lang: str) -> Iterator[str]:
    """The layers of marks below `node`, moved by the translations above them. What is no mark is left out."""
    dx, dy = _moved(node, dx, dy)
    if "role-mark" in node.get("class", ""):
        yield _group([m for child in node.iter() if (m := _mark(child, dx, dy, lang))])
    else:
        for child in node:
            yield from _layers(child, dx, dy, lang)


def _moved(node: ElementTree.Element, dx: float, dy: float) -> tuple[float, float]:
    move = _MOVE.match(node.get("transform", ""))
    return (dx + float(move[1]), dy + float(move[2])) if move else (dx, dy)


def _group(drawn: list[Drawn]) -> str:
    """The marks of one layer; what all of them share stands once, on their group."""
    marks = _joined(drawn)
    if len(marks) < 2:
        return "".join(_written(*mark) for mark in marks)
    shared = {
        key: value
        for key, value in marks[0][1].items()
        if key in (*_DRAWN, "aria-hidden", "data-domain", "paint-order") and all(m[1].get(key) == value for m in marks)
    }
    rest = "".join(_written(tag, {k: v for k, v in a.items() if k not in shared}, text) for tag, a, text in marks)
    return f"<g{_attributes(shared)}>{rest}</g>" if shared else rest


def _joined(marks: list[Drawn]) -> list[Drawn]:
    """Paths that differ in nothing but where they are become one: forty cells of a grid are one mark."""
    made: list[Drawn] = []
    for tag, attributes, text in marks:
        before = made[-1] if made else None
        if before and tag == before[0] == "path" and {**before[1], "d": ""} == {**attributes, "d": ""}:
            made[-1] = (tag, {**attributes, "d": before[1]["d"] + attributes["d"]}, text)
        else:
            made.append((tag, attributes, text))
    return made


def _mark(node: ElementTree.Element, dx: float, dy: float, lang: str) -> Drawn | None:
    """Tag, attributes and inner text of one mark; None for what would not be seen."""
    unseen = node.get("opacity") == "0" or node.get("display") == "none"
    if unseen or _name(node) not in ("path", "line", "text"):
        return None
    dx, dy = _moved(node, dx, dy)
    looks = _looks(node)
    spoken = _spoken(node.get("aria-label", ""))
    if spoken.pop("fill", None) == "hatch":
        looks["fill"] = "url(#hatch)"
    if _name(node) == "text":
        return _text(node, dx, dy, looks, spoken, lang)
    if _name(node) == "line":
        x2, y2 = float(node.get("x2", "0")), float(node.get("y2", "0"))
        return "path", {"d": shorten(f"M0,0L{x2},{y2}", dx, dy), **looks, **spoken}, ""
    d = node.get("d", "")
    if ("fill" not in looks and "stroke" not in looks) or not d:
        return None
    dot = _DOT.fullmatch(d)
    if dot:
        place = {"cx": num(dx), "cy": num(dy), "r": num(float(dot[1]))}
        return "circle", {**place, **looks, **spoken}, ""
    looks.setdefault("fill", "none")
    return "path", {"d": shorten(d, dx, dy, 0 if len(d) > 3000 else 1), **looks, **spoken}, ""


def _looks(node: ElementTree.Element) -> Attributes:
    looks = {k: v for k in _DRAWN if (v := node.get(k)) and v != "none"}
    if looks.get("font-weight") == "400":
        del looks["font-weight"]
    if "font-size" in looks:
        looks["font-size"] = num(float(looks["font-size"].removesuffix("px")), 2)
    if looks.get("stroke-width") == "1" or "stroke" not in looks:
        looks.pop("stroke-width", None)
    for key in ("opacity", "fill-opacity", "stroke-opacity"):
        if looks.get(key) == "1":
            del looks[key]
    if looks.get("text-anchor") == "start":
        del looks["text-anchor"]
    return looks


def _spoken(description: str) -> Attributes:
    """`words [fact id]` -> role, label and data attributes."""
    words = _TAG.sub("", description).strip()
    made: Attributes = {"role": "img", "aria-label": words} if words else {"aria-hidden": "true"}
    for key, value in _TAG.findall(description):
        if key == "axis-tick":
            made |= {"data-structural": "axis-tick", "data-domain": value}
        elif key in ("date", "verdict"):
            made |= {"data-structural": key}
        elif key == "fill":
            made["fill"] = value
        else:
            made[f"data-{key}"] = value
    return made


def _text(
    node: ElementTree.Element, dx: float, dy: float, looks: Attributes, spoken: Attributes, lang: str
) -> Drawn | None:
    text = node.text or ""
    if not text.strip():
        return None
    if "stroke" in looks:
        # A halo keeps a label readable over lines; it must lie behind the letters.
        looks |= {"paint-order": "stroke", "stroke-linejoin": "round"}
    # Texts never speak: the mark beside them says the same and more.
    attributes = {"x": num(dx), "y": num(dy), **looks, **spoken, "aria-hidden": "true"}
    if lang and _CJK.search(text):
        attributes["lang"] = lang
    return "text", attributes, escape(text)


def _name(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2]


def _attributes(attributes: Attributes) -> str:
    return "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())


def _written(tag: str, attributes: Attributes, text: str) -> str:
    return f"<{tag}{_attributes(attributes)}>{text}</{tag}>" if text else f"<{tag}{_attributes(attributes)}/>"
