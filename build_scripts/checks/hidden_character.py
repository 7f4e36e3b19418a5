"""Text holds a character that nobody can see: a zero-width one, a control, or one that turns the
direction of reading. Such characters hide text from readers and from checks; type the text again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic, Place
from build_scripts.model import Site
from build_scripts.positions import Document, Mapping, Node, Scalar

_HIDDEN = frozenset(["Cf", "Cc", "Co", "Cn", "Zl", "Zp"])
_HINT = "delete it and type the text again"


def check(site: Site) -> Iterator[Diagnostic]:
    documents: dict[str, Document] = {o.document.path: o.document for o in site.origins.values()}
    for document in documents.values():
        if not document.text.isascii():
            yield from _typed(document)
        if "\\" in document.text and document.root is not None:
            yield from _escaped(document, document.root)


def _typed(document: Document) -> Iterator[Diagnostic]:
    """Characters that stand in the file themselves."""
    for n, row in enumerate(document.text.splitlines(), start=1):
        if row.isascii():
            continue
        for column, character in enumerate(row, start=1):
            if _hidden(character):
                message = f"an invisible character stands here: {_named(character)}"
                yield Diagnostic("hidden-character", message, Place(document.path, n, column), hint=_HINT)


def _escaped(document: Document, node: Node) -> Iterator[Diagnostic]:
    r"""Characters that a text in double quotes spells: `"\u202e"` hides as much as the character itself."""
    if isinstance(node, Scalar):
        found = next((c for c in node.text if _hidden(c) and c != "\n" and c not in document.text), None)
        if found is not None:
            message = f"an invisible character is spelled here: {_named(found)}"
            yield Diagnostic("hidden-character", message, document.place(node), hint=_HINT)
    elif isinstance(node, Mapping):
        for key, value in node.entries.values():
            yield from _escaped(document, key)
            yield from _escaped(document, value)
    else:
        for item in node.items:
            yield from _escaped(document, item)


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in _HIDDEN and character != "\t"


def _named(character: str) -> str:
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'unnamed').lower()})"
