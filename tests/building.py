"""Builds of the made-up site, each in a checkout of its own: what is built never depends on the folder of the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HARBOUR = Path(__file__).parent / "sites" / "harbour" / "content"
COMMITTED = "2025-06-20T23:30:00-05:00"
"""When the checkouts' commit was made: the 21st where times are told in UTC."""


def checkout(folder: Path, content: Path = HARBOUR) -> Path:
    """A clean checkout of what builds, with its own commit."""
    folder.mkdir(parents=True)
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "build_scripts", folder / "build_scripts", ignore=skipped)
    shutil.copytree(content, folder / "content", ignore=skipped)
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=skipped)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / ".gitignore").write_text("/site*/\n/.site*/\n/.cache/\n__pycache__/\n", "utf-8")
    people = {f"GIT_{who}_{what}": "tests" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": COMMITTED, "GIT_COMMITTER_DATE": COMMITTED}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for words in (
        ["init", "--quiet"],
        ["add", "."],
        ["-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "all"],
    ):
        subprocess.run(["git", *words], cwd=folder, env=os.environ | people | dates | settings, check=True)
    return folder


def clone(root: Path, folder: Path) -> Path:
    """The same commit once more, in another folder."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(root), str(folder)], check=True)
    return folder


def build(folder: Path, *before: str, site: str = "site", **environment: str) -> Path:
    """Build a checkout as people do; `before` is put before the command. Returns the folder of the site."""
    own = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "CONTENT")}
    command = [*before, sys.executable, "-m", "build_scripts", "build", "--site-dir", site]
    done = subprocess.run(command, cwd=folder, env=own | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / site


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
