"""Diagnostics: their order, and how they are told to people, programs and pull requests."""

from __future__ import annotations

import json

import pytest

from build_scripts.diagnostics import Diagnostic, Place, as_github, as_json, as_text, has_errors, in_order, suggest

PLACE = Place("content/x.yml", 2, 5, 3)
FULL = Diagnostic("lost", "a ship is lost", PLACE, hint="look again", touches=((Place("content/y.yml", 7, 1), "page"),))


def test_order_is_by_file_line_column_code_and_message() -> None:
    """Wherever a problem was found, an editor reads them from the first line of the first file on."""
    expected = [
        Diagnostic("b", "m", Place("a.yml", 1, 2)),
        Diagnostic("b", "m", Place("a.yml", 2, 1)),
        Diagnostic("a", "m", Place("a.yml", 2, 9)),
        Diagnostic("a", "n", Place("a.yml", 2, 9)),
        Diagnostic("b", "a", Place("a.yml", 2, 9)),
        Diagnostic("a", "m", Place("b.yml", 1, 1)),
    ]
    assert expected == in_order(reversed(expected))


def test_same_problem_is_told_once() -> None:
    """Two rules may find the same thing."""
    assert [FULL] == in_order([FULL, FULL])


@pytest.mark.parametrize(("severities", "expected"), [([], False), (["warning"], False), (["warning", "error"], True)])
def test_only_errors_are_errors(severities: list[str], expected: bool) -> None:
    """A warning alone lets the build go on."""
    assert expected == has_errors(Diagnostic("a", "m", PLACE, severity=s) for s in severities)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "expected"), [("specker", 'did you mean "speaker"?'), ("speaker", 'did you mean "speaker"?'), ("zzz", "")]
)
def test_nearest_known_word_is_suggested(word: str, expected: str) -> None:
    """Nothing is suggested where no known word is near."""
    assert expected == suggest(word, ["source", "speaker"])


def test_text_has_place_excerpt_touches_and_hint() -> None:
    """The caret stands under the characters that the problem is about."""
    assert as_text([FULL], {"content/x.yml": "one\nthe big ship\n"}) == (
        "content/x.yml:2:5: error[lost]\n"
        "  a ship is lost\n"
        "  | the big ship\n"
        "  |     ^^^\n"
        "  touches content/y.yml:7:1: page\n"
        "  help: look again"
    )


def test_problems_are_set_apart_by_a_blank_line() -> None:
    """Without a file's text there is no excerpt."""
    warning = Diagnostic("late", "a ship is late", Place("content/x.yml"), severity="warning")
    assert as_text([warning, warning], {}) == "\n\n".join(["content/x.yml:1:1: warning[late]\n  a ship is late"] * 2)


def test_place_after_the_last_line_has_no_excerpt() -> None:
    """A file may end before the place where something is missing."""
    assert as_text([FULL], {"content/x.yml": "one\n"}).count("|") == 0


def test_long_line_is_cut_around_the_caret() -> None:
    """The excerpt fits a screen, and the caret still points at the same characters."""
    row = "-" * 500 + "ship" + "-" * 500
    lines = as_text([Diagnostic("a", "m", Place("x", 1, 501, 4))], {"x": row}).splitlines()
    assert (104, 63) == (len(lines[2]), lines[3].index("^"))
    assert "ship" == lines[2][63 : len(lines[3])]


def test_caret_ends_with_the_excerpt() -> None:
    """A problem about a very long piece of text is not underlined beyond the screen."""
    lines = as_text([Diagnostic("a", "m", Place("x", 1, 11, 5000))], {"x": "-" * 5000}).splitlines()
    assert (104, 104) == (len(lines[2]), len(lines[3]))


def test_control_characters_do_not_reach_the_terminal() -> None:
    """Hostile text cannot move the cursor or colour the screen."""
    assert (
        "  | a\N{REPLACEMENT CHARACTER}[2Jb"
        == as_text([Diagnostic("a", "m", Place("x"))], {"x": "a\x1b[2Jb"}).splitlines()[2]
    )


def test_json_holds_every_field() -> None:
    """Programs read the same that people do."""
    assert json.loads(as_json([FULL])) == [
        {
            "code": "lost",
            "severity": "error",
            "message": "a ship is lost",
            "path": "content/x.yml",
            "line": 2,
            "column": 5,
            "hint": "look again",
            "touches": [{"path": "content/y.yml", "line": 7, "column": 1, "what": "page"}],
        }
    ]


def test_github_shows_the_problem_at_its_line() -> None:
    """One workflow command for each problem; the hint follows the message."""
    assert as_github([FULL]) == ("::error file=content/x.yml,line=2,col=5,title=lost::a ship is lost (look again)")


def test_github_command_cannot_be_broken_out_of() -> None:
    """Line breaks, per cent signs, colons and commas in text are escaped."""
    hostile = Diagnostic("a:b,c", "1%\r\n::error::x", Place("a,b:c.yml"))
    assert as_github([hostile]) == "::error file=a%2Cb%3Ac.yml,line=1,col=1,title=a%3Ab%2Cc::1%25%0D%0A::error::x"
