"""site.yml names a page where a page of another kind belongs, or a page has an id whose address is taken.

`home` is a page of kind home, and `chapters` lists pages of kind chapter: each kind has parts that the others lack.
`index` is the address of the home page, whatever its id, and `404` that of the page for what is not there.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Path, Site

TAKEN = {"index": "the home page", "404": "the page for addresses that lead nowhere"}


def check(site: Site) -> Iterator[Diagnostic]:
    for id, whose in TAKEN.items():
        if id in site.pages and id != site.config.home:
            message = f'the address of page "{id}" is that of {whose}'
            place = site.spot("pages", id, "id")
            yield Diagnostic("misplaced-page", message, place, hint="give the page another id")
    due: list[tuple[Path, str, str]] = [(("home",), site.config.home, "home")]
    due += [(("chapters", n), id, "chapter") for n, id in enumerate(site.config.chapters)]
    for path, id, kind in due:
        page = site.pages.get(id)
        if page is not None and page.kind != kind:
            message = f'page "{id}" is of kind {page.kind}; {path[0]} takes kind {kind}'
            yield Diagnostic("misplaced-page", message, site.spot("config", "site", *path))
