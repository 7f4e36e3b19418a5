"""What rendering makes: a file to be. Writing it is the adapters' business."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Artifact:
    """`path` is relative to the site's root, with forward slashes; text is UTF-8.

    `origin` is the content file and line that the artifact comes from (`facts/steel.yml`, 14),
    for edit links and for error messages; None where no single record made it.
    """

    path: str
    body: str | bytes
    origin: tuple[str, int] | None = None
    traces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For text that no element can mark (title, description, data): the records that it tells of,
    as `fact:id` and `count:key`."""
