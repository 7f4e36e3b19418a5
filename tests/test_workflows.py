"""The workflows: pinned, with few rights, and with nothing in them that a person could not run by hand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from built import built as built

ROOT = Path(__file__).resolve().parent.parent
PATHS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
HARBOUR = ROOT / "tests" / "sites" / "harbour" / "content"
WORKFLOWS = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in PATHS}
TARGETS = {"audit", "canary", "diff", "env", "env-dev", "links", "site", "stale", "test", "verify-site"}
"""All that workflows call. Each is run below or in `make soak`, or is the command that runs these tests."""
SHELL = re.compile(
    r'code=0|mkdir report|exit "\$code"|echo "\$code" > report/code'
    r'|cat (?:changes\.md|report/text) >> "\$GITHUB_STEP_SUMMARY"'
)
"""What the shell may do besides: keep an exit code, and put a text where GitHub shows it."""


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def commands() -> Iterator[str]:
    for workflow in WORKFLOWS.values():
        for step in steps(workflow):
            yield from step.get("run", "").splitlines()


def called() -> set[str]:
    """The targets that are called; for `make "$WHAT"` those of the matrix."""
    found = {found[1] for line in commands() if (found := re.match(r"make (?:--silent )?(\S+)", line))}
    assert '"$WHAT"' in found
    return found - {'"$WHAT"'} | set(WORKFLOWS["scheduled.yml"]["jobs"]["look"]["strategy"]["matrix"]["what"])


def test_there_are_three() -> None:
    """What runs when is told by their names."""
    assert ["deploy.yml", "pull-request.yml", "scheduled.yml"] == list(WORKFLOWS)


def test_only_make_is_called() -> None:
    """So that whatever CI does can be done by hand, with the same words."""
    others = [line for line in commands() if not re.match(r"make ", line) and not SHELL.fullmatch(line)]
    assert ([], TARGETS) == (others, called())


def test_called_targets_exist() -> None:
    """Make knows each."""
    known = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[0].split()
    assert [] == sorted(called() - set(known))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_actions_are_pinned(path: Path) -> None:
    """By commit, with the tag noted beside; only GitHub's own."""
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    pinned = r"- uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"
    assert (True, []) == (bool(lines), [line for line in lines if not re.fullmatch(pinned, line)])


def test_action_has_one_version() -> None:
    """The same commit and tag in every workflow."""
    text = "\n".join(path.read_text("utf-8") for path in PATHS)
    pins = set(re.findall(r"uses: (actions/[a-z-]+)@(\S+ # \S+)", text))
    assert len({name for name, _ in pins}) == len(pins)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_rights_are_given_to_jobs_one_by_one(name: str) -> None:
    """None by default, and writing rights only where nothing of the repository is run."""
    jobs = WORKFLOWS[name]["jobs"]
    writing = {id for id, job in jobs.items() if "write" in job["permissions"].values()}
    running = {
        id
        for id, job in jobs.items()
        if any("run" in step or "checkout" in step.get("uses", "") for step in job["steps"])
    }
    assert ({}, set()) == (WORKFLOWS[name]["permissions"], writing & running)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_is_put_into_scripts(name: str) -> None:
    """Titles and branches of others are values in the environment, never text of a script; checkouts keep no token."""
    scripts = [step.get("run", "") + str(step.get("with", {}).get("script", "")) for step in steps(WORKFLOWS[name])]
    kept = [
        s
        for s in steps(WORKFLOWS[name])
        if "checkout" in s.get("uses", "") and s["with"]["persist-credentials"] is not False
    ]
    assert ([], []) == ([text for text in scripts if "${{" in text], kept)


def test_deploy_reads_no_cache() -> None:
    """What another run has stored never reaches the site; and what deploys does not build."""
    jobs = WORKFLOWS["deploy.yml"]["jobs"]
    assert "cache" not in (ROOT / ".github/workflows/deploy.yml").read_text("utf-8").split("on:", 1)[1]
    assert ["test", "build"] == jobs["deploy"]["needs"]
    assert [{"contents": "read"}, {"contents": "read"}, {"pages": "write", "id-token": "write"}] == [
        jobs[name]["permissions"] for name in ("test", "build", "deploy")
    ]


@pytest.mark.parametrize(
    "words",
    [
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, PATHS)],
        ["zizmor", "--offline", "--pedantic", "--quiet", str(ROOT / ".github")],
    ],
    ids=lambda words: words[0],
)
def test_judges_of_workflows_are_content(words: list[str]) -> None:
    """The schema, and the known ways to attack a workflow."""
    done = subprocess.run([Path(sys.executable).with_name(words[0]), *words[1:]], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


# --- the targets --------------------------------------------------------------------------------------


def make(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A target as a workflow calls it."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(["make", "--silent", *words], cwd=ROOT, env=own | environment, capture_output=True, text=True)


def test_site_is_built_and_verified(tmp_path: Path) -> None:
    """`make site`, `make verify-site`, `make compress`: on another content and into another folder."""
    where = f"SITE={tmp_path / 'site'}"
    built = make("site", where, f"CONTENT={HARBOUR}")
    assert (0, f"{tmp_path / 'site'}/: ") == (built.returncode, built.stdout[: len(str(tmp_path)) + 8])
    packed, verified = make("compress", where), make("verify-site", where)
    assert (0, 0) == (packed.returncode, verified.returncode)
    (tmp_path / "site" / "index.html").write_text("x")
    assert (2, "index.html: changed\n", True) == (
        (changed := make("verify-site", where)).returncode,
        "".join(line for line in changed.stdout.splitlines(keepends=True) if ".gz" not in line),
        "index.html.gz" not in changed.stdout,
    )


def test_difference_is_told(tmp_path: Path) -> None:
    """`make diff`: nothing between a folder and itself."""
    shutil.copytree(HARBOUR, tmp_path / "content")
    done = make("diff", f"OLD={tmp_path / 'content'}", "FORMAT=markdown", f"CONTENT={HARBOUR}")
    assert 0 == done.returncode, done.stderr


def test_stale_content_is_told() -> None:
    """`make stale` ends with an error where there is anything."""
    done = make("stale", f"CONTENT={HARBOUR}")
    assert bool(done.returncode) == ("warning[" in done.stdout), done.stdout + done.stderr


def test_links_are_asked(tmp_path: Path) -> None:
    """`make links`: a host that does not exist is no rot."""
    (tmp_path / "index.html").write_text('<a href="http://nowhere.invalid/">x</a>')
    done = make("links", f"SITE={tmp_path}", f"CONTENT={HARBOUR}")
    assert (0, "1 outside address: 0 there, 0 gone, 1 not judged") == (done.returncode, done.stdout.splitlines()[-1])


def test_audit_without_a_network_says_so() -> None:
    """`make audit` ends with an error and tells why; it never passes because nobody was asked."""
    nowhere = dict.fromkeys(
        ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY"), "http://127.0.0.1:9"
    )
    done = make("audit", **nowhere, NO_PROXY="", no_proxy="")
    told = "audit failed: a package above is vulnerable, or the index could not be asked (no network?)"
    assert (2, True) == (done.returncode, told in done.stdout.splitlines())


def test_artifact_for_pages_holds_the_site(built: Path, tmp_path: Path) -> None:
    """Packed as the action for GitHub Pages packs it: every file, none hidden, no link, less than a gigabyte."""
    packed = tmp_path / "artifact.tar"
    words = [
        "--dereference",
        "--hard-dereference",
        "--directory",
        built,
        "-cf",
        packed,
        "--exclude=.git",
        "--exclude=.[^/]*",
        ".",
    ]
    subprocess.run(["tar", *map(str, words)], check=True)
    with tarfile.open(packed) as tar:
        held = {member.name.removeprefix("./"): member.isreg() for member in tar if not member.isdir()}
    assert {p.relative_to(built).as_posix(): True for p in built.rglob("*") if p.is_file()} == held
    assert packed.stat().st_size < 1e9


@pytest.mark.soak
def test_another_builder_builds_the_pages() -> None:
    """`make canary`: with the newest Zensical, no page, figure, chart, link or file is lost."""
    done = make("canary", f"CONTENT={HARBOUR}")
    rows = [line.strip("| ").split(" | ") for line in done.stdout.splitlines()[2:]]
    assert (0, ["pages", "figures", "charts", "links", "files"]) == (done.returncode, [row[0] for row in rows]), (
        done.stdout
    )
    assert [] == [row for row in rows if row[1] != row[2]]
