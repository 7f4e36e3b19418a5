"""What `make bench` measures, on the made-up site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from building import checkout

from build_scripts import bench


def test_build_tells_what_its_gate_took(tmp_path: Path) -> None:
    """The gate is a part of the build that was timed, and took some of it."""
    whole, gate = bench._built(checkout(tmp_path / "site"))
    assert 0 < gate < whole


def test_build_that_fails_says_why(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """No share is printed, and what the build told is not lost."""
    folder = checkout(tmp_path / "site")
    (folder / "content" / "site.yml").unlink()
    with pytest.raises(subprocess.CalledProcessError):
        bench._built(folder)
    assert "error[no-site]" in capfd.readouterr().err


def test_time_of_children_is_counted() -> None:
    """What a process computes is CPU time; what it waits is none."""
    command = "import time; end = time.process_time() + {}\nwhile time.process_time() < end: pass\nprint('done')"
    busy, told = bench._children([sys.executable, "-c", command.format(0.5)])
    idle, _ = bench._children([sys.executable, "-c", "import time; time.sleep(0.5)"])
    assert "done\n" == told
    assert idle < 0.5 <= busy
