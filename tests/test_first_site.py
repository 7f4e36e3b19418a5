"""The guide to a first site is followed to the letter."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from building import ROOT, build, checkout

from build_scripts.pipeline import checked
from build_scripts.verification import verify

GUIDE = (ROOT / "docs/dev/first-site.md").read_text("utf-8")
FILES = dict(re.findall(r"^`content/([\w/.-]+)`\n\n```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_guide_is_a_whole_site(content: Path, tmp_path: Path) -> None:
    """It has no error and no warning, and passes the gate."""
    assert 8 == len(FILES)
    assert [] == checked(content, today=date(2026, 12, 1)).diagnostics
    site = build(checkout(tmp_path / "first", content))
    home = (site / "index.html").read_text("utf-8")
    assert 'data-fact="visits-2025">over 41,000\u00a0visits<' in home
    assert "See the claim</a>" in home


def test_text_of_the_guide_is_the_one_recorded(content: Path) -> None:
    """Hashes, words and what is printed hold for the text that stands in the guide."""
    (text,) = re.findall(r"^```text\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    site = checked(content, today=date(2026, 12, 1)).site
    assert site
    outcome = verify(site, {"leaflet": text}, date(2026, 12, 1))
    assert ([], 1) == (outcome.diagnostics, outcome.held)


def test_kinds_of_page_are_all_named() -> None:
    """What the guide lists is what there is."""
    listed = set(re.findall(r"`([a-z]+)`", GUIDE.partition("- More kinds of page:")[2].partition("\n- ")[0]))
    made = {path.name.removesuffix(".md.j2") for path in (ROOT / "build_scripts/pages").glob("[a-z]*.md.j2")}
    of_records = {"fact", "series", "source", "chart", "retired"}
    assert made - of_records == listed | {"home", "register", "chapter"}
