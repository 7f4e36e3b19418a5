"""Linked data in a page (JSON-LD): addresses are the site's or a source's, values those of the record that is named.

Every other number in a text belongs to the records that the provenance file gives for the page's data; a number
that is no text must be one of the few that are proved here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from build_scripts.facts.figure import Figure
from build_scripts.gate import _structure
from build_scripts.gate._book import Book
from build_scripts.numerals import scaled

CONTEXT = "https://schema.org"
ENDS = {
    "value": ("exact",), "minValue": ("over", "at-least", "between"), "maxValue": ("under", "at-most", "between"),
}  # fmt: skip
"""The properties that hold a figure, and the hedges with which they may."""
_ADDRESS = re.compile(r"https?://\S+")


def orphans(text: str, keys: tuple[str, ...], book: Book) -> Iterator[tuple[str, str]]:
    """(part, what is wrong with it); `keys` are the records behind the page's data."""
    try:
        held = json.loads(text, parse_int=Decimal, parse_float=Decimal)
    except json.JSONDecodeError as error:
        yield text[:100], f"it cannot be read: {error}"
        return
    if not isinstance(held, dict) or held.pop("@context", None) != CONTEXT:
        yield text[:100], "it is no linked data in the words of schema.org"
        return
    yield from _node(held, keys, book)


def _node(node: dict[str, Any], keys: tuple[str, ...], book: Book) -> Iterator[tuple[str, str]]:
    fact = book.site.facts.get(str(node.get("identifier")))
    if "identifier" in node and fact is None:
        yield str(node["identifier"]), "there is no such record"
    for name, value in node.items():
        if name == "itemListElement":
            places = [item.get("position") for item in value]
            if places != [Decimal(n) for n in range(1, len(value) + 1)]:
                yield str(places), "the steps are not counted from one"
            for item in value:
                yield from _node({k: v for k, v in item.items() if k != "position"}, keys, book)
        elif isinstance(value, Decimal):
            wrong = _value(name, value, fact)
            if wrong:
                yield f"{name}: {value}", wrong
        elif name == "unitText":
            if not isinstance(fact, Figure) or value != book.site.units[fact.unit].many:
                yield str(value), "it is not the unit of the record"
        elif name != "identifier":
            for part in value if isinstance(value, list) else [value]:
                yield from _part(name, part, keys, book)


def _part(name: str, part: Any, keys: tuple[str, ...], book: Book) -> Iterator[tuple[str, str]]:
    if isinstance(part, dict):
        yield from _node(part, keys, book)
    elif isinstance(part, Decimal):
        yield f"{name}: {part}", "a list of numbers names no record"
    elif isinstance(part, str):
        wrong = None
        if _ADDRESS.fullmatch(part):
            known = part == book.site.config.licence_url
            wrong = None if known else _structure.address(part, {}, book)
        elif book.loose(part):
            wrong = book.told(part, keys)
        if wrong:
            yield part[:100], wrong


def _value(name: str, value: Decimal, fact: object) -> str | None:
    """None if the record that the node names has this value, and a hedge that allows to say it so."""
    if not isinstance(fact, Figure):
        return "it names no record with a figure"
    if fact.hedge not in ENDS.get(name, ()):
        return f'the record of "{fact.id}" has the hedge {fact.hedge}'
    due = fact.value if fact.hedge != "between" else fact.low if name == "minValue" else fact.high
    assert due is not None
    due = scaled(due, fact.scale)
    return None if value == due else f'the record of "{fact.id}" holds {due}'
