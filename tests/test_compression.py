"""Packed copies beside a site's files."""

from __future__ import annotations

import gzip
from pathlib import Path

from click.testing import CliRunner

from build_scripts import compression
from build_scripts.cli import main

LONG = "a line that repeats\n" * 100


def site(folder: Path) -> Path:
    for name, text in {
        "index.html": LONG,
        "small.html": "x",
        "a.css": LONG,
        "photo.png": LONG,
        "sitemap.xml": LONG,
    }.items():
        (folder / name).write_text(text)
    (folder / "sitemap.xml.gz").write_text("the build's own")
    return folder


def test_copies_hold_their_files(tmp_path: Path) -> None:
    """Of text that is long enough; pictures are packed already."""
    compression.compress(site(tmp_path))
    copies = {path.name: path.read_bytes() for path in tmp_path.glob("*.gz")}
    assert b"the build's own" == copies.pop("sitemap.xml.gz")
    assert dict.fromkeys(("a.css.gz", "index.html.gz"), LONG.encode()) == {
        n: gzip.decompress(d) for n, d in copies.items()
    }


def test_copies_are_the_same_each_time(tmp_path: Path) -> None:
    """No clock in them, and copies are not packed again."""
    first = compression.compress(site(tmp_path))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert first == compression.compress(tmp_path)
    assert before == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_command_tells_what_is_saved(tmp_path: Path) -> None:
    """Two files of text, in megabytes."""
    result = CliRunner().invoke(main, ["compress", str(site(tmp_path))])
    assert (0, f"{tmp_path}/: 2 packed copies, 0.0 MB of 0.0 MB\n") == (result.exit_code, result.output)
