"""An intention: what someone means to do. Worded and drawn as an intention, never as a result."""

from typing import Literal

from build_scripts.model import Fact, When


class Plan(Fact):
    kind: Literal["plan"]
    due: When | None = None
    """When it is meant to be done, if that is said."""


Record = Plan
