"""`facts.csv`: every fact a row, every cell what the record says, and how the gate reads it."""

# ruff: noqa: E501  (what is planted and what is said of it stand on one line)

from __future__ import annotations

import pytest

from build_scripts.columns import FACTS
from build_scripts.exports import facts_csv
from build_scripts.gate._book import Book
from build_scripts.gate._run import judged
from build_scripts.model import Site
from build_scripts.pages._view import View
from exports.conftest import Planted, Rows

NB = "\N{NO-BREAK SPACE}"


def test_every_fact_is_a_row(tables: dict[str, Rows], records: Book) -> None:
    """In the order of the records, points of series among them; the columns are those that are explained."""
    found = tables["facts.csv"]
    assert (list(records.site.facts), [column.name for column in FACTS]) == (
        list(found), list(found["ferries-all"]),
    )  # fmt: skip


def test_row_of_a_claim(tables: dict[str, Rows]) -> None:
    """Value, scale, unit and hedge apart, as printed, and the figure as readers see it."""
    row = tables["facts.csv"]["quay-cost"]
    expected = {
        "version": "1", "kind": "figure", "label": "Cost of the new quay",
        "statement": f"The new quay will cost about 40{NB}million{NB}crowns.", "figure": f"about 40{NB}million{NB}crowns",
        "value": "40", "low": "", "high": "", "scale": "million", "unit": "crowns", "hedge": "about", "status": "target",
        "indicator": "spending", "rank": "", "place": "sund", "place_name": "Sund", "period": "2025/2027",
        "said_by": "mayor", "speaker": "Ada Lind", "confidence": "high", "sources": "mayor-speech", "at": "4",
        "printed": "some 40 million crowns", "verdict": "context", "reason": "A plan; nothing can be checked yet.",
        "page": "https://harbour.example/book/facts/quay-cost.html",
    }  # fmt: skip
    assert expected == {name: row[name] for name in expected}


def test_zeros_and_ranges_as_printed(tables: dict[str, Rows]) -> None:
    """1.40 keeps its zero; a range has two ends and no value."""
    found = tables["facts.csv"]
    assert ("1.40", ("", "5", "6")) == (
        found["freight-yearbook-2021"]["value"],
        tuple(found["passengers-range"][name] for name in ("value", "low", "high")),
    )


def test_two_builds_are_the_same(site: Site) -> None:
    """Byte for byte, line feeds included."""
    first, second = ([a.body for a in facts_csv.export(View(site))] for _ in range(2))
    assert (first, False) == (second, "\r" in str(first[0]))


def test_every_number_is_tied(files: dict[str, bytes], records: Book) -> None:
    """All files of the data together, read as they are."""
    assert [] == list(judged(files, records))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (",40,,,million", ",41,,,million", "the record holds 40"),
        (",40,,,million", ",forty,,,million", "it is no number"),
        (",40,,,million", ",40,,,billion", "the record has million"),
        (f"about 40{NB}million{NB}crowns,40", f"about 41{NB}million{NB}crowns,40", "it shows about 41"),
        (f"about 40{NB}million{NB}crowns,40", f"40{NB}million{NB}crowns,40", "it shows the hedge exact"),
        (f"about 40{NB}million{NB}crowns,40", ",40", "the figure is missing"),
        (f"will cost about 40{NB}million", f"will cost about 50{NB}million", "it shows about 50"),
        ("The new quay will", "The 2 new quays will", "these are not the words of the record"),
        ("The new quay will", "The old quay will", "these are not the words of the record"),
        (f"counts 7{NB}ferries.", f"counts 8{NB}ferries.", "it shows 8"),
        ("ferries-yearbook,2,", "ferries-yearbook,3,", "the record has 2"),
        (",2025/2027,", ",2025/2028,", "the record has 2025/2027"),
        ("some 40 million crowns", "some 14 million crowns", "the record has some 40 million crowns"),
        ("facts/quay-cost.html", "facts/quay-40.html", "the record has https://harbour.example/book/facts/quay-cost.html"),
        ("quay-cost,1,", "quay-40,1,", "the row names no record"),
        ("supporting,opposing", "supporting,40", "the head of a column holds a number"),
        ("supporting,opposing", "supporting,other", "no field of a record has this name"),
        ("oldest-port,1,superlative,Age of the port", "oldest-port,1,superlative,Age of 3 ports", "these are not the words of the record"),
    ],
)  # fmt: skip
def test_planted_numbers_are_found(planted: Planted, old: str, new: str, why: str) -> None:
    """In each kind of cell."""
    planted("facts.csv", old, new, why)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (",hedge,", ",hedge of old,", "a value needs the columns hedge, id, period, scale, unit"),
        (",value,low,", ",value,value,", "two columns have one name"),
        ("quay-cost,1,figure", "ferries-all,1,figure", "these are not all its facts on record"),
    ],
)
def test_tables_are_whole(planted: Planted, old: str, new: str, why: str) -> None:
    """No column is missing without which a value says something else, no fact is missing or told twice."""
    planted("facts.csv", old, new, why)
