"""A small finished site about the made-up harbour, and the gate on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._run import judged
from build_scripts.model import Site

FOLDER = Path(__file__).parent / "site"

Gate = Callable[..., list[Orphan]]


@pytest.fixture(scope="session")
def book(site: Site) -> Book:
    return Book(site)


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """The clean site, by path."""
    return {
        path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in sorted(FOLDER.rglob("*")) if path.is_file()
    }


@pytest.fixture
def gate(book: Book) -> Gate:
    """What the gate says of files: `gate({"a.css": "…"})`."""

    def run(contents: dict[str, str | bytes]) -> list[Orphan]:
        return list(
            judged({path: text if isinstance(text, bytes) else text.encode() for path, text in contents.items()}, book)
        )

    return run


@pytest.fixture
def whys(gate: Gate) -> Callable[[str, str | bytes], list[str]]:
    """What is wrong with one file."""
    return lambda path, text: [orphan.why for orphan in gate({path: text})]


@pytest.fixture
def body(whys: Callable[[str, str], list[str]]) -> Callable[[str], list[str]]:
    """What is wrong with the body of a page."""
    return lambda html: whys(
        "page.html", f"<!doctype html><html><head><title>Page</title></head><body>{html}</body></html>"
    )
