"""The search index: what is found, under which words, and how Chinese is cut into words.

The theme's search engine reads a list of entries (address, title, text, search words). This module writes
that list from the finished pages: one entry for each page, and one for each part of it that has an address
of its own. What is marked `data-search-exclude` (cards, tables of the same data, lists of links) stays out.

Search words are not shown. They are the record's own (`find`, speaker, Chinese names) and, since written
Chinese has no spaces, every run of Chinese in the entry cut into registered names and overlapping pairs.
A query is cut by the engine with the words that it finds in the index, which are the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from build_scripts.model import Site

JOINT = "\x00"
"""Stands between pieces of an entry that do not follow each other on the page; they become lines."""
_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_HEADINGS = frozenset(["h1", "h2", "h3", "h4"])
_SKIPPED = frozenset(["script", "style", "nav", "aside", "form", "svg", "template"])
_BREAKS = frozenset(["p", "div", "li", "tr", "section", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "figure", "br", "details", "summary"])


def prepare(folder: Path, site: Site) -> None:
    """Write the entries of a built site into its index; the engine's settings stay, but for the weight of words."""
    index = folder / "search" / "search_index.json"
    if not index.exists():
        return
    names = vocabulary(site)
    own = own_words(site)
    data = json.loads(index.read_text("utf-8"))
    data["config"]["fields"]["tags"]["boost"] = 1.0
    pages = sorted(path for path in folder.rglob("*.html") if path.name != "404.html")
    data["docs"] = [
        {"location": location, "title": title, "text": text, "tags": [*own.get(location, ()), *pieces_of(f"{title} {text}", names)]}
        for path in pages
        for location, title, text in entries(path.relative_to(folder).as_posix(), path.read_bytes())
    ]
    index.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")


def own_words(site: Site) -> dict[str, list[str]]:
    """Address -> other words under which its record should be found."""
    return {
        f"series/{fact.series}.html#{fact.id}" if fact.series else f"facts/{fact.id}.html": list(fact.find)
        for fact in site.facts.values()
        if fact.find
    }


def pieces_of(text: str, names: frozenset[str]) -> list[str]:
    """The Chinese of a text as single words, each once."""
    return list(dict.fromkeys(piece for run in _RUN.findall(text) for piece in pieces(run, names)))


def entries(path: str, data: bytes) -> Iterator[tuple[str, str, str]]:
    """(address, title, text) of a page and of its parts."""
    root = html.document_fromstring(data.decode("utf-8"))
    main = root.find(".//main")
    if main is None or root.find(".//meta[@name='robots']") is not None:
        return
    title = (root.findtext("head/title") or "").rpartition(" · ")[0]
    parts: list[tuple[str, str, list[str]]] = [(path, title, [])]
    _collect(main, path, parts)
    seen: set[int] = set()
    for location, name, text in parts:
        if id(text) in seen:
            continue
        seen.add(id(text))
        joined = "\n".join(filter(None, (" ".join(chunk.split()) for chunk in "".join(text).split(JOINT))))
        if joined:
            yield location, name, joined


def _collect(element: etree._Element, path: str, parts: list[tuple[str, str, list[str]]]) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or tag in _SKIPPED or "data-search-exclude" in element.attrib or "popover" in element.attrib:
        return
    anchor = element.get("id")
    heading = element.find("h2") if tag == "section" and anchor else element if tag in ("h2", "h3") and anchor else None
    if heading is not None:
        parts.append((f"{path}#{anchor}", " ".join(_text(heading).split()), []))
    if heading is element:
        return  # its words are the title of the part
    own = parts[-1][2]
    own.append(element.text or "")
    for child in element:
        if child is not heading:
            _collect(child, path, parts)
        parts[-1][2].append((" " if child.tag in _BREAKS else "") + (child.tail or ""))
    if heading is not None and tag == "section":
        parts.append(parts[0])  # what follows belongs to the page again
        parts[0][2].append(JOINT)


def _text(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def vocabulary(site: Site) -> frozenset[str]:
    """Every Chinese name that a record registers."""
    names = [r.chinese for c in ("terms", "places", "speakers") for r in site.collection(c).values() if r.chinese]
    return frozenset(run for name in names for run in _RUN.findall(name))


def pieces(run: str, words: frozenset[str]) -> list[str]:
    """The longest registered words from the left; between them overlapping pairs (a lone character alone)."""
    longest = max(map(len, words), default=0)
    found: list[str] = []
    loose = ""
    at = 0
    while at < len(run):
        word = next((run[at : at + n] for n in range(min(longest, len(run) - at), 1, -1) if run[at : at + n] in words), None)
        if word is None:
            loose += run[at]
            at += 1
            continue
        found += [*_pairs(loose), word]
        loose = ""
        at += len(word)
    return found + _pairs(loose)


def _pairs(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(len(text) - 1)] if len(text) > 1 else [text] if text else []
