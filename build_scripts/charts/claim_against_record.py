"""What was said on the left of the double rule, what other sources show on the right, on one scale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from pydantic import Field

from build_scripts import prose
from build_scripts.charts import _rows
from build_scripts.charts._figure import Sheet, Table, TableRow
from build_scripts.charts._font import width, wrap
from build_scripts.charts._items import Entry, Item, figure, item, sources, under
from build_scripts.charts._plot import Plot, Row
from build_scripts.charts._theme import HAIR, INK, MUTE, SMALL, SPINE, VERDICT, Size
from build_scripts.charts._words import literal, source_links
from build_scripts.facts.figure import Figure
from build_scripts.model import ChartSpec, FactId, Line, Model, Site


class Claim(Model):
    claim: FactId
    label: Line | None = None
    record: tuple[Entry, ...] = Field(default=(), max_length=4)
    """What other sources show; left out where nothing was found, which the row then says."""


class ClaimAgainstRecord(ChartSpec):
    kind: Literal["claim-against-record"]
    rows: tuple[Claim, ...] = Field(min_length=1, max_length=6)

    mixes: ClassVar[frozenset[str]] = frozenset({"rows", "period", "place", "status"})
    """Rows have scales of their own, so different measures may stand below each other; a target is drawn open."""


Record = ClaimAgainstRecord


@dataclass(frozen=True)
class Pair:
    name: str
    tag: str
    verdict: str
    claim: Item
    record: tuple[Item, ...]


def read(spec: ClaimAgainstRecord, site: Site) -> Sheet:
    pairs, table, said, facts = [], [], [], []
    for row in spec.rows:
        claim = figure(row.claim, site)
        shown = [(figure(e.fact, site), e) for e in row.record if e.fact]
        if any(fact.unit != claim.unit for fact, _ in shown):
            raise ValueError(f'the record beside "{claim.id}" is in another unit, so both cannot share a scale')
        facts += [claim, *(fact for fact, _ in shown)]
        name = prose.plain(row.label or claim.label, site, claim)
        items = [
            _with_unit(f, prose.plain(e.label, site) if e.label else site.speakers[f.said_by].name, site)
            for f, e in shown
        ]  # fmt: skip
        verdict = claim.verdict.word if claim.verdict else ""
        own = _with_unit(claim, site.speakers[claim.said_by].name, site)
        heard = tuple(under(name, i) for i in items)
        pairs.append(Pair(name, f"[fact {claim.id}] [date]", verdict, under(name, own), heard))
        record = "; ".join(f"{literal(i.name)}: ${{{i.fact}}}" for i in items) or "nothing found"
        table.append(
            TableRow(
                (
                    literal(name),
                    f"${{{claim.id}}}",
                    record,
                    f"${{{claim.id}|verdict|cap}}" if verdict else "",
                    source_links(claim, site),
                )
            )
        )
        said.append(
            f"{literal(name)}: said ${{{claim.id}}}; shown {record}"
            + (f"; {verdict.replace('-', ' ')}." if verdict else ".")
        )
    return Sheet(
        data=tuple(pairs), table=Table(("What", "Said", "Shown", "Verdict", "Source of the claim"), tuple(table)),
        described="Bars for what was said beside bars for what sources show. " + " ".join(said),
        facts=tuple(f.id for f in facts), sources=sources(facts),
    )  # fmt: skip


def _with_unit(fact: Figure, name: str, site: Site) -> Item:
    """Rows measure different things, so each figure has its unit."""
    return replace(item(fact, site, name), shown=prose.figure(fact, site))


GUTTER, THICK, PITCH = 44.0, 22.0, 44.0


def plot(spec: ClaimAgainstRecord, data: tuple[Pair, ...], size: Size) -> Plot:
    return _stacked(data, size) if size.narrow else _facing(data, size)


def _facing(data: tuple[Pair, ...], size: Size) -> Plot:
    """Two columns with the double rule between them."""
    half = (size.width - GUTTER) / 2
    heights = [30 + PITCH * max(1, len(p.record)) + 14 for p in data]
    plot = Plot(size, 22 + sum(heights))
    right = half + GUTTER
    plot.text([{"x": x, "y": 12, "text": t} for x, t in ((0, "Said"), (right, "Shown"))], size=SMALL, colour=MUTE)
    middle = half + GUTTER / 2
    plot.rules([{"x": middle + d, "x2": middle + d, "y": 0, "y2": plot.height} for d in (-2, 2)], SPINE, 1.5)
    y = 22.0
    for pair, tall in zip(data, heights, strict=True):
        plot.rules([{"x": 0, "x2": half, "y": y, "y2": y}, {"x": right, "x2": size.width, "y": y, "y2": y}], HAIR)
        per = _per(pair, half)
        plot.text([{"x": 0, "y": y + 20, "text": pair.name, "say": pair.tag}], size=14.5, weight=600)
        _verdict(plot, pair, right, y + 20)
        _bar(plot, pair.claim, 0, y + 30, per)
        for n, shown in enumerate(pair.record):
            _bar(plot, shown, right, y + 30 + PITCH * n, per)
        if not pair.record:
            plot.text([{"x": right, "y": y + 62, "text": "nothing found"}], size=SMALL, colour=MUTE)
        y += tall
    return plot


def _stacked(data: tuple[Pair, ...], size: Size) -> Plot:
    """Said over Shown, with the double rule at the left edge."""
    left = 20.0
    room = size.width - left
    names = [wrap(p.name, room, 14.5, 600) for p in data]
    heights = [
        19 * len(n) + 20 + PITCH + 34 + PITCH * max(1, len(p.record)) + 18 for p, n in zip(data, names, strict=True)
    ]
    plot = Plot(size, sum(heights) - 16, left=left)
    plot.rules([{"x": d - left, "x2": d - left, "y": 0, "y2": plot.height} for d in (2, 6)], SPINE, 1.5)
    y = 0.0
    for pair, lines, tall in zip(data, names, heights, strict=True):
        per = _per(pair, room)
        top = y + 19 * len(lines)
        plot.text(
            [{"x": 0, "y": y + 15 + 19 * n, "text": t, "say": pair.tag} for n, t in enumerate(lines)],
            size=14.5,
            weight=600,
        )
        plot.text([{"x": 0, "y": top + 14, "text": "Said"}], size=SMALL, colour=MUTE)
        _bar(plot, pair.claim, 0, top + 18, per)
        below = top + 18 + PITCH + 14
        plot.text([{"x": 0, "y": below + 6, "text": "Shown"}], size=SMALL, colour=MUTE)
        _verdict(plot, pair, 52, below + 6)
        for n, shown in enumerate(pair.record):
            _bar(plot, shown, 0, below + 11 + PITCH * n, per)
        if not pair.record:
            plot.text([{"x": 0, "y": below + 28, "text": "nothing found"}], size=SMALL, colour=MUTE)
        y += tall
    return plot


def _per(pair: Pair, room: float) -> float:
    """Pixels for one unit: both sides of a row have the same, so that lengths can be compared."""
    every = (pair.claim, *pair.record)
    top = [(max(i.amount, i.high or 0), _rows.GAP + width(i.shown, _rows.FIGURE, 600)) for i in every]
    return min((room - label) / amount for amount, label in top if amount > 0) if any(a > 0 for a, _ in top) else 0.0


def _verdict(plot: Plot, pair: Pair, x: float, y: float) -> None:
    if pair.verdict:
        text = pair.verdict.replace("-", " ").capitalize()
        plot.text(
            [{"x": x, "y": y, "text": text, "say": pair.tag.split("] ")[0] + "]"}],
            size=SMALL,
            weight=600,
            colour=VERDICT[pair.verdict],
        )


def _bar(plot: Plot, item: Item, x: float, y: float, per: float) -> None:
    """Its speaker above it, its figure behind it; a range is open at its uncertain end."""
    plot.text([{"x": x, "y": y + 13, "text": item.name, "say": item.name_tag}], size=SMALL, colour=MUTE)
    low = item.low if item.low is not None else item.amount
    high = item.high if item.high is not None else item.amount
    box: Row = {"x": x, "x2": x + max(low * per, 1), "y": y + 18, "y2": y + 18 + THICK, "say": item.mark}
    rects: list[Row] = [box | (_rows.OPEN if item.intended else {"colour": item.colour})]
    if high > low:
        rects.append({**box, "x": x + low * per, "x2": x + high * per, "say": "", "line": item.colour, "width": 1.5})
    plot.rects(rects)
    row: Row = {"x": x + high * per + _rows.GAP, "y": y + 18 + THICK / 2 + 5, "text": item.shown, "say": item.tag}
    plot.text([row], size=_rows.FIGURE, weight=600, colour=INK)
