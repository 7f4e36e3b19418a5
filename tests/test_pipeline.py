"""Checking a whole site: each cause is told once with all that it touches, and no input is too bad to be told of."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts import pipeline
from build_scripts.diagnostics import Diagnostic, as_github, as_json, as_text
from build_scripts.loading import Loaded
from build_scripts.model import Site
from build_scripts.references import references

TODAY = date(2025, 6, 15)
HARBOUR = Path(__file__).parent / "sites" / "harbour" / "content"
FILES = sorted(path.relative_to(HARBOUR).as_posix() for path in HARBOUR.rglob("*.yml"))
SMALL = ("sources.yml", "speakers.yml", "places.yml", "units.yml", "indicators.yml")
SEED = 7


class Copy:
    """A copy of the made-up site in which one file at a time is another."""

    def __init__(self, content: Path) -> None:
        self.content = content
        shutil.copytree(HARBOUR, content)

    def checked(self, name: str, text: str | bytes) -> Loaded:
        """The site with this text in the file; the file is put back afterwards."""
        path = self.content / name
        before = path.read_bytes()
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        try:
            return pipeline.checked(self.content, today=TODAY)
        finally:
            path.write_bytes(before)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy(tmp_path_factory.mktemp("site") / "content")


def told(loaded: Loaded) -> str:
    return as_text(loaded.diagnostics, loaded.texts)


def codes(loaded: Loaded) -> list[str]:
    return [diagnostic.code for diagnostic in loaded.diagnostics]


def test_clean_site_has_nothing_to_tell() -> None:
    """Another country, another currency, no mistake."""
    assert [] == pipeline.checked(HARBOUR, today=TODAY).diagnostics


def test_every_rule_runs(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    """Whatever file is put into checks/ is a rule."""

    class Rule:
        @staticmethod
        def check(site: Site) -> list[Diagnostic]:
            return [Diagnostic("rule", site.config.name, site.spot("config", "site"))]

    monkeypatch.setattr(pipeline, "modules", lambda package: {"a": Rule, "b": Rule})
    assert ["The Harbour Book", "The Harbour Book"] == [d.message for d in pipeline.check(site)]


def test_problems_of_loading_and_of_rules_are_told_together(harbour: Callable[..., Loaded]) -> None:
    """In order of files and lines, not in that of finding."""
    loaded = harbour(
        {"terms.yml": ("definition: A ship", "definition: A 40 m ship"), "units.yml": ("symbol: kr", "symbl: kr")}
    )
    assert [("content/terms.yml", "unsourced-number"), ("content/units.yml", "unknown-key")] == [
        (d.place.path, d.code) for d in loaded.diagnostics
    ]


def test_site_that_cannot_be_loaded_is_not_checked(harbour: Callable[..., Loaded]) -> None:
    """Without site.yml there is no site."""
    loaded = harbour({"site.yml": None})
    assert (None, ["no-site"]) == (loaded.site, codes(loaded))


# --- each cause once --------------------------------------------------------------------------------


def misspelt(site: Site, copy: Copy) -> Iterator[tuple[str, Loaded]]:
    """The site with each reference misspelt in turn."""
    for reference in references(site):
        place = reference.spot(site)
        name = place.path.removeprefix("content/")
        rows = (copy.content / name).read_text("utf-8").splitlines(keepends=True)
        row = rows[place.line - 1]
        at = row.index(reference.id, place.column - 1)
        rows[place.line - 1] = row[:at] + reference.id + "q" + row[at + len(reference.id) :]
        yield f"{place} {reference.id}", copy.checked(name, "".join(rows))


@pytest.mark.soak
def test_each_misspelt_id_is_told_once(site: Site, copy: Copy) -> None:
    """In fields, prose, links and formulas: one message, which names the id and what it may have been."""
    wrong = [where for where, loaded in misspelt(site, copy) if codes(loaded) != ["unknown-reference"]]
    assert [] == wrong


def test_a_sample_of_misspelt_ids_is_told_once(site: Site, copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for twenty of them, the same on every run."""
    some = random.Random(SEED).sample(references(site), 20)
    monkeypatch.setitem(misspelt.__globals__, "references", lambda site: some)
    test_each_misspelt_id_is_told_once(site, copy)


def test_each_changed_value_is_told_once(copy: Copy) -> None:
    """A digit typed wrongly disagrees with what is printed, whatever is computed, drawn or written from it."""
    wrong, changed = [], 0
    for name in FILES:
        text = (copy.content / name).read_text("utf-8")
        for found in re.finditer(r'value: "-?(\d)', text):
            digit = str((int(found[1]) + 1) % 10)
            loaded = copy.checked(name, text[: found.start(1)] + digit + text[found.end(1) :])
            changed += 1
            if codes(loaded) != ["printed-mismatch"]:
                wrong.append(f"{found[0]}: {told(loaded)}")
    assert ([], 10) == (wrong, changed)


def test_each_removed_record_is_told_once(site: Site, copy: Copy) -> None:
    """A source, speaker, place, unit or indicator that others name: one message with every place that names it."""
    wrong, removed = [], 0
    for name in SMALL:
        text = (copy.content / name).read_text("utf-8")
        for found in re.finditer(r"^- id: (\S+)\n(?:(?!- id:).*\n)*", text, re.MULTILINE):
            named = [r for r in references(site) if (r.collection, r.id) == (name.removesuffix(".yml"), found[1])]
            own = [r for r in named if (r.holder.collection, r.holder.id) == (r.collection, r.id)]
            loaded = copy.checked(name, text[: found.start()] + text[found.end() :])
            removed += 1
            touches = [len(d.touches) + 1 for d in loaded.diagnostics]
            if codes(loaded) != ["unknown-reference"] or touches != [len(named) - len(own)]:
                wrong.append(f"{found[1]}: {told(loaded)}")
    assert ([], 18) == (wrong, removed)


# --- bad input ------------------------------------------------------------------------------------------

SCALARS = [
    "", "~", "[]", "{}", "[a, b]", "{a: b}", "- x", "-1", "0", "1e9", "9" * 60, "0.00000000000000000000000000000000001",
    "yes", "no", "2024", "2024-13", "unknown", "../..", "2025/2024", "between", "target", "*x", "&y z", "!!int 3", '"\\0"',  # noqa: E501
    '"\\ud800"', '"\\u200b"', "|", ">-\n  x", "%", "@", "`", '"a [b"', "٣", "½", "三十", '"${this}"', '"${count(claims)}"',  # noqa: E501
    '"${freight-2024|ordinal}"', '"${freight-2024|statement}"', '"[a](fact:b)"', "'<script>alert(1)</script>'", "x" * 3000,  # noqa: E501
    "mayor-speech", "freight-2024", "ferries-all", "series", "superlative", "opinion", "figure", "waffle", "bar", "home",  # noqa: E501
]  # fmt: skip
CHARACTERS = "\x00\x0b\x85\u2028\ufeff\u200b\u202e{}[]:#,&*!|>'\"%@`-?\t \n0١３½二$<>~\\éx"


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the made-up site, and its text after one to three bad edits."""
    name = draw(st.sampled_from(FILES))
    rows = (HARBOUR / name).read_text("utf-8").splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 3))):
        if not rows:
            break
        n = draw(st.integers(0, len(rows) - 1))
        row = rows[n]
        how = draw(st.sampled_from(["delete", "insert", "scalar", "copy", "colon", "swap", "indent", "cut"]))
        if how == "delete":
            del rows[n : n + draw(st.integers(1, 4))]
        elif how == "insert":
            at = draw(st.integers(0, len(row)))
            rows[n] = row[:at] + draw(st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=3)) + row[at:]
        elif how == "scalar" and ": " in row:
            rows[n] = f"{row.partition(': ')[0]}: {draw(st.sampled_from(SCALARS))}\n"
        elif how == "copy":
            rows.insert(n, rows[draw(st.integers(0, len(rows) - 1))])
        elif how == "colon":
            rows[n] = row.replace(": ", draw(st.sampled_from([":", " : ", ": [", ": {", "- "])), 1)
        elif how == "swap":
            m = draw(st.integers(0, len(rows) - 1))
            rows[n], rows[m] = rows[m], rows[n]
        elif how == "indent":
            rows[n] = draw(st.sampled_from(["  ", "\t", " "])) + row
        elif how == "cut":
            rows[n] = row[: draw(st.integers(0, len(row)))]
    return name, "".join(rows)


def sound(copy: Copy, loaded: Loaded) -> None:
    """Every problem has words, a file that exists and a line in it; the three forms can be written."""
    assert all((as_text(loaded.diagnostics, loaded.texts), as_github(loaded.diagnostics))) == bool(loaded.diagnostics)
    assert as_json(loaded.diagnostics).startswith("[")
    for diagnostic in loaded.diagnostics:
        assert diagnostic.message.strip(), diagnostic
        for place, _ in ((diagnostic.place, ""), *diagnostic.touches):
            path = copy.content.parent / place.path
            assert path.is_file() or diagnostic.code == "no-site", diagnostic
            text = loaded.texts.get(place.path, "")
            assert 1 <= place.line <= len(text.splitlines()) + 1, diagnostic
            assert place.column >= 1, diagnostic


def bad_input(copy: Copy, edit: tuple[str, str]) -> None:
    sound(copy, copy.checked(*edit))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edit=edits())
def test_bad_edits_give_diagnostics(copy: Copy, edit: tuple[str, str]) -> None:
    """Whatever is deleted, inserted, swapped or mistyped: messages with file and line, never a traceback."""
    bad_input(copy, edit)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edit=edits())
def test_many_bad_edits_give_diagnostics(copy: Copy, edit: tuple[str, str]) -> None:
    """The same for longer, with other edits on every run."""
    bad_input(copy, edit)


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(FILES), data=st.binary(max_size=200))
def test_any_bytes_give_diagnostics(copy: Copy, name: str, data: bytes) -> None:
    """A file that is no YAML at all."""
    sound(copy, copy.checked(name, data))


HOSTILE = {
    "a number of a hundred thousand digits": ("facts/claims.yml", 'value: "1.25"', f'value: "{"9" * 100_000}"'),
    "the same printed": ("facts/claims.yml", "more than 1.25 million", f"more than {'9' * 100_000} million"),
    "the same in a chart": ("facts/others.yml", 'value: "1.40"', f'value: "{"9" * 100_000}"'),
    "more decimals than a number needs": (
        "facts/claims.yml", 'value: "-3.5"', f'value: "66.{"6" * 50}7"\n  find: [x]'
    ),
    "brackets in brackets": (
        "facts/claims.yml", 'value: "1.25"', f'value: "1.25"\n  derived: {{formula: "{"(" * 20_000}", places: 2}}'
    ),
    "a formula of large numbers": (
        "facts/claims.yml", 'value: "1.25"', f'value: "1.25"\n  derived: {{formula: "{"9" * 3000} * {"9" * 3000}"}}'
    ),
    "a million characters in a line": ("facts/claims.yml", "label: Heart of the town", f"label: {'x ' * 500_000}"),
    "a thousand citations": ("gaps.yml", "Who pays for the quay?", "${quay-cost} " * 1000),
    "words that quote themselves": ("facts/claims.yml", "label: Heart of the town", "label: x ${harbour-heart|label} " * 3),  # noqa: E501
    "places inside each other": ("places.yml", "kind: country", "kind: country\n  part_of: sund"),
    "a part that is its own whole": ("facts/claims.yml", "of: ferries-all", "of: ferries-electric"),
    "parts of each other": ("facts/claims.yml", "- id: ferries-all\n", "- id: ferries-all\n  of: ferries-electric\n"),
    "a formula that names itself": (
        "facts/others.yml", "unit: ferries\n", 'unit: ferries\n  derived: {formula: "${ferries-yearbook}"}\n'
    ),
    "a point between two ends": ("facts/others.yml", 'value: "1.40"', 'value: "1.40"\n      hedge: between'),
    "a point without an end": ("facts/others.yml", "- period: 2021", "- period: 2021/.."),
    "a series of one period": ("facts/others.yml", "- period: 2022", "- period: unknown"),
    "a source that derives from itself": ("sources.yml", "link: no", "link: no\n  derives_from: [evening-post]"),
    "a page that is its own chapter twice": ("site.yml", "[traffic, money, people]", "[traffic, traffic, home]"),
    "a home that is no home": ("site.yml", "home: home", "home: method"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_content_gives_diagnostics(copy: Copy, name: str, old: str, new: str) -> None:
    """Text made to break the program breaks nothing."""
    text = (copy.content / name).read_text("utf-8")
    assert 1 == text.count(old)
    sound(copy, copy.checked(name, text.replace(old, new)))


@pytest.mark.parametrize("name", FILES)
def test_any_file_may_be_empty(copy: Copy, name: str) -> None:
    """What refers to its records is told; nothing breaks."""
    sound(copy, copy.checked(name, ""))


@pytest.mark.parametrize("name", FILES)
def test_any_file_may_be_broken(copy: Copy, name: str) -> None:
    """A mistake of YAML is one message: nothing is told of what is missing for it."""
    loaded = copy.checked(name, (copy.content / name).read_text("utf-8") + "\n- *broken\n")
    sound(copy, loaded)
    assert ["alias" if name != "site.yml" else "bad-yaml"] == codes(loaded)


# --- the commit's time ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("epoch", "expected"),
    [("0", datetime(1970, 1, 1, tzinfo=UTC)), ("1740000000", datetime(2025, 2, 19, 21, 20, tzinfo=UTC)), ("x", None)],
)
def test_time_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, epoch: str, expected: datetime | None
) -> None:
    """SOURCE_DATE_EPOCH wins, so that anybody can build the same bytes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert expected == pipeline.commit_time(tmp_path)


def test_time_outside_a_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder that was copied has no commit."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert None is pipeline.commit_time(tmp_path)


def test_no_file_is_lost_to_another_of_its_address(
    harbour: Callable[..., Loaded], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two kinds of page that made one address would leave readers one of the two."""
    site = harbour({}).site
    assert site is not None
    page = pipeline.modules("pages")["changes"]
    monkeypatch.setattr(pipeline, "modules", lambda name: {"a": page, "b": page} if name == "pages" else {})
    with pytest.raises(ValueError, match=r"two files would have the address changes\.md"):
        pipeline.rendered(replace(site, charts={}), {}, None)
