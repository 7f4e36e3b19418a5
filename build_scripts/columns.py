"""The files of the data, and what their columns mean: told once, for the data package and for the page about it.

Types are those of Frictionless Table Schema (datapackage.org, version 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from build_scripts.model import VERDICTS, Fact, Hedge, Scale, Status

KINDS = ("figure", "superlative", "event", "plan", "statement", "opinion")


@dataclass(frozen=True)
class Column:
    name: str
    words: str
    type: str = "string"
    one_of: tuple[str, ...] = ()
    """All values that occur, where they are a closed list."""
    required: bool = False


_IDENTITY = (
    Column("id", "The record's id, which never changes and is never used again", required=True),
    Column("version", "Version of the record: one more than the number of its changes", "integer", required=True),
)
_FIGURE = (
    Column("figure", "The figure as readers see it, with hedge, scale and unit"),
    Column("value", "The number as the source prints it, without scale", "number"),
    Column("low", "Lower end, where the source gives a range", "number"),
    Column("high", "Upper end, where the source gives a range", "number"),
    Column(
        "scale", "What the number is to be multiplied by, as printed; wan and yi are Chinese", one_of=get_args(Scale)
    ),
    Column("unit", "What is counted or measured"),
    Column("hedge", "How sure the source says that it is", one_of=get_args(Hedge)),
    Column("status", "Whether it is a result, an estimate, a forecast or a target", one_of=get_args(Status)),
    Column("indicator", "What is measured; only figures of one indicator can be compared"),
)
_WHERE = (
    Column("place", "Id of the place that it is about"),
    Column("place_name", "Name of that place"),
    Column("period", "What time it is about, in the Extended Date/Time Format; unknown where the source does not say",
           required=True),
)  # fmt: skip
_WHO = (
    Column("said_by", "Id of who says so", required=True),
    Column("speaker", "Name of who says so", required=True),
    Column(
        "confidence",
        "How sure the editors are that it was read rightly",
        one_of=get_args(Fact.model_fields["confidence"].annotation),
        required=True,
    ),
    Column("sources", "Ids of the sources that carry it, parted by spaces", required=True),
    Column("at", "Where it stands in the first of them, if known"),
    Column("printed", "The characters that carry it there, exactly as printed", required=True),
)
_PAGE = (Column("page", "Address of the record's page", required=True),)

FACTS: tuple[Column, ...] = (
    *_IDENTITY,
    Column("kind", "Kind of fact", one_of=KINDS, required=True),
    Column("label", "What it is about, without the figure", required=True),
    Column("statement", "The fact as a sentence in the editors' words", required=True),
    *_FIGURE,
    Column("rank", "For a rank: which", "integer"),
    *_WHERE,
    *_WHO,
    Column("said_on", "When it was said, if that is known, in the same format as the period"),
    Column("via", "Id of the source that quotes the speaker"),
    Column("verdict", "For claims: how they stand beside other sources", one_of=VERDICTS),
    Column("reason", "Why the verdict is as it is"),
    Column("supporting", "Ids of the facts for it, parted by spaces"),
    Column("opposing", "Ids of the facts against it, or limiting it"),
    Column("beside", "Ids of facts named for scale or context"),
    Column("ambiguity", "What a careful reader cannot tell"),
    Column("note", "A note of the editors"),
    Column("series", "Id of the series that it is a point of"),
    *_PAGE,
)
SERIES: tuple[Column, ...] = (
    Column("series", "Id of the series", required=True),
    *_IDENTITY,
    Column("label", "What is measured", required=True),
    *_FIGURE,
    *_WHERE,
    *_WHO,
    *_PAGE,
)


@dataclass(frozen=True)
class File:
    """A file to take away. `columns` for tables."""

    path: str
    name: str
    title: str
    words: str
    media: str
    columns: tuple[Column, ...] = ()


FILES: tuple[File, ...] = (
    File("facts.csv", "facts", "Facts, as a table", "Every fact on record, one a row, claims with their verdicts.",
         "text/csv", FACTS),
    File("series.csv", "series", "Series, as a table", "Figures over time, one a row.", "text/csv", SERIES),
    File("facts.json", "facts-json", "Facts and series, as JSON",
         "The same facts with all their evidence, conflicts and changes, and the series with what is missing in them.",
         "application/json"),
    File("sources.csl.json", "sources", "Sources, as CSL-JSON", "Every source, for citation managers and processors.",
         "application/vnd.citationstyles.csl+json"),
    File("sources.bib", "sources-bibtex", "Sources, as BibTeX", "The same sources for LaTeX.", "application/x-bibtex"),
)  # fmt: skip
PACKAGE = "datapackage.json"
