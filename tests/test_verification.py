"""Evidence against the text of its source, and the lock that keeps the outcome."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import HARBOUR, TODAY

from build_scripts import pipeline, verification
from build_scripts.cli import main
from build_scripts.diagnostics import as_text, in_order
from build_scripts.gate._book import Book
from build_scripts.gate._site import Files
from build_scripts.gate.html import read as read_html
from build_scripts.model import Site
from build_scripts.pages._view import View
from build_scripts.pages.fact import fact_page

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT.parent / "shared" / "sources"
SPEECH = """The tide has turned

4 March 2025 By Ada Lind (Town Hall)

Last year was kind to us. This last year, our port handled more than 1.25 million tonnes;
passenger numbers fell by
3.5 percent.

Of our eight ferries: I sailed on three of our eight ferries this week.

I thank all guests for coming.

In our town, the second oldest port of the country, the heart beats on: until 2027 we spend some 40 million crowns.
"""
LATER = date(2025, 7, 1)


@dataclass
class Editor:
    """A copy of the made-up site whose hashes are those of the speech, and the text beside it."""

    content: Path
    texts: Path

    def site(self) -> Site:
        site = pipeline.checked(self.content, today=TODAY).site
        assert site is not None
        return site

    def change(self, name: str, old: str, new: str) -> None:
        path = self.content / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        path.write_text(text.replace(old, new), "utf-8")

    def told(self, text: str = SPEECH) -> str:
        """What the command says about this text."""
        outcome = verification.verify(self.site(), {"mayor-speech": text}, TODAY)
        texts = pipeline.checked(self.content, today=TODAY).texts
        return as_text(in_order(outcome.diagnostics), texts)

    def keep(self, today: date = TODAY) -> str:
        """Verify, and write the lock."""
        outcome = verification.verify(self.site(), {"mayor-speech": SPEECH}, today)
        text = verification.written(outcome.lock)
        (self.content / verification.LOCK).write_text(text, "utf-8")
        return text

    def run(self, *arguments: str) -> Result:
        return CliRunner().invoke(
            main, ["verify", "--content", str(self.content), "--texts", str(self.texts), *arguments]
        )


def sha256(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    content = tmp_path / "content"
    shutil.copytree(HARBOUR, content)
    path = content / "sources.yml"
    text = path.read_text("utf-8")
    text = re.sub(r"sha256: 3f0b\w+", f"sha256: {sha256(SPEECH)}", text)
    for n, block in enumerate(SPEECH.split("\n\n")[2:], start=1):
        given = rf'(n: {n}, .*words: )\d+(, sha256: )"\w+"'
        text = re.sub(given, rf'\g<1>{len(block.split())}\g<2>"{sha256(block)}"', text)
    path.write_text(text, "utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "mayor-speech.txt").write_text(SPEECH, "utf-8")
    return Editor(content, texts)


def test_everything_printed_stands_in_its_block(editor: Editor) -> None:
    """All seven claims, and nothing else, are in the lock."""
    outcome = verification.verify(editor.site(), {"mayor-speech": SPEECH}, TODAY)
    assert ("", 7, ["mayor-speech"]) == (editor.told(), outcome.held, outcome.checked)
    assert [
        ("ferries-all", "mayor-speech", "2"), ("ferries-electric", "mayor-speech", "2"), ("freight-2024", "mayor-speech", "1"),  # noqa: E501
        ("freight-growth-2024", "mayor-speech", "1"), ("harbour-heart", "mayor-speech", "4"), ("oldest-port", "mayor-speech", "4"),  # noqa: E501
        ("quay-cost", "mayor-speech", "4"),
    ] == sorted(outcome.lock)  # fmt: skip


@pytest.mark.parametrize(
    "change", [str.upper, lambda text: text.replace("\n", "\r\n"), lambda text: text.replace(" ", "\u00a0\t ")]
)
def test_white_space_does_not_matter_and_letters_do(editor: Editor, change: Callable[[str], str]) -> None:
    """A copy may be broken into other lines."""
    assert (change is str.upper) == bool(editor.told(change(SPEECH)))


def test_other_text(editor: Editor) -> None:
    """The whole and the block that differs are named, each at its hash; what rests on the block is not judged."""
    text = SPEECH.replace("eight ferries: I", "nine ferries: I")
    expected = f"""
content/sources.yml:10:11: error[verification]
  source "mayor-speech": the text is not the one that was recorded
  |   sha256: {sha256(SPEECH)}
  |           {"^" * 64}
  help: its hash is {sha256(text)}; look for what changed
"""
    whole, block = editor.told(text).split("\n\n")
    assert expected.strip("\n") == whole
    assert 'source "mayor-speech": block 2 is not the text that was recorded' in block
    own = sha256(text.split("\n\n")[3])
    assert (
        f"help: no block of this copy has the recorded hash; once you are sure of the copy, write sha256: {own}"
        in block
    )
    outcome = verification.verify(editor.site(), {"mayor-speech": text}, TODAY)
    assert {"1", "4"} == {number for _, _, number in outcome.lock}


def messages(editor: Editor, text: str = SPEECH) -> list[str]:
    """The message and the hint of each diagnostic."""
    outcome = verification.verify(editor.site(), {"mayor-speech": text}, TODAY)
    return [
        f"{d.place.path.partition('/')[2]}:{d.place.line} {d.message} | {d.hint}" for d in in_order(outcome.diagnostics)
    ]


def test_missing_block(editor: Editor) -> None:
    """A shorter text says where its blocks went."""
    text = "\n\n".join(SPEECH.split("\n\n")[:4] + SPEECH.split("\n\n")[5:])
    expected = [
        f'sources.yml:10 source "mayor-speech": the text is not the one that was recorded | its hash is {sha256(text)}; look for what changed',  # noqa: E501
        'sources.yml:12 source "mayor-speech": the text has 3 blocks after title and byline, the record 4 | Paragraphs are counted from the first line of the speech.',  # noqa: E501
        'sources.yml:14 source "mayor-speech": block 3 has 22 words, the record says 6 | ',
        f'sources.yml:14 source "mayor-speech": block 3 is not the text that was recorded | no block of this copy has the recorded hash; once you are sure of the copy, write sha256: {sha256(SPEECH.split(chr(10) * 2)[5].strip())}',  # noqa: E501
    ]  # fmt: skip
    assert expected == messages(editor, text)


def test_moved_block(editor: Editor) -> None:
    """Where two blocks change places, the hints say which went where."""
    parts = SPEECH.split("\n\n")
    parts[3], parts[4] = parts[4], parts[3]
    hints = [m.partition(" | ")[2] for m in messages(editor, "\n\n".join(parts)) if "block" in m and "words" not in m]
    assert [
        "the recorded text stands in the place of block 3",
        "the recorded text stands in the place of block 2",
    ] == hints


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            "facts/claims.yml", "printed: eight ferries", "printed: 8 ferries",
            'facts/claims.yml:84 fact "ferries-all": "8 ferries" does not stand in block 2 of "mayor-speech" | copy the characters exactly as they stand in the source',  # noqa: E501
        ),
        (
            "facts/claims.yml", "printed: 3.5 percent", "printed: 5 percent",
            'facts/claims.yml:39 fact "freight-growth-2024": "5 percent" does not stand in block 1 of "mayor-speech" | copy the characters exactly as they stand in the source',  # noqa: E501
        ),
        (
            "facts/claims.yml", "printed: the heart", "printed: heart b",
            'facts/claims.yml:149 fact "harbour-heart": "heart b" does not stand in block 4 of "mayor-speech" | copy the characters exactly as they stand in the source',  # noqa: E501
        ),
        (
            "facts/claims.yml", "words: until 2027", "words: until 2028",
            'facts/claims.yml:111 fact "quay-cost": "until 2028" does not stand in block 4 of "mayor-speech" | copy the characters exactly as they stand in the source',  # noqa: E501
        ),
        (
            "facts/claims.yml", 'at: "4", printed: the heart', 'at: "3", printed: the heart',
            'facts/claims.yml:149 fact "harbour-heart": "the heart" does not stand in block 3 of "mayor-speech" | it stands in block 4',  # noqa: E501
        ),
        (
            "facts/claims.yml", 'at: "4", printed: the heart', 'at: "9", printed: the heart',
            'facts/claims.yml:149 fact "harbour-heart": the source "mayor-speech" has no block 9 | give the number of the block under at',  # noqa: E501
        ),
        (
            "facts/claims.yml", 'at: "4", printed: the heart', "printed: the heart",
            'facts/claims.yml:149 fact "harbour-heart": the source "mayor-speech" has no block for it | give the number of the block under at',  # noqa: E501
        ),
    ],
)  # fmt: skip
def test_evidence_that_does_not_stand(editor: Editor, name: str, old: str, new: str, expected: str) -> None:
    """Told at the words, with where they do stand if they do; part of a longer word or number is not it."""
    editor.change(name, old, new)
    assert [expected] == messages(editor)
    outcome = verification.verify(editor.site(), {"mayor-speech": SPEECH}, TODAY)
    assert (6, 6) == (outcome.held, len(outcome.lock))


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("38 percent", "some 38 percent.", True),
        ("38 percent", "138 percent", False),
        ("38 percent", "1,38 percent", False),
        ("38 percent", "1.38 percent", False),
        ("38", "38,000", False),
        ("38", "38.5", False),
        ("38", "38.", True),
        ("38", "38, and", True),
        ("38", "2023年38万", True),
        ("5.3%", "增长5.3%，", True),
        ("超过5亿", "总额超过5亿元", True),
        ("5亿", "超过15亿元", False),
        ("５亿", "超过５亿元", True),
        ("port", "ports", False),
        ("port", "seaport", False),
        ("port", "(port)", True),
        ("-3.5", "by -3.5 percent", True),
        ("a.c", "abc", False),
    ],
)
def test_words_stand_whole(words: str, text: str, expected: bool) -> None:
    """In English as whole words and numbers; Chinese runs on without spaces."""
    assert expected == verification._stands(words, text)


def test_source_without_hash(editor: Editor) -> None:
    """The hash to record is told, and nothing enters the lock on trust."""
    outcome = verification.verify(
        editor.site(), {"port-yearbook": "Yearbook\n\nTable: 7 ferries; 1.40 million tonnes"}, TODAY
    )
    told = [d.message for d in outcome.diagnostics]
    assert (['source "port-yearbook": its record has no hash of the text'], {}) == (told, outcome.lock)


def test_source_without_blocks_is_one_text(editor: Editor) -> None:
    """What is printed must stand somewhere in it."""
    text = "Yearbook\n\nPort Office\n\n7 ferries; 1.40 million tonnes, 1.31 million tonnes"
    editor.change("sources.yml", "  title: Yearbook", f"  sha256: {sha256(text)}\n  title: Yearbook")
    outcome = verification.verify(editor.site(), {"port-yearbook": text}, TODAY)
    assert ['fact "freight-yearbook-2024": "1.26 million tonnes" does not stand in the text of "port-yearbook"'] == [
        d.message for d in outcome.diagnostics
    ]
    assert ["ferries-yearbook -", "freight-yearbook-2021 -", "freight-yearbook-2022 -"] == sorted(
        f"{f} {b}" for f, _, b in outcome.lock
    )


# --- the lock -----------------------------------------------------------------------------------------


def test_lock_is_read_as_it_was_written(editor: Editor) -> None:
    """Line by line, sorted."""
    text = editor.keep()
    entries, bad = verification.read(text)
    assert (text, []) == (verification.written(entries), bad)
    assert sorted(text.splitlines()[2:]) == text.splitlines()[2:]
    assert re.fullmatch(r"ferries-all mayor-speech 2 [0-9a-f]{16} [0-9a-f]{16} 2025-06-15", text.splitlines()[2])


def test_second_run_changes_nothing(editor: Editor) -> None:
    """Not even the day: nothing is newer than it was."""
    assert editor.keep() == editor.keep(LATER)


def test_changed_record_gets_a_new_day(editor: Editor) -> None:
    """And only that one."""
    before = editor.keep().splitlines()
    editor.change("facts/claims.yml", "of: ferries-all\n  indicator", "indicator")
    editor.change("facts/claims.yml", "printed: three of our eight ferries", "printed: three")
    changed = [line for line in editor.keep(LATER).splitlines() if line not in before]
    assert ["ferries-electric"] == [line.split()[0] for line in changed]
    assert changed[0].endswith(" 2025-07-01")


def test_entries_of_other_sources_stay(editor: Editor) -> None:
    """They were true when their texts were at hand; those of facts that are gone go."""
    editor.keep()
    site = editor.site()
    other = verification.verify(
        replace(site, facts={k: v for k, v in site.facts.items() if k != "quay-cost"}), {}, LATER
    )
    assert {k: v for k, v in site.verified.items() if k[0] != "quay-cost"} == other.lock


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('value: "8"', 'value: "9"'),
        ('value: "8"', 'value: "8"\n  scale: thousand'),
        ('value: "8"', 'value: "8"\n  hedge: about'),
        ('value: "8"', 'value: "8"\n  status: provisional'),
        ("printed: eight ferries", "printed: eight"),
        ("words: our}\n        - {of: speaker, because: The whole speech is the mayor's.}\n  verdict:\n    is: contradicted",  # noqa: E501
         "words: of our}\n        - {of: speaker, because: The whole speech is the mayor's.}\n  verdict:\n    is: contradicted"),  # noqa: E501
    ],
)  # fmt: skip
def test_changed_record_is_not_verified_any_more(editor: Editor, old: str, new: str) -> None:
    """Value, scale, hedge, status, what is printed, what is read."""
    editor.keep()
    editor.change("facts/claims.yml", old, new)
    site = editor.site()
    states = {f.id: verification.state(f, f.evidence[0], site)[0] for f in site.facts.values()}
    assert ["ferries-all"] == [id for id, state in states.items() if state == "changed"]
    assert 6 == list(states.values()).count("verified")


def test_our_own_words_are_not_what_was_verified(editor: Editor) -> None:
    """A statement put differently rests on the same evidence."""
    editor.keep()
    editor.change(
        "facts/claims.yml", "statement: The port runs ${this}.", "statement: The port has ${this} in service."
    )
    site = editor.site()
    assert "verified" == verification.state(site.facts["ferries-all"], site.facts["ferries-all"].evidence[0], site)[0]


def test_changed_block_is_not_verified_any_more(editor: Editor) -> None:
    """A new hash in the source's record means another text."""
    editor.keep()
    editor.change("sources.yml", sha256(SPEECH.split("\n\n")[2]), "0" * 64)
    site = editor.site()
    changed = [f.id for f in site.facts.values() if verification.state(f, f.evidence[0], site)[0] == "changed"]
    assert ["freight-2024", "freight-growth-2024"] == changed


# --- the command -----------------------------------------------------------------------------------------


def test_command_writes_the_lock(editor: Editor) -> None:
    """And says how many pieces of evidence stand."""
    result = editor.run()
    assert (0, "mayor-speech: 7 pieces of evidence stand in the text\n0 errors, 0 warnings\n") == (
        result.exit_code,
        result.output,
    )
    assert 9 == len((editor.content / "verified.lock").read_text("utf-8").splitlines())


def test_command_fails_for_a_wrong_figure(editor: Editor) -> None:
    """It leaves the figure out of the lock, so that its page says so."""
    editor.change("facts/claims.yml", "printed: eight ferries", "printed: 8 ferries")
    result = editor.run()
    assert (1, "1 error, 0 warnings") == (result.exit_code, result.output.splitlines()[-1])
    assert "ferries-all" not in (editor.content / "verified.lock").read_text("utf-8")


def test_command_mends_a_broken_lock(editor: Editor) -> None:
    """A conflict of two branches is solved by verifying again."""
    (editor.content / "verified.lock").write_text("<<<<<<< ours\n", "utf-8")
    assert 0 == editor.run().exit_code
    assert "<" not in (editor.content / "verified.lock").read_text("utf-8").partition("Do not edit.")[2]


def test_command_needs_content_that_can_be_read(editor: Editor) -> None:
    """Otherwise what it could not read would fall out of the lock."""
    editor.change("facts/claims.yml", 'value: "8"', 'value: "8a"')
    result = editor.run()
    assert 1 == result.exit_code
    assert "bad-value" in result.output
    assert not (editor.content / "verified.lock").exists()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("mayor-spech.txt", b"x", 'mayor-spech.txt is left out: no source has this id; did you mean "mayor-speech"?'),
        ("README.md", b"x", "holds no text of a source; each is named after the source's id: <id>.txt"),
        ("mayor-speech.txt", b"\xff", "cannot be read as UTF-8 text"),
    ],
)
def test_texts_that_cannot_be_used(editor: Editor, name: str, data: bytes, expected: str) -> None:
    """Wrong usage, with the name of the file."""
    (editor.texts / "mayor-speech.txt").unlink()
    (editor.texts / name).write_bytes(data)
    result = editor.run()
    assert 2 == result.exit_code
    assert expected in result.output


# --- what readers see ---------------------------------------------------------------------------------------


def shown(site: Site, id: str) -> str:
    """What the page of a fact says of its verification."""
    body = str(fact_page(View(site), site.facts[id]).body)
    found = re.search(r'<span class="m">((?:Verified|Not re-verified).*?)</span></td>', body)
    return found[1] if found else ""


def test_page_says_when_it_was_verified(editor: Editor) -> None:
    """With the day of the lock; nothing where no text was ever at hand."""
    editor.keep()
    expected = (
        'Verified against the text on <time datetime="2025-06-15" data-verified="ferries-all">15 June 2025</time>'
    )
    assert (expected, "") == (shown(editor.site(), "ferries-all"), shown(editor.site(), "dockers-2025"))


def test_page_says_that_the_record_changed(editor: Editor) -> None:
    """Readers need not take it for verified."""
    editor.keep()
    editor.change("facts/claims.yml", "printed: eight ferries", "printed: eight")
    day = '<time datetime="2025-06-15" data-verified="ferries-all">15 June 2025</time>'
    assert f"Not re-verified: the record has changed since {day}" == shown(editor.site(), "ferries-all")


def test_page_says_that_a_record_is_new(editor: Editor) -> None:
    """It was never held against the text."""
    lock = editor.keep()
    (editor.content / "verified.lock").write_text(re.sub("ferries-all .*\n", "", lock), "utf-8")
    assert "Not re-verified" == shown(editor.site(), "ferries-all")


def test_gate_knows_the_day_from_the_lock_only(editor: Editor) -> None:
    """Another day, or another fact's, is an orphan."""
    editor.keep()
    book = Book(editor.site())

    def wrong(day: str, id: str) -> list[str]:
        page = f'<html><body><p><time datetime="{day}" data-verified="{id}">{day}</time></p></body></html>'
        return [orphan.why for orphan in read_html("x.html", page.encode(), book, Files({}))]

    assert [] == wrong("2025-06-15", "ferries-all")
    assert ['"ferries-all" was not verified on 2025-06-01'] == wrong("2025-06-01", "ferries-all")
    assert ['"dockers-2025" was not verified on 2025-06-15'] == wrong("2025-06-15", "dockers-2025")


# --- the real article ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real() -> Any:
    return pipeline.load(ROOT / "content", today=TODAY).site


def test_lock_of_the_project_is_current(real: Site) -> None:
    """Every claim was held against the article as it now stands; without the text this much can be told."""
    changed = [f.id for f in real.facts.values() for e in f.evidence if verification.state(f, e, real)[0] == "changed"]
    assert [] == changed
    assert {fact.id for fact in real.claims} <= {fact for fact, _, _ in real.verified}


@pytest.mark.skipif(not SOURCES.is_dir(), reason="no copy of the article is at hand")
def test_project_stands_in_the_article(real: Site) -> None:
    """Verified again with the text: nothing is wrong, and the lock would be the same, byte for byte."""
    texts = {path.stem: path.read_text("utf-8") for path in SOURCES.glob("*.txt") if path.stem in real.sources}
    outcome = verification.verify(real, texts, TODAY)
    assert [] == [d.message for d in outcome.diagnostics]
    assert (ROOT / "content" / verification.LOCK).read_text("utf-8") == verification.written(outcome.lock)
