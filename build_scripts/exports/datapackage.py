"""`datapackage.json`: what the files of the data are, as a Data Package (datapackage.org, version 2)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from build_scripts import prose
from build_scripts.artifact import Artifact
from build_scripts.columns import FACTS, FILES, PACKAGE, SERIES, Column, File

if TYPE_CHECKING:
    from build_scripts.model import Site, SiteConfig
    from build_scripts.pages._view import View

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def export(view: View) -> Iterator[Artifact]:
    config = view.site.config
    description, keys = prose.traced(config.description, view.site)
    value = {
        "$schema": PROFILE,
        "name": re.sub(r"[^a-z0-9]+", "-", config.name.lower()).strip("-"),
        "id": view.address(PACKAGE),
        "title": config.name,
        "description": description,
        "homepage": view.address(view.room("data")),
        "licenses": [_licence(config)],
        "contributors": [{"title": config.name, "path": view.address("index.html"), "roles": ["creator"]}],
        "sources": _sources(view.site),
        "resources": [_resource(file) for file in FILES],
    }
    body = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    yield Artifact(PACKAGE, body, traces={"data": keys} if keys else {})


def _licence(config: SiteConfig) -> dict[str, str]:
    """With its name in the list of open licences only where that follows from it: for those of Creative Commons."""
    told = {"path": config.licence_url, "title": config.licence}
    if config.licence_url.startswith("https://creativecommons.org/licenses/"):
        return {"name": config.licence.replace(" ", "-"), **told}
    return told


def _sources(site: Site) -> list[dict[str, str]]:
    """What the facts rest on: publishers and titles; addresses where we link to them."""
    used = dict.fromkeys(id for fact in site.facts.values() for id in fact.sources)
    return [
        {"title": f"{source.publisher}: {source.title}", **({"path": source.url} if source.url and source.link else {})}
        for source in (site.sources[id] for id in used)
    ]


def _resource(file: File) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": file.name,
        "path": file.path,
        "title": file.title,
        "description": file.words,
        "format": file.path.rpartition(".")[2],
        "mediatype": file.media,
        "encoding": "utf-8",
    }
    return told | {"type": "table", "schema": schema(file.columns)} if file.columns else told


def schema(columns: tuple[Column, ...]) -> dict[str, Any]:
    own = {"fields": [_field(column) for column in columns], "primaryKey": ["id"]}
    return own if columns is FACTS else own | {"foreignKeys": [_to_facts()]} if columns is SERIES else own


def _to_facts() -> dict[str, Any]:
    """Each point of a series is a fact."""
    return {"fields": ["id"], "reference": {"resource": "facts", "fields": ["id"]}}


def _field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.name == "id":
        limits["unique"] = True
    if column.one_of:
        limits["enum"] = list(column.one_of)
    told: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.words}
    return told | {"constraints": limits} if limits else told
