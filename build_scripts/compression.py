"""Packed copies beside the files of a built site, for servers that send them as they are (nginx: `gzip_static`).

Hosts such as GitHub Pages pack by themselves, so the build does not write them.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from build_scripts.manifest import found

PACKED = frozenset([".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"])
LEAST = 860
"""Bytes. What is smaller fits into one packet anyway."""


def compress(folder: Path) -> tuple[int, int, int]:
    """Write the copies, the same bytes each time; returns how many, their bytes, and those of the files.

    A file that would not become smaller gets none, and neither does one that the build packed itself (the sitemap).
    """
    files = found(folder)
    count = packed = plain = 0
    for name, path in files.items():
        if path.suffix not in PACKED or name == "sitemap.xml":
            continue
        data = path.read_bytes()
        small = gzip.compress(data, 9, mtime=0) if len(data) >= LEAST else data
        if len(small) < len(data):
            path.with_name(path.name + ".gz").write_bytes(small)
            count, packed, plain = count + 1, packed + len(small), plain + len(data)
    return count, packed, plain
