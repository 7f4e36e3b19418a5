"""First, largest, highest, a record: a rank among something, by something, as of some time."""

from typing import Literal

from build_scripts.model import Fact, Line, When, Whole, YesNo


class Superlative(Fact):
    """Who is ranked stands in the statement; how, among what and since when stand here."""

    kind: Literal["superlative"]
    rank: Whole = 1
    """1 for the first, 6 for "sixth largest"."""
    direction: Literal["most", "least", "first", "last"]
    """Most (largest, highest), least (smallest), first or last in time."""
    by: Line
    """The measure: area, cars built, growth of GDP."""
    among: Line
    """Among what it is ranked: ports of the coast."""
    window: When | Literal["all-time", "unstated"] = "unstated"
    """Over what time: a period, all-time, or unstated."""
    one_of: YesNo = False
    """Yes for "one of the largest"."""


Record = Superlative
