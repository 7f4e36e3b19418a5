"""Pages as Markdown, without drawing and without MkDocs: the made-up site, and records that it has none of."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import HARBOUR, TODAY

from build_scripts import pipeline
from build_scripts.artifact import Artifact
from build_scripts.diagnostics import as_text
from build_scripts.model import Site
from build_scripts.pages._view import Drawing, View
from build_scripts.registry import modules

MORE = {
    "facts/more.yml": """
- id: tunnel-event
  kind: event
  label: Opening of the tunnel
  statement: The tunnel opened, *said* the paper.
  place: veldland
  period: 2024-06-01
  said_by: tunnel-board
  via: evening-post
  evidence:
    - {source: undated-note, at: the last table, printed: the tunnel opened}
  ambiguity: It is not said which end.
  confidence: medium
  note: Read in a copy.
  review: {on: 2025-06-09, by: a second reader}
- id: passengers-range
  kind: figure
  label: Passengers, roughly
  statement: Some ${this} use the ferries.
  hedge: between
  low: "5"
  high: "6"
  scale: thousand
  unit: people
  indicator: staff
  place: sund
  period: 2024/2025
  status: estimate
  said_by: evening-post
  conflicts:
    - {with: dockers-2025, stance: They count other people.}
  evidence:
    - source: undated-note
      printed: between 5 and 6 thousand people
      reading:
        - {of: period, because: The years of the timetable.}
        - {of: place, because: The note is about the port.}
        - {of: speaker, because: It quotes the paper.}
  changes:
    - {on: 2025-04-01, kind: wording, was: "some thousands", why: The source is plainer.}
    - {on: 2025-05-01, kind: update, was: "5 thousand", why: A new timetable.}
""",
    "sources/more.yml": """
- id: undated-note
  title: A note on R2 & more
  title_is_description: yes
  publisher: Tunnel Board
  authors: [A. Aa, B. Bb]
  date: unknown
  date_note: The page has no date.
  url: https://tunnel.example/note
  kind: trade-or-company
  language: zh
  note: Met as a copy.
""",
    "speakers/more.yml": """
- id: tunnel-board
  name: Tunnel Board
  chinese: 隧道局
  organisation: Ministry of Roads
  category: company
  note: Owned by the state.
""",
    "charts/more.yml": """
- id: port-freight
  kind: bar
  title: Freight was at ${freight-yearbook-2024}
  subtitle: Freight a year
  alt: The bar of the later year is the shorter one.
  rows:
    - fact: freight-yearbook-2022
    - fact: freight-yearbook-2024
  changes:
    - {on: 2025-05-05, kind: correction, was: Freight grew by 9 percent, why: "It was ${freight-yearbook-2022} before."}
""",
    "pages/more.yml": """
- id: about
  kind: text
  title: About
  finding: What this is
  lead: An exercise with ${count(facts)} facts.
  review: {on: 2025-06-02, by: the desk}
  changes:
    - {on: 2025-05-04, kind: wording, was: What this is not, why: Plainer.}
    - {on: 2025-05-06, kind: correction, was: An exercise with 9 facts., why: "There are ${count(facts)}."}
  sections:
    - id: who
      title: Who makes it
      text: |
        Nobody. See [the tunnel](fact:tunnel-event) and [ferry](term:roll-on-ferry), or [write](mailto:desk@harbour.example).
      charts: [electric, port-freight]
    - id: rest
      text: A section without a title.
""",
}


@dataclass(frozen=True)
class Page:
    """One artifact, its front matter read and its body cut off."""

    artifact: Artifact

    @property
    def _parts(self) -> tuple[str, str]:
        assert isinstance(self.artifact.body, str)
        _, front, body = self.artifact.body.split("---\n", 2)
        return front, body

    @property
    def front(self) -> dict[str, Any]:
        pairs = (line.partition(": ") for line in self._parts[0].splitlines())
        return {key: json.loads(value) for key, _, value in pairs}

    @property
    def body(self) -> str:
        return self._parts[1]

    def line(self, piece: str) -> str:
        """The one line of the body that holds `piece`."""
        found = [line for line in self.body.splitlines() if piece in line]
        assert len(found) == 1, f"{len(found)} lines hold {piece!r} in\n{self.body}"
        return found[0]


class Book:
    """Every artifact of a site, by its path."""

    def __init__(self, site: Site) -> None:
        self.view = View(site, {id: _drawing(id) for id in site.charts})
        self.artifacts = {a.path: a for module in modules("pages").values() for a in module.render(self.view)}

    def __getitem__(self, path: str) -> Page:
        return Page(self.artifacts[path])


def _drawing(id: str) -> Drawing:
    """A chart that says how it was asked for."""

    def html(words: Any, href: Any, classes: str) -> str:
        return (
            f'<figure class="viz {classes}" id="chart-{id}">{words("${freight-2024}")} {href("charts/x.csv")}</figure>'
        )

    return Drawing(html, f'<figure data-of="{id}"></figure>')


@pytest.fixture(scope="session")
def book(site: Site) -> Book:
    """The made-up site."""
    return Book(site)


def enriched(content: Path) -> Path:
    """A copy of the made-up site's records at `content`, with kinds of record that it has none of."""
    shutil.copytree(HARBOUR, content)
    for name, text in MORE.items():
        path = content / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.lstrip("\n"), "utf-8")
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write("other_language: zh-Hans\n")
    return content


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The made-up site with kinds of record that it has none of, and with Chinese marked as such."""
    content = enriched(tmp_path_factory.mktemp("rich") / "content")
    loaded = pipeline.checked(content, today=TODAY)
    assert loaded.site is not None
    assert "" == as_text(loaded.diagnostics, loaded.texts)
    return Book(loaded.site)
