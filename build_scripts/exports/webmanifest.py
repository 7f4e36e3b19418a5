"""`site.webmanifest`: what a telephone calls the site on its home screen, and the icon that it shows there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_scripts.artifact import Artifact

if TYPE_CHECKING:
    from build_scripts.pages._view import View

PATH = "site.webmanifest"
ICONS = {"assets/icon-192.png": 192, "assets/icon-512.png": 512}
"""Path of a square picture -> its side in points. The pipeline draws them."""
PAPER = "#ffffff"


def export(view: View) -> Iterator[Artifact]:
    site = view.site.config
    told = {
        "name": site.name,
        "short_name": site.name,
        "description": site.question,
        "lang": site.language,
        "start_url": "index.html",
        "scope": "./",
        "display": "browser",  # links lead to sources: readers need their browser around the site
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": path, "sizes": f"{side}x{side}", "type": "image/png", "purpose": "any maskable"}
            for path, side in ICONS.items()
        ],
    }
    yield Artifact(PATH, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
