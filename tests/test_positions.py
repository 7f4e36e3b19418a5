"""Reading YAML: positions are kept, and what YAML would misread is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.diagnostics import as_text
from build_scripts.positions import MAX_BYTES, Mapping, Scalar, Sequence, compose, locate, plain


def told(text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    document, problems = compose("content/x.yml", data)
    assert document.root is None
    return as_text(problems, {document.path: document.text})


def read(text: str) -> object:
    document, problems = compose("content/x.yml", text.encode())
    assert problems == []
    return None if document.root is None else plain(document.root)


def test_scalars_stay_text() -> None:
    """Nothing is turned into a number, a boolean, a date or null."""
    text = "a: 010\nb: no\nc: 11.30\nd: 12:30\ne: 1e3\nf: null\ng: 2025-02-06\nh: ~\n"
    assert read(text) == {
        "a": "010", "b": "no", "c": "11.30", "d": "12:30", "e": "1e3", "f": "null", "g": "2025-02-06", "h": "~",
    }  # fmt: skip


def test_positions_of_keys_and_values() -> None:
    """Every key and value knows its line and column, counted from one."""
    document, _ = compose("x.yml", b"- id: one\n  list: [a, b]\n")
    assert isinstance(document.root, Sequence)
    record = document.root.items[0]
    assert isinstance(record, Mapping)
    assert record.entries["id"] == (Scalar("id", 1, 3, 2), Scalar("one", 1, 7, 3))
    assert locate(document.root, (0, "list", 1)) == Scalar("b", 2, 13, 1)
    assert locate(document.root, (0, "list"), key=True) == Scalar("list", 2, 3, 4)


def test_locating_what_is_not_there_gives_the_nearest_above() -> None:
    """A missing key is reported at the record that lacks it."""
    document, _ = compose("x.yml", b"- id: one\n")
    assert document.root is not None
    assert locate(document.root, (0, "evidence", 3)) == document.root.items[0]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: *x\n", 'content/x.yml:1:4: error[alias]\n  "*x" is read as a reference to an anchor, which content files do not use\n'  # noqa: E501
         "  | a: *x\n  |    ^^\n  help: text that begins with * must be quoted: put the text in double quotes, or use | and write "  # noqa: E501
         "it on the next line"),
        ("a: &y z\n", 'content/x.yml:1:4: error[anchor]\n  "&y" is read as an anchor, which content files do not use\n'
         "  | a: &y z\n  |    ^^\n  help: text that begins with & must be quoted: put the text in double quotes, or use | and write "  # noqa: E501
         "it on the next line"),
        ("a: say: b\n", "content/x.yml:1:7: error[bad-yaml]\n  ': ' inside unquoted text is read as a key and its value\n"  # noqa: E501
         "  | a: say: b\n  |       ^\n  help: put the text in double quotes, or use | and write it on the next line"),
        ("a: half # lost\n", "content/x.yml:1:9: error[lost-text]\n  YAML drops everything after ' #' on this line\n"
         "  | a: half # lost\n  |         ^\n  help: if it is text, put the text in double quotes, or use | and write it on the "  # noqa: E501
         "next line; if it is a comment, give it a line of its own"),
        ("a: 1\na: 2\n", 'content/x.yml:2:1: error[duplicate-key]\n  the key "a" stands here twice; the first is in line 1\n'  # noqa: E501
         "  | a: 2\n  | ^\n  help: remove one of the two"),
        ("a: !!python/object x\n", 'content/x.yml:1:4: error[tag]\n  "tag:yaml.org,2002:python/object" is read as a YAML tag, which '  # noqa: E501
         "content files do not use\n  | a: !!python/object x\n  |    ^\n  help: text that begins with ! must be quoted: put the "  # noqa: E501
         "text in double quotes, or use | and write it on the next line"),
        ("<<: {a: 1}\n", "content/x.yml:1:1: error[merge-key]\n  merge keys are not used in content files\n  | <<: {a: 1}\n  | ^"),  # noqa: E501
        ("a: 1\n---\nb: 2\n", "content/x.yml:2:1: error[several-documents]\n  a second document begins here\n  | ---\n  | ^\n"  # noqa: E501
         "  help: remove the line ---; a file holds one list of records"),
        (b"a: 1\nb: \xff\n", "content/x.yml:2:4: error[not-utf-8]\n  the file is not UTF-8 text\n"
         "  help: save it as UTF-8 in your editor"),
    ],
    ids=["alias", "anchor", "colon", "comment", "duplicate", "tag", "merge", "documents", "bytes"],
)  # fmt: skip
def test_what_yaml_would_misread_is_refused(text: str | bytes, expected: str) -> None:
    """Each trap of YAML gives one message that says how to write it instead."""
    assert told(text) == expected


@pytest.mark.parametrize("opening", ["[", "- ", "{a: "], ids=["flow list", "block list", "flow mapping"])
def test_deep_nesting_is_refused(opening: str) -> None:
    """A file nested a hundred thousand levels deep is an error, not a crash."""
    assert "error[too-deep]" in told(opening * 100_000)


def test_huge_file_is_refused() -> None:
    """The limit is told in the message."""
    assert told(b"a" * (MAX_BYTES + 1)) == (
        "content/x.yml:1:1: error[too-large]\n  the file is 2,000,001 bytes; the limit is 2,000,000\n"
        "  help: split it into several files"
    )


def test_comment_on_its_own_line_and_byte_order_mark_are_fine() -> None:
    """What editors' programs write is accepted."""
    assert read("\ufeff# a comment\na: b\n") == {"a": "b"}


@given(st.binary(max_size=300))
def test_any_bytes_give_a_tree_or_diagnostics(data: bytes) -> None:
    """No input raises; a file without problems has a tree or is empty."""
    document, problems = compose("x.yml", data)
    assert problems == [] or document.root is None


@given(st.recursive(st.text(max_size=12), lambda inner: st.lists(inner, max_size=4), max_leaves=12))
def test_what_was_written_is_read_back(value: object) -> None:
    """Quoted text comes back as it was, however odd."""
    import json

    document, problems = compose("x.yml", json.dumps(value).encode())
    if problems:  # YAML knows no lone surrogates and no unprintable characters
        assert {p.code for p in problems} <= {"bad-yaml", "too-deep"}
    elif document.root is not None:
        assert plain(document.root) == value
