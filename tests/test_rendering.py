"""Every page and file of a site: what they are called, what stands behind them, and that they hold together."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from built import built as built
from conftest import HARBOUR
from lxml import etree, html

from build_scripts import pipeline
from build_scripts.artifact import Artifact
from build_scripts.model import Site

ENDINGS = ("csv", "json", "png", "svg")


@pytest.fixture(scope="module")
def artifacts(site: Site) -> dict[str, Artifact]:
    """All that is made of the made-up site, by path."""
    made = pipeline.rendered(site, pipeline.drawn(site))
    assert len(made) == len({artifact.path for artifact in made})
    return {artifact.path: artifact for artifact in made}


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, etree._Element]:
    """The finished pages, by path."""
    return {
        path.relative_to(built).as_posix(): html.parse(str(path)).getroot() for path in sorted(built.rglob("*.html"))
    }


# --- what is made -----------------------------------------------------------------------------------


def test_a_page_for_each_record(artifacts: dict[str, Artifact], site: Site) -> None:
    """Facts without a series, series, charts, pages, sources with blocks, retired ids."""
    expected = {f"facts/{fact.id}.md" for fact in site.facts.values() if fact.series is None}
    expected |= {f"series/{id}.md" for id in site.series} | {f"charts/{id}.md" for id in site.charts}
    expected |= {f"sources/{source.id}.md" for source in site.sources.values() if source.blocks}
    expected |= {"index.md", *(f"{id}.md" for id in site.pages if id != "home")}
    expected |= {"facts/freight-2023-old.md"}
    assert expected == {path for path in artifacts if path.endswith(".md")}


def test_files_of_a_chart(artifacts: dict[str, Artifact]) -> None:
    """Drawing, picture, table, data; each says which record it comes from."""
    made = {ending: artifacts[f"charts/electric.{ending}"].origin for ending in ENDINGS}
    assert dict.fromkeys(ENDINGS, ("content/charts.yml", 16)) == made


def test_files_stand_in_the_order_of_their_paths(artifacts: dict[str, Artifact]) -> None:
    """So that two runs write the same thing in the same order."""
    assert sorted(artifacts) == list(artifacts)


def test_same_site_gives_the_same_files(artifacts: dict[str, Artifact], site: Site) -> None:
    """Byte by byte, with the drawings from the cache or drawn anew."""
    again = pipeline.rendered(site, pipeline.drawn(site))
    assert [(a.path, a.body) for a in artifacts.values()] == [(a.path, a.body) for a in again]


def test_provenance_of_titles_descriptions_and_data(artifacts: dict[str, Artifact]) -> None:
    """For text that no element can mark: the records behind it, under the address of the finished file."""
    body = artifacts["provenance.json"].body
    assert isinstance(body, str)
    found = json.loads(body)
    confirmed = ["count:claims,verdict=confirmed", "count:claims"]
    home = ["fact:freight-2024", *confirmed]
    expected = {
        "index.html": {"data": home, "description": home},
        "facts/ferries-all.html": {
            "data": ["fact:ferries-all", "count:number,claim=ferries-all", "count:claims"],
            "description": ["fact:ferries-all"],
            "title": ["fact:ferries-all"],
        },
        "charts/verdicts.html": {"data": confirmed, "image:alt": confirmed, "title": confirmed},
    }
    assert expected == {path: found[path] for path in expected}
    assert {"count:claims,verdict=confirmed", "count:claims"} <= set(found["charts/verdicts.csv"]["data"])


def test_provenance_names_only_what_has_records() -> None:
    """A file without figures is not in it; Markdown becomes a page."""
    made = [
        Artifact("a.md", "", traces={"title": ("fact:x",)}),
        Artifact("b.md", ""),
        Artifact("c.csv", "", traces={"data": ("count:y",)}),
    ]
    assert ("provenance.json", '{"a.html":{"title":["fact:x"]},"c.csv":{"data":["count:y"]}}\n') == (
        pipeline.provenance(made).path,
        pipeline.provenance(made).body,
    )


def test_drawings_are_kept(site: Site, tmp_path: Path) -> None:
    """What was drawn once is read the next time."""
    first = pipeline.drawn(site, tmp_path / "charts")
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "charts").rglob("*") if path.is_file()}
    second = pipeline.drawn(site, tmp_path / "charts")
    assert (True, kept, first) == (len(kept) > 0, {path: path.stat().st_mtime_ns for path in kept}, second)


def test_content_of_the_made_up_site_is_where_it_says(artifacts: dict[str, Artifact]) -> None:
    """Each origin is a line that exists."""
    missing = [
        artifact.path
        for artifact in artifacts.values()
        if artifact.origin
        and artifact.origin[1] > len((HARBOUR.parent / artifact.origin[0]).read_text("utf-8").splitlines())
    ]
    assert [] == missing


# --- what was built --------------------------------------------------------------------------------


def test_every_link_leads_somewhere(built: Path, pages: dict[str, etree._Element]) -> None:
    """Pages, files and anchors: none is missing."""
    anchors = {path: {e.get("id") for e in page.iter() if e.get("id")} for path, page in pages.items()}
    lost = []
    for path, page in pages.items():
        if path == "404.html":  # its links are absolute: it is shown at any address
            continue
        for element in page.iter("a", "link", "script", "use", "form"):
            address = str(element.get("href") or element.get("src") or element.get("action") or "")
            parts = urlsplit(address)
            if parts.scheme or not address:
                continue
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
            )
            if not (built / target).is_file() or (
                parts.fragment and target in anchors and parts.fragment not in anchors[target]
            ):
                lost.append((path, address))
    assert [] == lost


def test_every_page_is_linked(pages: dict[str, etree._Element]) -> None:
    """From the home page on, by links alone; only the addresses of retired records are left alone."""
    reached, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached or path not in pages:
            continue
        reached.add(path)
        links = (urlsplit(str(a.get("href"))) for a in pages[path].iter("a") if a.get("href"))
        waiting += [
            posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(link.path)))
            for link in links
            if not link.scheme and link.path
        ]
    assert {"404.html", "facts/freight-2023-old.html"} == pages.keys() - reached


def test_ids_stand_once_on_a_page(pages: dict[str, etree._Element]) -> None:
    """An address with an anchor means one place."""
    twice = {
        path: [id for id, n in Counter(e.get("id") for e in page.iter() if e.get("id")).items() if n > 1]
        for path, page in pages.items()
    }
    assert {} == {path: ids for path, ids in twice.items() if ids}


def test_no_link_stands_in_a_link(built: Path, pages: dict[str, etree._Element]) -> None:
    """A browser would tear them apart. Read as XML is, since HTML readers tear them apart too."""
    for path in pages:
        open_links = 0
        for token in _tags((built / path).read_text("utf-8")):
            open_links += {"<a": 1, "</a": -1, "<button": 1, "</button": -1}[token]
            assert 0 <= open_links <= 1, path
    assert "index.html" in pages


def _tags(text: str) -> list[str]:
    return re.findall(r"</?(?:a|button)(?=[\s>])", text)


def test_every_page_is_described(pages: dict[str, etree._Element]) -> None:
    """In a sentence, for those who find it elsewhere."""
    described = {path: page.xpath("string(head/meta[@name='description']/@content)") for path, page in pages.items()}
    assert [] == [path for path, text in described.items() if not text]
