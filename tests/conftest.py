"""The second site: another country, another currency, made up. Tests break copies of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import building
import pytest
from playwright.sync_api import Browser, sync_playwright

from build_scripts import bootstrap, pipeline
from build_scripts.diagnostics import as_text
from build_scripts.loading import Loaded
from build_scripts.model import Site

HARBOUR = Path(__file__).parent / "sites" / "harbour" / "content"
TODAY = date(2025, 6, 15)
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

Change = Callable[[str], str]
Harbour = Callable[..., Loaded]


@pytest.fixture(scope="session")
def site() -> Site:
    """The made-up site, without any mistake."""
    loaded = pipeline.checked(HARBOUR, today=TODAY)
    assert loaded.site is not None
    return loaded.site


@pytest.fixture
def harbour(tmp_path: Path) -> Harbour:
    """Check a copy of the made-up site in which some files are changed.

    `harbour({"sources.yml": ("old", "new")})`: each old text must stand in the file exactly once;
    a text alone is a new file, and None removes one.
    """

    def checked(changes: dict[str, tuple[str, str] | list[tuple[str, str]] | str | bytes | None]) -> Loaded:
        content = tmp_path / "content"
        shutil.copytree(HARBOUR, content, dirs_exist_ok=True)
        for name, change in changes.items():
            path = content / name
            if change is None:
                path.unlink()
            elif isinstance(change, bytes):
                path.write_bytes(change)
            elif isinstance(change, str):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(change, "utf-8")
            else:
                text = path.read_text("utf-8")
                for old, new in [change] if isinstance(change, tuple) else change:
                    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
                    text = text.replace(old, new)
                path.write_text(text, "utf-8")
        return pipeline.checked(content, today=TODAY)

    return checked


@pytest.fixture
def told(harbour: Harbour) -> Callable[..., str]:
    """What an editor reads after such changes, without the excerpts' last blank line."""

    def text(changes: dict[str, tuple[str, str] | list[tuple[str, str]] | str | bytes | None]) -> str:
        loaded = harbour(changes)
        return as_text(loaded.diagnostics, loaded.texts)

    return text


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up site, built once from a clean checkout. Tests that change it change a copy."""
    return building.build(building.checkout(tmp_path_factory.mktemp("committed") / "checkout"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium. That none is found is a failure: these tests are never skipped."""
    program = os.environ.get("CHROMIUM") or bootstrap.on_path()
    assert program, "no Chromium was found: set CHROMIUM to its path, or put one on the PATH"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield chromium
        chromium.close()
