"""Text holds a character that nobody can see: a zero-width one, a control, or one that turns the
direction of reading. Such characters hide text from readers and from checks; type the text again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic, Place
from build_scripts.model import Site
from build_scripts.positions import Document


def check(site: Site) -> Iterator[Diagnostic]:
    documents: dict[str, Document] = {o.document.path: o.document for o in site.origins.values()}
    for document in documents.values():
        if document.text.isascii():
            continue
        for n, row in enumerate(document.text.splitlines(), start=1):
            if row.isascii():
                continue
            for column, character in enumerate(row, start=1):
                if unicodedata.category(character) in ("Cf", "Cc", "Co", "Cn") and character != "\t":
                    name = unicodedata.name(character, "unnamed").lower()
                    message = f"an invisible character stands here: U+{ord(character):04X} ({name})"
                    place = Place(document.path, n, column)
                    yield Diagnostic("hidden-character", message, place, hint="delete it and type the text again")
