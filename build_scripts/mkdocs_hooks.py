"""MkDocs adapter: artifacts become MkDocs' virtual files. The only module that imports mkdocs.

Nothing is decided here; another site builder gets the same tree from `python -m build_scripts render`.
"""

from __future__ import annotations

import gzip
import html
import logging
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

# MkDocs loads this file by its path and forgets that path again: the package must be imported at once.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_scripts import fonts, manifest, pipeline, policy, publish, search
from build_scripts.artifact import Artifact
from build_scripts.diagnostics import as_text, has_errors
from build_scripts.gate._book import Orphan
from build_scripts.gate._run import orphans
from build_scripts.loading import Loaded, load
from build_scripts.model import Site
from build_scripts.pages._chrome import chrome
from build_scripts.pages._view import View

log = logging.getLogger("mkdocs.build_scripts")

# Of Material's own assets only the search is used; the rest would only be carried along.
OURS = (
    "assets/fonts/",
    "assets/licences/",
    "assets/charts.",
    "assets/ledger.",
    "assets/stale.",
    "assets/mark.",
    "assets/icon-",
    "assets/javascripts/bundle.",
    "assets/javascripts/workers/",
)


class _Run:
    """What one `mkdocs build` or `mkdocs serve` knows from event to event."""

    serving = False
    final: Path | None = None
    loaded: Loaded | None = None
    site: Site | None = None
    """The last content without errors: `serve` goes on showing its pages."""
    artifacts: tuple[Artifact, ...] = ()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    _Run.serving = command == "serve"
    _Run.final = None


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    root = Path(config.config_file_path).parent
    when = pipeline.commit_time(root)
    if when is not None:
        os.environ["SOURCE_DATE_EPOCH"] = str(int(when.timestamp()))
    loaded = pipeline.checked(_content(config), today=pipeline.build_day(root))
    _Run.loaded = loaded
    if loaded.site is None or has_errors(loaded.diagnostics):
        log.error("%s", as_text(loaded.diagnostics, loaded.texts))
        if not _Run.serving:
            raise Abort("the content has errors; the site was left as it was")
    else:
        cache = root / pipeline.CACHE
        _Run.artifacts = tuple(pipeline.rendered(loaded.site, pipeline.drawn(loaded.site, cache), cache))
        _Run.site = loaded.site
    config.extra["site"] = {"name": "Preview", "menu": [], "chapters": [], "foot": []}
    if _Run.site is not None:
        named = _Run.site.config
        config.site_name, config.site_description = named.name, named.description
        config.repo_url, config.edit_uri = named.repository, named.edit.rstrip("/") + "/"
        config.extra["site"] = chrome(View(_Run.site))
        if not _Run.serving:  # the preview keeps its own address, at which its files are found
            config.site_url = named.address
    # The preview reloads pages by a script of MkDocs inside them, which the policy would refuse.
    config.extra["policy"] = "" if _Run.serving else policy.META
    if not _Run.serving:
        _Run.final = Path(config.site_dir).resolve()  # of a link: what it leads to
        try:
            config.site_dir = str(publish.staging(_Run.final))
        except publish.Refused as error:
            raise Abort(str(error)) from None
    return config


def _content(config: MkDocsConfig) -> Path:
    """The folder of records: `CONTENT`, or `content` beside mkdocs.yml."""
    return Path(config.config_file_path).parent / os.environ.get("CONTENT", "content")


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    server.watch(str(_content(config)))
    return server


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for file in list(files):
        if file.src_uri.startswith("assets/") and (not file.src_uri.startswith(OURS) or file.src_uri.endswith(".map")):
            files.remove(file)
    made = list(_Run.artifacts)
    assert _Run.loaded is not None
    if has_errors(_Run.loaded.diagnostics):
        made = [a for a in made if a.path != "index.md"] + [_problems(_Run.loaded)]
    for artifact in made:
        file = File.generated(config, artifact.path, content=artifact.body)
        if artifact.origin:
            path, line = artifact.origin
            file.edit_uri = f"{path}#L{line}"
        files.append(file)
    return files


def _problems(loaded: Loaded) -> Artifact:
    """The preview's home page while the content has errors."""
    told = html.escape(as_text(loaded.diagnostics, loaded.texts)).replace("\n\n", "\n&#8203;\n")
    body = (
        "---\ntitle: The content has errors\nbanner: The content has errors. The pages show its last good state.\n---\n"
        f'<div class="fail">\n<h1 class="ft">The content has errors</h1>\n<pre tabindex="0">{told}</pre>\n</div>\n'
    )
    return Artifact("index.md", body)


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    # The index is written from the finished pages (search.py); the plugin need not read each page for it.
    page.meta["search"] = {"exclude": True}
    # Raw HTML comes out of Markdown as it went in. Most pages are raw HTML, and reading them twice to find
    # that out took a third of the build.
    return "" if page.meta.get("body") == "html" else markdown


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    if page.meta.get("body") != "html":
        return html
    return page.file.content_string.partition("\n---\n")[2]


@event_priority(-100)  # after the plugins: the search index is written by one
def on_post_build(config: MkDocsConfig) -> None:
    built = Path(config.site_dir)
    if _Run.loaded is not None and _Run.loaded.site is not None:
        root = Path(config.config_file_path).parent
        search.prepare(built, _Run.loaded.site)
        fonts.prepare(built, root / pipeline.CACHE)
        # MkDocs writes the hour of the build into it where no commit tells another.
        packed = gzip.compress((built / "sitemap.xml").read_bytes(), mtime=0)
        (built / "sitemap.xml.gz").write_bytes(packed)
        manifest.write(built, root)
        if not has_errors(_Run.loaded.diagnostics):
            _pass_gate(built, config)
    if _Run.final is not None:
        try:
            publish.publish(built, _Run.final)
        except OSError as error:
            raise Abort(f"{_Run.final} cannot be replaced: {error.strerror}; it was left as it was") from None
        config.site_dir = str(_Run.final)


def _pass_gate(built: Path, config: MkDocsConfig) -> None:
    """Read the finished site against records loaded afresh; what fails never takes the place of the site."""
    started = time.process_time()
    root = Path(config.config_file_path).parent
    fresh = load(_content(config), today=pipeline.build_day(root)).site
    assert fresh is not None
    found = orphans(built, fresh)
    log.info("The gate took %.3f s of CPU time", time.process_time() - started)
    origins = {
        a.path.removesuffix(".md") + (".html" if a.path.endswith(".md") else ""): a.origin for a in _Run.artifacts
    }
    alike: dict[tuple[str, str], list[Orphan]] = {}
    for orphan in found:
        alike.setdefault((orphan.why, orphan.text), []).append(orphan)
    for (why, text), (first, *others) in alike.items():  # a mistake in the frame stands on every page
        path, line = origins.get(first.path) or ("", 0)
        made = f" (made from {path}:{line})" if path else ""
        more = f"\n  and so in {len(others)} more places, such as {others[0].path}" if others else ""
        log.error("%s: error[orphan-number]\n  %s\n  in: %s%s%s", first.path, why, text, made, more)
    if found and not _Run.serving:
        shutil.rmtree(built, ignore_errors=True)
        raise Abort(
            f"{len(found)} numbers in the finished pages have no record behind them; the site was left as it was"
        )
