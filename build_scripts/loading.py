"""Content files -> Site, or diagnostics.

Each record is looked up by its collection (the file's or folder's name) and, where it has one, its
`kind`, and then validated alone, so that one bad record never hides another and every error keeps
its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from build_scripts import collector, geojson, model, scores, verification
from build_scripts.diagnostics import Diagnostic, Place, suggest
from build_scripts.facts.series import Series, id_of_point
from build_scripts.model import Origin, Site
from build_scripts.positions import Document, Mapping, Node, Scalar, Sequence, compose, locate, plain
from build_scripts.registry import modules
from build_scripts.validation import explained

PLAIN: dict[str, type[BaseModel]] = {
    "sources": model.Source,
    "speakers": model.Speaker,
    "places": model.Place,
    "units": model.Unit,
    "indicators": model.Indicator,
    "terms": model.Term,
    "gaps": model.Gap,
    "retired": model.Retired,
    "allowed": model.Allowed,
}
BY_KIND = ("facts", "charts", "pages")
COLLECTIONS = (*PLAIN, *BY_KIND)
SINGULAR = {name: name.removesuffix("s") for name in COLLECTIONS}
NOT_RECORDS = {"LICENSE", "LICENSE.md", "README.md"}


@dataclass
class Loaded:
    """What was read: the site as far as it could be read, every problem, and every file's text."""

    site: Site | None
    diagnostics: list[Diagnostic]
    texts: dict[str, str]
    unread: tuple[str, ...] = ()
    """Files that are no YAML that can be read: what the others lack for them cannot be told from mistakes."""


@dataclass
class _Tray:
    records: dict[str, dict[str, Any]] = field(default_factory=lambda: {name: {} for name in (*COLLECTIONS, "series")})
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """Collection and id of what could not be read."""
    unread: list[str] = field(default_factory=list)
    geo: dict[str, Any] = field(default_factory=dict)
    verified: dict[tuple[str, str, str], model.Verified] = field(default_factory=dict)
    gates: model.Scores | None = None
    config: model.SiteConfig | None = None


@collector.paused()
def load(content: Path, *, today: date, version: str = "") -> Loaded:
    """Read the folder `content`. Paths in diagnostics are relative to the folder's parent."""
    tray = _Tray()
    if content.name in ("", ".."):  # the folder's name stands in every diagnostic
        content = content.resolve()
    if not content.is_dir():
        problem = Diagnostic("no-content", "there is no such folder", Place(content.name))
        return Loaded(None, [problem], {})
    for path in sorted(content.rglob("*")):
        name = path.relative_to(content.parent).as_posix()
        if path.is_dir() or any(part.startswith(".") for part in path.relative_to(content).parts):
            continue
        _read_file(tray, path, name, path.relative_to(content).as_posix())
    if tray.config is None and not any(d.place.path.endswith("/site.yml") for d in tray.diagnostics):
        hint = "every site needs content/site.yml with its name, question and chapters"
        tray.diagnostics.append(Diagnostic("no-site", "there is no site.yml", Place(content.name), hint=hint))
    if tray.config is None:
        return Loaded(None, tray.diagnostics, tray.texts)
    parts = {name: found for name, found in tray.records.items() if name != "allowed"}
    site = Site(
        config=tray.config,
        allowed=tuple(tray.records["allowed"].values()),
        geo=tray.geo,
        verified=tray.verified,
        gates=tray.gates,
        origins=tray.origins,
        today=today,
        version=version,
        broken=frozenset(id for _, id in tray.broken),
        **parts,
    )
    return Loaded(site, tray.diagnostics, tray.texts, tuple(tray.unread))


def _read_file(tray: _Tray, path: Path, name: str, inside: str) -> None:
    first = inside.split("/")[0]
    if path.suffix == ".geojson" and first == "places":
        _read_geojson(tray, path, name)
    elif inside == verification.LOCK:
        _read_lock(tray, path, name)
    elif inside == scores.LOCK:
        tray.gates = scores.read((_bytes(tray, path, name) or b"").decode("utf-8", "replace"))
        if tray.gates is None:
            hint = "write it anew: python -m build_scripts mutate --write"
            tray.diagnostics.append(Diagnostic("bad-lock", "the file is not as it was written", Place(name), hint=hint))
    elif path.suffix == ".yml" and (inside == "site.yml" or first.removesuffix(".yml") in COLLECTIONS):
        data = _bytes(tray, path, name)
        if data is None:
            return
        document, problems = compose(name, data)
        tray.texts[name] = document.text
        tray.diagnostics += problems
        if problems:
            tray.unread.append(name)
        else:
            _read_document(tray, document, first.removesuffix(".yml"))
    elif inside not in NOT_RECORDS:
        near = suggest(first.removesuffix(path.suffix), COLLECTIONS) if path.suffix == ".yml" else ""
        hint = near or "records live in " + ", ".join(f"{c}.yml" for c in COLLECTIONS) + " or folders of these names"
        if path.suffix == ".yaml":
            hint = "the names of content files end in .yml"
        message = "no part of the site reads this file"
        tray.diagnostics.append(Diagnostic("unknown-file", message, Place(name), hint=hint))


def _bytes(tray: _Tray, path: Path, name: str) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as error:
        tray.diagnostics.append(Diagnostic("unreadable", error.strerror or "the file cannot be read", Place(name)))
        return None


def _ids_in(text: str) -> set[str]:
    """Ids that a file which cannot be read seems to hold: what refers to them is not wrong for that."""
    ids = re.findall(r"\bid:\s*[\"']?([a-z0-9-]+)", text)
    periods = re.findall(r"\bperiod:\s*[\"']?([\w./~-]+)", text)
    return {*ids, *(id_of_point(id, period) for id in ids for period in periods)}


def _read_geojson(tray: _Tray, path: Path, name: str) -> None:
    data = _bytes(tray, path, name)
    if data is None:
        return
    try:
        tray.geo[path.stem] = geojson.read(data.decode("utf-8", "replace"))
    except geojson.Unreadable as error:
        tray.diagnostics.append(Diagnostic("bad-geojson", str(error), Place(name, error.line)))
        tray.broken.add(("places", path.stem))


def _read_lock(tray: _Tray, path: Path, name: str) -> None:
    text = (_bytes(tray, path, name) or b"").decode("utf-8", "replace")
    tray.texts[name] = text
    tray.verified, bad = verification.read(text)
    for line in bad:
        hint = "write it anew: python -m build_scripts verify --texts DIR"
        tray.diagnostics.append(Diagnostic("bad-lock", "this is no line of the lock", Place(name, line), hint=hint))


def _read_document(tray: _Tray, document: Document, collection: str) -> None:
    if collection == "site":
        if isinstance(document.root, Mapping):
            tray.config = _validate(tray, document, document.root, model.SiteConfig, "the site")
            tray.origins["config", "site"] = Origin(document, document.root)
        else:
            tray.diagnostics.append(_shape(document, document.root, "site.yml holds one mapping of keys to values"))
        return
    if document.root is None or (isinstance(document.root, Scalar) and not document.root.text.strip()):
        return  # an empty file, or one of comments only
    if not isinstance(document.root, Sequence):
        message = "a list of records is expected: begin each one with '- id: …'"
        tray.diagnostics.append(_shape(document, document.root, message))
        tray.broken |= {(collection, id) for id in _ids_in(document.text)}
        return
    for node in document.root.items:
        if isinstance(node, Mapping):
            _read_record(tray, document, node, collection)
        else:
            tray.diagnostics.append(_shape(document, node, "a record is expected: a mapping that begins with 'id: …'"))


def _shape(document: Document, node: Node | None, message: str) -> Diagnostic:
    return Diagnostic("wrong-shape", message, document.place(node))


def _text_of(node: Mapping, key: str) -> str | None:
    entry = node.entries.get(key)
    return entry[1].text if entry and isinstance(entry[1], Scalar) else None


def _read_record(tray: _Tray, document: Document, node: Mapping, collection: str) -> None:
    id = _text_of(node, "id")
    if id is not None:
        tray.broken |= {(collection, lost) for lost in (id, *_points(node, id))}  # until it is read
    kind: type[BaseModel] | None = PLAIN.get(collection)
    if kind is None:
        kind = _kind_of(tray, document, node, collection)
    if kind is None:
        return
    record = _validate(tray, document, node, kind, f'{SINGULAR[collection]} "{id}"' if id else "the record")
    if record is None:
        return
    if isinstance(record, model.Allowed):
        _add(tray, "allowed", f"{record.record} {record.text}", record, Origin(document, node))
        return
    if isinstance(record, Series):
        if not _add(tray, "series", record.id, record, Origin(document, node)):
            return
        points = node.entries["points"][1]
        assert isinstance(points, Sequence)
        for figure, below in zip(record.figures(), points.items, strict=True):
            _add(tray, "facts", figure.id, figure, Origin(document, below))
    else:
        _add(tray, collection, record.id, record, Origin(document, node))


def _points(node: Mapping, series: str) -> Iterator[str]:
    """The ids of a series' points, as far as they can be told before it is read."""
    entry = node.entries.get("points")
    for point in entry[1].items if entry and isinstance(entry[1], Sequence) else []:
        if isinstance(point, Mapping):
            own, period = _text_of(point, "id"), _text_of(point, "period")
            if own or period:
                yield own or id_of_point(series, str(period))


def _kind_of(tray: _Tray, document: Document, node: Mapping, collection: str) -> type[BaseModel] | None:
    """The type that the record's `kind` names; where there is none, a diagnostic says so."""
    # Pages of facts, series and the like have no record of their own: they show another collection's.
    kinds: dict[str, type[BaseModel]] = {
        name: module.Record for name, module in modules(collection).items() if hasattr(module, "Record")
    }
    word = _text_of(node, "kind")
    if word in kinds:
        return kinds[word]
    at = document.place(locate(node, ("kind",)))
    hint = "kinds: " + ", ".join(kinds)
    if word:
        message, hint = f'there is no kind of {SINGULAR[collection]} called "{word}"', suggest(word, kinds) or hint
    elif "kind" in node.entries:
        message = "kind: one word is expected here"
    else:
        message = "the record has no kind"
    tray.diagnostics.append(Diagnostic("unknown-kind", message, at, hint=hint))
    return None


def _add(tray: _Tray, collection: str, id: str, record: Any, origin: Origin) -> bool:
    """False where another record has the id."""
    tray.broken.discard(("facts" if collection == "series" else collection, id))
    # A series and a fact have addresses in the same folder.
    shared = ("facts", "series") if collection in ("facts", "series") else (collection,)
    taken = next((tray.origins[name, id] for name in shared if (name, id) in tray.origins), None)
    if taken:
        first = taken.document.place(taken.node)
        message = f'the id "{id}" is taken: it stands in {first.path}, line {first.line}'
        where = origin.document.place(locate(origin.node, ("id",)))
        hint = "ids are addresses: give each record its own"
        tray.diagnostics.append(Diagnostic("duplicate-id", message, where, hint=hint))
        tray.broken.add((collection, id))  # nobody knows which of the two is meant
        return False
    tray.records[collection][id] = record
    tray.origins[(collection, id)] = origin
    return True


def _validate(tray: _Tray, document: Document, node: Mapping, kind: type[BaseModel], who: str) -> Any:
    try:
        return kind.model_validate(plain(node))
    except ValidationError as error:
        tray.diagnostics += explained(error, document, node, kind, who)
        return None
