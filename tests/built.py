"""The made-up site, built once for all tests of a run, in whichever worker asks first."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from pages.conftest import enriched

ROOT = Path(__file__).resolve().parent.parent


EPOCH = "1750000000"
"""15 June 2025: the day on which the made-up site is built, whatever is committed while the tests run."""


def build(content: Path, site: Path, **environment: str) -> None:
    """What `mkdocs build --strict` does, in this process; raises SystemExit where that ends with an error."""
    with _environment(CONTENT=str(content), NO_MKDOCS_2_WARNING="1", **environment):
        config = load_config(config_file=str(ROOT / "mkdocs.yml"), site_dir=str(site), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the finished site. Its records lie beside it, in `content`."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "built"
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "site").exists():
            shutil.rmtree(shared / "content", ignore_errors=True)
            build(enriched(shared / "content"), shared / "site", SOURCE_DATE_EPOCH=EPOCH)
    return shared / "site"


@contextmanager
def _environment(**wanted: str) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(wanted)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
