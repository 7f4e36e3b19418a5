"""The content of another time: a folder, or what git keeps of one."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class NoContent(ValueError):
    """A name that is neither a folder nor a revision that holds one; the message is for an editor."""


@contextmanager
def opened(name: str, content: Path) -> Iterator[Path]:
    """The folder `name`; or `content` as it was in the git revision `name`, such as HEAD~1 or a tag.

    `REVISION:FOLDER`, counted from the repository's root, names a folder that stood elsewhere at the time.
    """
    if Path(name).is_dir():
        yield Path(name)
        return
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / content.resolve().name  # as in the working copy: it stands in every diagnostic
        _unpack(_archive(name, content.resolve()), folder)
        yield folder


def _archive(name: str, content: Path) -> bytes:
    """What `git archive` makes of the folder, as a tar file."""
    at = name if ":" in name else f"{name}:./{content.name}"
    # A revision never begins with a dash: what does is an option of git.
    tree = None if name.startswith("-") else _git(content.parent, "rev-parse", "--verify", "--quiet", at)
    root = _git(content.parent, "rev-parse", "--show-toplevel")  # from elsewhere only a part would be packed
    packed = root and tree and _git(Path(root.decode().strip()), "archive", "--format=tar", tree.decode().strip())
    if not packed:
        raise NoContent(f"{name} is neither a folder nor a git revision that holds {content.name}/")
    return packed


def _git(folder: Path, *arguments: str) -> bytes | None:
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def _unpack(packed: bytes, folder: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None  # no links: they could lead anywhere
            if file is not None:
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.read())
