"""A number: a level, a share, a rate of growth, a count, a sum of money."""

from typing import Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from build_scripts.model import Fact, FactId, Hedge, IndicatorId, Line, Model, Number, Scale, Status, UnitId, When


class Derived(Model):
    """A value that we computed ourselves from other facts."""

    formula: str
    """Arithmetic over other facts, such as ${cars-2024} / ${cars-2023} * 100 - 100."""
    places: int = Field(default=0, ge=0, le=6)
    """How many decimals the result is rounded to (half up)."""


class Comparison(Model):
    """The base of a rate of growth or of a multiple."""

    period: When | None = None
    fact: FactId | None = None
    because: Line | None = None
    """Why the base is not stated, where it is not."""


class Figure(Fact):
    """Value, scale and unit stand exactly as printed; converting them is formatting."""

    kind: Literal["figure"]
    value: Number | None = None
    """The number as printed, with its sign. Left out only where hedge is between."""
    low: Number | None = None
    high: Number | None = None
    scale: Scale = "one"
    """The magnitude word printed with it: million, billion, wan (万), yi (亿)."""
    unit: UnitId
    hedge: Hedge = "exact"
    of: FactId | None = None
    """The whole of which this is a part: 40 of 41."""
    indicator: IndicatorId
    compared_with: Comparison | None = None
    status: Status = "final"
    derived: Derived | None = None

    _series: str | None = PrivateAttr(default=None)

    @property
    def series(self) -> str | None:
        # Asked tens of thousands of times in a run; pydantic's own way to a private attribute costs ten times as much.
        return (self.__pydantic_private__ or {}).get("_series")

    @model_validator(mode="after")
    def value_or_range(self) -> Self:
        if self.hedge == "between":
            if self.value is not None or self.low is None or self.high is None or self.low >= self.high:
                raise ValueError("hedge between needs low and high, low below high, and no value")
        elif self.value is None or self.low is not None or self.high is not None:
            raise ValueError("a figure needs a value; low and high belong to hedge between")
        return self


Record = Figure
