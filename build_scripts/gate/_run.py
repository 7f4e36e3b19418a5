"""Read a whole site."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import PROVENANCE, Files
from build_scripts.model import Site
from build_scripts.registry import modules


def orphans(folder: Path, site: Site) -> list[Orphan]:
    """Every number in the finished site that nothing stands behind. `site` is loaded afresh by the caller."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return list(judged({name: path.read_bytes() for name, path in found.items()}, Book(site)))


def judged(contents: Mapping[str, bytes], book: Book) -> Iterator[Orphan]:
    """The same for files in memory. Pages are read first: other files repeat them."""
    provenance = json.loads(contents[PROVENANCE]) if PROVENANCE in contents else {}
    files = Files(provenance)
    readers = modules("gate")
    for path in sorted(contents, key=lambda p: (not p.endswith(".html"), p)):
        reader = readers.get(path.rpartition(".")[2]) if "." in path.rpartition("/")[2] else None
        if reader is None:
            yield Orphan(path, path, "no reader knows this type of file")
            continue
        yield from reader.read(path, contents[path], book, files)
