"""The search of the real site: what readers ask, through the site's own box, in a real browser."""

from __future__ import annotations

import fcntl
import gzip
import json
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from built import ROOT, build
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Quiet
from build_scripts import pipeline, search
from build_scripts.facts.figure import Figure
from build_scripts.model import Site

pytestmark = pytest.mark.browser

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))
INDEX = "search/search_index.json"
SMALL = 150_000
"""Bytes of the index, compressed: what a reader's first search may cost."""
SHOWN = """() => [...document.querySelectorAll('.md-search-result__item')].slice(0, 3).flatMap(item =>
  [...item.querySelectorAll('a')].filter(a => !a.closest('details')).map(a => a.getAttribute('href')))"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once for all tests of a run, in whichever worker asks first."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "real"
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "site").exists():
            build(ROOT / "content", shared / "site")
    return shared / "site"


@pytest.fixture(scope="module")
def records() -> Site:
    """The records behind it."""
    loaded = pipeline.checked(ROOT / "content", today=date.today())  # noqa: DTZ011 (as the build does)
    assert loaded.site is not None
    return loaded.site


@pytest.fixture(scope="module")
def docs(ledger: Path) -> dict[str, dict[str, Any]]:
    """Address -> entry of its index."""
    return {doc["location"]: doc for doc in json.loads((ledger / INDEX).read_text("utf-8"))["docs"]}


@dataclass(frozen=True)
class Box:
    """The search box of the home page, ready."""

    page: Page
    home: str

    def ask(self, words: str) -> list[str]:
        """What the first three results show at once, best first: addresses from the site's root."""
        self.page.locator("#q").fill("")
        expect(self.page.locator(".md-search-result__item")).to_have_count(0)
        self.page.locator("#q").fill(words)
        expect(self.page.locator(".found .hint")).to_contain_text(re.compile("found", re.IGNORECASE))
        return [href.removeprefix(self.home) for href in self.page.evaluate(SHOWN)]


@pytest.fixture(scope="module")
def box(browser: Browser, ledger: Path) -> Iterator[Box]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(ledger)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}/"
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(home)
    page.locator("#q").click()
    expect(page.locator(".found .hint")).to_contain_text("Type to search", timeout=20_000)
    yield Box(page, home)
    page.close()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("asked", QUERIES, ids=[query["query"] for query in QUERIES])
def test_right_page_is_among_the_first_three(box: Box, asked: dict[str, Any]) -> None:
    """Companies, places, people, figures in several spellings, terms, in English and Chinese."""
    found = box.ask(asked["query"])
    assert set(asked["finds"]) & set(found), found


def test_list_of_queries_is_long_and_names_pages_that_exist(docs: dict[str, dict[str, Any]]) -> None:
    """A page that was renamed fails here, not as a bad ranking."""
    assert len(QUERIES) >= 60
    assert [] == [asked["query"] for asked in QUERIES if not docs.keys() & set(asked["finds"])]


def test_results_can_be_read(box: Box) -> None:
    """A few lines with the words marked; no search words, no Chinese twice, no markup as text."""
    box.ask("vanadium battery")
    results = box.page.locator(".md-search-result__item")
    assert "Glossary\nvanadium redox flow battery 全钒液流电池" in results.first.inner_text().replace("\n\n", "\n")
    texts = results.locator("article").all_inner_texts()
    assert [] == [text for text in texts if re.search(r"[<>]|&\w+;|, (confirmed|source|explained)\b", text)]
    assert 0 == results.locator(".md-tags").count()
    assert {"vanadium", "battery"} <= {mark.lower() for mark in results.first.locator("mark").all_inner_texts()}
    assert max(len(text) for text in texts) < 1500


def test_words_that_are_no_query_do_no_harm(box: Box) -> None:
    """Operators of the engine, quotes and tags are characters like others."""
    for words in ('"steel', "+steel -", "title:steel", "steel~", "steel^", "<b>steel</b>", "*"):
        box.ask(words)
    assert "steel.html" in box.ask("steel")


# --- the index ------------------------------------------------------------------------------------------


def test_index_is_small(ledger: Path) -> None:
    """It is fetched when the search is first used."""
    assert len(gzip.compress((ledger / INDEX).read_bytes())) < SMALL


def test_every_fact_can_be_found(docs: dict[str, dict[str, Any]], records: Site) -> None:
    """By the words of its label, its figure's spellings, its speaker, its place, and by Chinese names."""
    lost: list[str] = []
    for fact in records.facts.values():
        entry = docs[search.address(fact)]
        held = " ".join((entry["title"], entry["text"], *entry["tags"])).replace("’", "'")
        speaker, place = records.speakers[fact.said_by], records.places.get(fact.place or "")
        wanted = {*fact.find, speaker.name, *re.findall(r"[^\W\d]+", re.sub(r"\$\{[^}]*\}", "", fact.label))}
        wanted |= {name for name in (speaker.chinese, place.chinese if place else None) if name}
        if isinstance(fact, Figure) and fact.value is not None:
            wanted |= set(search.spellings(fact.value, fact.scale, records.units[fact.unit]))
            wanted.add(f"{fact.value.copy_abs():f}" if fact.scale in ("one", "million", "billion", "trillion") else "")
        lost += [
            f"{fact.id}: {word}" for word in sorted(wanted) if word not in held and word not in held.replace(",", "")
        ]
    assert [] == lost


def test_no_entry_is_a_wall_of_text(docs: dict[str, dict[str, Any]]) -> None:
    """Of a fact's page the statement, the reason and the notes; its tables stay out."""
    long = {address: len(doc["text"]) for address, doc in docs.items() if address.startswith("facts/")}
    assert [] == [address for address, size in long.items() if size > 2500]
