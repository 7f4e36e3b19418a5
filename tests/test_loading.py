"""Content files -> records: what is read, what is not, and what a file that cannot be read does to the others."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from build_scripts.diagnostics import as_text
from build_scripts.loading import COLLECTIONS, Loaded, load
from build_scripts.model import Site

TODAY = date(2025, 6, 15)
SITE = Path(__file__).parent / "sites" / "harbour" / "content"
UNITS = (SITE / "units.yml").read_bytes() + b"# \xff"
OTHERS = (SITE / "facts" / "others.yml").read_text("utf-8")
SERIES = OTHERS.partition("- id: ferries-yearbook")[0].replace("freight-yearbook", "quay-cost", 1)

CASES = {
    "file of no collection": (
        {"fcats.yml": "- id: x\n"},
        """
content/fcats.yml:1:1: error[unknown-file]
  no part of the site reads this file
  help: did you mean "facts"?
""",
    ),
    "other ending": (
        {"facts/more.yaml": "- id: x\n"},
        """
content/facts/more.yaml:1:1: error[unknown-file]
  no part of the site reads this file
  help: the names of content files end in .yml
""",
    ),
    "notes": (
        {"notes.txt": "To do."},
        """
content/notes.txt:1:1: error[unknown-file]
  no part of the site reads this file
  help: records live in sources.yml, speakers.yml, places.yml, units.yml, indicators.yml, terms.yml, gaps.yml, retired.yml, allowed.yml, facts.yml, charts.yml, pages.yml or folders of these names
""",  # noqa: E501
    ),
    "site.yml elsewhere": (
        {"site/other.yml": "name: x\n"},
        """
content/site/other.yml:1:1: error[unknown-file]
  no part of the site reads this file
  help: records live in sources.yml, speakers.yml, places.yml, units.yml, indicators.yml, terms.yml, gaps.yml, retired.yml, allowed.yml, facts.yml, charts.yml, pages.yml or folders of these names
""",  # noqa: E501
    ),
    "no site.yml": (
        {"site.yml": None},
        """
content:1:1: error[no-site]
  there is no site.yml
  help: every site needs content/site.yml with its name, question and chapters
""",
    ),
    "site.yml empty": (
        {"site.yml": ""},
        """
content/site.yml:1:1: error[wrong-shape]
  site.yml holds one mapping of keys to values
""",
    ),
    "site.yml is a list": (
        {"site.yml": "- name: x\n"},
        """
content/site.yml:1:1: error[wrong-shape]
  site.yml holds one mapping of keys to values
  | - name: x
  | ^
""",
    ),
    "site.yml cannot be read": (
        {"site.yml": "name: *x\n"},
        """
content/site.yml:1:7: error[alias]
  "*x" is read as a reference to an anchor, which content files do not use
  | name: *x
  |       ^^
  help: text that begins with * must be quoted: put the text in double quotes, or use | and write it on the next line
""",
    ),
    "one mapping instead of a list": (
        {"gaps.yml": "id: whose-money\nquestion: x\n"},
        """
content/gaps.yml:1:1: error[wrong-shape]
  a list of records is expected: begin each one with '- id: …'
  | id: whose-money
  | ^
""",
    ),
    "text instead of a list": (
        {"gaps.yml": "ferries\n"},
        """
content/gaps.yml:1:1: error[wrong-shape]
  a list of records is expected: begin each one with '- id: …'
  | ferries
  | ^^^^^^^
""",
    ),
    "records that are none": (
        {"gaps.yml": "- ferries\n- [a, b]\n"},
        """
content/gaps.yml:1:3: error[wrong-shape]
  a record is expected: a mapping that begins with 'id: …'
  | - ferries
  |   ^^^^^^^

content/gaps.yml:2:3: error[wrong-shape]
  a record is expected: a mapping that begins with 'id: …'
  | - [a, b]
  |   ^
""",
    ),
    "no kind": (
        {"facts/claims.yml": ("  kind: opinion\n", "")},
        """
content/facts/claims.yml:140:3: error[unknown-kind]
  the record has no kind
  | - id: harbour-heart
  |   ^
  help: kinds: event, figure, opinion, plan, series, statement, superlative
""",
    ),
    "unknown kind": (
        {"facts/claims.yml": ("kind: opinion", "kind: opinon")},
        """
content/facts/claims.yml:141:9: error[unknown-kind]
  there is no kind of fact called "opinon"
  |   kind: opinon
  |         ^^^^^^
  help: did you mean "opinion"?
""",
    ),
    "kind like no other": (
        {"facts/claims.yml": ("kind: opinion", "kind: xyz")},
        """
content/facts/claims.yml:141:9: error[unknown-kind]
  there is no kind of fact called "xyz"
  |   kind: xyz
  |         ^^^
  help: kinds: event, figure, opinion, plan, series, statement, superlative
""",
    ),
    "kind is a list": (
        {"facts/claims.yml": ("kind: opinion", "kind: [opinion]")},
        """
content/facts/claims.yml:141:9: error[unknown-kind]
  kind: one word is expected here
  |   kind: [opinion]
  |         ^
  help: kinds: event, figure, opinion, plan, series, statement, superlative
""",
    ),
    "id twice": (
        {
            "gaps.yml": (
                "  facts: [quay-cost]\n",
                "  facts: [quay-cost]\n- {id: whose-money, question: A?, why: B., looked: C.}\n",
            )
        },
        """
content/gaps.yml:6:8: error[duplicate-id]
  the id "whose-money" is taken: it stands in content/gaps.yml, line 1
  | - {id: whose-money, question: A?, why: B., looked: C.}
  |        ^^^^^^^^^^^
  help: ids are addresses: give each record its own
""",
    ),
    "series with the id of a fact": (
        {"facts/a.yml": SERIES},
        """
content/facts/claims.yml:93:7: error[duplicate-id]
  the id "quay-cost" is taken: it stands in content/facts/a.yml, line 1
  | - id: quay-cost
  |       ^^^^^^^^^
  help: ids are addresses: give each record its own
""",
    ),
    "fact with the id of a point": (
        {
            "facts/a.yml": "- id: freight-yearbook-2021\n  kind: event\n  label: A\n  statement: B.\n  period: 2024\n  said_by: mayor\n  evidence: [{source: port-yearbook, printed: a}]\n"  # noqa: E501
        },
        """
content/facts/others.yml:12:7: error[duplicate-id]
  the id "freight-yearbook-2021" is taken: it stands in content/facts/a.yml, line 1
  |     - period: 2021
  |       ^
  help: ids are addresses: give each record its own
""",
    ),
    "two points of one period": (
        {
            "facts/others.yml": (
                "  missing:\n",
                '    - {period: 2021, value: "1.40", evidence: [{source: port-yearbook, printed: "1.40"}]}\n  missing:\n',  # noqa: E501
            )
        },
        """
content/facts/others.yml:21:7: error[duplicate-id]
  the id "freight-yearbook-2021" is taken: it stands in content/facts/others.yml, line 12
  |     - {period: 2021, value: "1.40", evidence: [{source: port-yearbook, printed: "1.40"}]}
  |       ^
  help: ids are addresses: give each record its own
""",
    ),
    "not UTF-8": (
        {"units.yml": UNITS},
        """
content/units.yml:24:3: error[not-utf-8]
  the file is not UTF-8 text
  help: save it as UTF-8 in your editor
""",
    ),
    "too large": (
        {"gaps.yml": "#" * 2_000_001},
        """
content/gaps.yml:1:1: error[too-large]
  the file is 2,000,001 bytes; the limit is 2,000,000
  help: split it into several files
""",
    ),
    "nested too deeply": (
        {"gaps.yml": "- " * 60},
        """
content/gaps.yml:1:101: error[too-deep]
  nested deeper than 50 levels
  |  - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -
  |                                                            ^
""",
    ),
    "GeoJSON that is none": (
        {"places/coast.geojson": '{"type": "Feature",\n"geometry": }'},
        """
content/places/coast.geojson:2:1: error[bad-geojson]
  the file is not JSON
""",
    ),
    "unreadable file does not make its ids unknown": (
        {"facts/others.yml": ("kind: series", "kind: *series")},
        """
content/facts/others.yml:2:9: error[alias]
  "*series" is read as a reference to an anchor, which content files do not use
  |   kind: *series
  |         ^^^^^^^
  help: text that begins with * must be quoted: put the text in double quotes, or use | and write it on the next line
""",
    ),
    "record with a mistake does not make its id unknown": (
        {"facts/others.yml": ('value: "1.40"', "value: 1,40")},
        """
content/facts/others.yml:13:14: error[bad-value]
  value: a number is digits with at most one point and, if negative, a leading minus, such as -2.5
  |       value: 1,40
  |              ^^^^
""",
    ),
    "record with a mistake does not make its id unknown to a retired one": (
        {"facts/claims.yml": ('value: "1.25"', "value: 1,25")},
        """
content/facts/claims.yml:5:10: error[bad-value]
  value: a number is digits with at most one point and, if negative, a leading minus, such as -2.5
  |   value: 1,25
  |          ^^^^
""",
    ),
    "lock of the gates that holds something else": (
        {"gates.lock": "- nothing\n"},
        """
content/gates.lock:1:1: error[bad-lock]
  the file is not as it was written
  help: write it anew: python -m build_scripts mutate --write
""",
    ),
    "lock that holds something else": (
        {"verified.lock": "# Comment.\n- nothing\n"},
        """
content/verified.lock:2:1: error[bad-lock]
  this is no line of the lock
  | - nothing
  | ^
  help: write it anew: python -m build_scripts verify --texts DIR
""",
    ),
    "points that are no records": (
        {"facts/others.yml": ("  points:\n", '  points:\n    - nothing\n    - {value: "1"}\n')},
        """
content/facts/others.yml:12:7: error[wrong-shape]
  points: a mapping is expected here, not a single value
  |     - nothing
  |       ^^^^^^^

content/facts/others.yml:13:7: error[missing-key]
  fact "freight-yearbook" has no "evidence" under points
  |     - {value: "1"}
  |       ^
  help: add "evidence: …"

content/facts/others.yml:13:7: error[missing-key]
  fact "freight-yearbook" has no "period" under points
  |     - {value: "1"}
  |       ^
  help: add "period: …"
""",
    ),
    "points that are no list": (
        {"facts/others.yml": ("  points:\n", "  points: none\n  pointz:\n")},
        """
content/facts/others.yml:11:11: error[wrong-shape]
  points: a list is expected here, not a single value
  |   points: none
  |           ^^^^

content/facts/others.yml:12:3: error[unknown-key]
  fact "freight-yearbook" has a key "pointz" that nothing reads
  |   pointz:
  |   ^^^^^^
  help: did you mean "points"?
""",
    ),
    "entry of the allow-list with a mistake": (
        {"allowed.yml": "- {text: x, record: quay-cost}\n"},
        """
content/allowed.yml:1:3: error[missing-key]
  the record has no "reason"
  | - {text: x, record: quay-cost}
  |   ^
  help: add "reason: …"
""",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(told: Callable[..., str], changes: dict[str, object], expected: str) -> None:
    """The whole message, at the place to mend; nothing else in the site becomes wrong by it."""
    assert expected.strip("\n") == told(changes)


def test_clean_site_is_read_whole(site: Site) -> None:
    """The number of records of each collection; points of a series count as facts."""
    files = {name: [SITE / f"{name}.yml", *(SITE / name).glob("*.yml")] for name in COLLECTIONS if name != "allowed"}
    typed = {
        name: sum(f"\n{path.read_text('utf-8')}".count("\n- id: ") for path in paths if path.is_file())
        for name, paths in files.items()
    }
    typed["facts"] += 3 - 1  # the points of the series, which is none itself
    assert typed == {name: len(site.collection(name)) for name in typed}
    assert ["freight-yearbook"] == list(site.series)


def test_facts_keep_the_order_of_their_files(site: Site) -> None:
    """Files are read in order of their names, records in order of their lines."""
    expected = ["harbour-heart", "freight-yearbook-2021", "freight-yearbook-2022", "freight-yearbook-2024"]
    assert expected == list(site.facts)[6:10]


def test_point_of_a_series_takes_what_it_leaves_out(site: Site) -> None:
    """Unit, scale, place and speaker stand once, in the series."""
    point = site.facts["freight-yearbook-2022"]
    assert ("freight-yearbook", "tonnes", "million", "sund") == (point.series, point.unit, point.scale, point.place)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (("facts", "quay-cost", "unit"), "content/facts/claims.yml:99:9"),
        (("facts", "freight-yearbook-2022", "value"), "content/facts/others.yml:16:14"),
        (("series", "freight-yearbook"), "content/facts/others.yml:1:3"),
        (("config", "site", "explains"), "content/site.yml:11:11"),
        (("pages", "people", "sections", 0, "text"), "content/pages.yml:117:13"),
        (("facts", "no-such-fact"), "content:1:1"),
    ],
)
def test_every_record_knows_where_it_stands(site: Site, key: tuple[str, ...], expected: str) -> None:
    """File, line and column, for messages and edit links."""
    assert expected == str(site.spot(*key))


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    """A misspelt --content is one message."""
    loaded = load(tmp_path / "contents", today=TODAY)
    assert "contents:1:1: error[no-content]\n  there is no such folder" == as_text(loaded.diagnostics, loaded.texts)


def test_folder_is_called_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it is the folder one stands in."""
    monkeypatch.chdir(tmp_path)
    assert [tmp_path.name] == [d.place.path for d in load(Path(), today=TODAY).diagnostics]


@pytest.mark.parametrize("name", ["README.md", "LICENSE", ".hidden.yml", ".git/x.yml"])
def test_files_that_hold_no_records_are_let_alone(told: Callable[..., str], name: str) -> None:
    """A licence, a note to editors, what programs hide."""
    assert "" == told({name: "- nothing\n"})


@pytest.mark.parametrize("text", ["", "\n\n", "# Nothing yet.\n", '""\n'])
def test_file_may_be_empty(told: Callable[..., str], text: str) -> None:
    """A collection may wait for its first record."""
    assert "" == told({"gaps.yml": text, "terms/more.yml": text})


@pytest.mark.parametrize("name", ["facts/lost.yml", "places/lost.geojson", "verified.lock"])
def test_file_that_cannot_be_opened(harbour: Callable[..., Loaded], tmp_path: Path, name: str) -> None:
    """The system's reason is told, and the rest is read."""
    harbour({})
    path = tmp_path / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.symlink_to("nowhere")
    loaded = load(tmp_path / "content", today=TODAY)
    expected = f"content/{name}:1:1: error[unreadable]\n  No such file or directory"
    assert expected == as_text(loaded.diagnostics, loaded.texts)


def test_geojson_is_kept_by_its_name(harbour: Callable[..., Loaded]) -> None:
    """Maps draw it; nothing else looks inside."""
    ring = [[10, 55], [11, 55], [11, 56], [10, 55]]
    coast = {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}}
    loaded = harbour({"places/coast.geojson": json.dumps(coast)})
    assert loaded.site is not None
    assert coast == loaded.site.geo["coast"]


def test_ids_that_could_not_be_read_are_known(harbour: Callable[..., Loaded]) -> None:
    """Points of a broken series included, so that what refers to them is not told to be wrong."""
    loaded = harbour({"facts/others.yml": ("caution: The", "cautoin: The")})
    assert loaded.site is not None
    years = ["freight-yearbook-2021", "freight-yearbook-2022", "freight-yearbook-2024"]
    assert ["freight-yearbook", *years] == sorted(loaded.site.broken)


def test_day_and_commit_come_from_outside() -> None:
    """The same content gives the same site on every machine and day."""
    loaded = load(SITE, today=date(2030, 1, 2), version="abc")
    assert loaded.site is not None
    assert (date(2030, 1, 2), "abc") == (loaded.site.today, loaded.site.version)


def test_page_of_a_kind_that_editors_do_not_write(told: Callable[..., str]) -> None:
    """Pages of facts and series are made from those: no record asks for one."""
    assert 'there is no kind of page called "series"' in told({"pages.yml": ("  kind: home\n", "  kind: series\n")})
