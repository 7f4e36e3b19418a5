"""The commands. Each is a few lines: the work is done elsewhere.

Exit codes: 0 clean, 1 problems in the content, 2 wrong usage.
"""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from build_scripts import diagnostics
from build_scripts.artifact import Artifact
from build_scripts.loading import Loaded

CONTENT = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    envvar="CONTENT",
    help="The folder of records.",
)
FORMAT = click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Turn content/ into an explainer whose every figure comes from a sourced record."""
    for stream in (sys.stdout, sys.stderr):
        # Content is shown as it is, also where the terminal or a log knows fewer characters.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@main.command()
@CONTENT
@FORMAT
def check(content: Path, form: str) -> None:
    """Read all content and report every problem, each once, with its line."""
    from build_scripts.pipeline import checked

    gc.disable()  # everything read is kept to the end: looking for what to free takes a tenth of the time
    raise SystemExit(report(checked(content, today=today()), form))


@main.command()
@CONTENT
@click.option("--site-dir", type=click.Path(path_type=Path), default=Path("site"), help="Where the finished site goes.")
def build(content: Path, site_dir: Path) -> None:
    """Check, draw and render the content, and build the site with MkDocs."""
    started = time.perf_counter()
    environment = {**os.environ, "CONTENT": str(content.absolute()), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site_dir.absolute())]
    code = subprocess.run(command, env=environment, check=False).returncode
    if code == 0:
        files = [path for path in site_dir.rglob("*") if path.is_file()]
        pages = sum(path.suffix == ".html" for path in files)
        size = sum(path.stat().st_size for path in files) / 1e6
        seconds = time.perf_counter() - started
        click.echo(f"{site_dir}/: {pages} pages, {len(files)} files, {size:.1f} MB, in {seconds:.1f} s")
    raise SystemExit(min(code, 1))


@main.command()
@CONTENT
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="A new or empty folder.")
def render(content: Path, out: Path) -> None:
    """Write the pages as plain Markdown, for any other site builder."""
    from build_scripts import pipeline

    if out.exists() and any(out.iterdir()):
        raise click.UsageError(f"{out} is not empty")
    loaded = pipeline.checked(content, today=pipeline.build_day(content.parent))
    if report(loaded) or loaded.site is None:
        raise SystemExit(1)
    artifacts = pipeline.rendered(loaded.site, pipeline.drawn(loaded.site))
    try:
        write(out, artifacts)
    except OSError as error:
        raise click.UsageError(f"{error.filename} cannot be written: {error.strerror}") from None
    click.echo(f"{out}/: {len(artifacts)} files")


@main.command()
@CONTENT
@FORMAT
@click.option("--texts", type=click.Path(path_type=Path, file_okay=False, exists=True), required=True, help="A folder.")
def verify(content: Path, form: str, texts: Path) -> None:
    """Hold the evidence against the texts of its sources, and keep the outcome in content/verified.lock.

    A text is <source-id>.txt: title, byline, then the numbered blocks, set apart by blank lines.
    """
    from build_scripts import verification
    from build_scripts.loading import load

    loaded = load(content, today=today())
    problems = [d for d in loaded.diagnostics if d.code != "bad-lock"]  # the lock is written anew
    if loaded.site is None or diagnostics.has_errors(problems):
        raise SystemExit(report(loaded, form))
    found = {}
    for path in sorted(texts.glob("*.txt")):
        if path.stem in loaded.site.sources:
            try:
                found[path.stem] = path.read_text("utf-8-sig")
            except (OSError, UnicodeDecodeError) as error:
                raise click.UsageError(f"{path} cannot be read as UTF-8 text: {error}") from None
        else:
            near = diagnostics.suggest(path.stem, loaded.site.sources)
            click.echo(f"{path.name} is left out: no source has this id{f'; {near}' if near else ''}", err=True)
    if not found:
        raise click.UsageError(f"{texts} holds no text of a source; each is named after the source's id: <id>.txt")
    outcome = verification.verify(loaded.site, found, today())
    (content / verification.LOCK).write_text(verification.written(outcome.lock), "utf-8")
    if form == "text":
        click.echo(f"{', '.join(outcome.checked)}: {outcome.held} pieces of evidence stand in the text")
    raise SystemExit(report(Loaded(loaded.site, diagnostics.in_order(outcome.diagnostics), loaded.texts), form))


@main.command()
@CONTENT
@FORMAT
@click.option("--today", "day", type=click.DateTime(["%Y-%m-%d"]), help="Judge as of this day, such as 2027-03-01.")
def stale(content: Path, form: str, day: datetime | None) -> None:
    """Name what time has overtaken: old reviews, and parts of years whose full year is due.

    Exits with 1 if there is any.
    """
    from build_scripts import staleness
    from build_scripts.loading import load

    loaded = load(content, today=today())
    if loaded.site is None or diagnostics.has_errors(loaded.diagnostics):
        raise SystemExit(report(loaded, form))
    found = staleness.stale(loaded.site, day.date() if day else today())
    report(Loaded(loaded.site, found, loaded.texts), form)
    raise SystemExit(1 if found else 0)


@main.command()
@CONTENT
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text")
def diff(content: Path, old: str, new: str | None, form: str) -> None:
    """Say what readers see otherwise in NEW than in OLD; what changed without an entry of `changes` is an error.

    Each is a folder of records or a git revision of the content folder, such as HEAD~1. NEW is the content folder
    where it is left out.
    """
    from build_scripts import difference
    from build_scripts.pipeline import checked

    try:
        with difference.opened(old, content) as folder, difference.opened(new or str(content), content) as newer:
            before, after = checked(folder, today=today()), checked(newer, today=today())
    except difference.NoContent as problem:
        raise click.UsageError(str(problem)) from None
    if after.site is None or diagnostics.has_errors(after.diagnostics):
        raise SystemExit(report(after, "json" if form == "json" else "text"))
    if before.site is None:
        raise click.UsageError(f"{old} holds no site.yml that can be read")
    sound = not diagnostics.has_errors(before.diagnostics)
    found = difference.compare(difference.Edition(before.site, sound), difference.Edition(after.site))
    problems = diagnostics.in_order(difference.unexplained(before.site, after.site))
    click.echo(difference.report(found, problems, after.texts, form))
    raise SystemExit(1 if diagnostics.has_errors(problems) else 0)


@main.command("verify-site")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
def verify_site(folder: Path) -> None:
    """Hold a site against its own manifest: what is missing, changed or extra is named. Exits with 1 if anything is."""
    from build_scripts import manifest

    try:
        told = manifest.differences(folder)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    click.echo("\n".join(told) or f"{folder}/: {len(manifest.found(folder))} files, all as its manifest says")
    raise SystemExit(1 if told else 0)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
def compress(folder: Path) -> None:
    """Write a packed copy beside each file of a site, for servers that send such copies."""
    from build_scripts import compression

    count, packed, plain = compression.compress(folder)
    click.echo(f"{folder}/: {count} packed copies, {packed / 1e6:.1f} MB of {plain / 1e6:.1f} MB")


@main.command()
@CONTENT
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--pause", type=float, default=1.0, help="Seconds between two questions to one host.")
def links(content: Path, folder: Path, pause: float) -> None:
    """Ask for every outside address that a built site links to. Exits with 1 if any is gone; throttling is not rot."""
    from build_scripts import links
    from build_scripts.loading import load

    site = load(content, today=today()).site
    answers = links.asked(links.outward(folder, site.config.address if site else ""), pause=pause)
    gone, unsure = ([a for a in answers if a.gone is wanted] for wanted in (True, None))
    for word, found in (("gone", gone), ("not judged", unsure)):
        for answer in found:
            click.echo(f"{word}: {answer.line()}")
    there = len(answers) - len(gone) - len(unsure)
    total = f"{len(answers)} outside address{'es' * (len(answers) != 1)}"
    click.echo(f"{total}: {there} there, {len(gone)} gone, {len(unsure)} not judged")
    raise SystemExit(1 if gone else 0)


@main.command()
@CONTENT
@click.option("--builder", type=click.Path(path_type=Path, exists=True), required=True, help="The other's program.")
def canary(content: Path, builder: Path) -> None:
    """Build the plain Markdown with another builder; say what survives. Exits with 1 if it fails or a page is lost."""
    import tempfile

    from build_scripts import canary, pipeline

    loaded = pipeline.checked(content, today=pipeline.build_day(content.parent))
    if loaded.site is None or diagnostics.has_errors(loaded.diagnostics):
        raise SystemExit(report(loaded))
    with tempfile.TemporaryDirectory() as folder:
        rendered = Path(folder) / "rendered"
        write(rendered, pipeline.rendered(loaded.site, pipeline.drawn(loaded.site)))
        canary.prepare(rendered, Path(__file__).parent / "theme" / "assets", Path(folder) / "project")
        failed = canary.built(Path(folder) / "project", builder.absolute())
        if failed:
            click.echo(f"the builder failed:\n{failed}")
            raise SystemExit(1)
        rows = canary.survey(Path(folder) / "project")
    click.echo(canary.table(rows))
    raise SystemExit(1 if any(row.lost for row in rows if row.what == "pages") else 0)


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what an error means and how to mend it."""
    from build_scripts import staleness, verification
    from build_scripts.difference import silent
    from build_scripts.explanations import EXPLAINED
    from build_scripts.registry import modules

    silently = dict.fromkeys(("unexplained-change", "rewritten-history", "lost-record"), silent)
    others = {**silently, "verification": verification, "stale-review": staleness, "full-year-due": staleness}
    told = EXPLAINED | {name: module.__doc__ or "" for name, module in {**others, **modules("checks")}.items()}
    if code not in told:
        near = diagnostics.suggest(code, told)
        raise click.UsageError(f"there is no error {code}; {near or 'there are: ' + ', '.join(sorted(told))}")
    click.echo(told[code].strip())


def write(out: Path, artifacts: Iterable[Artifact]) -> None:
    """Write artifacts as files. Raises OSError."""
    for artifact in artifacts:
        path = out / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.body.encode() if isinstance(artifact.body, str) else artifact.body)


def today() -> date:
    return datetime.now(UTC).date()


@main.command()
@CONTENT
def bench(content: Path) -> None:
    """Measure checking, drawing and the gate; exit 1 where a budget is not kept."""
    from build_scripts import bench as measurements

    figures = measurements.run(content)
    for figure in figures:
        click.echo(figure.line)
    raise SystemExit(any(figure.value > figure.budget for figure in figures))


@main.command()
@CONTENT
@click.option(
    "--share",
    type=click.FloatRange(0, 1, min_open=True),
    default=1.0,
    help="Only a part of the mutants, always the same.",
)
@click.option("--texts", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Texts: <source-id>.txt.")
@click.option(
    "--site",
    "built",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A site built from the content; without it one is built.",
)
@click.option("--today", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day that content/gates.lock gives.")
@click.option("--workers", type=click.IntRange(1), default=2, help="How many processes share the work.")
@click.option("--write", is_flag=True, help="Keep the outcome in content/gates.lock, which the site shows.")
def mutate(
    content: Path, share: float, texts: Path | None, built: Path | None, day: datetime | None, workers: int, write: bool
) -> None:
    """Alter records and finished pages and count what the gates catch; exit 1 if they miss what they should see."""
    from build_scripts import pipeline, scores
    from build_scripts.mutation import _run, _score

    if write and share < 1:
        raise click.UsageError("only a whole run can be written: leave out --share")
    loaded = pipeline.checked(content, today=pipeline.build_day(content.parent))
    if loaded.site is None or diagnostics.has_errors(loaded.diagnostics):
        raise SystemExit(report(loaded))
    site = loaded.site
    found = (
        {path.stem: path.read_text("utf-8-sig") for path in sorted(texts.glob("*.txt")) if path.stem in site.sources}
        if texts
        else {}
    )
    with tempfile.TemporaryDirectory() as folder:
        if built is None:
            built = Path(folder) / "site"
            command = [
                sys.executable,
                "-m",
                "build_scripts",
                "build",
                "--content",
                str(content),
                "--site-dir",
                str(built),
            ]
            if subprocess.run(command, check=False).returncode:
                raise SystemExit(1)
        files = {
            path.relative_to(built).as_posix(): path.read_bytes() for path in sorted(built.rglob("*")) if path.is_file()
        }
    outcomes = _run.parallel(content, site.today, workers, share=share, texts=found, built=files)
    counted = _score.scored(outcomes, day.date() if day else site.today)
    click.echo(_score.as_text(counted))
    if write:
        (content / scores.LOCK).write_text(scores.written(counted), "utf-8")
    raise SystemExit(_score.failed(counted))


def report(loaded: Loaded, form: str = "text") -> int:
    """Print the diagnostics; returns the exit code."""
    found = loaded.diagnostics
    if form == "json":
        click.echo(diagnostics.as_json(found))
    elif form == "github":
        click.echo(diagnostics.as_github(found))
    elif found:
        click.echo(diagnostics.as_text(found, loaded.texts))
    errors = sum(d.severity == "error" for d in found)
    if form == "text":
        counts = ((errors, "error"), (len(found) - errors, "warning"))
        click.echo(("\n" if found else "") + ", ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in counts))
        if loaded.unread:
            click.echo(f"the rules run once {' and '.join(loaded.unread)} can be read")
    return 1 if errors else 0
