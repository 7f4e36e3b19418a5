"""Make `.venv` from a lock, find a Chromium and other programs: what `make` needs before anything is installed.

Run as a file by whatever `python3` the machine has, so: standard library only, nothing of the package, and a
syntax that an old Python can read far enough to be told that it is too old.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

OLDEST = (3, 11)
LOCKS = ("requirements.lock", "requirements-dev.lock")  # each holds all of the one before it
PACKAGES = {"faketime": "faketime", "nginx": "nginx-light", "wrk": "wrk"}
"""Programs of the tests, with Debian's packages that bring them."""
SYSTEM = ("/usr/sbin", "/usr/local/sbin")
"""Folders of programs that are not on everybody's PATH."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Problem(Exception):
    """What a person has to mend; the message says how."""


def say(text: str) -> None:
    """Tell the person. Standard output is kept for answers, such as the browser's path."""
    print(text, file=sys.stderr, flush=True)


def succeeds(command: Sequence[str | Path], quiet: bool = False) -> bool:
    """Run a command, its output shown unless `quiet`, its complaints always; False where it fails or is missing."""
    try:
        output = subprocess.DEVNULL if quiet else 2
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output).returncode == 0
    except OSError:
        return False


def apt_install(package: str) -> bool:
    """Install one of Debian's packages, where this is Debian and we are root, or on a CI machine may become it."""
    root = os.geteuid() == 0
    if shutil.which("apt-get") is None or not (root or (os.environ.get("CI") and shutil.which("sudo"))):
        return False
    say(f"installing Debian's package {package}")
    options = "-qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0"
    # The run level keeps a server's package from starting the server.
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get", *options.split()]
    apt = apt if root else ["sudo", "-n", *apt]
    succeeds([*apt, "update"], quiet=True)  # its failure does not matter where the lists are good enough
    return succeeds([*apt, "install", "--yes", "--no-install-recommends", package], quiet=True)


def require_venv() -> None:
    """Debian's python3 comes without ensurepip: install it, or say what to install."""
    look = "import importlib.util as i, sys; sys.exit(not all(map(i.find_spec, ('ensurepip', 'venv'))))"
    probe = [sys.executable, "-I", "-c", look]
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if succeeds(probe) or (apt_install(package) and succeeds(probe)):
        return
    raise Problem(
        f"{sys.executable} has no ensurepip, so it cannot make an environment.\n"
        f"  On Debian or Ubuntu: sudo apt-get install {package}\n"
        "  Elsewhere: install Python 3.11 or newer with its venv and ensurepip modules."
    )


def require_python() -> None:
    """Refuse a Python that is too old, naming one on the PATH that is not."""
    if sys.version_info >= OLDEST:
        return
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
    mend = f"run `make PYTHON={newer[0]} ...`" if newer else "install one, then run `make PYTHON=<its name> ...`"
    raise Problem(f"Python 3.11 or newer is needed, and {sys.executable} is {sys.version.split()[0]}: {mend}")


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Two `make`s at once would install into one environment: the second waits for the first."""
    with (root / LOCKS[0]).open("r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def digests(root: Path, locks: Sequence[str]) -> dict[str, str]:
    """SHA-256 of each lock, by its name; empty for one that is gone."""
    paths = {name: root / name for name in locks}
    return {n: hashlib.sha256(p.read_bytes()).hexdigest() if p.exists() else "" for n, p in paths.items()}


def installed(root: Path) -> dict[str, str]:
    """The locks that `.venv` was made from, by name and digest; empty where it must be made anew.

    It must where a lock has changed (a package that left the lock would stay), where the Python is another one,
    where the folder was moved (scripts hold its path), and where an installation was broken off.
    """
    try:
        stamp = json.loads((root / ".venv" / "stamp.json").read_text("utf-8"))
        locks: dict[str, str] = stamp["locks"]
        sound = stamp["python"] == sys.version and stamp["folder"] == str(root)
        return locks if sound and locks == digests(root, list(locks)) else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def environment(root: Path, lock: str) -> None:
    """Bring `.venv` to hold what the lock lists; where it does already, do nothing."""
    require_python()
    with alone(root):
        before = installed(root)
        if lock in before:
            return
        began = time.monotonic()
        venv = root / ".venv"
        (venv / "stamp.json").unlink(missing_ok=True)
        if not before:
            require_venv()
            say("making the environment in .venv")
            if not succeeds([sys.executable, "-I", "-m", "venv", "--clear", venv]):
                raise Problem(f"{sys.executable} could not make an environment in {venv}")
        say(f"installing what {lock} lists; this happens once, until it changes")
        pip = (str(venv / "bin" / "python"), "-I", "-m", "pip", "--disable-pip-version-check", "-qq")
        # Hashes and wheels only: nothing that is not in the lock gets in, and no package's own code runs here.
        # The lock is whole, so pip need not look for dependencies: where one is asked for with an extra, an older pip
        # would take its newest release instead of the locked one, and refuse it for want of a hash.
        only = ("--no-deps", "--require-hashes", "--only-binary=:all:")
        if not succeeds([*pip, "install", *only, "-r", root / lock]):
            raise Problem(f"pip could not install what {lock} lists; its own words stand above")
        locks = digests(root, LOCKS[: LOCKS.index(lock) + 1])
        stamp = {"python": sys.version, "folder": str(root), "locks": locks}
        (venv / "stamp.json").write_text(json.dumps(stamp, indent=2), "utf-8")
        say(f"environment ready after {time.monotonic() - began:.0f} s")


def starts(*program: str) -> bool:
    """True for a program that answers `--version`; what it says else is shown.

    Ubuntu's `chromium-browser` may be a stub that only asks for a snap, and a browser may lack a library.
    """
    try:
        command = [*program, "--version"]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    if done.returncode != 0:
        say(f"{program[0]} does not start: {(done.stderr or done.stdout).strip()}")
    return done.returncode == 0


def require_driver(root: Path) -> None:
    """Playwright's own Node needs a library that a bare Debian lacks: install it, or say what to install."""
    driver = (str(root / ".venv" / "bin" / "python"), "-I", "-m", "playwright")
    if starts(*driver) or (apt_install("libatomic1") and starts(*driver)):
        return
    raise Problem(
        "Playwright, which drives the browser, does not start.\n"
        "  If it asks for libatomic.so.1 above, on Debian or Ubuntu: sudo apt-get install libatomic1"
    )


def on_path() -> str:
    """The first Chromium on the PATH that runs, or an empty string."""
    found = (shutil.which(name) for name in BROWSERS)
    return next((path for path in found if path and starts(path)), "")


def from_playwright(root: Path) -> str:
    """The path of Playwright's own Chromium, downloaded if need be, or an empty string."""
    python = root / ".venv" / "bin" / "python"
    say("installing Playwright's Chromium")
    if not succeeds([python, "-I", "-m", "playwright", "install", "chromium"]):
        return ""
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([python, "-I", "-c", ask], stdout=subprocess.PIPE, text=True)
    path = answer.stdout.strip()
    return path if path and starts(path) else ""


def browser(root: Path) -> str:
    """The path of a Chromium that runs: $CHROMIUM, the PATH's, Debian's or Playwright's, in this order."""
    require_driver(root)
    named = os.environ.get("CHROMIUM", "")
    if named:
        if starts(named):
            return named
        raise Problem(f"CHROMIUM names {named}, which does not start")
    found = on_path() or (apt_install("chromium") and on_path()) or from_playwright(root)
    if found:
        return found
    raise Problem(
        "no Chromium was found and none could be installed; the browser tests need one.\n"
        "  On Debian: sudo apt-get install chromium\n"
        "  Elsewhere: install Chromium or Chrome, or set CHROMIUM to its path."
    )


def program(name: str) -> str:
    """The path of a program on the PATH or among the system's own, or an empty string."""
    return shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *SYSTEM])) or ""


def require(name: str) -> None:
    """Find a program that the tests run, install it, or say what to install."""
    if program(name) or (apt_install(PACKAGES[name]) and program(name)):
        return
    raise Problem(
        f"the tests need {name}, which was not found and could not be installed.\n"
        f"  On Debian or Ubuntu: sudo apt-get install {PACKAGES[name]}"
    )


def main(words: Sequence[str], root: Path) -> int:
    """`<lock>` makes the environment; `browser` prints the browser's path; `programs` finds those of the tests."""
    try:
        if list(words) == ["browser"]:
            print(browser(root))
        elif list(words) == ["programs"]:
            for name in PACKAGES:
                require(name)
        elif len(words) == 1 and words[0] in LOCKS:
            environment(root, words[0])
        else:
            raise Problem(f"say one of: {', '.join(LOCKS)}, browser, programs")
    except Problem as problem:
        say(f"error: {problem}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent.parent))
