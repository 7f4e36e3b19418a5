"""What was drawn before, on disk. An entry is trusted only if its name, key and checksum agree."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

PROGRAMS = ("altair", "vl-convert-python", "pillow")
_MAGIC = b"chart-cache-1\n"


def key(*parts: str) -> str:
    """Names an entry by everything its content depends on: the parts, the drawing code, fonts and versions."""
    digest = hashlib.sha256()
    for part in (*parts, _programs()):
        digest.update(f"{len(part.encode())}:".encode() + part.encode())
    return digest.hexdigest()


@cache
def _programs() -> str:
    """The versions of what draws and packs, and a hash of this package's code and fonts."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted([*folder.glob("*.py"), *folder.glob("fonts/*.ttf")]):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return " ".join([*(f"{name} {version(name)}" for name in PROGRAMS), digest.hexdigest()])


def kept(folder: Path | None, name: str, make: Callable[[], bytes]) -> bytes:
    """The entry `name`, or what `make` gives, which is then kept. Without a folder nothing is kept."""
    if folder is None:
        return make()
    path = folder / name[:2] / name
    found = _read(path, name)
    if found is not None:
        return found
    body = make()
    _write(path, name, body)
    return body


def _read(path: Path, name: str) -> bytes | None:
    try:
        stored = path.read_bytes()
    except OSError:
        return None
    head = _head(name, stored[len(_MAGIC) + 130 :])
    return stored[len(head) :] if stored.startswith(head) else None


def _head(name: str, body: bytes) -> bytes:
    """Magic, key and checksum, each on a line of its own."""
    return _MAGIC + name.encode() + b"\n" + hashlib.sha256(body).hexdigest().encode() + b"\n"


def _write(path: Path, name: str, body: bytes) -> None:
    """Whole or not at all: a reader never meets half an entry. A cache that cannot be written is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_head(name, body) + body)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
