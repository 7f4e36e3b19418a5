"""site.yml names a page where a page of another kind belongs.

`home` is a page of kind home, and `chapters` lists pages of kind chapter: each kind has parts that the others lack.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Path, Site


def check(site: Site) -> Iterator[Diagnostic]:
    due: list[tuple[Path, str, str]] = [(("home",), site.config.home, "home")]
    due += [(("chapters", n), id, "chapter") for n, id in enumerate(site.config.chapters)]
    for path, id, kind in due:
        page = site.pages.get(id)
        if page is not None and page.kind != kind:
            message = f'page "{id}" is of kind {page.kind}; {path[0]} takes kind {kind}'
            yield Diagnostic("misplaced-page", message, site.spot("config", "site", *path))
