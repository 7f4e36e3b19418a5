"""YAML text -> a tree of text that remembers where each key and value stands.

Built from libyaml's event stream: it is ten times as fast as the pure-Python loader, and a
loop with a depth limit of its own cannot be crashed by deep nesting. Every scalar stays the
text the editor typed (`010`, `no`, `12:30`); the field that owns it reads it. Anchors, aliases,
tags and merge keys are refused: a record says everything in its own place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from build_scripts.diagnostics import Diagnostic, Place, suggest

MAX_DEPTH = 50
MAX_BYTES = 2_000_000

QUOTE = "put the text in double quotes, or use | and write it on the next line"


class Scalar(NamedTuple):
    """A piece of text and where it stands (lines and columns count from 1)."""

    text: str
    line: int
    column: int
    width: int = 1


@dataclass(frozen=True)
class Mapping:
    """Keys in the order typed."""

    line: int
    column: int
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    width: int = 1


@dataclass(frozen=True)
class Sequence:
    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    width: int = 1


Node = Scalar | Mapping | Sequence


@dataclass(frozen=True)
class Document:
    """One content file. `path` is shown to people; `root` is None where the file holds nothing."""

    path: str
    text: str
    root: Node | None

    def place(self, node: Node | None) -> Place:
        if node is None:
            return Place(self.path)
        return Place(self.path, node.line, node.column, node.width)


def plain(node: Node) -> Any:
    """The tree without positions: dicts, lists and text."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    return [plain(item) for item in node.items]


def locate(node: Node, path: tuple[str | int, ...], *, key: bool = False) -> Node:
    """The node at `path`, or the nearest one above it that exists; `key` asks for the key's own spot."""
    found: Node = node
    for step in path:
        if isinstance(found, Mapping) and isinstance(step, str) and step in found.entries:
            name, value = found.entries[step]
            found = name if key and step == path[-1] else value
        elif isinstance(found, Sequence) and isinstance(step, int) and step < len(found.items):
            found = found.items[step]
        else:
            break
    return found


def compose(path: str, data: bytes) -> tuple[Document, list[Diagnostic]]:
    """Read one file. Problems come back as diagnostics; the root is then None."""
    if len(data) > MAX_BYTES:
        problem = f"the file is {len(data):,} bytes; the limit is {MAX_BYTES:,}"
        return Document(path, "", None), [
            Diagnostic("too-large", problem, Place(path), hint="split it into several files")
        ]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        problem = "the file is not UTF-8 text"
        return Document(path, "", None), [
            Diagnostic("not-utf-8", problem, Place(path, line, column), hint="save it as UTF-8 in your editor")
        ]
    composer = _Composer(path, text)
    root = composer.read()
    return Document(path, text, None if composer.problems else root), composer.problems


_NODES = frozenset([yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent])


class _Composer:
    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.rows = text.splitlines() or [""]
        self.problems: list[Diagnostic] = []

    def problem(self, code: str, message: str, line: int, column: int, hint: str = "", width: int = 1) -> None:
        self.problems.append(Diagnostic(code, message, Place(self.path, line, column, width), hint=hint))

    def read(self) -> Node | None:
        """The root, or None where there is none or something is wrong. Scalars, most of a file, have a short way."""
        root: Node | None = None
        stack: list[Mapping | Sequence] = []
        keys: list[Scalar | None] = []  # the key that waits for its value, one per level
        documents = 0
        hashes = {n for n, row in enumerate(self.rows) if "#" in row}
        try:
            parser: Any = yaml.CLoader(self.text)  # the stubs know no marks and values of events
            while (event := parser.get_event()) is not None:
                kind = type(event)
                node: Node | None
                if kind is yaml.ScalarEvent and event.anchor is None and event.tag is None:
                    start, end = event.start_mark, event.end_mark
                    width = end.column - start.column if end.line == start.line else 1
                    node = Scalar(event.value, start.line + 1, start.column + 1, width or 1)
                    if end.line in hashes and not event.style:  # plain: neither quoted nor a block
                        self.comment_after(event.value, end.line, end.column)
                elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                    stack.pop()
                    keys.pop()
                    continue
                elif kind in _NODES:
                    node = self.node(event)
                elif kind is yaml.DocumentStartEvent and documents:
                    at = event.start_mark
                    self.problem(
                        "several-documents",
                        "a second document begins here",
                        at.line + 1,
                        at.column + 1,
                        "remove the line ---; a file holds one list of records",
                    )
                    return None
                else:
                    documents += kind is yaml.DocumentStartEvent
                    continue
                if node is None:
                    return None
                top = stack[-1] if stack else None
                if top is None:
                    root = node
                elif isinstance(top, Sequence):
                    top.items.append(node)
                elif (name := keys[-1]) is not None:
                    top.entries.setdefault(name.text, (name, node))
                    keys[-1] = None
                elif isinstance(node, Scalar):
                    self.key(top, node)
                    keys[-1] = node
                else:
                    self.problem("bad-key", "a key must be plain text", node.line, node.column, QUOTE)
                    return None
                if not isinstance(node, Scalar):
                    stack.append(node)
                    keys.append(None)
                    if len(stack) > MAX_DEPTH:
                        self.problem("too-deep", f"nested deeper than {MAX_DEPTH} levels", node.line, node.column)
                        return None
        except yaml.YAMLError as error:
            self.broken(error)
            return None
        return root

    def node(self, event: Any) -> Mapping | Sequence | None:
        """A mapping or a list begins; whatever is refused gives its problem and None."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.AliasEvent):
            self.problem(
                "alias",
                f'"*{event.anchor}" is read as a reference to an anchor, which content files do not use',
                line,
                column,
                f"text that begins with * must be quoted: {QUOTE}",
                len(event.anchor or "") + 1,
            )
            return None
        if event.anchor is not None:
            self.problem(
                "anchor",
                f'"&{event.anchor}" is read as an anchor, which content files do not use',
                line,
                column,
                f"text that begins with & must be quoted: {QUOTE}",
                len(event.anchor) + 1,
            )
            return None
        if event.tag is not None:
            self.problem(
                "tag",
                f'"{event.tag}" is read as a YAML tag, which content files do not use',
                line,
                column,
                f"text that begins with ! must be quoted: {QUOTE}",
            )
            return None
        return Mapping(line, column) if isinstance(event, yaml.MappingStartEvent) else Sequence(line, column)

    def comment_after(self, value: str, row: int, column: int) -> None:
        """YAML drops what follows ` #`: half a sentence would vanish without a word."""
        if value and self.rows[row][column:].lstrip(" \t").startswith("#"):
            self.problem(
                "lost-text",
                "YAML drops everything after ' #' on this line",
                row + 1,
                column + 2,
                f"if it is text, {QUOTE}; if it is a comment, give it a line of its own",
            )

    def key(self, mapping: Mapping, name: Scalar) -> None:
        if name.text == "<<":
            self.problem("merge-key", "merge keys are not used in content files", name.line, name.column)
        elif name.text in mapping.entries:
            first = mapping.entries[name.text][0]
            self.problem(
                "duplicate-key",
                f'the key "{name.text}" stands here twice; the first is in line {first.line}',
                name.line,
                name.column,
                "remove one of the two",
                name.width,
            )

    def broken(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        what = str(
            getattr(error, "problem", None) or getattr(error, "reason", None) or "the file cannot be read as YAML"
        )
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else self.unreadable(error)
        hint = ""
        if "nesting depth" in what:  # libyaml's own limit, met while it reads ahead
            self.problem("too-deep", f"nested deeper than {MAX_DEPTH} levels", line, column)
            return
        if "mapping values are not allowed" in what:
            what, hint = "': ' inside unquoted text is read as a key and its value", QUOTE
        elif "cannot start any token" in what or "did not find expected" in what:
            hint = f"if text begins with one of [ ] {{ }} * & ! % @ ` or a quotation mark, {QUOTE}"
        elif "control characters" in what:
            hint = "remove the invisible character"
        self.problem("bad-yaml", what, line, column, hint)

    def unreadable(self, error: yaml.YAMLError) -> tuple[int, int]:
        position = getattr(error, "position", None)
        if not isinstance(position, int):
            return 1, 1
        before = self.text[:position]
        return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1


def unknown_key_hint(key: str, known: list[str]) -> str:
    """What to say of a key that the record does not have."""
    return suggest(key, known) or "known keys: " + ", ".join(known)
