"""SVG path data, made short: relative, rounded, without points that change nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"[MLHVCSQTAZmlhvcsqtaz]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_ARGS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}


def num(value: float, places: int = 1) -> str:
    """`12.0` -> "12", `0.5` -> ".5", `-0.0` -> "0"."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = re.sub(r"^(-?)0\.", r"\1.", text)
    return "0" if text in ("-0", "") else text


def segments(d: str) -> Iterator[tuple[str, list[float]]]:
    """Commands with absolute coordinates; H and V become L."""
    tokens = _TOKEN.findall(d)
    i, x, y, start_x, start_y, command = 0, 0.0, 0.0, 0.0, 0.0, ""
    while i < len(tokens):
        if tokens[i].isalpha():
            command, i = tokens[i], i + 1
        upper, relative = command.upper(), command.islower()
        args = [float(t) for t in tokens[i : i + _ARGS[upper]]]
        i += _ARGS[upper]
        if upper == "Z":
            x, y = start_x, start_y
        elif upper == "H":
            args, upper = [args[0] + (x if relative else 0), y], "L"
        elif upper == "V":
            args, upper = [x, args[0] + (y if relative else 0)], "L"
        elif upper == "A":
            args = [*args[:5], args[5] + (x if relative else 0), args[6] + (y if relative else 0)]
        elif relative:
            args = [a + (x, y)[k % 2] for k, a in enumerate(args)]
        if args:
            x, y = args[-2:]
        if upper == "M":
            start_x, start_y = x, y
            command = "l" if relative else "L"
        yield upper, args


def shorten(d: str, dx: float = 0, dy: float = 0, places: int = 1) -> str:
    """The same path moved by (dx, dy). Rounds positions, not steps, so that errors do not add up."""
    unit = 10**places
    out: list[str] = []
    x = y = start_x = start_y = 0

    def step(value: float) -> str:
        return num(value / unit, places)

    for command, args in segments(d):
        if command == "Z":
            out.append("z")
            x, y = start_x, start_y
            continue
        ends = [round((a + (dx, dy)[k % 2]) * unit) for k, a in enumerate(args)] if command != "A" else []
        if command == "A":
            ends = [round((args[5] + dx) * unit), round((args[6] + dy) * unit)]
            body = " ".join(num(a) for a in args[:5])
            out.append(f"a{body} {step(ends[0] - x)} {step(ends[1] - y)}")
        elif command == "M":
            out.append(f"M{step(ends[0])} {step(ends[1])}")
            start_x, start_y = ends
        elif command == "L":
            right, down = ends[0] - x, ends[1] - y
            if right and down:
                out.append(f"l{step(right)} {step(down)}")
            elif right:
                out.append(f"h{step(right)}")
            elif down:
                out.append(f"v{step(down)}")
        else:
            out.append(command.lower() + " ".join(step(e - (x, y)[k % 2]) for k, e in enumerate(ends)))
        x, y = ends[-2:]
    return _join(out)


def _join(parts: list[str]) -> str:
    """A command letter that repeats is left out; so is a space before a minus."""
    out, last = [], ""
    for part in parts:
        letter, body = part[0], part[1:]
        # After M the implied command would be an absolute L, so the letter of the first step stays.
        repeats = letter == last and letter not in "zM"
        out.append(f" {body}" if repeats else part)
        last = letter
    return "".join(out).replace(" -", "-")
