"""What carries each part of a figure, worked out by the gate for itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from build_scripts.gate._book import Book
from build_scripts.model import COMPONENTS, Evidence, Site
from build_scripts.pages.method import carried

CARRIERS = ("printed", "block", "reading", "none")


def test_agrees_with_what_pages_show(site: Site, book: Book) -> None:
    """Two workings of the same table; the rows add up to the figures."""
    shown = carried(site)
    for part in COMPONENTS:
        counted = [book.count(f"carried,component={part},by={by}") for by in CARRIERS]
        assert [shown[part][by] for by in CARRIERS] == counted
        assert book.count("facts,kind=figure") == sum(n or 0 for n in counted)


@pytest.mark.parametrize(
    "key",
    [
        "carried",
        "carried,component=value",
        "carried,component=valu,by=printed",
        "carried,by=printed,component=value,kind=figure",
    ],
)
def test_unknown_key_counts_nothing(book: Book, key: str) -> None:
    """Not zero: no number can be right for it."""
    assert book.count(key) is None


def test_order_of_the_key_is_free(book: Book) -> None:
    """As in other counts."""
    assert book.count("carried,by=printed,component=value") == book.count("carried,component=value,by=printed")


def test_wrong_number_is_found(book: Book, body: Callable[[str], list[str]]) -> None:
    """The number of the record, or an orphan."""
    due = book.count("carried,component=unit,by=printed")
    assert due

    def wrong(number: int) -> list[str]:
        return body(f'<p><data value="{number}" data-count="carried,component=unit,by=printed">{number}</data></p>')

    assert [] == wrong(due)
    assert [f'it shows "{due + 1}", the records count {due}'] == wrong(due + 1)


@pytest.mark.parametrize(
    ("evidence", "fields", "expected"),
    [
        ({"printed": "-8 ferries in 2025 at Sund"}, {"value": "-8"}, "printed printed none printed none printed printed missing"),  # noqa: E501
        ({"printed": "about ８ thousand ferries"}, {"scale": "thousand", "hedge": "about"}, "printed none printed printed printed missing missing missing"),  # noqa: E501
        ({"printed": "松德8"}, {}, "printed none none missing none missing printed missing"),
        ({"printed": "list", "how": "counted"}, {}, "missing none none missing none missing missing missing"),
        (
            {"printed": "8 ferries", "how": "computed", "reading": [{"of": "value", "because": "Sum."}, {"of": "unit", "words": "boats"}]},  # noqa: E501
            {}, "reading none none block none missing missing missing",
        ),
        ({"printed": "8 ferries", "reading": [{"of": "unit", "words": "boats"}, {"of": "sign", "words": "up"}]}, {}, "printed none none printed none missing missing missing"),  # noqa: E501
        ({"printed": "table", "how": "computed"}, {"value": "-8", "derived": {"formula": "${freight-2024}"}}, "missing reading none missing none missing missing missing"),  # noqa: E501
        ({"printed": "8 to 9"}, {"value": None, "low": "8", "high": "9", "hedge": "between"}, "printed none none missing printed missing missing missing"),  # noqa: E501
    ],
)  # fmt: skip
def test_each_part(site: Site, evidence: dict[str, Any], fields: dict[str, Any], expected: str) -> None:
    """Value, sign, scale, unit, hedge, period, place, speaker; and the pages find the same."""
    fact = site.facts["ferries-all"]
    given = fact.model_dump(by_alias=True, exclude={"evidence", "verdict", "version", "sources", "series", "period"})
    made = type(fact).model_validate(
        {**{k: v for k, v in {**given, **fields}.items() if v is not None}, "period": "2025-03",
         "evidence": (Evidence.model_validate({"source": "mayor-speech", **evidence}),)}
    )  # fmt: skip
    alone = replace(site, facts={made.id: made})
    book = Book(alone)
    found = [
        next((by for by in CARRIERS if book.count(f"carried,component={c},by={by}")), "missing") for c in COMPONENTS
    ]
    assert expected == " ".join(found)
    assert found == [next(by for by, n in carried(alone)[c].items() if n) for c in COMPONENTS]
