"""What changed, to subscribe to: an Atom feed (RFC 4287) and a JSON feed (jsonfeed.org, version 1.1).

Entries have tag URIs (RFC 4151) made of the site's host, the day of the change and the record's version, so
that they stay what they are when a page moves. All dates are those of the records: no clock is asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree

from build_scripts import history, prose
from build_scripts.artifact import Artifact

if TYPE_CHECKING:
    from build_scripts.pages._view import View

ATOM = "feed.xml"
JSON = "feed.json"


@dataclass(frozen=True)
class Item:
    id: str
    url: str
    title: str
    text: str
    kind: str
    date: str


@dataclass(frozen=True)
class Feed:
    """What both feeds say. Addresses are whole; dates are written as in RFC 3339."""

    home: str
    page: str
    title: str
    description: str
    author: str
    rights: str
    language: str
    updated: str
    items: tuple[Item, ...]


def export(view: View) -> Iterator[Artifact]:
    site = view.site
    home = site.config.address.rstrip("/") + "/"
    description, keys = prose.traced(site.config.description, site)
    traces = {"data": keys} if keys else {}
    items = []
    for entry in history.entries(site):
        item, traces[item.id] = _item(view, home, entry)
        items.append(item)
    feed = Feed(
        home=home, page=home + view.room("changes"), title=f"{site.config.name}: what changed", description=description,
        author=site.config.name, rights=site.config.licence, language=site.config.language,
        updated=items[0].date if items else _stamp(site.config.review.on), items=tuple(items),
    )  # fmt: skip
    yield Artifact(ATOM, _atom(feed), traces=traces)
    yield Artifact(JSON, _json(feed), traces=traces)


def _item(view: View, home: str, entry: history.Entry) -> tuple[Item, tuple[str, ...]]:
    """One change, and the records that its words may show the figures of."""
    fact, change = entry.fact, entry.change
    label, keys = prose.traced(entry.record.headline, view.site, fact)
    text, more = history.told(entry, view.site)
    if fact and fact.series:  # its points share a label
        label = f"{label}, {fact.period.words()}"
    item = Item(
        id=f"tag:{urlsplit(home).hostname},{change.on}:{entry.record.key}/{entry.version}",
        url=entry.on(view.address(view.path(entry.record.collection, entry.record.id))),
        title=f"{change.kind.capitalize()}: {label}",
        text=text,
        kind=change.kind,
        date=_stamp(change.on),
    )
    return item, (*keys, *more)


def _stamp(day: date) -> str:
    """A day as RFC 3339 has it, which knows no day without an hour."""
    return f"{day}T00:00:00Z"


def _atom(feed: Feed) -> str:
    root = ElementTree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language})
    add = ElementTree.SubElement
    add(root, "title").text = feed.title
    add(root, "subtitle").text = feed.description
    add(root, "id").text = feed.page
    add(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.home + ATOM})
    add(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    add(root, "updated").text = feed.updated
    add(add(root, "author"), "name").text = feed.author
    add(root, "rights").text = feed.rights
    for item in feed.items:
        entry = add(root, "entry")
        add(entry, "title").text = item.title
        add(entry, "id").text = item.id
        add(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.url})
        add(entry, "published").text = item.date
        add(entry, "updated").text = item.date
        add(entry, "category", {"term": item.kind})
        add(entry, "summary").text = item.text
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _json(feed: Feed) -> str:
    items = [
        {
            "id": item.id, "url": item.url, "title": item.title, "content_text": item.text,
            "date_published": item.date, "tags": [item.kind],
        }
        for item in feed.items
    ]  # fmt: skip
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.home + JSON,
        "description": feed.description,
        "authors": [{"name": feed.author}],
        "language": feed.language,
        "items": items,
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
