"""`_headers`: what Netlify and Cloudflare Pages send with every file.

GitHub Pages reads no such file; there the pages' own <meta> serves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_scripts import policy
from build_scripts.artifact import Artifact

if TYPE_CHECKING:
    from build_scripts.pages._view import View

PATH = "_headers"


def export(view: View) -> Iterator[Artifact]:
    rules = {"/*": policy.HEADERS} | {path: {"Cache-Control": value} for path, value in policy.CACHED.items()}
    lines = [
        line
        for path, headers in rules.items()
        for line in (path, *(f"  {name}: {value}" for name, value in headers.items()))
    ]
    yield Artifact(PATH, "\n".join(lines) + "\n")
