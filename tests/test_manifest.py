"""The manifest names every file of a site, and `verify-site` names every one that is not as it says."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from building import contents
from click.testing import CliRunner

from build_scripts import compression, manifest
from build_scripts.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site with its manifest."""
    site = tmp_path / "site"
    (site / "facts").mkdir(parents=True)
    (site / "index.html").write_text("<p>home</p>" * 200)
    (site / "facts" / "a b.html").write_text("a")
    (site / "mark.png").write_bytes(bytes(range(256)) * 8)
    manifest.write(site, tmp_path)
    return site


def verify(folder: Path) -> tuple[int, list[str]]:
    result = CliRunner().invoke(main, ["verify-site", str(folder)])
    return result.exit_code, result.output.splitlines()


def test_build_lists_every_file(committed: Path) -> None:
    """By its hash, with the commit and the versions that shaped it."""
    listed = json.loads((committed / "manifest.json").read_text("utf-8"))
    files = {
        name: hashlib.sha256(data).hexdigest() for name, data in contents(committed).items() if name != "manifest.json"
    }
    head = subprocess.run(
        ["git", "-C", committed.parent, "rev-parse", "HEAD"], capture_output=True, text=True, check=True
    )
    assert (files, head.stdout.strip()) == (listed["files"], listed["commit"])
    assert set(manifest.SHAPING) == set(listed["versions"])


def test_site_as_built_is_verified(committed: Path) -> None:
    """Zero, and how many files there are."""
    assert (0, [f"{committed}/: {len(contents(committed))} files, all as its manifest says"]) == verify(committed)


def test_each_difference_is_named(folder: Path) -> None:
    """Changed by a byte, gone, and one that nobody built."""
    (folder / "index.html").write_text("<p>home</p>" * 199)
    (folder / "facts" / "a b.html").unlink()
    (folder / "facts" / "c.html").write_text("c")
    assert (1, ["facts/a b.html: missing", "facts/c.html: extra", "index.html: changed"]) == verify(folder)


def test_file_in_place_of_a_folder_is_named(folder: Path) -> None:
    """A link to somewhere else too."""
    shutil.rmtree(folder / "facts")
    (folder / "facts").symlink_to("nowhere")
    assert (1, ["facts: extra", "facts/a b.html: missing"]) == verify(folder)


def test_packed_copies_are_no_addition(folder: Path) -> None:
    """What `compress` writes holds the file beside it."""
    compression.compress(folder)
    assert (folder / "index.html.gz").exists()
    assert 0 == verify(folder)[0]


def test_packed_copy_of_something_else_is_named(folder: Path) -> None:
    """Servers would send it in the file's place."""
    compression.compress(folder)
    shutil.copy(
        folder / "manifest.json.gz" if (folder / "manifest.json.gz").exists() else folder / "mark.png",
        folder / "index.html.gz",
    )
    assert (1, ["index.html.gz: changed: it does not hold the file beside it"]) == verify(folder)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": []}', '{"files": {"a": 1}}', "\x00"])
def test_what_is_no_manifest(folder: Path, text: str) -> None:
    """Two, and a line that says so."""
    (folder / "manifest.json").write_text(text)
    code, lines = verify(folder)
    assert (2, f"Error: {folder / 'manifest.json'} is no manifest of a site") == (code, lines[-1])


def test_folder_without_a_manifest(tmp_path: Path) -> None:
    """It cannot be judged."""
    code, lines = verify(tmp_path)
    assert (2, f"Error: {tmp_path / 'manifest.json'} cannot be read: No such file or directory") == (code, lines[-1])


def test_commit_outside_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that was copied has none."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert None is manifest.commit(tmp_path)


def test_commit_says_that_files_differ(committed: Path, tmp_path: Path) -> None:
    """So nobody takes a build of edited files for the commit's."""
    copy = tmp_path / "copy"
    shutil.copytree(committed.parent, copy)
    (copy / "mkdocs.yml").write_text("site_name: x")
    assert f"{manifest.commit(committed.parent)}-dirty" == manifest.commit(copy)
