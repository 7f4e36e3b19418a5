"""A build takes the place of the site in one step, or not at all."""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from build_scripts import publish

KILLED = """
import os, signal, sys
from pathlib import Path
from build_scripts import publish
publish._exchange = lambda a, b: False
rename = Path.rename
def once(self, target):
    if self.name.startswith(".site.new"):
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(self, target)
Path.rename = once
site = Path(sys.argv[1])
built = publish.staging(site)
(built / "index.html").write_text("new")
publish.publish(built, site)
"""


def folder(path: Path, text: str) -> Path:
    path.mkdir(exist_ok=True)
    (path / "index.html").write_text(text)
    (path / "manifest.json").write_text("{}")
    return path


def names(path: Path) -> list[str]:
    return sorted(child.name for child in path.iterdir())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that readers see."""
    return folder(tmp_path / "site", "old")


@pytest.fixture
def dead() -> int:
    """The number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of replacing, whatever the system of the test can do."""
    if request.param == "two renames":
        monkeypatch.setattr(publish, "_exchange", lambda a, b: False)


@pytest.mark.usefixtures("way")
def test_new_build_replaces_the_old_site(site: Path) -> None:
    """Nothing of the old one is left, and nothing beside it."""
    publish.publish(folder(publish.staging(site), "new"), site)
    assert ("new", ["site"]) == ((site / "index.html").read_text(), names(site.parent))


@pytest.mark.usefixtures("way")
def test_first_build_becomes_the_site(tmp_path: Path) -> None:
    """There is nothing to replace."""
    site = tmp_path / "site"
    publish.publish(folder(publish.staging(site), "new"), site)
    assert ("new", ["site"]) == ((site / "index.html").read_text(), names(tmp_path))


@pytest.mark.usefixtures("way")
def test_build_that_is_not_there_leaves_the_old_site(site: Path) -> None:
    """Whatever fails while replacing, readers see the old site."""
    with pytest.raises(OSError, match="No such file"):
        publish.publish(site.with_name("missing"), site)
    assert ("old", ["site"]) == ((site / "index.html").read_text(), names(site.parent))


def test_folder_that_cannot_be_written_leaves_the_old_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read-only media, or a folder of somebody else: the reason comes back, the site stays."""

    def refuse(*names: object) -> int:
        ctypes.set_errno(errno.EROFS)
        return -1

    built = folder(publish.staging(site), "new")
    monkeypatch.setattr(publish.ctypes, "CDLL", lambda *a, **k: type("C", (), {"renameat2": staticmethod(refuse)}))
    with pytest.raises(OSError, match="Read-only file system"):
        publish.publish(built, site)
    assert ("old", "new") == ((site / "index.html").read_text(), (built / "index.html").read_text())


def test_what_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    """A folder of somebody's files, such as the content itself, or a file."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "precious.txt").write_text("kept")
    (tmp_path / "README").write_text("kept")
    told = []
    for name in ("mine", "README"):
        with pytest.raises(publish.Refused) as caught:
            publish.staging(tmp_path / name)
        told.append(str(caught.value).removeprefix(f"{tmp_path}/"))
    assert [
        "mine holds other files than a site, which would be lost; name a new or empty folder",
        "README is a file; name a new or empty folder",
    ] == told
    assert (["README", "mine"], ["precious.txt"]) == (names(tmp_path), names(tmp_path / "mine"))


def test_place_that_cannot_be_written_is_told() -> None:
    """In one sentence."""
    with pytest.raises(publish.Refused, match=r"cannot be written: .*; the site was left as it was"):
        publish.staging(Path("/proc/nowhere/site"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write anywhere")
def test_read_only_folder_leaves_the_old_site(site: Path) -> None:
    """The same with a real folder."""
    built = folder(publish.staging(site), "new")
    site.parent.chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            publish.publish(built, site)
    finally:
        site.parent.chmod(0o700)
    assert "old" == (site / "index.html").read_text()


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP])
def test_file_system_without_exchange_renames_twice(site: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Some know the call and do not do it."""

    def refuse(*names: object) -> int:
        ctypes.set_errno(code)
        return -1

    built = folder(publish.staging(site), "new")
    monkeypatch.setattr(publish.ctypes, "CDLL", lambda *a, **k: type("C", (), {"renameat2": staticmethod(refuse)}))
    publish.publish(built, site)
    assert ("new", ["site"]) == ((site / "index.html").read_text(), names(site.parent))


def test_system_without_the_call_renames_twice(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every C library has it."""
    built = folder(publish.staging(site), "new")
    monkeypatch.setattr(publish.ctypes, "CDLL", lambda *a, **k: object())
    publish.publish(built, site)
    assert ("new", ["site"]) == ((site / "index.html").read_text(), names(site.parent))


def test_readers_always_see_a_site(site: Path) -> None:
    """While it is replaced again and again, its first page can be opened at every moment."""
    if not publish._exchange(folder(site.with_name("other"), "other"), site):
        pytest.skip("this file system cannot exchange two names")
    stop, missing = threading.Event(), []

    def look() -> None:
        while not stop.is_set():
            if not site.exists():
                missing.append("gone")

    reader = threading.Thread(target=look)
    reader.start()
    for n in range(100):
        publish.publish(folder(publish.staging(site), str(n)), site)
    stop.set()
    reader.join()
    assert ([], "99") == (missing, (site / "index.html").read_text())


def test_killed_replacement_is_completed_by_the_next_run(site: Path) -> None:
    """A run dies between its two renames; the next one brings the old site back and clears up."""
    root = Path(__file__).parent.parent
    killed = subprocess.run([sys.executable, "-c", KILLED, str(site)], cwd=root, check=False)
    assert (-9, False, 2) == (killed.returncode, site.exists(), len(names(site.parent)))
    publish.recover(site)
    assert ("old", ["site"]) == ((site / "index.html").read_text(), names(site.parent))


@pytest.mark.parametrize("kind", ["new", "old"])
def test_dead_builds_are_removed(site: Path, dead: int, kind: str) -> None:
    """The site beside them stays."""
    folder(site.with_name(f".site.{kind}-{dead}"), "left")
    new = f".site.new-{os.getpid()}"
    assert new == publish.staging(site).name
    assert ("old", [new, "site"]) == ((site / "index.html").read_text(), names(site.parent))


@pytest.mark.parametrize("kind", ["new", "old"])
def test_leftover_with_the_same_number_is_of_an_earlier_run(site: Path, kind: str) -> None:
    """In a container every run may have the same number."""
    folder(site.with_name(f".site.{kind}-{os.getpid()}"), "left")
    publish.recover(site)
    assert ["site"] == names(site.parent)


def test_build_that_still_runs_is_let_alone(site: Path) -> None:
    """Two people may build at the same time."""
    folder(site.with_name(f".site.new-{os.getppid()}"), "theirs")
    publish.recover(site)
    assert [f".site.new-{os.getppid()}", "site"] == names(site.parent)


def test_process_of_somebody_else_is_alive(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may not be signalled, but it is there."""

    def refuse(pid: int, signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(publish.os, "kill", refuse)
    folder(site.with_name(".site.new-12345"), "theirs")
    publish.recover(site)
    assert [".site.new-12345", "site"] == names(site.parent)


@pytest.mark.parametrize(
    "name", [".site.new-x", ".site.tmp-1", ".site.new-²", ".other.new-999999999", "site.new-999999999"]
)
def test_folders_of_others_are_let_alone(site: Path, name: str) -> None:
    """Only names that a build gives are cleared."""
    folder(site.with_name(name), "other")
    publish.recover(site)
    assert sorted([name, "site"]) == names(site.parent)


def test_number_that_no_process_can_have_is_dead(site: Path) -> None:
    """However long it is."""
    folder(site.with_name(".site.new-99999999999999999999"), "left")
    publish.recover(site)
    assert ["site"] == names(site.parent)


def test_name_with_special_characters(tmp_path: Path, dead: int) -> None:
    """A folder called site[1] has leftovers of its own only."""
    site = folder(tmp_path / "site[1]", "old")
    folder(tmp_path / f".site[1].new-{dead}", "left")
    folder(tmp_path / f".site1.new-{dead}", "other")
    publish.recover(site)
    assert [f".site1.new-{dead}", "site[1]"] == names(tmp_path)
