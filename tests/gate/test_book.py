"""What stands in a text besides figures is told by spans; they may overlap, hold each other and come in any order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_scripts import numerals
from build_scripts.gate._book import _outside

TEXT = "1 22 333 4444 55555 666666"
SPANS = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).map(tuple))


@given(SPANS)
def test_a_number_is_outside_if_it_lies_in_no_span(spans: list[tuple[int, int]]) -> None:
    tokens = numerals.tokens(TEXT)
    expected = [t for t in tokens if not any(start <= t.start and t.end <= end for start, end in spans)]
    assert expected == _outside(tokens, spans)
