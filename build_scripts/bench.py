"""Measurements of one run: ratios and shares, not seconds to compare between machines.

Every figure is CPU time, of whole processes or of one function in a process; what takes seconds only is repeated, and
the least counts: what else runs on the machine only ever adds to it. Budgets are printed beside the figures; a figure
over its budget fails.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_scripts.loading import load
from build_scripts.pipeline import drawn

ROOT = Path(__file__).parent.parent
TODAY = date(2000, 1, 1)
"""Nothing that is measured depends on the day."""
REPEATS = 5
"""Where neighbours share the machine, one and the same work takes up to half more from one time to the next."""
_GATE = re.compile(r"The gate took ([\d.]+) s of CPU time")


@dataclass(frozen=True)
class Figure:
    name: str
    value: float
    budget: float
    unit: str = ""

    @property
    def line(self) -> str:
        verdict = "ok" if self.value <= self.budget else "OVER"
        return f"{self.name:<62} {self.value:8.2f}{self.unit} (at most {self.budget:g}{self.unit}) {verdict}"


def run(content: Path) -> list[Figure]:
    """All measurements of a content folder; takes about two minutes."""
    site = load(content, today=TODAY).site
    if site is None:
        raise ValueError("the content has errors: make check")
    figures = [Figure("CPU of `check`, least of five", _check(content), 1.0, " s")]
    if site.charts:
        figures += _charts(content)
    figures += _build(content)
    return figures


def _children(command: list[str], cwd: Path | None = None, **environment: str) -> tuple[float, str]:
    """CPU seconds that a process and its children took, and what it told; raises CalledProcessError where it failed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, check=False, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        print(done.stdout, file=sys.stderr)
    done.check_returncode()
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def _check(content: Path) -> float:
    command = [sys.executable, "-m", "build_scripts", "check", "--content", str(content)]
    return min(_children(command)[0] for _ in range(REPEATS))


def _charts(content: Path) -> list[Figure]:
    """Drawing every chart in both widths against bare calls for the same specifications, in this process."""
    from build_scripts.charts import _svg
    from build_scripts.charts._theme import NARROW, WIDE
    from build_scripts.registry import modules

    site = load(content, today=TODAY).site
    assert site is not None
    kinds = modules("charts")
    plots = [
        kinds[spec.kind].plot(spec, kinds[spec.kind].read(spec, site).data, size)
        for spec in site.charts.values()
        for size in (WIDE, NARROW)
    ]
    _svg.render(plots[0].spec())  # starts the renderer, which both sides use
    bare = _cpu(lambda: [_svg.render(plot.spec()) for plot in plots])
    ours = _cpu(lambda: drawn(site, None))
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        drawn(site, cache)
        warm = _cpu(lambda: drawn(site, cache))
    return [
        Figure("charts drawn cold, against bare rendering and to_dict", ours / bare, 1.5, " x"),
        Figure("charts taken from the cache, against bare rendering", warm / bare, 0.1, " x"),
    ]


def _build(content: Path) -> list[Figure]:
    """The gate's share of a build: as CI builds, from a fresh checkout, and again with every chart drawn before.

    The gate is all that it takes within the build: to load the records afresh, and to read every file.
    """
    with tempfile.TemporaryDirectory() as folder:
        checkout = Path(folder)
        for name in ("build_scripts", "docs"):
            shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(content, checkout / "content")
        shutil.copy(ROOT / "mkdocs.yml", checkout)
        (first, gated), *later = (_built(checkout) for _ in range(1 + REPEATS))
    again, gated_again = (min(spent) for spent in zip(*later, strict=True))
    return [
        Figure("share of the gate in the CPU of a fresh checkout's build", 100 * gated / first, 25, " %"),
        Figure("share of the gate where all charts were drawn before", 100 * gated_again / again, 25, " %"),
    ]


def _built(checkout: Path) -> tuple[float, float]:
    """CPU seconds of a build, and of the gate in it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    whole, told = _children(command, cwd=checkout, CONTENT="content", NO_MKDOCS_2_WARNING="1")
    found = _GATE.search(told)
    assert found
    return whole, float(found[1])


def _cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
