"""The feeds of what changed: their form, what they say, and how the gate reads them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from built import built as built
from lxml import html

from build_scripts.artifact import Artifact
from build_scripts.exports import feed
from build_scripts.gate._book import Book
from build_scripts.gate._run import judged
from build_scripts.loading import Loaded
from build_scripts.model import Site
from build_scripts.pages._view import View
from build_scripts.pipeline import provenance

ATOM = "{http://www.w3.org/2005/Atom}"
LABELLED = {
    "facts/others.yml": [
        ("label: Ferries in the yearbook", "label: Ferries <&> more, beside ${ferries-all}"),
        (
            'value: "1.31"\n',
            'value: "1.31"\n'
            "      changes: [{on: 2025-05-20, kind: update, was: 1.3 million tonnes, why: A later table.}]\n",
        ),
    ]
}
"""A point of a series that changed later, and a label that quotes a figure and holds signs of XML."""


def made(site: Site) -> dict[str, Artifact]:
    return {artifact.path: artifact for artifact in feed.export(View(site))}


def texts(site: Site) -> tuple[ElementTree.Element, dict[str, Any]]:
    """Both feeds, parsed."""
    artifacts = made(site)
    atom, json_feed = artifacts["feed.xml"].body, artifacts["feed.json"].body
    assert isinstance(atom, str)
    return ElementTree.fromstring(atom.encode()), json.loads(json_feed)


@pytest.fixture
def grown(harbour: Callable[..., Loaded]) -> Site:
    site = harbour(LABELLED).site
    assert site is not None
    return site


@pytest.fixture
def silent(harbour: Callable[..., Loaded]) -> Site:
    """Nothing has changed yet."""
    entry = '  changes:\n    - {on: 2025-05-02, kind: correction, was: "6 ferries", why: A ship had been left out.}\n'
    site = harbour({"facts/others.yml": (entry, "")}).site
    assert site is not None
    return site


# --- form -----------------------------------------------------------------------------------------------


def test_whole_atom_feed(site: Site) -> None:
    """Byte for byte."""
    expected = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>The Harbour Book: what changed</title>
  <subtitle>One speech about a port, statement by statement.</subtitle>
  <id>https://harbour.example/book/changes.html</id>
  <link rel="self" type="application/atom+xml" href="https://harbour.example/book/feed.xml" />
  <link rel="alternate" type="text/html" href="https://harbour.example/book/changes.html" />
  <updated>2025-05-02T00:00:00Z</updated>
  <author>
    <name>The Harbour Book</name>
  </author>
  <rights>CC BY 4.0</rights>
  <entry>
    <title>Correction: Ferries in the yearbook</title>
    <id>tag:harbour.example,2025-05-02:ferries-yearbook/2</id>
    <link rel="alternate" type="text/html" href="https://harbour.example/book/facts/ferries-yearbook.html#v2" />
    <published>2025-05-02T00:00:00Z</published>
    <updated>2025-05-02T00:00:00Z</updated>
    <category term="correction" />
    <summary>Before: 6 ferries. Now: 7~ferries. A ship had been left out.</summary>
  </entry>
</feed>
"""
    assert expected.replace("~", "\N{NO-BREAK SPACE}") == made(site)["feed.xml"].body


def test_whole_json_feed(site: Site) -> None:
    """The fields of version 1.1: those that it requires, and what readers show."""
    assert {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Harbour Book: what changed",
        "home_page_url": "https://harbour.example/book/changes.html",
        "feed_url": "https://harbour.example/book/feed.json",
        "description": "One speech about a port, statement by statement.",
        "authors": [{"name": "The Harbour Book"}],
        "language": "en",
        "items": [
            {
                "id": "tag:harbour.example,2025-05-02:ferries-yearbook/2",
                "url": "https://harbour.example/book/facts/ferries-yearbook.html#v2",
                "title": "Correction: Ferries in the yearbook",
                "content_text": "Before: 6 ferries. Now: 7\N{NO-BREAK SPACE}ferries. A ship had been left out.",
                "date_published": "2025-05-02T00:00:00Z",
                "tags": ["correction"],
            }
        ],
    } == texts(site)[1]


@pytest.mark.parametrize("which", ["site", "grown", "silent"])
def test_what_rfc_4287_requires(which: str, request: pytest.FixtureRequest) -> None:
    """One id, title and date of each feed and entry, ids unlike each other, entries dated no later than the feed."""
    atom = texts(request.getfixturevalue(which))[0]
    parts = [atom, *atom.iter(f"{ATOM}entry")]
    counts = {
        (len(p.findall(f"{ATOM}id")), len(p.findall(f"{ATOM}title")), len(p.findall(f"{ATOM}updated"))) for p in parts
    }
    ids = [p.findtext(f"{ATOM}id") for p in parts]
    dates = [p.findtext(f"{ATOM}updated") for p in parts]
    assert (f"{ATOM}feed", {(1, 1, 1)}, len(ids), sorted(dates, key=str, reverse=True)) == (
        atom.tag,
        counts,
        len(set(ids)),
        dates,
    )


def test_nothing_has_changed_yet(silent: Site) -> None:
    """Both feeds are valid and empty; the date is that of the site's review, no clock is asked."""
    atom, json_feed = texts(silent)
    assert ("2025-06-01T00:00:00Z", 0, []) == (
        atom.findtext(f"{ATOM}updated"), len(list(atom.iter(f"{ATOM}entry"))), json_feed["items"],
    )  # fmt: skip


def test_newest_first_and_escaped(grown: Site) -> None:
    """A point's address is on the page of its series; the feed's date is that of its newest entry."""
    atom, json_feed = texts(grown)
    assert [
        (
            "Update: Freight through the port, 2022",
            "https://harbour.example/book/series/freight-yearbook.html#freight-yearbook-2022-v2",
        ),
        (
            "Correction: Ferries <&> more, beside 8\N{NO-BREAK SPACE}ferries",
            "https://harbour.example/book/facts/ferries-yearbook.html#v2",
        ),
    ] == [(item["title"], item["url"]) for item in json_feed["items"]]
    assert [item["title"] for item in json_feed["items"]] == [
        e.findtext(f"{ATOM}title") for e in atom.iter(f"{ATOM}entry")
    ]
    assert "2025-05-20T00:00:00Z" == atom.findtext(f"{ATOM}updated")


# --- the gate -------------------------------------------------------------------------------------------


def orphans(site: Site, path: str, old: str = "", new: str = "") -> list[tuple[str, str]]:
    """What the gate finds in a feed in which `old` was made `new` after it was written."""
    artifacts = made(site)
    body = str(artifacts[path].body)
    assert old in body
    contents = {
        path: body.replace(old, new).encode(),
        "provenance.json": str(provenance(list(artifacts.values())).body).encode(),
    }
    return [(orphan.text.replace("\N{NO-BREAK SPACE}", " "), orphan.why) for orphan in judged(contents, Book(site))]


@pytest.mark.parametrize("path", ["feed.xml", "feed.json"])
@pytest.mark.parametrize("which", ["site", "grown", "silent"])
def test_every_number_is_tied(path: str, which: str, request: pytest.FixtureRequest) -> None:
    """What it was, what it is, the dates, the licence's name."""
    assert [] == orphans(request.getfixturevalue(which), path)


@pytest.mark.parametrize("path", ["feed.xml", "feed.json"])
@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Before: 6 ferries", "Before: 5 ferries", '"5" belongs to none of its records'),
        ("Now: 7", "Now: 9", '"9" belongs to none of its records'),
        ("A ship", "1.31 million ships", '"1.31" belongs to none of its records'),
        ("2025-05-02T00:00:00Z", "2025-05-03T00:00:00Z", '"2025-05-03" is the date of no record'),
    ],
)
def test_planted_numbers_are_found(grown: Site, path: str, old: str, new: str, why: str) -> None:
    """A wrong figure, a wrong `was`, a figure of another entry's record, a date of the machine's clock."""
    found = orphans(grown, path, old, new)
    assert (True, True) == (bool(found), all(told.startswith(why) for _, told in found)), found


# --- the built site -------------------------------------------------------------------------------------


def test_every_page_leads_to_the_feeds(built: Path) -> None:
    """From its head, whatever folder it lies in; and both stand in the site as they were written."""
    found = {}
    for page in ("changes.html", "facts/ferries-yearbook.html"):
        links = html.parse(built / page).getroot().iterfind("head/link[@rel='alternate']")
        found[page] = [(link.get("type"), link.get("href")) for link in links]
    assert {
        "changes.html": [("application/atom+xml", "feed.xml"), ("application/feed+json", "feed.json")],
        "facts/ferries-yearbook.html": [
            ("application/atom+xml", "../feed.xml"),
            ("application/feed+json", "../feed.json"),
        ],
    } == found
    assert (True, "What changed") == (
        (built / "feed.xml").read_text("utf-8").startswith('<?xml version="1.0" encoding="utf-8"?>\n<feed '),
        html.parse(built / "changes.html").getroot().findtext("head/title", "").partition(" · ")[0],
    )
