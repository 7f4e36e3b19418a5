"""The environment is made once, made anew when it must be, and a missing tool is named with what mends it."""

from __future__ import annotations

import ast
import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts import bootstrap
from build_scripts.bootstrap import LOCKS, Problem, main

SITE, DEV = LOCKS
SOURCE = Path(bootstrap.__file__).read_text("utf-8")
Commands = list[list[str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that holds two locks and nothing else."""
    (tmp_path / SITE).write_text("first\n", "utf-8")
    (tmp_path / DEV).write_text("first\nsecond\n", "utf-8")
    return tmp_path


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Commands:
    """What would have been run: nothing is but the making of a folder, and all of it succeeds."""
    commands: Commands = []

    def succeeds(command: list[str | Path], quiet: bool = False) -> bool:
        commands.append([str(word) for word in command])
        if "venv" in command:
            Path(command[-1]).mkdir(exist_ok=True)
        return True

    monkeypatch.setattr(bootstrap, "succeeds", succeeds)
    return commands


def steps(commands: Commands) -> list[str]:
    """The commands in short: an environment made, or a lock installed."""
    known = [words for words in commands if "ensurepip" not in words[-1]]
    return ["made" if "venv" in words else Path(words[-1]).name for words in known]


def script(path: Path, body: str) -> Path:
    """A program for the shell, ready to run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_script_is_read_by_an_old_python() -> None:
    """An old python3 gets as far as the message that it is too old."""
    ast.parse(SOURCE, feature_version=(3, 7))


def test_script_imports_the_standard_library_only() -> None:
    """Nothing is installed yet when it runs."""
    trees = list(ast.walk(ast.parse(SOURCE)))
    names = {alias.name for tree in trees if isinstance(tree, ast.Import) for alias in tree.names}
    names |= {tree.module or "" for tree in trees if isinstance(tree, ast.ImportFrom)}
    assert set() == {name.split(".")[0] for name in names} - sys.stdlib_module_names


def test_a_second_run_does_nothing(root: Path, ran: Commands) -> None:
    """The lock is installed once."""
    assert [0, 0] == [main([SITE], root), main([SITE], root)]
    assert ["made", SITE] == steps(ran)


def test_installs_hashed_wheels_only(root: Path, ran: Commands) -> None:
    """Nothing gets in that the lock does not hold, and no package's own code runs during installation."""
    main([SITE], root)
    only = ["--no-deps", "--require-hashes", "--only-binary=:all:"]
    assert ["install", *only, "-r", str(root / SITE)] == ran[-1][-6:]


def wheel(folder: Path, name: str, version: str, needs: str = "") -> str:
    """Write an empty package as a wheel that asks for `needs`; give the line of a lock that names it."""
    info = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{info}/METADATA", metadata + (f"Requires-Dist: {needs}\n" if needs else ""))
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def test_installs_the_locked_release_though_a_newer_one_is_out(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the real pip: what another package asks for with an extra comes as the lock names it."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    locked = wheel(wheels, "tool", "1", needs="part[more]>=1"), wheel(wheels, "part", "1")
    wheel(wheels, "part", "2")
    (root / SITE).write_text("".join(locked), "utf-8")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    assert main([SITE], root) == 0
    assert len(list((root / ".venv").glob("lib/*/site-packages/part-1.dist-info"))) == 1


def test_tests_add_to_the_environment_of_the_site(root: Path, ran: Commands) -> None:
    """`make test` after `make site` installs what is missing, and `make site` after that nothing."""
    for lock in (SITE, DEV, SITE):
        main([lock], root)
    assert ["made", SITE, DEV] == steps(ran)


@pytest.mark.parametrize("changed", [SITE, DEV])
def test_changed_lock_makes_the_environment_anew(root: Path, ran: Commands, changed: str) -> None:
    """A package that left a lock does not stay behind."""
    main([DEV], root)
    (root / changed).write_text("other\n", "utf-8")
    main([SITE], root)
    assert ["made", DEV, "made", SITE] == steps(ran)


def test_moved_folder_makes_the_environment_anew(root: Path, ran: Commands) -> None:
    """The scripts of an environment hold the path that it was made in."""
    (root / "old" / ".venv").mkdir(parents=True)
    for lock in LOCKS:
        (root / "old" / lock).write_text("same\n", "utf-8")
    main([SITE], root / "old")
    (root / "old").rename(root / "new")
    main([SITE], root / "new")
    assert ["made", SITE, "made", SITE] == steps(ran)


def test_another_python_makes_the_environment_anew(root: Path, ran: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make PYTHON=...` takes effect."""
    main([SITE], root)
    monkeypatch.setattr(sys, "version", "3.99.0 (another)")
    main([SITE], root)
    assert ["made", SITE, "made", SITE] == steps(ran)


@pytest.mark.parametrize("stamp", ["", "[]", "{}", '{"locks": []}', "\x00"])
def test_damaged_stamp_makes_the_environment_anew(root: Path, ran: Commands, stamp: str) -> None:
    """Whatever the stamp holds, it is not trusted unless it says the right thing."""
    main([SITE], root)
    (root / ".venv" / "stamp.json").write_text(stamp, "utf-8")
    main([SITE], root)
    assert ["made", SITE, "made", SITE] == steps(ran)


def test_failed_installation_leaves_no_stamp(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was broken off is not taken for an environment by the next run."""
    monkeypatch.setattr(bootstrap, "succeeds", lambda command, quiet=False: "install" not in command)
    assert 1 == main([SITE], root)
    assert f"error: pip could not install what {SITE} lists; its own words stand above" == last_line(capsys)
    assert {} == bootstrap.installed(root)


@pytest.mark.soak
def test_real_environment_from_empty_locks(root: Path) -> None:
    """With nothing to install, venv and pip do their parts for real (as they did before these tests could run)."""
    (root / SITE).write_text("# nothing\n", "utf-8")
    assert 0 == main([SITE], root)
    asked = subprocess.run(
        [root / ".venv" / "bin" / "python", "-c", "import sys; print(sys.prefix)"], capture_output=True
    )
    assert str(root / ".venv") == asked.stdout.decode().strip()


def test_old_python_is_refused_and_a_newer_one_named(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names what to type."""
    monkeypatch.setattr(bootstrap, "OLDEST", (99, 0))
    monkeypatch.setenv("PATH", str(script(root / "bin" / "python3.12", "exit 0").parent))
    found = f"{sys.executable} is {sys.version.split()[0]}"
    assert 1 == main([SITE], root)
    assert f"error: Python 3.11 or newer is needed, and {found}: run `make PYTHON=python3.12 ...`" == last_line(capsys)


def test_missing_ensurepip_is_named_to_a_person_who_is_not_root(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Debian's python3 lacks it; the package to install has the version in its name."""
    monkeypatch.setattr(bootstrap, "succeeds", lambda command, quiet=False: False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert 1 == main([SITE], root)
    package = f"python3.{sys.version_info.minor}-venv"
    expected = [
        f"error: {sys.executable} has no ensurepip, so it cannot make an environment.",
        f"  On Debian or Ubuntu: sudo apt-get install {package}",
        "  Elsewhere: install Python 3.11 or newer with its venv and ensurepip modules.",
    ]
    assert expected == capsys.readouterr().err.splitlines()


def test_missing_ensurepip_is_installed_by_root(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Debian, as root, nothing has to be done by hand."""
    commands: Commands = []

    def succeeds(command: list[str | Path], quiet: bool = False) -> bool:
        commands.append([str(word) for word in command])
        return len(commands) > 1  # the first probe fails, and all after it is well

    monkeypatch.setattr(bootstrap, "succeeds", succeeds)
    pretend_root_on_debian(root, monkeypatch)
    bootstrap.require_venv()
    assert ["-c", "update", f"python3.{sys.version_info.minor}-venv", "-c"] == [
        "-c" if "-c" in words else words[-1] for words in commands
    ]


def test_failing_venv_is_told(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that cannot be written to is a sentence, not a traceback."""
    monkeypatch.setattr(bootstrap, "succeeds", lambda command, quiet=False: "venv" not in command)
    assert 1 == main([SITE], root)
    assert f"error: {sys.executable} could not make an environment in {root / '.venv'}" == last_line(capsys)


def test_missing_command_fails() -> None:
    """A program that is not there is a failure like any other."""
    assert not bootstrap.succeeds(["no-such-program"])


Put = Callable[[str, str], Path]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Puts a program onto a PATH that holds nothing else; nobody is root, nothing was chosen, Playwright starts."""
    script(tmp_path / ".venv" / "bin" / "python", 'test "$*" = "-I -m playwright --version"')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return lambda name, body: script(tmp_path / "bin" / name, body)


def test_browser_on_the_path_is_taken(root: Path, put: Put, capfd: pytest.CaptureFixture[str]) -> None:
    """Standard output holds the path and nothing else, since `make` reads it."""
    chromium = put("chromium", "echo Chromium 1.0")
    assert 0 == main(["browser"], root)
    assert f"{chromium}\n" == capfd.readouterr().out


def test_browser_that_does_not_start_is_passed_over(root: Path, put: Put) -> None:
    """A stub that asks for a snap package is no browser."""
    put("chromium-browser", "exit 1")
    chrome = put("google-chrome", "exit 0")
    assert str(chrome) == bootstrap.browser(root)


def test_chosen_browser_comes_first(root: Path, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """CHROMIUM overrules the PATH."""
    put("chromium", "exit 0")
    other = script(root / "other" / "browser", "exit 0")
    monkeypatch.setenv("CHROMIUM", str(other))
    assert str(other) == bootstrap.browser(root)


def test_chosen_browser_that_does_not_start_is_an_error(root: Path, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong choice is not replaced in silence."""
    put("chromium", "exit 0")
    monkeypatch.setenv("CHROMIUM", "nowhere/chromium")
    with pytest.raises(Problem, match=r"^CHROMIUM names nowhere/chromium, which does not start$"):
        bootstrap.browser(root)


def test_browser_is_installed_by_root(root: Path, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Debian, as root, its package is installed."""
    pretend_root_on_debian(root, monkeypatch)
    put(
        "env",
        f'case "$*" in *" install --yes --no-install-recommends chromium") mv {root}/new {root}/bin/chromium; esac',
    )
    script(root / "new", "exit 0")
    put("mv", 'exec /bin/mv "$@"')
    assert str(root / "bin" / "chromium") == bootstrap.browser(root)


def test_browser_comes_from_playwright_else(root: Path, put: Put) -> None:
    """Where there is neither a browser nor root, Playwright downloads its own."""
    downloaded = script(root / "cache" / "chrome", "exit 0")
    script(root / ".venv" / "bin" / "python", f'test "$2" != -c || echo {downloaded}')
    assert str(downloaded) == bootstrap.browser(root)


def test_no_browser_is_a_clear_failure(root: Path, put: Put, capfd: pytest.CaptureFixture[str]) -> None:
    """The browser tests are never skipped in silence."""
    assert 1 == main(["browser"], root)
    expected = [
        "installing Playwright's Chromium",
        "error: no Chromium was found and none could be installed; the browser tests need one.",
        "  On Debian: sudo apt-get install chromium",
        "  Elsewhere: install Chromium or Chrome, or set CHROMIUM to its path.",
    ]
    assert ("", expected) == tuple(f(t) for f, t in zip((str, str.splitlines), capfd.readouterr(), strict=True))


def test_library_of_playwright_is_installed_by_root(root: Path, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare Debian lacks it, and without it no browser can be driven."""
    put("chromium", "exit 0")
    put("env", f'case "$*" in *" install --yes --no-install-recommends libatomic1") : > {root}/library; esac')
    script(root / ".venv" / "bin" / "python", f"test -e {root}/library")
    pretend_root_on_debian(root, monkeypatch)
    assert str(root / "bin" / "chromium") == bootstrap.browser(root)


def test_library_of_playwright_is_named_to_a_person(root: Path, put: Put, capfd: pytest.CaptureFixture[str]) -> None:
    """What Playwright says is shown, and what mends it."""
    python = script(root / ".venv" / "bin" / "python", "echo libatomic.so.1: cannot open >&2; exit 127")
    assert 1 == main(["browser"], root)
    expected = [
        f"{python} does not start: libatomic.so.1: cannot open",
        "error: Playwright, which drives the browser, does not start.",
        "  If it asks for libatomic.so.1 above, on Debian or Ubuntu: sudo apt-get install libatomic1",
    ]
    assert expected == capfd.readouterr().err.splitlines()


@pytest.fixture
def found(put: Put, monkeypatch: pytest.MonkeyPatch) -> Put:
    """The same, and no system folder beside the PATH."""
    monkeypatch.setattr(bootstrap, "SYSTEM", ())
    monkeypatch.delenv("CI", raising=False)
    return put


def test_programs_of_the_tests_are_found(root: Path, found: Put, capfd: pytest.CaptureFixture[str]) -> None:
    """Nothing is installed and nothing said."""
    for name in bootstrap.PACKAGES:
        found(name, "exit 0")
    assert (0, ("", "")) == (main(["programs"], root), tuple(capfd.readouterr()))


def test_missing_program_is_installed_by_root(root: Path, found: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """From Debian's package that brings it."""
    pretend_root_on_debian(root, monkeypatch)
    install(root, found)
    assert 0 == main(["programs"], root)


def test_missing_program_is_installed_on_a_ci_machine(root: Path, found: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """There one may become root without a word; elsewhere nobody's system is changed."""
    found("apt-get", "exit 0")
    found("sudo", 'shift; exec "$@"')
    install(root, found)
    assert 1 == main(["programs"], root)
    monkeypatch.setenv("CI", "true")
    assert 0 == main(["programs"], root)


def test_program_that_cannot_be_had_is_named(root: Path, found: Put, capsys: pytest.CaptureFixture[str]) -> None:
    """With what mends it; the tests that need it are never skipped in silence."""
    found("faketime", "exit 0")
    assert 1 == main(["programs"], root)
    expected = [
        "error: the tests need nginx, which was not found and could not be installed.",
        "  On Debian or Ubuntu: sudo apt-get install nginx-light",
    ]
    assert expected == capsys.readouterr().err.splitlines()


def install(root: Path, put: Put) -> None:
    """An apt-get that brings a program named like its package, or like it without `-light`."""
    script(root / "new", "exit 0")
    put("env", f'for last; do :; done; case "$*" in *" install "*) cp {root}/new "{root}/bin/${{last%-light}}"; esac')
    put("cp", 'exec /bin/cp "$@"')


def test_unknown_word_is_an_error(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The words that it knows are named."""
    assert 1 == main(["sites"], root)
    assert f"error: say one of: {SITE}, {DEV}, browser, programs" == last_line(capsys)


def last_line(capsys: pytest.CaptureFixture[str]) -> str:
    """The last thing said to the person."""
    return capsys.readouterr().err.splitlines()[-1]


def pretend_root_on_debian(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root, with an apt-get on the PATH."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PATH", str(script(root / "bin" / "apt-get", "exit 0").parent))
