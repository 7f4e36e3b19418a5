"""A judgement: never charted, never set as a fact."""

from typing import Literal

from build_scripts.model import Fact


class Opinion(Fact):
    kind: Literal["opinion"]


Record = Opinion
