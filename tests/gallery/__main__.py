"""`python -m tests.gallery [FILE]`: writes the page of all kinds of chart, for people to look at."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from build_scripts.charts import _cookbook
from build_scripts.charts._draw import draw
from build_scripts.loading import load

HERE = Path(__file__).parent
ASSETS = HERE.parents[1] / "build_scripts" / "theme" / "assets"


def write(target: Path, cache: Path | None = None) -> None:
    """The page, with style sheets and script inside it; fonts come from their place in the theme."""
    site = load(HERE / "content", today=date(2025, 6, 15)).site
    assert site is not None
    drawn = {id: draw(spec, site, cache) for id, spec in site.charts.items()}
    styles = "".join((ASSETS / name).read_text("utf-8") for name in ("ledger.css", "charts.css"))
    styles = styles.replace("url(fonts/", f"url({(ASSETS / 'fonts').as_uri()}/")
    styles = styles.replace("font-display:optional", "font-display:block")  # drawings are looked at in their own font
    styles += "main{width:100%;max-width:65rem;margin:0 auto;padding:1.25rem}pre{overflow-x:auto}"
    yaml = (HERE / "content" / "charts.yml").read_text("utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        _cookbook.page(site, drawn, yaml, styles, (ASSETS / "charts.js").read_text("utf-8")), "utf-8"
    )  # fmt: skip


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else ".cache/gallery.html")
    write(target, Path(".cache/charts"))
    print(target)
