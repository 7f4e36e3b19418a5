"""Server headers hold no figure of the world, and nothing else may hide among them."""

from __future__ import annotations

import pytest

from build_scripts.exports import headers
from build_scripts.gate._book import Book
from build_scripts.gate._run import judged
from build_scripts.model import Site
from build_scripts.pages._view import View


def test_headers_of_the_build_pass(site: Site) -> None:
    """As they are exported."""
    body = next(headers.export(View(site, {}))).body
    assert isinstance(body, str)
    assert [] == list(judged({"_headers": body.encode()}, Book(site)))


@pytest.mark.parametrize("line", ["Freight grew by 20 percent", "  X-Growth: 20 percent", "# 20 percent"])
def test_figure_among_headers_is_told(site: Site, line: str) -> None:
    """Comments and unknown headers are text."""
    assert [("_headers", line)] == [
        (o.path, o.text) for o in judged({"_headers": f"/*\n{line}\n".encode()}, Book(site))
    ]
