"""docs/dev/licences.md knows everything that ships in the site, and each licence lies where the page says."""

from __future__ import annotations

import fnmatch
import re
from pathlib import Path

from built import built as built

ROOT = Path(__file__).resolve().parent.parent
ROWS = [
    line.strip("| ").split(" | ")
    for line in (ROOT / "docs/dev/licences.md").read_text("utf-8").splitlines()
    if "|" in line
][2:]


def test_every_asset_has_a_row(built: Path) -> None:
    """Style sheets that pages make are ours; licences need none."""
    known = ["assets/licences/*", "assets/fonts/OFL-*", "assets/register.css"]
    for row in ROWS:
        known += [f"{name}*" if name.endswith("/") else name for name in re.findall(r"`(assets/[^`]+)`", row[1])]
    files = [path.relative_to(built).as_posix() for path in (built / "assets").rglob("*") if path.is_file()]
    assert [] == [name for name in files if not any(fnmatch.fnmatch(name, pattern) for pattern in known)]


def test_licences_that_ship_are_there(built: Path) -> None:
    """Beside what they are the licence of, and not empty."""
    named = [name for row in ROWS for name in re.findall(r"`(assets/[^`]+\.txt)`", row[3])]
    sizes = {name: (built / name).stat().st_size for name in named}
    assert ({"assets/licences/mkdocs-material.txt"}, True) == (
        {name for name in named if "OFL" not in name},
        min(sizes.values()) > 500,
    )
