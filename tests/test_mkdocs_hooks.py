"""The site as MkDocs builds and serves it: where its pages come from, and that nothing bad takes its place."""

from __future__ import annotations

import errno
import hashlib
import html as markup
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from built import EPOCH, ROOT, build
from built import built as built
from conftest import HARBOUR
from lxml import html
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from build_scripts import pipeline, publish
from build_scripts.artifact import Artifact

EDIT = "https://code.example/harbour/edit/main/content/"
BARE = ("gaps.yml", "Who pays", "Who of 20 pays")
TOLD = 'gap "whose-money": "20" has no source'
HOOK = "build_scripts/mkdocs_hooks.py"


def digest(folder: Path) -> str:
    """One number for all names and bytes of a folder; the manifest names the commit, which may change meanwhile."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "manifest.json":
            found.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return found.hexdigest()


def change(content: Path, name: str, old: str, new: str) -> None:
    path = content / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the made-up site's records."""
    return Path(shutil.copytree(HARBOUR, tmp_path / "content"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A site that readers see."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old", "utf-8")
    (site / "manifest.json").write_text("{}", "utf-8")
    return site


# --- what is built ------------------------------------------------------------------------------------


def test_link_to_the_record_opens_its_line(built: Path) -> None:
    """On every page: the file of YAML, and the line where the page's own record begins."""
    opened = {}
    for path in sorted(built.rglob("*.html")):
        links = html.document_fromstring(path.read_text("utf-8")).xpath("//a[text()='Source record']/@href")
        for link in links:
            name, _, line = link.removeprefix(EDIT).partition("#L")
            found = (built.parent / "content" / name).read_text("utf-8").splitlines()[int(line) - 1]
            opened[path.relative_to(built).as_posix()] = found
    expected = {path: f"- id: {'home' if path == 'index.html' else Path(path).stem}" for path in opened}
    assert expected == opened
    assert {"index.html", "facts/ferries-all.html", "charts/electric.html", "series/freight-yearbook.html"} <= set(
        opened
    )


def test_only_lost_pages_have_no_record(built: Path) -> None:
    """Every other page says where it comes from."""
    without = [
        path.name for path in built.rglob("*.html") if ">Source record</a>" not in path.read_text("utf-8")
    ]  # fmt: skip
    assert ["404.html"] == without


def test_edit_link_of_mkdocs_is_the_same(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other themes show MkDocs' own: it opens the same line."""
    monkeypatch.setenv("CONTENT", str(content))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)  # so that what the hook sets does not outlive the test
    config = load_config(config_file=str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    files = config.plugins.on_files(Files([]), config=config)
    urls = {file.src_uri: Page(None, file, config).edit_url for file in files if file.src_uri.endswith(".md")}
    assert (f"{EDIT}facts/claims.yml#L71", f"{EDIT}pages.yml#L1") == (urls["facts/ferries-all.md"], urls["index.md"])


def test_only_assets_of_our_own_are_carried(built: Path) -> None:
    """Of Material's files the search engine, nothing else."""
    pictures = [path for path in (built / "assets").rglob("*") if path.suffix in (".map", ".png")]
    foreign = [path.name for path in pictures if not path.name.startswith("icon-")]
    scripts = {re.sub(r"\.[0-9a-f]{8}\.", ".", path.name) for path in (built / "assets" / "javascripts").rglob("*.js")}
    assert ([], {"bundle.min.js", "search.min.js"}) == (foreign, scripts)


def test_addresses_are_those_of_the_site(built: Path) -> None:
    """Canonical links and the sitemap name the address of site.yml."""
    page = html.document_fromstring((built / "facts" / "ferries-all.html").read_text("utf-8"))
    home = html.document_fromstring((built / "index.html").read_text("utf-8"))
    canonical = "//link[@rel='canonical']/@href"
    sitemap = (built / "sitemap.xml").read_text("utf-8")
    address = "https://harbour.example/book/facts/ferries-all.html"
    assert ([address], ["https://harbour.example/book/"], True) == (
        page.xpath(canonical),
        home.xpath(canonical),
        f"<loc>{address}</loc>" in sitemap,
    )


def test_same_records_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """In another folder, at another moment."""
    shutil.copytree(built.parent / "content", tmp_path / "content")
    build(tmp_path / "content", tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert digest(built) == digest(tmp_path / "site")


# --- what is not built ----------------------------------------------------------------------------------


def test_content_with_errors_leaves_the_site(content: Path, old: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Exit code 1, the diagnostics, and not a byte of the site changed."""
    change(content, *BARE)
    with pytest.raises(SystemExit) as stopped:
        build(content, old)
    assert (1, "old", ["content", "site"]) == (stopped.value.code, (old / "index.html").read_text(), names(old.parent))
    assert f"content/gaps.yml:2:20: error[unsourced-number]\n  {TOLD}" in caplog.text


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_number_without_a_record_leaves_the_site(
    content: Path, old: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gate reads what was built; where a number came in on the way, the old site stays."""
    rendered = pipeline.rendered

    def careless(*arguments: Any) -> list[Artifact]:
        return [*rendered(*arguments), Artifact("loose.md", "# Ships\n\nThere are 42 ships.\n", ("content/a.yml", 3))]

    monkeypatch.setattr(pipeline, "rendered", careless)
    with pytest.raises(SystemExit) as stopped:
        build(content, old)
    assert (1, "old", ["content", "site"]) == (stopped.value.code, (old / "index.html").read_text(), names(old.parent))
    expected = (
        'loose.html: error[orphan-number]\n  "42" names no record\n'
        "  in: There are 42 ships. (made from content/a.yml:3)"
    )
    assert expected in caplog.text


def test_number_on_many_pages_is_told_once(
    content: Path, old: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake in the frame would else be told four hundred times."""
    rendered = pipeline.rendered

    def careless(*arguments: Any) -> list[Artifact]:
        loose = [Artifact(f"loose-{n}.md", "# Ships\n\nThere are 42 ships.\n") for n in (1, 2, 3)]
        return [*rendered(*arguments), *loose]

    monkeypatch.setattr(pipeline, "rendered", careless)
    with pytest.raises(SystemExit):
        build(content, old)
    assert 1 == caplog.text.count("orphan-number")
    assert "  in: There are 42 ships.\n  and so in 2 more places, such as loose-2.html" in caplog.text


def test_command_says_what_is_wrong(content: Path, old: Path) -> None:
    """`python -m build_scripts build`: one exit code for all problems of the content."""
    change(content, *BARE)
    command = [sys.executable, "-m", "build_scripts", "build", "--content", str(content), "--site-dir", str(old)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (1, True, "old") == (done.returncode, TOLD in done.stderr, (old / "index.html").read_text())


# --- several at once, and killed ones -----------------------------------------------------------------


def start(content: Path, site: Path, *more: str) -> subprocess.Popen[bytes]:
    """Plain `mkdocs build`, as another program."""
    environment = {**os.environ, "CONTENT": str(content), "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site), *more]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_two_builds_at_once(content: Path, tmp_path: Path) -> None:
    """Both end well; the site is one of the two, whole."""
    other = tmp_path / "other"
    shutil.copytree(content, other)
    change(other, "site.yml", "name: The Harbour Book", "name: The Quay Book")
    running = [start(content, tmp_path / "site"), start(other, tmp_path / "site")]
    assert [0, 0] == [process.wait() for process in running]
    pages = list((tmp_path / "site").rglob("*.html"))
    brands = {re.findall(r"· (The \w+ Book)</title>", page.read_text("utf-8"))[0] for page in pages}
    assert (1, True, ["content", "other", "site"]) == (len(brands), len(pages) > 20, names(tmp_path))


def killed(tmp_path: Path, content: Path, built: Path, moments: list[float]) -> None:
    """Kill builds that would replace a copy of `built`; then let one end."""
    site = tmp_path / "site"
    shutil.copytree(built, site)
    before = digest(site)
    left = []
    for moment in moments:
        process = start(content, site)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
        left.append(digest(site))
    assert 0 == start(content, site).wait()
    assert set(left) <= {before, digest(site)}
    assert (True, ["content", "site"]) == (before != digest(site), names(tmp_path))


def test_killed_build_leaves_the_old_site_or_the_new(tmp_path: Path, content: Path, built: Path) -> None:
    """At any moment. The next build clears what is left."""
    chance = random.Random(5)
    killed(tmp_path, content, built, [chance.uniform(0.2, 3) for _ in range(5)])


@pytest.mark.soak
def test_many_killed_builds(tmp_path: Path, content: Path, built: Path) -> None:
    """The same, at many more moments."""
    chance = random.Random(6)
    killed(tmp_path, content, built, [chance.uniform(0, 8) for _ in range(40)])


# --- the preview ------------------------------------------------------------------------------------------


class Preview:
    """`mkdocs serve` on a free port."""

    def __init__(self, content: Path) -> None:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{found.getsockname()[1]}/"
        environment = {**os.environ, "CONTENT": str(content), "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.address.split("/")[2]]
        self.log = content.parent / "preview.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=log
            )  # fmt: skip

    def read(self, path: str = "") -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=60) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError):
            return ""

    def until(self, words: str, path: str = "") -> str:
        """The page at `path` as soon as it holds `words`."""
        for _ in range(300):
            page = markup.unescape(self.read(path))
            if words in page:
                return page
            assert self.process.poll() is None, "the preview has ended"
            time.sleep(0.2)
        raise AssertionError(f"{words!r} is not on the page:\n{page}")


@pytest.fixture
def preview(content: Path) -> Iterator[Preview]:
    served = Preview(content)
    yield served
    served.process.send_signal(signal.SIGINT)
    try:
        served.process.wait(10)
    except subprocess.TimeoutExpired:
        served.process.kill()
        served.process.wait()


def test_preview_survives_a_mistake(preview: Preview, content: Path) -> None:
    """Saved with a mistake, the home page tells of it and the others stay; saved without, all is well again."""
    preview.until("Is the port of Sund growing again?")
    assert "ERROR" not in preview.log.read_text("utf-8")
    change(content, *BARE)
    home = preview.until("The content has errors")
    assert ("content/gaps.yml:2:20: error[unsourced-number]" in home, TOLD in home) == (True, True)
    fact = preview.read("facts/ferries-all.html")
    assert ("The content has errors" not in fact, ">The Harbour Book</a>" in fact, ">Claims</a>" in fact) == (
        True,
        True,
        True,
    )
    change(content, "gaps.yml", "Who of 20 pays", "Who at last pays")
    preview.until("Who at last pays for the quay?", "gaps.html")
    assert "The content has errors" not in preview.until("Is the port of Sund growing again?")


def test_preview_finds_its_files_on_lost_pages(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview has an address of its own; files are looked for there, not at the site's."""
    lost = served(content, tmp_path / "site", monkeypatch, fresh=False) / "404.html"
    assert 'href="/assets/ledger.css"' in lost.read_text("utf-8")


def test_preview_watches_the_folder_of_records(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that mkdocs.yml does not name."""
    monkeypatch.setenv("CONTENT", str(content))
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, "")
    config = load_config(config_file=str(ROOT / "mkdocs.yml"))
    assert server is config.plugins.on_serve(server, config=config, builder=lambda: None)
    watched = [str(path) for path in server._watched_paths]
    server.server_close()
    assert [str(content)] == watched


def served(content: Path, site: Path, monkeypatch: pytest.MonkeyPatch, *, fresh: bool) -> Path:
    """What `mkdocs serve` builds, in this process; `fresh` if it has not yet built anything."""
    monkeypatch.setenv("CONTENT", str(content))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    config = load_config(config_file=str(ROOT / "mkdocs.yml"), site_dir=str(site))
    config.site_url = "http://127.0.0.1:1/"
    hook: Any = config.hooks[HOOK]
    if fresh:
        hook._Run.site, hook._Run.artifacts = None, []
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config, serve_url="http://127.0.0.1:1/")
    return site


@pytest.mark.parametrize(
    "edit", [BARE, ("site.yml", "question: Is", "qustion: Is")], ids=["one mistake", "no site at all"]
)
def test_preview_that_begins_with_a_mistake(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: tuple[str, str, str]
) -> None:
    """There is no earlier state to show: only the home page, with what is wrong."""
    change(content, *edit)
    site = served(content, tmp_path / "site", monkeypatch, fresh=True)
    home = html.document_fromstring((site / "index.html").read_text("utf-8"))
    told = home.find(".//main").text_content()
    assert (["404.html", "index.html"], True) == (
        sorted(path.name for path in site.rglob("*.html")),
        f"content/{edit[0]}:" in told,
    )


def test_mistakes_are_shown_as_they_are(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With their excerpts, whatever characters stand in them."""
    change(content, "gaps.yml", "Who pays", "Who of 20 <b>*pays*</b> &amp; {#x }")
    site = served(content, tmp_path / "site", monkeypatch, fresh=True)
    told = html.document_fromstring((site / "index.html").read_text("utf-8")).xpath("string(//main//pre)")
    assert "|   question: Who of 20 <b>*pays*</b> &amp; {#x } for the quay?" in told


def test_number_without_a_record_is_told_in_the_preview(
    content: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The preview goes on: it is for looking at what is not yet right."""
    rendered = pipeline.rendered
    monkeypatch.setattr(pipeline, "rendered", lambda *a: [*rendered(*a), Artifact("loose.md", "There are 42 ships.\n")])
    site = served(content, tmp_path / "site", monkeypatch, fresh=True)
    assert ((site / "loose.html").exists(), '"42" names no record' in caplog.text) == (True, True)


def test_configuration_is_plain_mkdocs() -> None:
    """No tag that needs code: another builder can read it."""
    assert HOOK in yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["hooks"]


def test_link_is_followed(content: Path, old: Path, tmp_path: Path) -> None:
    """A site behind a link is replaced where it lies; the link stays."""
    link = tmp_path / "current"
    link.symlink_to(old)
    build(content, link)
    assert (True, False) == (link.is_symlink(), (old / "index.html").read_text("utf-8") == "old")


def test_site_that_cannot_be_replaced_is_told(content: Path, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence with the reason, and the old site stays."""

    def full(built: Path, site: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(publish, "publish", full)
    with pytest.raises(SystemExit) as stopped:
        build(content, old)
    assert (1, "old") == (stopped.value.code, (old / "index.html").read_text("utf-8"))
