"""What is kept on disk is trusted only if it is exactly what was written."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from build_scripts.charts import _cache

NAME = _cache.key("a chart")

Spoil = Callable[[bytes], bytes]


def entry(folder: Path) -> Path:
    return folder / NAME[:2] / NAME


def test_made_once(tmp_path: Path) -> None:
    """A second call finds what the first has kept."""
    assert b"drawn" == _cache.kept(tmp_path, NAME, lambda: b"drawn")
    assert b"drawn" == _cache.kept(tmp_path, NAME, lambda: b"drawn again")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: b"",
        lambda whole: whole[:-1],
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole.replace(b"drawn", b"drawM"),
        lambda whole: whole + b" ",
        lambda whole: whole.replace(b"chart-cache-1", b"chart-cache-0"),
        lambda whole: whole.replace(NAME.encode(), _cache.key("another chart").encode()),
        lambda whole: b"\xff" * len(whole),
    ],
    ids=["empty", "cut", "half", "changed", "longer", "other version", "other chart", "noise"],
)
def test_spoilt_entry_is_made_anew(tmp_path: Path, spoil: Spoil) -> None:
    """Whatever happened to the file, the chart is drawn and the entry is right again."""
    _cache.kept(tmp_path, NAME, lambda: b"drawn")
    entry(tmp_path).write_bytes(spoil(entry(tmp_path).read_bytes()))
    assert b"new" == _cache.kept(tmp_path, NAME, lambda: b"new")
    assert b"new" == _cache.kept(tmp_path, NAME, lambda: b"newer")


def test_folder_in_the_place_of_an_entry_is_no_error(tmp_path: Path) -> None:
    """The cache is a help, never a condition."""
    entry(tmp_path).mkdir(parents=True)
    assert b"drawn" == _cache.kept(tmp_path, NAME, lambda: b"drawn")


def test_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """A file stands where the cache's folder should be."""
    (tmp_path / "cache").write_text("")
    assert b"drawn" == _cache.kept(tmp_path / "cache", NAME, lambda: b"drawn")


def test_failed_drawing_leaves_nothing(tmp_path: Path) -> None:
    """No entry, no half-written file."""

    def fail() -> bytes:
        raise ValueError("not drawn")

    with pytest.raises(ValueError, match="not drawn"):
        _cache.kept(tmp_path, NAME, fail)
    assert [] == [path for path in tmp_path.rglob("*") if path.is_file()]


def test_no_temporary_file_stays(tmp_path: Path) -> None:
    """An entry is written beside its place and moved there whole."""
    _cache.kept(tmp_path, NAME, lambda: b"drawn")
    assert [entry(tmp_path)] == [path for path in tmp_path.rglob("*") if path.is_file()]


def test_without_a_folder_nothing_is_kept() -> None:
    """Each call draws."""
    assert [b"one", b"two"] == [_cache.kept(None, NAME, lambda made=made: made) for made in (b"one", b"two")]


def test_parts_of_a_key_do_not_run_together() -> None:
    """Two texts are not the same as their sum."""
    assert _cache.key("ab", "c") != _cache.key("a", "bc")


def test_key_depends_on_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the renderer, the code or the fonts is another drawing."""
    before = _cache.key("a chart")
    monkeypatch.setattr(_cache, "_programs", lambda: "altair 7")
    assert before != _cache.key("a chart")


@pytest.mark.parametrize("name", ["altair", "vl-convert-python", "pillow"])
def test_programs_are_told_with_their_versions(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all that draws, and of what packs pictures."""
    made = _cache._programs.__wrapped__
    before = made()

    def newer(asked: str) -> str:
        return "newer" if asked == name else version(asked)

    monkeypatch.setattr(_cache, "version", newer)
    assert before != made()


WARM = """
import sys
from datetime import date
from pathlib import Path
from build_scripts.loading import load
from build_scripts.charts._draw import draw
from build_scripts.charts._files import files
site = load(Path(sys.argv[1]), today=date(2025, 6, 15)).site
for id in ("bar", "waffle"):
    chart = draw(site.charts[id], site, Path(sys.argv[2]))
    files(chart, site, Path(sys.argv[2]))
print(" ".join(name for name in ("altair", "vl_convert") if name in sys.modules) or "none")
"""


def test_warm_build_loads_no_renderer(tmp_path: Path) -> None:
    """The second process finds drawings and pictures, and starts in milliseconds."""
    content = Path(__file__).parents[1] / "gallery" / "content"
    run = [sys.executable, "-c", WARM, str(content), str(tmp_path)]
    said = [subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip() for _ in range(2)]
    assert ["altair vl_convert", "none"] == said
