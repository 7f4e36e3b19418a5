"""`robots.txt`: everything may be read by everyone; the sitemap lists it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_scripts.artifact import Artifact

if TYPE_CHECKING:
    from build_scripts.pages._view import View

PATH = "robots.txt"


def export(view: View) -> Iterator[Artifact]:
    yield Artifact(PATH, f"User-agent: *\nAllow: /\n\nSitemap: {view.address('sitemap.xml')}\n")
