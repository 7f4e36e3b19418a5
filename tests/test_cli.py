"""The commands: what they print, and their exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_scripts import pipeline
from build_scripts.cli import main, report
from build_scripts.diagnostics import Diagnostic, Place
from build_scripts.explanations import EXPLAINED
from build_scripts.loading import Loaded
from build_scripts.registry import modules

ROOT = Path(__file__).parent.parent
HARBOUR = Path(__file__).parent / "sites" / "harbour" / "content"
BROKEN = {"gaps.yml": ("Who pays", "Who of 20 pays")}
TOLD = """\
content/gaps.yml:2:20: error[unsourced-number]
  gap "whose-money": "20" has no source
  |   question: Who of 20 pays for the quay?
  |                    ^^
  help: cite the fact that holds it as ${id}; if no fact does, record one; a name with digits is a term
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as people call it."""
    command = [sys.executable, "-m", "build_scripts", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, check=False)


@pytest.fixture
def broken(harbour: Callable[..., Loaded], tmp_path: Path) -> Path:
    """A folder with one problem."""
    harbour(BROKEN)
    return tmp_path / "content"


def test_check_of_a_clean_site() -> None:
    """Zero, and a line that says so."""
    result = run("check", "--content", HARBOUR)
    assert (0, "0 errors, 0 warnings\n") == (result.exit_code, result.output)


def test_check_tells_every_problem(broken: Path) -> None:
    """One, and the problems before their number."""
    result = run("check", "--content", broken)
    assert (1, f"{TOLD}\n1 error, 0 warnings\n") == (result.exit_code, result.output)


def test_rules_wait_for_a_file_that_can_be_read(broken: Path) -> None:
    """One slip in the YAML is one problem."""
    path = broken / "facts" / "others.yml"
    path.write_text(path.read_text("utf-8") + "\n- *slip\n", "utf-8")
    lines = run("check", "--content", broken).output.splitlines()
    assert ("1 error, 0 warnings", "the rules run once content/facts/others.yml can be read") == (lines[-2], lines[-1])


def test_check_for_programs(broken: Path) -> None:
    """JSON and nothing else."""
    result = run("check", "--content", broken, "--format", "json")
    assert (1, [("unsourced-number", 2)]) == (
        result.exit_code,
        [(d["code"], d["line"]) for d in json.loads(result.output)],
    )


def test_check_for_pull_requests(broken: Path) -> None:
    """Workflow commands and nothing else."""
    result = run("check", "--content", broken, "--format", "github")
    expected = "::error file=content/gaps.yml,line=2,col=20,title=unsourced-number::"
    assert (1, 1, True) == (result.exit_code, len(result.output.splitlines()), result.output.startswith(expected))


@pytest.mark.parametrize(("form", "expected"), [("text", "0 errors, 0 warnings"), ("json", "[]"), ("github", "")])
def test_nothing_to_tell(form: str, expected: str) -> None:
    """Each form has a way to say that all is well."""
    assert f"{expected}\n" == run("check", "--content", HARBOUR, "--format", form).output


def test_warnings_let_the_build_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    """They are told and counted."""
    warning = Diagnostic("late", "it is late", Place("content/x.yml"), severity="warning")
    assert 0 == report(Loaded(None, [warning], {}))
    assert "content/x.yml:1:1: warning[late]\n  it is late\n\n0 errors, 1 warning\n" == capsys.readouterr().out


def test_content_from_the_environment(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CONTENT= is --content."""
    monkeypatch.setenv("CONTENT", str(broken))
    assert 1 == run("check").exit_code


def test_folder_that_does_not_exist(tmp_path: Path) -> None:
    """It is a problem of the content, not of the program."""
    result = run("check", "--content", tmp_path / "nowhere")
    assert (1, "nowhere:1:1: error[no-content]") == (result.exit_code, result.output.splitlines()[0])


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc"],
        ["check", "--contents", "x"],
        ["check", "--format", "xml"],
        ["explain"],
        ["explain", "no-such-rule"],
        ["render"],
        ["render", "--out", str(ROOT / "pyproject.toml")],
        ["render", "--out", str(ROOT / "docs")],
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: list[str]) -> None:
    """Two, and how the command is used."""
    result = run(*arguments)
    assert (2, True) == (result.exit_code, result.output.startswith("Usage: "))


@pytest.mark.parametrize("code", modules("checks"))
def test_explain_prints_what_the_rule_means(code: str) -> None:
    """The first paragraph says it in a line or two; the rule's own docstring is all there is."""
    result = run("explain", code)
    assert (0, str(modules("checks")[code].__doc__).strip()) == (result.exit_code, result.output.strip())


def test_explain_knows_every_error() -> None:
    """Whatever code an editor meets, `explain` says what it means, and it explains none that cannot be met."""
    source = "".join(path.read_text("utf-8") for path in (ROOT / "build_scripts").rglob("*.py"))
    given = {*re.findall(r'(?:Diagnostic|self\.problem)\(\s*"([a-z0-9-]+)"', source)} | {"orphan-number"}
    assert set() == {code for code in given if run("explain", code).exit_code}
    assert set() == EXPLAINED.keys() - given
    assert all(len(run("explain", code).output) > 60 for code in given)


def test_explain_lists_the_errors() -> None:
    """To somebody who does not know the word; a misspelt one is guessed."""
    assert "there is no error xyz; there are: alias, anchor, bad-citation, " in run("explain", "xyz").output
    assert 'there is no error bad-yml; did you mean "bad-yaml"?' in run("explain", "bad-yml").output


def test_codes_that_rules_give_are_their_names() -> None:
    """`error[unsourced-number]` is checks/unsourced_number.py, and `explain` knows it."""
    told = {
        code
        for path in (ROOT / "build_scripts" / "checks").glob("*.py")
        for code in re.findall(r'Diagnostic\(\s*"([a-z-]+)"', path.read_text("utf-8"))
    }
    assert [] == sorted(told - set(modules("checks")))


def test_render_writes_the_same_tree_that_is_built(tmp_path: Path) -> None:
    """Every artifact in its place, byte by byte."""
    result = run("render", "--content", HARBOUR, "--out", tmp_path / "out")
    loaded = pipeline.checked(HARBOUR, today=report.__globals__["today"]())
    assert loaded.site is not None
    made = pipeline.rendered(loaded.site, pipeline.drawn(loaded.site))
    expected = {a.path: a.body if isinstance(a.body, bytes) else a.body.encode() for a in made}
    files = {
        p.relative_to(tmp_path / "out").as_posix(): p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()
    }
    assert (0, f"0 errors, 0 warnings\n{tmp_path / 'out'}/: {len(made)} files\n") == (result.exit_code, result.output)
    assert expected == files


def test_render_writes_nothing_of_content_with_errors(broken: Path, tmp_path: Path) -> None:
    """One, and the problems."""
    result = run("render", "--content", broken, "--out", tmp_path / "out")
    assert (1, False) == (result.exit_code, (tmp_path / "out").exists())
    assert result.output.startswith(TOLD)


def test_render_into_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """Told in a line, without a traceback."""
    (tmp_path / "file").write_text("")
    result = run("render", "--content", HARBOUR, "--out", tmp_path / "file" / "out")
    assert (2, True) == (result.exit_code, "cannot be written: Not a directory" in result.output)


def test_check_loads_no_builder() -> None:
    """An editor's check takes less than a second of computing: it neither draws nor builds."""
    told = process("check", "--content", HARBOUR, PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition(b"|")[2].strip().decode() for line in told.stderr.splitlines()}
    assert (0, {"pydantic"}) == (told.returncode, loaded & {"altair", "vl_convert", "mkdocs", "material", "pydantic"})


def test_terminal_that_knows_few_characters(harbour: Callable[..., Loaded], tmp_path: Path) -> None:
    """What it cannot show is spelled out, not a crash."""
    harbour({"gaps.yml": ("Who pays", "三十 pays")})
    told = process("check", "--content", tmp_path / "content", PYTHONIOENCODING="latin-1")
    assert (1, b"") == (told.returncode, told.stderr)
    assert rb'gap "whose-money": "\u4e09\u5341" has no source' in told.stdout


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_file_name_that_is_no_text(tmp_path: Path, form: str) -> None:
    """A name in an old encoding is told like any other."""
    content = tmp_path / "content"
    content.mkdir()
    (content / os.fsdecode(b"f\xffcts.yml")).write_text("")
    told = process("check", "--content", content, "--format", form)
    assert (1, b"", True) == (told.returncode, told.stderr, b"cts.yml" in told.stdout)
