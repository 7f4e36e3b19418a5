"""Something that happened at a time."""

from __future__ import annotations

from typing import Literal

from build_scripts.model import Fact


class Event(Fact):
    kind: Literal["event"]


Record = Event
