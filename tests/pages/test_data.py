"""The page about the files."""

from __future__ import annotations

import re
from pathlib import Path

from built import built as built

from build_scripts.columns import FACTS, FILES, PACKAGE, SERIES
from pages.conftest import Book


def test_every_file_can_be_fetched(book: Book) -> None:
    """With what is in it."""
    links = re.findall(r'<th scope="row"><a href="([^"]+)" download>', book["data.md"].body)
    assert [*(file.path for file in FILES), PACKAGE] == links


def test_every_column_is_explained(book: Book) -> None:
    """In the order of the files."""
    names = re.findall(r'<th scope="row"><code>(\w+)</code></th><td data-l="Meaning">[^<]+</td>', book["data.md"].body)
    assert [column.name for column in (*FACTS, *SERIES)] == names


def test_licence_is_that_of_the_site(book: Book) -> None:
    """A link to its text."""
    assert (
        'href="https://creativecommons.org/licenses/by/4.0/" data-structural="licence">CC BY 4.0</a>'
        in book["data.md"].body
    )


def test_files_lie_beside_the_page(built: Path) -> None:
    """All that the page links to."""
    assert [] == [name for name in (*(file.path for file in FILES), PACKAGE) if not (built / name).is_file()]
