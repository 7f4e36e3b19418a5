"""Would the site outlive its builder? The plain Markdown tree, built by another one, and what of it survives.

The other builder gets the rendered files and a configuration of a few lines. It knows neither the hook nor the theme.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

CONFIGURATION = """\
site_name: Canary
docs_dir: docs
site_dir: site
use_directory_urls: false
theme:
  name: material
  font: false
markdown_extensions:
  - attr_list
  - md_in_html
  - tables
  - toc
"""
FILES = (".csv", ".json", ".png", ".svg", ".xml")


@dataclass(frozen=True)
class Row:
    """How many of a kind of thing there are, and what became of them; `lost` names those that did not survive."""

    what: str
    all: int
    lost: tuple[str, ...]


def prepare(rendered: Path, assets: Path, work: Path) -> None:
    """Lay out a project for the other builder; the name of our own template is all that is taken out of a page."""
    shutil.copytree(rendered, work / "docs")
    shutil.copytree(assets, work / "docs" / "assets", dirs_exist_ok=True)
    for path in (work / "docs").rglob("*.md"):
        head, mark, body = path.read_text("utf-8").partition("\n---\n")
        path.write_text(re.sub(r"\ntemplate: .*", "", head) + mark + body, "utf-8")
    (work / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")


def built(work: Path, builder: Path) -> str:
    """Run the other builder; returns what it says if it fails, else nothing."""
    done = subprocess.run([builder, "build"], cwd=work, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else (done.stderr or done.stdout).strip()


def survey(work: Path) -> list[Row]:
    """Compare what was given with what came out: pages, figures, links between pages, charts, and other files."""
    docs, site = work / "docs", work / "site"
    sources = {
        path.relative_to(docs).with_suffix(".html").as_posix(): path.read_text("utf-8")
        for path in sorted(docs.rglob("*.md"))
    }
    pages = {
        name: html.document_fromstring((site / name).read_bytes().decode("utf-8"))
        for name in sources
        if (site / name).exists()
    }
    files = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*")) if path.suffix in FILES}
    links = list(_links(pages))
    return [
        Row("pages", len(sources), tuple(name for name in sources if name not in pages)),
        _counted("figures", sources, pages, "<data ", ".//data"),
        _counted("charts", sources, pages, '<svg class="chart ', ".//svg[@class]"),
        Row("links", len(links), tuple(f"{page} to {to}" for page, to in links if not _leads(page, to, pages, site))),
        Row(
            "files",
            len(files),
            tuple(n for n, p in files.items() if not (site / n).exists() or (site / n).read_bytes() != p.read_bytes()),
        ),
    ]


def table(rows: list[Row]) -> str:
    """In Markdown, with the first few of what was lost."""
    lines = ["| what | given | survive | lost |", "| --- | ---: | ---: | --- |"]
    for row in rows:
        more = f" and {len(row.lost) - 3} more" if len(row.lost) > 3 else ""
        lines.append(f"| {row.what} | {row.all} | {row.all - len(row.lost)} | {', '.join(row.lost[:3])}{more} |")
    return "\n".join(lines)


def _counted(what: str, sources: dict[str, str], pages: dict[str, etree._Element], mark: str, path: str) -> Row:
    """Elements that a page's text begins with `mark`, found again in the finished page."""
    lost: list[str] = []
    for name, text in sources.items():
        kept = (
            len([e for e in pages[name].findall(path) if what != "charts" or "chart" in str(e.get("class")).split()])
            if name in pages
            else 0
        )
        lost += [name] * max(0, text.partition("\n---\n")[2].count(mark) - kept)
    return Row(what, sum(text.partition("\n---\n")[2].count(mark) for text in sources.values()), tuple(lost))


def _links(pages: dict[str, etree._Element]) -> Iterator[tuple[str, str]]:
    for name, root in pages.items():
        inside = root.find(".//article")
        for element in (root if inside is None else inside).iter("a"):
            to = str(element.get("href") or "")
            if to and not urlsplit(to).scheme:
                yield name, to


def _leads(page: str, to: str, pages: dict[str, etree._Element], site: Path) -> bool:
    """Is there a file at the end of the link, and in it the place that it names?"""
    parts = urlsplit(to)
    path = (site / page).parent / unquote(parts.path) if parts.path else site / page
    path = path / "index.html" if path.is_dir() else path
    if not path.is_file():
        return False
    root = pages.get(path.resolve().relative_to(site.resolve()).as_posix())
    return not parts.fragment or root is None or bool(root.xpath("//*[@id=$id]", id=unquote(parts.fragment)))
