"""What a page says to machines: its head, its linked data, its picture, and the files beside the pages."""

from __future__ import annotations

import gzip
import json
import re
import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from built import built as built
from lxml import etree

HOME = "https://harbour.example/book/"


@cache
def parsed(path: Path) -> etree._Element:
    return etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))


def pages(built: Path) -> Iterator[tuple[str, etree._Element]]:
    """Every page but the one for what is not there, by its path."""
    for path in sorted(built.rglob("*.html")):
        if path.name != "404.html":
            yield path.relative_to(built).as_posix(), parsed(path)


def head(root: etree._Element) -> dict[str, str]:
    """Names and contents of `<meta>`, and relations and addresses of `<link>`."""
    found = {str(e.get("name") or e.get("property")): str(e.get("content")) for e in root.iterfind("head/meta")}
    return found | {str(e.get("rel")): str(e.get("href")) for e in root.iterfind("head/link")}


def linked(root: etree._Element) -> list[dict[str, Any]]:
    (text,) = [str(e.text) for e in root.iterfind("head/script[@type='application/ld+json']")]
    value = json.loads(text)
    assert "https://schema.org" == value["@context"]
    graph: list[dict[str, Any]] = value["@graph"]
    return graph


def of_type(root: etree._Element, kind: str) -> list[dict[str, Any]]:
    return [node for node in linked(root) if node["@type"] == kind]


def address(path: str) -> str:
    return HOME if path == "index.html" else HOME + path


def test_every_page_has_a_whole_head(built: Path) -> None:
    """Canonical address, description, card with picture and its words, icons and manifest: each its own."""
    for path, root in pages(built):
        told = head(root)
        assert address(path) == told["canonical"] == told["og:url"], path
        assert told["description"] == told["og:description"], path
        title = root.findtext("head/title") or ""
        assert title.startswith(told["og:title"]), path
        assert ("summary_large_image", "The Harbour Book") == (told["twitter:card"], told["og:site_name"]), path
        assert told["og:image:alt"], path
        for relation in ("icon", "apple-touch-icon", "manifest"):
            assert (built / urlsplit(urljoin("/" + path, told[relation])).path[1:]).is_file(), (path, relation)


def test_every_picture_is_there(built: Path) -> None:
    """And has the size that the head tells."""
    for path, root in pages(built):
        told = head(root)
        data = (built / told["og:image"].removeprefix(HOME)).read_bytes()
        assert (1200, 630) == struct.unpack(">II", data[16:24]), path
        assert ("1200", "630") == (told["og:image:width"], told["og:image:height"]), path


def test_chapters_and_charts_have_pictures_of_their_own(built: Path) -> None:
    """Facts have that of the chapter that tells of them; what belongs to none has the home page's."""
    shown = {path: head(root)["og:image"].removeprefix(HOME) for path, root in pages(built)}
    assert "cards/home.png" == shown["index.html"] == shown["claims.html"]
    assert "cards/traffic.png" == shown["traffic.html"]
    charts = {path for path in shown if path.startswith("charts/")}
    assert {path: f"cards/chart-{Path(path).stem}.png" for path in charts} == {path: shown[path] for path in charts}
    assert {"cards/traffic.png", "cards/money.png"} <= {shown[path] for path in shown if path.startswith("facts/")}
    assert {path.name for path in (built / "cards").iterdir()} == {Path(name).name for name in shown.values()}


def test_pictures_are_small(built: Path) -> None:
    """Cards take 40 KB at most, those of charts 60."""
    sizes = {path.name: path.stat().st_size for path in (built / "cards").iterdir()}
    assert [] == [n for n, size in sizes.items() if size > (60 if n.startswith("chart-") else 40) * 1024], sizes


def test_linked_data_says_what_the_page_is(built: Path) -> None:
    """Its address, title and description, and the way to it from the home page."""
    for path, root in pages(built):
        page = next(node for node in linked(root) if node["@type"] in ("WebPage", "CollectionPage"))
        told = head(root)
        assert (address(path), told["og:title"], told["description"]) == (
            page["url"],
            page["name"],
            page["description"],
        )
        assert told["og:image"] == page["primaryImageOfPage"]["url"]
        (way,) = of_type(root, "BreadcrumbList")
        steps = way["itemListElement"]
        assert list(range(1, len(steps) + 1)) == [step["position"] for step in steps]
        assert (HOME, address(path)) == (steps[0]["item"], steps[-1]["item"])


def test_steps_lead_to_pages(built: Path) -> None:
    """Every address of this site in linked data is one of its pages or files."""
    for path, root in pages(built):
        text = json.dumps(linked(root))
        for found in re.findall(rf'"{HOME}([^"#]*)', text):
            assert (built / (found or "index.html")).is_file(), (path, found)


def test_a_page_carries_the_marks_that_it_uses(built: Path) -> None:
    """Each verdict's mark is drawn once, and none for nothing."""
    carried = {path: (root.xpath("//symbol/@id"), root.xpath("//use/@href")) for path, root in pages(built)}
    assert {} == {path: both for path, both in carried.items() if sorted(both[0]) != sorted({h[1:] for h in both[1]})}
    assert any(held for held, _ in carried.values())
    assert ["v-not-found"] == parsed(built / "404.html").xpath("//symbol/@id")


def test_visible_steps_are_the_linked_ones(built: Path) -> None:
    """Chapters lie under the list of chapters."""
    root = parsed(built / "traffic.html")
    shown = ["".join(map(str, li.itertext())).strip() for li in root.iterfind(".//ol[@class='crumb']/li")]
    (way,) = of_type(root, "BreadcrumbList")
    assert ["Chapters", "Traffic"] == shown == [step["name"] for step in way["itemListElement"]][1:]


def facts(built: Path) -> dict[str, etree._Element]:
    return {path: root for path, root in pages(built) if path.startswith("facts/")}


def test_verdicts_are_words(built: Path) -> None:
    """A review names the verdict that the page shows, and never a number."""
    seen = set()
    for path, root in facts(built).items():
        for review in of_type(root, "ClaimReview"):
            word = next(
                "".join(map(str, e.itertext())) for e in root.iter("span") if "lg" in str(e.get("class")).split()
            )
            assert ({"@type": "Rating", "alternateName": word}) == review["reviewRating"], path
            seen.add(word)
    assert len(seen) > 1


def test_values_are_those_of_the_page(built: Path) -> None:
    """An observation's value is the machine's value of the page's figure; hedged ones are words or ends of ranges."""
    shapes = set()
    for path, root in facts(built).items():
        for told in of_type(root, "Observation"):
            shown = {str(e.get("value")) for e in root.iterfind(f".//data[@data-fact='{told['identifier']}']")}
            shapes |= {name for name in ("value", "minValue", "maxValue") if name in told}
            for name in ("value", "minValue"):
                if isinstance(told.get(name), int | float):
                    assert {float(told[name])} == {float(value) for value in shown}, path
    assert "value" in shapes


def test_targets_are_no_observations(built: Path) -> None:
    """What is aimed at was not measured."""
    aimed = [root for root in facts(built).values() if "target, not a result" in "".join(map(str, root.itertext()))]
    assert (True, []) == (bool(aimed), [node for root in aimed for node in of_type(root, "Observation")])


def test_series_are_data_sets(built: Path) -> None:
    """With licence, places, and each point under the anchor that it has on the page."""
    found = [(path, root) for path, root in pages(built) if path.startswith("series/")]
    assert found
    for path, root in found:
        (data,) = of_type(root, "Dataset")
        assert ("https://creativecommons.org/licenses/by/4.0/", address(path)) == (data["license"], data["url"])
        ids = {str(e.get("id")) for e in root.iter() if isinstance(e.tag, str) and e.get("id")}
        points = of_type(root, "Observation")
        assert points
        assert {point["identifier"] for point in points} <= ids


def test_sitemap_lists_the_canonical_addresses(built: Path) -> None:
    """All of them, each once; packed, it says the same."""
    data = (built / "sitemap.xml").read_bytes()
    listed = [str(e.text) for e in etree.fromstring(data).iter("{*}loc")]
    assert sorted(address(path) for path, _ in pages(built)) == sorted(listed)
    assert data == gzip.decompress((built / "sitemap.xml.gz").read_bytes())


def test_robots_may_read_everything(built: Path) -> None:
    """And learn where the sitemap lies."""
    expected = f"User-agent: *\nAllow: /\n\nSitemap: {HOME}sitemap.xml\n"
    assert expected == (built / "robots.txt").read_text("utf-8")


def test_manifest_names_site_and_icons(built: Path) -> None:
    """Its icons are there, in the sizes told, and it opens the home page."""
    told = json.loads((built / "site.webmanifest").read_text("utf-8"))
    assert ("The Harbour Book", "index.html", "browser") == (told["name"], told["start_url"], told["display"])
    for icon in told["icons"]:
        data = (built / icon["src"]).read_bytes()
        assert icon["sizes"] == "x".join(map(str, struct.unpack(">II", data[16:24])))


def test_page_for_what_is_not_there(built: Path) -> None:
    """It has a search, ways on, no place in a sitemap and no card; its addresses are whole, since it shows anywhere."""
    root = parsed(built / "404.html")
    told = head(root)
    assert ("noindex", None, None) == (told["robots"], told.get("canonical"), told.get("og:url"))
    assert 2 == len(list(root.iter("form")))
    links = [str(a.get("href")) for a in root.iter("a")]
    assert [] == [link for link in links if not re.match(r"#|/|https?:|mailto:", link)]


def test_foot_tells_whom_to_ask(built: Path) -> None:
    """On every page: licence, contact, a report that names the page, and the statements that site.yml lists."""
    for path, root in pages(built):
        (foot,) = root.iter("footer")
        links = {"".join(map(str, a.itertext())).strip(): str(a.get("href")) for a in foot.iter("a")}
        assert "mailto:desk@harbour.example" == links["Contact"], path
        assert links["Report an error"].startswith("mailto:desk@harbour.example?subject=Correction"), path
        assert unquote(links["Report an error"]).endswith(address(path) if path != "index.html" else HOME + path), path
        assert "https://creativecommons.org/licenses/by/4.0/" == links["CC BY 4.0"], path


# --- budgets ----------------------------------------------------------------------------------------

BUDGETS = {
    "home": ("index.html", 100, 10),
    "chapter": ("traffic.html", 95, 10),
    "fact": ("facts/freight-2024.html", 70, 8),
}
"""Page, KB in all with gzip, requests: a cold first view, as the issue of the visitor's site sets them."""


def first_view(built: Path, page: str) -> dict[str, bytes]:
    """What a browser fetches for a page at once, by path: the page, its sheets, scripts and icon, and all fonts."""
    root = parsed(built / page)
    wanted = [
        str(e.get("href")) for e in root.iterfind("head/link") if e.get("rel") in ("stylesheet", "icon", "preload")
    ]
    wanted += [str(e.get("src")) for e in root.iter("script") if e.get("src")]
    wanted += [str(e.get("src")) for e in root.iter("img")]
    paths = {page, *(urlsplit(urljoin("/" + page, address)).path[1:] for address in wanted)}
    paths |= {path.relative_to(built).as_posix() for path in (built / "assets/fonts").glob("*.woff2")}
    return {path: (built / path).read_bytes() for path in paths}


@pytest.mark.parametrize("kind", BUDGETS)
def test_first_view_is_light(kind: str, built: Path) -> None:
    """Bytes in all, bytes of scripts, and requests."""
    page, most, requests = BUDGETS[kind]
    found = first_view(built, page)
    sizes = {path: len(data if path.endswith(".woff2") else gzip.compress(data, 6)) for path, data in found.items()}
    scripts = sum(size for path, size in sizes.items() if path.endswith(".js"))
    assert (True, True, True) == (
        sum(sizes.values()) <= most * 1024, scripts <= 40 * 1024, len(found) <= requests,
    ), sizes  # fmt: skip
