"""The project's own files: what is at the top, what is locked, what may import what, what must not be written down."""

from __future__ import annotations

import fnmatch
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = ("requirements.lock", "requirements-dev.lock")
TOP = {".ci", ".editorconfig", ".gitattributes", ".github", ".gitignore", "mkdocs.yml", "pyproject.toml", "Makefile"}
TOP |= {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", *LOCKS}
TOP |= {"build_scripts", "content", "docs", "tests"}
# A path as one machine has it, and the address of an index that packages come from: neither says anything elsewhere.
MACHINE = re.compile(r"(?<![\w.:/-])/(?:root|home|work|Users|tmp|opt|mnt)/\w")
INDEX = re.compile(
    r"pypi\.org/simple|files\.pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org|--(?:extra-)?index-url"
)


def top() -> list[Path]:
    """What lies at the top and is not ignored."""
    lines = (ROOT / ".gitignore").read_text("utf-8").split("\n")
    ignored = [".git", *(line.strip("/") for line in lines if line and not line.startswith("#"))]
    return [path for path in ROOT.iterdir() if not any(fnmatch.fnmatch(path.name, word) for word in ignored)]


def texts() -> Iterator[tuple[Path, str]]:
    """Every text file of the project, by its path."""
    below = (path for start in top() for path in (start.rglob("*") if start.is_dir() else [start]))
    for path in below:
        if path.is_file() and "__pycache__" not in path.parts:
            try:
                yield path.relative_to(ROOT), path.read_text("utf-8")
            except UnicodeDecodeError:
                continue


def pins(name: str) -> dict[str, str]:
    """Package to version, as a lock has them; fails on a line that is no pin, hash or comment."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", "")
    found: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.lstrip().startswith("#"):
            pin = re.fullmatch(r"([a-z0-9-]+)==([^ ;]+)( ; [^-]+?)? +(--hash=sha256:[0-9a-f]{64} *)+", line)
            assert pin, f"{name}: {line}"
            assert pin[1] not in found, f"{name}: two versions of {pin[1]}"
            found[pin[1]] = pin[2]
    return found


def requirements(extra: str = "") -> list[Requirement]:
    """What pyproject.toml asks for by name."""
    words: list[str] = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    return [Requirement(word) for word in words]


def test_top_level_is_fixed() -> None:
    """A new folder or file at the top is a decision, not an accident."""
    assert [] == sorted({path.name for path in top()} - TOP)


@pytest.mark.parametrize(("lock", "extras"), [(LOCKS[0], [""]), (LOCKS[1], ["", "dev"])])
def test_lock_holds_what_is_asked_for(lock: str, extras: list[str]) -> None:
    """Every dependency is pinned with hashes to one version, which the project allows."""
    held = pins(lock)
    asked = [requirement for extra in extras for requirement in requirements(extra)]
    wrong = [str(r) for r in asked if not r.specifier.contains(held.get(canonicalize_name(r.name), "0"))]
    assert [] == wrong


def test_tests_run_with_the_packages_of_the_site() -> None:
    """The second lock holds all of the first, so what is tested is what builds."""
    assert set() == pins(LOCKS[0]).items() - pins(LOCKS[1]).items()


def test_each_dependency_is_explained() -> None:
    """docs/dev/dependencies.md has one line on each dependency, and none on what left."""
    rows = re.findall(r"^\| `([^`]+)` \|", (ROOT / "docs/dev/dependencies.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(r.name for extra in ("", "dev") for r in requirements(extra)) == sorted(rows)


@pytest.mark.parametrize("pattern", [MACHINE, INDEX])
def test_no_place_of_one_machine_is_written_down(pattern: re.Pattern[str]) -> None:
    """The project works wherever it is cloned to and wherever its packages come from."""
    hits = [f"{path}:{text.count(chr(10), 0, m.start()) + 1}" for path, text in texts() for m in pattern.finditer(text)]
    assert [] == hits


@pytest.mark.parametrize(
    ("pattern", "words", "expected"),
    [
        (MACHINE, ["open(", "home", "ann", "x"], True),
        (MACHINE, ["", "tmp", "x"], True),
        (MACHINE, ["https:", "", "a.example", "home", "x"], False),
        (MACHINE, ["build", "work", "x"], False),
        (INDEX, ["https:", "", "pypi.org", "simple"], True),
        (INDEX, ["https:", "", "pypi.org", "project"], False),
    ],
)
def test_places_of_a_machine_are_recognised(pattern: re.Pattern[str], words: list[str], expected: bool) -> None:
    """The patterns see what they are for; the examples are put together here so that they are none themselves."""
    assert expected == bool(pattern.search("/".join(words).replace("(/", "('/")))


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Import-linter's judgement of the package under `root`."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([program, "--no-cache"], cwd=root, capture_output=True, text=True)


def test_imports_go_down_only() -> None:
    """The contracts in pyproject.toml hold."""
    verdict = lint_imports(ROOT)
    assert verdict.returncode == 0, verdict.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("diagnostics.py", "from build_scripts import cli", "Imports go down only"),
        ("checks/__init__.py", "import build_scripts.pages", "Imports go down only"),
        ("newcomer.py", "", "Imports go down only"),
        ("gate/__init__.py", "from build_scripts import formatting", "The gate shares nothing with the renderer"),
        ("pipeline.py", "def late() -> None:\n    import mkdocs.plugins", "Only the hook knows MkDocs"),
        ("checks/__init__.py", "import altair", "Only the charts know Altair and the renderer"),
    ],
)
def test_import_that_goes_up_is_reported(tmp_path: Path, module: str, line: str, contract: str) -> None:
    """Each contract sees the import that it forbids, inside functions too."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "build_scripts", tmp_path / "build_scripts", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "build_scripts" / module
    path.write_text((path.read_text("utf-8") if path.exists() else "") + f"\n{line}\n", "utf-8")
    verdicts = [line for line in lint_imports(tmp_path).stdout.splitlines() if line.startswith(contract)]
    assert ["BROKEN"] == [line.split("(")[0].split()[-1] for line in verdicts[:1]]


def test_make_lists_every_target() -> None:
    """`make help` leaves out no target that can be called."""
    targets = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[0].split()
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True).stdout
    assert targets == re.findall(r"^  make ([a-z-]+) +\S", shown, re.MULTILINE)


@pytest.mark.parametrize("command", ["make site", "make test"])
def test_readme_names_the_two_commands(command: str) -> None:
    """A newcomer finds them, each alone on a line to copy, with nothing to be done before."""
    assert command in [line.split("#")[0].strip() for line in (ROOT / "README.md").read_text("utf-8").splitlines()]


def test_ci_runs_what_the_readme_says() -> None:
    """There is no second way of testing."""
    assert "exec make test" == (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1]
