"""BibTeX: each entry is that of a source, and each field says what the source's record says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.gate import _data
from build_scripts.gate._book import Book, Orphan
from build_scripts.gate._site import Files
from build_scripts.gate._structure import unescaped

_ENTRY = re.compile(r"@(\w+)\{([^,\s]+)((?:,\n {2}\w+ = [^\n]+)*)\n\}\n")
_FIELD = re.compile(r",\n {2}(\w+) = (?:\{([^\n]*)\}|([a-z]{3}))(?=,\n|$)")


def read(path: str, data: bytes, book: Book, files: Files) -> Iterator[Orphan]:
    text, end = data.decode("utf-8"), 0
    for entry in _ENTRY.finditer(text):
        if text[end : entry.start()].strip():
            yield Orphan(path, text[end : entry.start()].strip()[:100], "it belongs to no entry")
        end = entry.end()
        source = book.site.sources.get(entry[2])
        if source is None:
            yield Orphan(path, entry[2], "the entry names no source")
            continue
        fields = {"type": entry[1]}
        read_so_far = 0
        for field in _FIELD.finditer(entry[3]):
            fields[field[1]] = _value(field[1], field[2] if field[3] is None else field[3])
            read_so_far += len(field[0])
        if read_so_far != len(entry[3]):
            yield Orphan(path, entry[3].strip()[:100], "a field of the entry cannot be read")
        for name, shown, wrong in _data.source(fields, source, book):
            yield Orphan(path, f"{source.id}, {name}: {shown}", wrong)
    if text[end:].strip():
        yield Orphan(path, text[end:].strip()[:100], "it belongs to no entry")


def _value(name: str, text: str) -> str:
    """A field without TeX's escapes; titles stand in braces of their own, and addresses are as they are."""
    if name == "url":
        return text
    return unescaped(text[1:-1] if name == "title" and text.startswith("{") and text.endswith("}") else text)
