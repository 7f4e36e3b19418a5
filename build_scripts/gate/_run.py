"""Read a whole site."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from build_scripts import collector
from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import PROVENANCE, Files
from build_scripts.model import Site
from build_scripts.registry import modules


def orphans(folder: Path, site: Site) -> list[Orphan]:
    """Every number in the finished site that nothing stands behind. `site` is loaded afresh by the caller."""
    found: dict[str, bytes] = {}
    for base, _, names in os.walk(folder):
        inside = Path(base).relative_to(folder)
        found |= {(inside / name).as_posix(): Path(base, name).read_bytes() for name in names}
    with collector.paused():  # a page is freed as soon as it is read
        return list(judged(found, Book(site)))


def judged(contents: Mapping[str, bytes], book: Book) -> Iterator[Orphan]:
    """The same for files in memory. Pages are read first: other files repeat them."""
    provenance = json.loads(contents[PROVENANCE]) if PROVENANCE in contents else {}
    files = Files(provenance, contents)
    readers = modules("gate")
    for path in sorted(contents, key=lambda p: (not p.endswith(".html"), p)):
        ending = path[max(path.rfind("/"), path.rfind(".")) + 1 :]  # `_headers` has only a name
        reader = readers.get(ending.removeprefix("_"))
        if reader is None:
            yield Orphan(path, path, "no reader knows this type of file")
            continue
        try:
            yield from reader.read(path, contents[path], book, files)
        except (
            ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError,
            csv.Error, etree.LxmlError,
        ) as error:  # fmt: skip
            # Whatever a file holds that no reader expects: it is told, and the site is not published.
            yield Orphan(path, path, f"it cannot be read: {error}")
