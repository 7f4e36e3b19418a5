"""`sources.csl.json`: the sources for citation processors, by the rules of the schema of CSL 1.0.2.

The schema is large and changes slowly; what of it these items use is written out here.
"""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.gate._book import Book
from exports.conftest import Planted

TYPES = {"article-newspaper", "article-journal", "entry-encyclopedia", "report", "webpage"}
TEXTS = {"id", "type", "title", "publisher", "container-title", "language", "URL"}


@pytest.fixture
def items(values: dict[str, Any]) -> Any:
    return values["sources.csl.json"]


def test_every_source_once(items: list[dict[str, Any]], records: Book) -> None:
    """In the order of the records."""
    assert list(records.site.sources) == [item["id"] for item in items]


def test_items_keep_to_the_schema(items: list[dict[str, Any]]) -> None:
    """An id and a known type; text where text is due; names and dates in their own shapes; nothing else."""
    for item in items:
        assert TYPES >= {item["type"]}
        assert set(item) <= TEXTS | {"author", "issued"}, item
        assert all(isinstance(item[name], str) for name in TEXTS & set(item)), item
        assert all(set(name) == {"literal"} for name in item.get("author", [])), item
        issued = item.get("issued", {"literal": ""})
        (parts,) = issued.get("date-parts", [[2025]])
        assert len(issued) == 1
        assert 1 <= len(parts) <= 3
        assert all(isinstance(part, int) for part in parts)


def test_titles_of_ours_stand_in_brackets(items: list[dict[str, Any]]) -> None:
    """So that nobody takes them for the publisher's; a source without a date has none here."""
    (found,) = [item for item in items if item["id"] == "undated-note"]
    assert {
        "id": "undated-note", "type": "webpage", "title": "[A note on R2 & more]",
        "author": [{"literal": "A. Aa"}, {"literal": "B. Bb"}], "publisher": "Tunnel Board", "language": "zh",
        "URL": "https://tunnel.example/note",
    } == found  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("[[2025, 2]]", "[[2025, 9]]", "the record has {'date-parts': [[2025, 2]]}"),
        ("[[2025, 3, 4]]", "[[2025, 3, 40]]", "the record has {'date-parts': [[2025, 3, 4]]}"),
        ("Yearbook of the Port Office", "Yearbook of 40 ports", "the record has Yearbook of the Port Office"),
        ('"publisher": "Port Office"', '"publisher": "Port Office 2"', "the record has Port Office"),
        ("https://port.example/yearbook", "https://port.example/40", "the record has https://port.example/yearbook"),
        ('"language": "zh"', '"language": "zh", "volume": 40', "no field of a source has this name"),
        ('"type": "webpage"', '"type": "webpage 40"', "it holds a number"),
        ('"literal": "A. Aa"', '"literal": "A. 40"', "the record has ["),
        ('"id": "port-yearbook"', '"id": "port-40"', "it names no source"),
    ],
)
def test_planted_numbers_are_found(planted: Planted, old: str, new: str, why: str) -> None:
    """In every field."""
    planted("sources.csl.json", old, new, why)
