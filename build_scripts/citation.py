"""What is cited, and how: a source or an entry of the site, in words, in BibTeX and in CSL-JSON.

The texts are made of pieces that know which record answers for the figures in them, so that a page can mark them
and a file can be plain text from the same words. CSL-JSON: citationstyles.org, schema 1.0.2.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from build_scripts import prose
from build_scripts.edtf import MONTHS, Period, read_period
from build_scripts.model import Evidence, Fact, Site, Source, Versioned

_KINDS = {
    "official": ("report", "techreport", "institution"),
    "state-media": ("article-newspaper", "article", "journal"),
    "press": ("article-newspaper", "article", "journal"),
    "academic": ("article-journal", "article", "journal"),
    "reference": ("entry-encyclopedia", "misc", "howpublished"),
    "trade-or-company": ("webpage", "misc", "howpublished"),
    "republisher": ("webpage", "misc", "howpublished"),
    "page": ("webpage", "misc", "howpublished"),
    "chart": ("graphic", "misc", "howpublished"),
}
"""Kind -> type in CSL, type in BibTeX, the BibTeX field for who published it."""
_CONTAINED = frozenset(["article-newspaper", "article-journal", "entry-encyclopedia"])
_TEX = str.maketrans(
    {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {c: f"\\{c}" for c in "&%$#_{}"}
)


@dataclass(frozen=True)
class Piece:
    """`mark` says what answers for the figures in `text`: fact, count, date, or a structural number of that kind;
    `of` names the record, the key of the count, the date in EDTF."""

    text: str
    mark: str = ""
    of: str = ""


Pieces = tuple[Piece, ...]
Escape = Callable[[str], str]


@dataclass(frozen=True)
class Work:
    """`kind` is a source's, or page or chart; `holder` is who published it."""

    id: Piece
    kind: str
    title: Pieces
    holder: str
    issued: Period
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    version: Piece | None = None
    after: Pieces = ()
    """The original source of an entry, in words."""


def text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


# --- works ------------------------------------------------------------------------------------------------


def of_source(source: Source) -> Work:
    """A title that is only our description stands in square brackets, as style guides have it."""
    title = (Piece(source.title, "source-title"),)
    return Work(
        id=Piece(source.id, "id"),
        kind=source.kind,
        title=(Piece("["), *title, Piece("]")) if source.title_is_description else title,
        holder=source.publisher,
        issued=source.date,
        authors=source.authors,
        url=source.url if source.link else None,
        language=source.language if source.language != "other" else None,
    )


def of_record(record: Versioned, site: Site, address: str, day: date, after: Pieces, this: Fact | None = None) -> Work:
    """A fact, chart or page in its present version. `address` is that of its page, `day` when it was last looked at,
    `after` whose figures it shows; `this` is the fact that `${this}` means."""
    page, hash, anchor = address.partition("#")
    work = _own(
        site, f"{record.id}-v{record.version}", told(record.headline, site, this),
        f"{page}?v={record.version}{hash}{anchor}", day, after,
    )  # fmt: skip
    kind = "chart" if record.collection == "charts" else "page"
    return replace(work, kind=kind, version=Piece(str(record.version), "version", record.key))


def of_series(id: str, site: Site, address: str, day: date, after: Pieces, first: Fact) -> Work:
    """A series, which has no version: its points have. `first` is the first of them."""
    return _own(site, id, told(site.series[id].label, site, first), address, day, after)


def _own(site: Site, id: str, title: Pieces, address: str, day: date, after: Pieces) -> Work:
    """What the site itself publishes."""
    name = site.config.name
    return Work(
        Piece(id, "id"), "page", title, name, read_period(day.isoformat()), (name,), address, site.config.language,
        after=after,
    )  # fmt: skip


def named(source: Source) -> Pieces:
    """Who published which title, when."""
    return _named(of_source(source))


def brief(source: Source) -> Pieces:
    """Who published it, when: for long lists."""
    work = of_source(source)
    return (*_holder(work), Piece(", "), *_date_words(work.issued))


def told(words: str, site: Site, this: Fact | None = None) -> Pieces:
    """Prose, with the record behind each figure."""
    collector = _Collector()
    prose.write(words, site, collector, this)
    return tuple(collector.pieces)


class _Collector(prose.Plain):
    """Keeps what it writes, piece by piece."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []

    def _keep(self, piece: Piece) -> str:
        if piece.text:
            self.pieces.append(piece)
        return piece.text

    def words(self, text: str) -> str:
        return self._keep(Piece(text))

    def date(self, text: str, edtf: str) -> str:
        return self._keep(Piece(text, "date", edtf))

    def fact(self, fact: Fact, text: str) -> str:
        return self._keep(Piece(text, "fact", fact.id))

    def count(self, count: prose.Count, number: int, text: str) -> str:
        return self._keep(Piece(text, "count", count.key))

    def link(self, link: prose.Link) -> str:
        return prose.dated(link.text, self)


# --- in words ---------------------------------------------------------------------------------------------


def plain(work: Work, evidence: Evidence | None = None, *, numbered: bool = False) -> Pieces:
    """One sentence: authors, title, publisher, date, and where in it (`numbered`: in a block that has a number)."""
    lead = f"{', '.join(work.authors)}: " if work.authors and work.authors != (work.holder,) else ""
    pieces = [Piece(lead), Piece("“"), *work.title, Piece("”")]
    if work.version:
        pieces += [Piece(", version "), work.version]
    pieces += [Piece(", "), *_holder(work), Piece(", "), *_date_words(work.issued)]
    if evidence and evidence.at:
        pieces += [Piece(", paragraph " if numbered else ", "), Piece(evidence.at, "paragraph")]
    pieces.append(Piece(". "))
    if work.url:
        pieces.append(Piece(work.url, "address"))
    return tuple(piece for piece in pieces if piece.text)


def _named(work: Work) -> Pieces:
    return (*_holder(work), Piece(", "), *work.title, Piece(", "), *_date_words(work.issued))


def _holder(work: Work) -> Pieces:
    return (Piece(work.holder, "" if work.kind in ("page", "chart") else "source-title"),)


def _date_words(issued: Period) -> Pieces:
    return (Piece(issued.words(), "date", issued.text) if issued.known else Piece("no date given"),)


# --- BibTeX -----------------------------------------------------------------------------------------------


def bibtex(work: Work) -> Pieces:
    """One entry. Years and months are those of the classic styles; text is UTF-8, with TeX's own signs escaped."""
    _, kind, holder = _KINDS[work.kind]
    parts = _parts(work.issued)
    fields: list[tuple[str, Pieces]] = []
    if work.authors:
        fields.append(("author", (Piece(" and ".join(f"{{{_tex(name)}}}" for name in work.authors)),)))
    fields.append(("title", (Piece("{"), *_escaped(work.title, _tex), Piece("}"))))
    fields.append((holder, _escaped(_holder(work), _tex)))
    if work.issued.start:
        year = str(work.issued.start.year)
        fields.append(("year", (Piece(year, "date", year),)))
    note = (Piece("Version "), work.version, Piece("; after ")) if work.version else (Piece("After "),)
    if work.after:
        fields.append(("note", (*note, *_escaped(work.after, _tex))))
    if work.url:
        fields.append(("url", (Piece(work.url, "address"),)))
    rows: list[Piece] = [Piece(f"@{kind}{{"), work.id]
    for name, value in fields:
        rows += [Piece(f",\n  {name} = {{"), *value, Piece("}")]
        if name == "year" and len(parts) > 1:
            rows.append(Piece(f",\n  month = {MONTHS[parts[1] - 1][:3].lower()}"))
    return (*rows, Piece("\n}\n"))


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _escaped(pieces: Pieces, escape: Escape) -> Pieces:
    return tuple(Piece(escape(p.text), p.mark, p.of) for p in pieces)


# --- CSL-JSON ---------------------------------------------------------------------------------------------


def csl(work: Work) -> Pieces:
    """One item of CSL-JSON, a field on each line."""
    kind, _, _ = _KINDS[work.kind]
    contained = kind in _CONTAINED or work.kind in ("page", "chart")
    fields: list[tuple[str, Pieces]] = [
        ("id", _quoted((work.id,))),
        ("type", _quoted((Piece(kind),))),
        ("title", _quoted(work.title)),
    ]
    if work.authors:
        names = ", ".join(json.dumps({"literal": name}, ensure_ascii=False) for name in work.authors)
        fields.append(("author", (Piece(f"[{names}]"),)))
    fields.append(("container-title" if contained else "publisher", _quoted(_holder(work))))
    if work.issued.known:
        fields.append(("issued", _issued(work.issued)))
    if work.version:
        fields.append(("version", _quoted((work.version,))))
    if work.after:
        fields.append(("note", _quoted((Piece("After "), *work.after))))
    if work.language:
        fields.append(("language", _quoted((Piece(work.language),))))
    if work.url:
        fields.append(("URL", _quoted((Piece(work.url, "address"),))))
    rows: list[Piece] = []
    for name, value in fields:
        rows += [Piece(",\n" if rows else "{\n"), Piece(f'  "{name}": '), *value]
    return (*rows, Piece("\n}"))


def _quoted(pieces: Pieces) -> Pieces:
    inner = _escaped(pieces, lambda text: json.dumps(text, ensure_ascii=False)[1:-1])
    return (Piece('"'), *inner, Piece('"'))


def _issued(issued: Period) -> Pieces:
    """Year, month and day as numbers; what is not so plain (a quarter, a span, a guess) in words."""
    parts = _parts(issued)
    if parts:
        return (Piece('{"date-parts": ['), Piece(json.dumps(parts), "date-parts", issued.text), Piece("]}"))
    return (Piece('{"literal": "'), *_date_words(issued), Piece('"}'))


def _parts(issued: Period) -> list[int]:
    return [int(part) for part in issued.text.split("-")] if re.fullmatch(r"\d{4}(-\d\d){0,2}", issued.text) else []
