"""A claim without a figure: a state, a capability, a post, a location."""

from typing import Literal

from build_scripts.model import Fact


class Statement(Fact):
    kind: Literal["statement"]


Record = Statement
