"""What only machines read: linked data, heads, pictures, the web manifest. A wrong number in any of them is told."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from build_scripts.gate import _jsonld
from build_scripts.gate._book import Book, Orphan

Whys = Callable[[str, "str | bytes"], list[str]]
Gate = Callable[["dict[str, str | bytes]"], list[Orphan]]

FIGURE = {"@type": "Observation", "identifier": "quay-cost", "unitText": "crowns"}


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def picture(*chunks: bytes, width: int = 2, height: int = 3) -> bytes:
    head = struct.pack(">II", width, height) + b"\x08\x03\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IEND", b"")


def words(name: str, text: str) -> bytes:
    return chunk(b"iTXt", name.encode() + b"\0\0\0\0\0" + text.encode())


@pytest.mark.parametrize(
    ("chunks", "told"),
    [
        ([words("Title", "A quay")], []),
        ([words("Title", "A quay for 41")], ['"41" belongs to none of its records']),
        ([words("Title", "A quay"), words("Description", "forty berths")], ['"forty" belongs to none']),
        ([], ["a card without its words"]),
        ([words("Description", "A quay")], ["a card without its words"]),
        ([chunk(b"tEXt", b"Title\0A quay")], ["it cannot be read: it holds tEXt"]),
        ([chunk(b"iTXt", b"Title\0\1\0\0\0x")], ["it cannot be read: it holds a packed text"]),
        ([words("Title", "A quay")[:-1] + b"\0"], ["it cannot be read: a part of it is broken"]),
    ],
)
def test_words_of_a_card(chunks: list[bytes], told: list[str], whys: Whys) -> None:
    """They are read like any text; a card that does not carry them cannot be judged."""
    found = whys("cards/quay.png", picture(*chunks))
    assert len(told) == len(found), found
    assert all(part in why for part, why in zip(told, found, strict=True)), found


def test_no_picture(whys: Whys) -> None:
    """What only has the name of one is told."""
    assert ["it cannot be read: it is no PNG"] == whys("a.png", "40")


def linked(*nodes: dict[str, Any]) -> str:
    return json.dumps({"@context": "https://schema.org", "@graph": list(nodes)})


def judged(book: Book, text: str, *keys: str) -> list[str]:
    return [why for _, why in _jsonld.orphans(text, keys, book)]


@pytest.mark.parametrize(
    ("node", "told"),
    [
        ({"name": "A quay"}, []),
        ({"name": "41 quays"}, ['"41" belongs to none']),
        ({"inner": {"names": ["41 quays"]}}, ['"41" belongs to none']),
        ({"url": "https://harbour.example/book/facts/quay-41.html"}, []),
        ({"url": "https://elsewhere.example/41"}, ["it is no address of the site or a source"]),
        ({"width": 41}, ["it names no record with a figure"]),
        ({"widths": [41]}, ["a list of numbers names no record"]),
        ({"identifier": "no-such-quay"}, ["there is no such record"]),
        ({"itemListElement": [{"position": 1, "name": "A"}, {"position": 2, "name": "B"}]}, []),
        ({"itemListElement": [{"position": 1}, {"position": 3}]}, ["the steps are not counted from one"]),
        ({"itemListElement": [{"position": 1, "name": "41 quays"}]}, ['"41" belongs to none']),
    ],
)
def test_texts_and_numbers_of_linked_data(node: dict[str, Any], told: list[str], book: Book) -> None:
    """Texts need a record, addresses a page or source; a bare number needs a node that names its record."""
    found = judged(book, linked(node))
    assert len(told) == len(found), found
    assert all(part in why for part, why in zip(told, found, strict=True)), found


def test_what_is_no_linked_data(book: Book) -> None:
    """Other words than those of schema.org, or none at all."""
    assert ["it is no linked data in the words of schema.org"] == judged(book, "[40]")
    assert ["it is no linked data in the words of schema.org"] == judged(book, '{"@context": "https://x.example"}')
    (why,) = judged(book, "{")
    assert why.startswith("it cannot be read")


def test_values_are_the_record_s(book: Book) -> None:
    """Exactly, with the scale worked in, and under a name that its hedge allows."""
    exact = next(f for f in book.site.facts.values() if getattr(f, "hedge", "") == "exact")
    due = float(book.site.facts[exact.id].value)  # type: ignore[attr-defined]
    assert [] == judged(book, linked({"identifier": exact.id, "value": due}))
    assert 1 == len(judged(book, linked({"identifier": exact.id, "value": due + 1})))
    assert [f'the record of "{exact.id}" has the hedge exact'] == judged(
        book, linked({"identifier": exact.id, "minValue": due})
    )
    assert ['the record of "quay-cost" has the hedge about'] == judged(book, linked({**FIGURE, "value": 40000000}))
    assert [] == judged(book, linked({**FIGURE, "value": "about 40 million crowns"}), "fact:quay-cost")
    assert 1 == len(judged(book, linked({**FIGURE, "value": "about 41 million crowns"}), "fact:quay-cost"))


def test_unit_is_the_record_s(book: Book) -> None:
    """Another unit, or a unit of nothing, is told."""
    assert [] == judged(book, linked(FIGURE))
    assert ["it is not the unit of the record"] == judged(book, linked({**FIGURE, "unitText": "tonnes"}))
    assert ["it is not the unit of the record"] == judged(book, linked({"unitText": "crowns"}))


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ({"name": "The Harbour Book"}, []),
        ({"name": "41 harbours"}, ['"41" belongs to none']),
        ({"theme_color": "#f0f5ee"}, []),
        ({"theme_color": "41 harbours"}, ['"41" belongs to none']),
        ({"start_url": "index.html"}, []),
        ({"counted": "41"}, ["it is no part of a manifest that is known"]),
        ({"icons": [{"src": "no-such.png", "sizes": "2x3"}]}, ["there is no such picture"]),
    ],
)
def test_web_manifest(part: dict[str, Any], told: list[str], whys: Whys) -> None:
    """Names, addresses and colours; nothing else is known, and numbers need a record."""
    found = whys("site.webmanifest", json.dumps(part))
    assert len(told) == len(found), found
    assert all(a in b for a, b in zip(told, found, strict=True)), found


@pytest.mark.parametrize(("sizes", "told"), [("2x3", []), ("3x2", ["the picture measures 2x3"])])
def test_icon_has_the_size_that_is_told(sizes: str, told: list[str], gate: Gate) -> None:
    """Width first."""
    manifest = json.dumps({"icons": [{"src": "icon.png", "sizes": sizes}]})
    assert told == [orphan.why for orphan in gate({"site.webmanifest": manifest, "icon.png": picture()})]


HOME = "https://harbour.example/book/"
HEAD = {"url": HOME + "a.html", "image": HOME + "a.png", "image:width": "2", "image:height": "3"}


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ({}, []),
        ({"url": "https://elsewhere.example/41"}, ["og:url: it is no address of the site or a source"]),
        ({"image:width": "3"}, ["og:image:width: the picture has 2 points"]),
        ({"image:height": "2"}, ["og:image:height: the picture has 3 points"]),
        (
            {"image": HOME + "b.png"},
            [f'og:image:{side}: there is no picture "{HOME}b.png"' for side in ("height", "width")],
        ),
    ],
)
def test_addresses_and_sizes_in_a_head(part: dict[str, str], told: list[str], gate: Gate) -> None:
    """They are held against the site itself: no record knows them."""
    metas = "".join(f'<meta property="og:{name}" content="{text}">' for name, text in {**HEAD, **part}.items())
    page = f"<!doctype html><html><head><title>A quay</title>{metas}</head><body></body></html>"
    assert told == [orphan.why for orphan in gate({"a.html": page, "a.png": picture()})]
