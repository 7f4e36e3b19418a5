"""What another builder makes of the plain Markdown is counted, and what it loses is named."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import HARBOUR

from build_scripts import canary
from build_scripts.canary import Row
from build_scripts.cli import main

FRONT = '---\ntitle: "A"\ntemplate: "text.html"\n---\n'
PAGE = FRONT + '\n# A { #a }\n\n<data value="1">1</data> [there](b.html#b) [here](#a)\n'
CHART = '---\ntitle: "B"\n---\n<h1 id="b">B</h1><svg class="chart wide"></svg>\n'


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Two pages and a file, laid out for another builder, and what it should make of them."""
    rendered, assets, work = (tmp_path / name for name in ("rendered", "assets", "work"))
    for folder in (rendered, assets, work / "site"):
        folder.mkdir(parents=True)
    (rendered / "a.md").write_text(PAGE)
    (rendered / "b.md").write_text(CHART)
    (rendered / "b.csv").write_text("x")
    (assets / "a.css").write_text("x")
    canary.prepare(rendered, assets, work)
    page = '<h1 id="a">A</h1><data value="1">1</data><a href="b.html#b">there</a><a href="#a">here</a>'
    (work / "site" / "a.html").write_text(f'<nav><a href="gone.html">not ours</a></nav><article>{page}</article>')
    (work / "site" / "b.html").write_text(CHART.partition("---\n")[2].partition("---\n")[2])
    (work / "site" / "b.csv").write_text("x")
    return work


def lost(work: Path) -> dict[str, tuple[int, tuple[str, ...]]]:
    return {row.what: (row.all, row.lost) for row in canary.survey(work)}


def test_only_the_name_of_our_template_is_taken_out(work: Path) -> None:
    """Everything else is what `render` writes, with the style sheets beside it."""
    assert PAGE.replace('template: "text.html"\n', "") == (work / "docs" / "a.md").read_text()
    assert {"a.md", "b.md", "b.csv", "assets/a.css"} == {
        p.relative_to(work / "docs").as_posix() for p in (work / "docs").rglob("*") if p.is_file()
    }


def test_all_that_survives_is_counted(work: Path) -> None:
    """Links of the builder's own frame are its business."""
    expected = {"pages": (2, ()), "figures": (1, ()), "charts": (1, ()), "links": (2, ()), "files": (1, ())}
    assert expected == lost(work)


@pytest.mark.parametrize(
    ("name", "old", "new", "what", "expected"),
    [
        ("a.html", "<data", "<span", "figures", ("a.html",)),
        ("a.html", 'href="#a"', 'href="#b"', "links", ("a.html to #b",)),
        ("a.html", "b.html#b", "c.html", "links", ("a.html to c.html",)),
        ("b.html", 'id="b"', 'id="c"', "links", ("a.html to b.html#b",)),
        ("b.html", "chart wide", "other", "charts", ("b.html",)),
        ("b.csv", "x", "y", "files", ("b.csv",)),
    ],
)
def test_what_is_lost_is_named(work: Path, name: str, old: str, new: str, what: str, expected: tuple[str, ...]) -> None:
    """Of each kind."""
    path = work / "site" / name
    path.write_text(path.read_text().replace(old, new))
    assert expected == lost(work)[what][1]


def test_lost_page_loses_what_it_holds(work: Path) -> None:
    """Its charts, and the links to it."""
    (work / "site" / "b.html").unlink()
    found = lost(work)
    assert (("b.html",), ("b.html",), ("a.html to b.html#b",)) == tuple(
        found[what][1] for what in ("pages", "charts", "links")
    )


def test_table_names_the_first_few() -> None:
    """In Markdown, as CI shows it."""
    rows = [Row("pages", 9, ()), Row("links", 9, ("a", "b", "c", "d", "e"))]
    expected = ["| pages | 9 | 9 |  |", "| links | 9 | 4 | a, b, c and 2 more |"]
    assert expected == canary.table(rows).splitlines()[2:]


def program(folder: Path, code: str) -> Path:
    path = folder / "builder"
    path.write_text(f"#!{sys.executable}\n{code}\n")
    path.chmod(0o755)
    return path


def test_command_tells_of_a_builder_that_fails(tmp_path: Path) -> None:
    """With its own words."""
    builder = program(tmp_path, "raise SystemExit('no such template')")
    result = CliRunner().invoke(main, ["canary", "--content", str(HARBOUR), "--builder", str(builder)])
    assert (1, "the builder failed:\nno such template\n") == (result.exit_code, result.output)


def test_command_fails_where_pages_are_lost(tmp_path: Path) -> None:
    """A builder that writes nothing."""
    builder = program(tmp_path, "import pathlib; pathlib.Path('site').mkdir()")
    result = CliRunner().invoke(main, ["canary", "--content", str(HARBOUR), "--builder", str(builder)])
    assert (1, "| pages | 31 | 0 | ") == (result.exit_code, result.output.splitlines()[2][:19])
