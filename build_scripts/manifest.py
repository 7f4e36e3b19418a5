"""`manifest.json`: from which commit a site was built, by which versions, and the hash of every file in it.

The same commit and the same versions give the same bytes, so anybody can build the site again and compare.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import zlib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

MANIFEST = "manifest.json"
SHAPING = (
    "altair",
    "brotli",
    "fonttools",
    "jinja2",
    "lxml",
    "markdown",
    "mkdocs",
    "mkdocs-material",
    "pillow",
    "pymdown-extensions",
    "vl-convert-python",
)
"""The packages whose version shows in the bytes of the site."""


def write(folder: Path, root: Path) -> None:
    """List all that `folder` holds. The last step before it is published; `root` is the checkout that was built."""
    listed = {
        "commit": commit(root),
        "files": {name: _hash(path.read_bytes()) for name, path in found(folder).items() if name != MANIFEST},
        "versions": {name: metadata.version(name) for name in SHAPING},
    }
    (folder / MANIFEST).write_text(json.dumps(listed, indent=1, sort_keys=True) + "\n", "utf-8")


def commit(root: Path) -> str | None:
    """The commit's hash, with `-dirty` where tracked files differ from it; None outside a checkout."""
    command = ["git", "-C", str(root), "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() or None
    except (OSError, subprocess.CalledProcessError):
        return None


def differences(folder: Path) -> list[str]:
    """What is missing from a site, changed in it or added to it, one line for each file, sorted by name.

    A packed copy (`compress` writes them) is no addition if it holds its file. Raises ValueError for a manifest
    that is missing or cannot be read.
    """
    listed = _files(folder)
    here = found(folder)
    told = {name: "missing" for name in listed if name not in here}
    for name, path in here.items():
        if name == MANIFEST:
            continue
        if name not in listed:
            packed = listed.get(name.removesuffix(".gz"))
            if packed is None and name != f"{MANIFEST}.gz":
                told[name] = "extra"
            elif _unpacked(path) != (packed or _hash((folder / MANIFEST).read_bytes())):
                told[name] = "changed: it does not hold the file beside it"
        elif _hash(path.read_bytes()) != listed[name]:
            told[name] = "changed"
    return [f"{name}: {what}" for name, what in sorted(told.items())]


def found(folder: Path) -> dict[str, Path]:
    """Every file, by its path inside the folder with forward slashes, sorted. A link counts as a file."""
    return dict(sorted(_walk(folder)))


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        if path.is_file() or path.is_symlink():
            yield path.relative_to(folder).as_posix(), path


def _files(folder: Path) -> dict[str, str]:
    try:
        files = json.loads((folder / MANIFEST).read_text("utf-8"))["files"]
    except OSError as error:
        raise ValueError(f"{folder / MANIFEST} cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        files = None
    if not isinstance(files, dict) or not all(isinstance(value, str) for value in files.values()):
        raise ValueError(f"{folder / MANIFEST} is no manifest of a site")
    return files


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _unpacked(path: Path) -> str | None:
    try:
        return _hash(gzip.decompress(path.read_bytes()))
    except (OSError, EOFError, zlib.error):
        return None
