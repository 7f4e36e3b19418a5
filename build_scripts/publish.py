"""A finished build takes the place of the site in one step: readers see the old one or the new one.

A build goes into a sibling folder. At the end the two names are exchanged by `renameat2`; where the
system cannot, two renames do it, and a run that was killed between them is completed by the next one.
"""

from __future__ import annotations

import ctypes
import errno
import glob
import os
import shutil
from pathlib import Path

from build_scripts.manifest import MANIFEST

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Refused(Exception):
    """A build cannot or must not go where it was told to; the message says why."""


def staging(site: Path) -> Path:
    """An empty folder for a new build of `site`. Clears what killed builds left, and completes their renames.

    Raises Refused where the site's place holds something else, which would be lost, or cannot be written.
    """
    try:
        recover(site)
        if site.exists() and not site.is_dir():
            raise Refused(f"{site} is a file; name a new or empty folder")
        if site.is_dir() and not (site / MANIFEST).exists() and any(site.iterdir()):
            raise Refused(f"{site} holds other files than a site, which would be lost; name a new or empty folder")
        new = site.with_name(f".{site.name}.new-{os.getpid()}")
        new.mkdir(parents=True)
    except OSError as error:
        raise Refused(f"{error.filename} cannot be written: {error.strerror}; the site was left as it was") from None
    return new


def recover(site: Path) -> None:
    """Bring back the site that a build was killed in the middle of replacing; remove dead builds."""
    for left in sorted(site.parent.glob(f".{glob.escape(site.name)}.*-*")):
        kind, _, pid = left.name.removeprefix(f".{site.name}.").partition("-")
        # A leftover with this run's own number is of an earlier run: in containers numbers repeat.
        if kind not in ("new", "old") or not pid.isdecimal() or (int(pid) != os.getpid() and _alive(int(pid))):
            continue
        if kind == "old" and not site.exists():
            left.rename(site)
        else:
            shutil.rmtree(left, ignore_errors=True)


def publish(built: Path, site: Path) -> None:
    """Put `built` in the place of `site`. Raises OSError; the old site then still stands."""
    if not site.exists():
        built.rename(site)
        return
    if _exchange(built, site):
        shutil.rmtree(built, ignore_errors=True)
        return
    old = site.with_name(f".{site.name}.old-{os.getpid()}")
    site.rename(old)
    try:
        built.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchange(a: Path, b: Path) -> bool:
    """Exchange two names in one step; False where the system or the file system cannot."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if call(_AT_FDCWD, os.fsencode(a), _AT_FDCWD, os.fsencode(b), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP):
        return False
    raise OSError(code, os.strerror(code), str(b))


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
