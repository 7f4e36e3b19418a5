"""Something that happened at a time."""

from typing import Literal

from build_scripts.model import Fact


class Event(Fact):
    kind: Literal["event"]


Record = Event
