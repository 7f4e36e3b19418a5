"""Ranks in words: "sixth" is no number in prose, but where it stands for a record it must be the record's."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("value", "shown", "expected"),
    [
        ("2", "second", []),
        ("2", " Second ", []),
        ("2", "2nd", []),
        ("2", "third", ['it shows 3, the rank of "oldest-port" is 2']),
        ("3", "second", ['value is 3, the rank of "oldest-port" is 2']),
        ("2", "second half", []),
        ("2", "old", ['it shows neither figure, period nor verdict of "oldest-port"']),
    ],
)
def test_rank_is_that_of_the_record(
    body: Callable[[str], list[str]], value: str, shown: str, expected: list[str]
) -> None:
    """Only where the ordinal is all that the element shows; other words rank nothing."""
    assert expected == body(f'<p>The <data value="{value}" data-fact="oldest-port">{shown}</data> port.</p>')


def test_ordinal_of_a_figure(body: Callable[[str], list[str]]) -> None:
    """The same for a number that a sentence counts by."""
    assert [] == body('<p>The <data value="8" data-fact="ferries-all">eighth</data> ferry.</p>')
    wrong = body('<p>The <data value="8" data-fact="ferries-all">ninth</data> ferry.</p>')
    assert ['it shows ninth, the record of "ferries-all" holds 8 one'] == wrong
