"""The gate proves each part of the manifest and lets nothing else into it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from build_scripts import manifest
from build_scripts.gate._run import orphans
from build_scripts.model import Site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.js").write_text("code")
    manifest.write(site, tmp_path)
    return site


def test_manifest_of_a_build_passes(folder: Path, site: Site) -> None:
    """Hashes hold digits that no record has."""
    assert [] == orphans(folder, site)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"files": {"a.js": "20 percent"}}, "files"),
        ({"versions": {"mkdocs": "20 percent"}}, "versions"),
        ({"commit": "20 percent"}, "commit"),
        ({"growth": "20 percent"}, "growth"),
    ],
)
def test_figure_in_the_manifest_is_told(folder: Path, site: Site, change: dict[str, Any], part: str) -> None:
    """In whichever part."""
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    assert [part] == [orphan.text for orphan in orphans(folder, site)]
