"""Text from YAML is text: nothing of it runs, and nothing of it becomes an element."""

from __future__ import annotations

import fcntl
import os
import random
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from built import build
from hostile import hostile, untouched
from lxml import html
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Quiet, Server
from build_scripts import pipeline
from build_scripts.diagnostics import as_text

SEED = 20250206
# What no page of the site has, whatever the theme is.
ELEMENTS = ("img", "iframe", "object", "embed", "base", "textarea", "audio", "video", "marquee", "style")
SCRIPTS = "script:not([src],[type$=json])"
PROBE = "window.ran = []; window.hacked = () => window.ran.push(new Error().stack)"


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the hostile records, built once."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "hostile"
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "site").exists():
            build(hostile(shared / "content", SEED), shared / "site")
    return shared / "site"


@pytest.fixture
def page(browser: Browser, attacked: Path, tmp_path: Path) -> Iterator[Page]:
    """A page that counts what runs, without the policy that would keep it from running."""
    (tmp_path / "book").symlink_to(attacked)
    with Server(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_port}/book/", bypass_csp=True)
        context.add_init_script(PROBE)
        page = context.new_page()
        page.set_default_timeout(10_000)
        yield page
        context.close()
        server.shutdown()


def pages(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


@pytest.mark.parametrize("seed", [SEED, SEED + 1, SEED + 2])
def test_every_text_is_spoilt_and_still_content(tmp_path: Path, seed: int) -> None:
    """The attack reaches every text of every kind of record, and none is an error in the content."""
    loaded = pipeline.checked(hostile(tmp_path / "content", seed), today=date(2025, 6, 15))
    assert loaded.site is not None
    assert ("", []) == (as_text(loaded.diagnostics, loaded.texts), untouched(loaded.site))


def alien(folder: Path) -> list[tuple[str, str]]:
    """Elements that the theme has not, handlers, styles, addresses that run: page and what stands there."""
    found = []
    for path in pages(folder):
        document = html.document_fromstring((folder / path).read_text("utf-8"))
        found += [(path, e.tag) for e in document.iter(*ELEMENTS)]
        scripts = [e for e in document.iter("script") if not e.get("src") and not e.get("type", "").endswith("json")]
        found += [(path, "script")] * len(scripts)
        found += [(path, "comment") for e in document.iter() if not isinstance(e.tag, str)]
        for element in document.iter("*"):
            names = [
                name for name in element.attrib if name.startswith("on") or name in ("style", "srcdoc", "autofocus")
            ]
            links = [name for name in ("href", "src", "action") if "javascript:" in element.get(name, "")]
            found += [(path, f"{element.tag} {name}") for name in names + links]
    return found


def test_no_element_comes_from_a_text(attacked: Path) -> None:
    """Every page, as a reader of HTML sees it."""
    assert [] == alien(attacked)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(12))
def test_no_element_comes_from_a_text_whatever_stands_where(tmp_path: Path, seed: int) -> None:
    """Each attack in other places."""
    build(hostile(tmp_path / "content", seed), tmp_path / "site")
    assert [] == alien(tmp_path / "site")


def test_attack_is_shown_as_text(attacked: Path) -> None:
    """Readers see what was typed, on the page of each kind."""
    for path in (
        "index.html",
        "traffic.html",
        "facts/ferries-all.html",
        "sources.html",
        "who.html",
        "glossary.html",
        "gaps.html",
    ):
        assert (
            "hacked()" in html.document_fromstring((attacked / path).read_text("utf-8")).find(".//main").text_content()
        )


@pytest.mark.browser
def test_nothing_runs(page: Page, attacked: Path) -> None:
    """Every kind of page, with every card and disclosure open and the pointer over all of it."""
    chosen = [path for path in pages(attacked) if "/" not in path] + random.Random(SEED).sample(
        [path for path in pages(attacked) if "/" in path], 4
    )
    ran = {}
    for path in chosen:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.evaluate("document.querySelectorAll('[popover]').forEach(p => { p.showPopover(); p.hidePopover() })")
        page.evaluate(
            "for (const name of ['click', 'submit']) document.addEventListener(name, e => e.preventDefault(), true);"
            "for (const e of document.querySelectorAll('body *')) for (const name of ['mouseover', 'focus', 'click'])"
            " e.dispatchEvent(new MouseEvent(name, {bubbles: true, cancelable: true}))"
        )
        ran[path] = page.evaluate("window.ran")
    assert {} == {path: stacks for path, stacks in ran.items() if stacks}


@pytest.mark.browser
@pytest.mark.parametrize("words", ["hacked", "ferries", "freight"])
def test_nothing_runs_in_search_results(page: Page, words: str) -> None:
    """What is found is shown as text, with its words marked."""
    page.goto("index.html")
    page.locator("#q").click()
    page.locator("#q").press_sequentially(words)
    expect(page.locator(".found li").first).to_be_visible()
    page.wait_for_timeout(200)
    assert ([], 0) == (page.evaluate("window.ran"), page.locator(f".found :is({','.join(ELEMENTS)},{SCRIPTS})").count())


@pytest.mark.browser
@pytest.mark.parametrize("chart", ["electric", "verdicts", "freight-bars"])
def test_nothing_runs_in_drawings(page: Page, chart: str) -> None:
    """A drawing opened by itself runs scripts, unlike one in a picture."""
    page.goto(f"charts/{chart}.svg")
    assert ([], 0) == (
        page.evaluate("window.ran"),
        page.evaluate("document.querySelectorAll('script,[onload],[onclick],foreignObject').length"),
    )
