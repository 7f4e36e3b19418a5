"""Figures of one indicator and place over time. Each point becomes a figure of its own."""

import re
from typing import Literal

from pydantic import Field

from build_scripts.facts.figure import Derived, Figure
from build_scripts.model import (
    Change,
    Conflict,
    Evidence,
    FactId,
    Hedge,
    Id,
    IndicatorId,
    Line,
    Model,
    Number,
    PlaceId,
    Review,
    Scale,
    SoughtWords,
    SourceId,
    SpeakerId,
    Status,
    UnitId,
    Verdict,
    When,
)
from build_scripts.model import (
    Record as Identified,
)


class Missing(Model):
    """A period without a value: charts leave a gap and say so."""

    period: When
    why: Line


class Break(Model):
    """A change of definition or a correction: charts mark it and never join points across it."""

    after: When
    why: Line


class Point(Model):
    """One value. What it leaves out it takes from the series."""

    period: When
    value: Number
    id: Id | None = None
    """Where it should not be the series' id and the period."""
    scale: Scale | None = None
    hedge: Hedge = "exact"
    status: Status | None = None
    statement: Line | None = None
    label: Line | None = None
    period_note: Line | None = None
    said_by: SpeakerId | None = None
    said_on: When | None = None
    via: SourceId | None = None
    of: FactId | None = None
    derived: Derived | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: Literal["high", "medium", "low"] = "high"
    verdict: Verdict | None = None
    conflicts: tuple[Conflict, ...] = ()
    note: Line | None = None
    ambiguity: Line | None = None
    find: tuple[SoughtWords, ...] = ()
    review: Review | None = None
    changes: tuple[Change, ...] = ()


class Series(Identified):
    """What is the same for all points stands once, here."""

    kind: Literal["series"]
    label: Line
    statement: Line
    """A sentence that fits every point: its figure as ${this}, its period as ${this|when}."""
    place: PlaceId | None = None
    scale: Scale = "one"
    unit: UnitId
    indicator: IndicatorId
    status: Status = "final"
    said_by: SpeakerId
    caution: Line | None = None
    """What a reader of the whole series must know; every chart of it shows this."""
    points: tuple[Point, ...] = Field(min_length=2)
    missing: tuple[Missing, ...] = ()
    breaks: tuple[Break, ...] = ()
    note: Line | None = None
    find: tuple[SoughtWords, ...] = ()
    review: Review | None = None

    def point_id(self, point: Point) -> str:
        return point.id or id_of_point(self.id, point.period.text)

    def figures(self) -> list[Figure]:
        """Each point as a figure, with what it takes from the series filled in."""
        made = []
        for point in self.points:
            own = {name: getattr(point, name) for name in Point.model_fields if name != "id"}
            for name in ("scale", "status", "statement", "label", "said_by"):
                own[name] = own[name] if own[name] is not None else getattr(self, name)
            figure = Figure.model_construct(
                id=self.point_id(point), kind="figure", place=self.place, unit=self.unit,
                indicator=self.indicator, low=None, high=None, compared_with=None, **own,
            )  # fmt: skip
            object.__setattr__(figure, "__pydantic_private__", {"_series": self.id})
            made.append(figure)
        return made


def id_of_point(series: str, period: str) -> str:
    """The id of a point that has none of its own: the series' id and the period."""
    return f"{series}-{re.sub('[^a-z0-9]+', '-', period.lower()).strip('-')}"


Record = Series
