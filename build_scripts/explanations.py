"""What `explain` says of problems that are met before any rule runs: a file cannot be read, a record has a wrong shape.

A rule of `checks/` explains itself, in its docstring.
"""

from __future__ import annotations

EXPLAINED: dict[str, str] = {
    "bad-yaml": """
The file is no YAML from here on, and while it is not, no rule is run.

Most often text holds ": ", or begins with one of [ ] { } * & ! % @ ` or a quotation mark. Put the whole text in
double quotes. Else a line is indented by one space more or less than its neighbours, or by a tab.
""",
    "unreadable": """
The file cannot be opened: the message is that of the system. Most often its rights forbid it.
""",
    "not-utf-8": """
The file is text in another encoding; the place is that of the first byte that does not fit.

Save it as UTF-8 in your editor.
""",
    "lost-text": """
YAML takes " #" for the beginning of a comment and drops the rest of the line.

If it is text, put all of it in double quotes. If it is a comment, give it a line of its own.
""",
    "several-documents": """
A line of three hyphens begins a second document, which would be lost. Remove that line.
""",
    "bad-key": """
What stands before the colon must be plain text: no list, nothing in braces. Put it in double quotes.
""",
    "duplicate-key": """
One record has the same key twice, and only one of the two would count. Remove one.
""",
    "merge-key": """
The key << copies from another place, so that a value would stand in one record and be found in another.

Write the keys out.
""",
    "alias": """
The sign * copies from another place of the file, so that a value would stand in one record and be found in
another.

Write it out; if text begins with *, put it in double quotes.
""",
    "anchor": """
The sign & gives a value a name, so that another place can copy it: it would stand in one record and be found in
another.

Remove it; if text begins with &, put it in double quotes.
""",
    "tag": """
The sign ! says of what type a value is, and everything here is text until a field reads it.

Remove it; if text begins with !, put it in double quotes.
""",
    "too-deep": """
Lists and mappings are nested more deeply than any record needs. Most often an indent went wrong above.
""",
    "too-large": """
The file is larger than any that a person keeps. Split it: all YAML files of a folder are read alike.
""",
    "no-content": """
There is no such folder. `make check CONTENT=path` names the folder that holds site.yml.
""",
    "no-site": """
Every site needs a `site.yml` with its name, question and chapters; docs/dev/first-site.md has one to copy.
""",
    "unknown-file": """
Nothing reads a file of this name or in this folder, so what it holds would be lost.

Records stand in `NAME.yml`, or in files that end in .yml in the folder `NAME/`, where NAME is facts, sources,
pages and so on: the message lists them.
""",
    "unknown-kind": """
`kind` chooses what a record is, and there is no such kind. The message lists those that there are.
""",
    "unknown-key": """
Nothing reads this key, so what it holds would be lost. Most often it is misspelt or stands one level too deep.
""",
    "unknown-word": """
Only some words may stand here, and this is none of them. The message lists them.
""",
    "missing-key": """
The record needs this key. `kind` decides which keys a fact, page or chart must have.
""",
    "empty-list": """
The list needs more entries: evidence, for one, at least one source.
""",
    "wrong-shape": """
A list, a mapping or a single value is expected here, and this is another of the three.

A list has a hyphen before each entry or stands in brackets; a mapping has `key: value` in each line or stands
in braces.
""",
    "bad-value": """
The value cannot be read as what this key holds: a date, a number, an id, an address, a period.

Numbers are digits with a point, in double quotes: "1250.5". Dates are 2025-06-01, 2025-06 or 2025. Ids are
small letters, digits and hyphens.
""",
    "duplicate-id": """
Two records of one collection have the same id. Ids are addresses: give the newer one another.
""",
    "bad-geojson": """
The map is read from GeoJSON (RFC 7946): a FeatureCollection of polygons, each with the id of a place.
""",
    "bad-lock": """
A lock file is written by a command and not by hand: `verified.lock` by verify, `gates.lock` by mutate.

Write it anew with that command.
""",
    "orphan-number": """
The finished site shows a number that no record stands behind, or that says something else than its record.

The new site did not take the old one's place. If the number stands in content, `make check` names it as well;
else a template or an export shows a figure that it does not mark.
""",
}
"""Code -> what it means and how to mend it."""
