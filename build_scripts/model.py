"""The records that content files hold, and the site they make together.

Names follow the field: schema.org (Observation, Claim, StatisticalVariable), CSL-JSON (sources),
W3C Web Annotation (what is printed, where), EDTF (periods), SDMX (status).
Every record is frozen; every key is known; every scalar arrives as the text an editor typed and is
read by the type of its field. The text under a field is also the editor's help in the JSON Schema.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import Annotated, Any, ClassVar, Literal, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from build_scripts.diagnostics import Place as Spot
from build_scripts.edtf import Period, read_period
from build_scripts.positions import Document, Node

# --- text and its markers ---------------------------------------------------------------------


@dataclass(frozen=True)
class Prose:
    """Marks text that readers see: it may cite facts as `${id}` and may hold no bare figure."""

    markdown: bool = False


@dataclass(frozen=True)
class Name:
    """Marks a proper name (a person, a title, a term): its digits are part of the name."""


class Sought:
    """Marks words that the search should find. Figures are none of them: it knows those of the record itself."""


@dataclass(frozen=True)
class Refers:
    """Marks the id of a record in another collection."""

    to: str


@dataclass(frozen=True)
class Dated:
    """Marks a period or a day."""


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("the text is empty")
    return text.strip()


def _one_line(text: str) -> str:
    return " ".join(_filled(text).split())


def _read_id(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) or len(text) > 80:
        raise ValueError(
            "an id is lower-case words joined by hyphens, at most 80 characters, such as ferries-in-service"
        )
    return text


MOST_DIGITS = 40
"""More than any source prints, and few enough that arithmetic stays exact and a slip of the keyboard is told."""


def _read_decimal(text: Any) -> Any:
    if isinstance(text, str):
        if not re.fullmatch(r"-?\d+(\.\d+)?", text):
            raise ValueError(
                "a number is digits with at most one point and, if negative, a leading minus, such as -2.5"
            )
        if len(text) > MOST_DIGITS:
            raise ValueError(f"a number has at most {MOST_DIGITS} digits")
        return Decimal(text)
    return text


def _read_int(text: Any) -> Any:
    if isinstance(text, str):
        if not re.fullmatch(r"\d{1,9}", text):
            raise ValueError("a whole number is expected, such as 12")
        return int(text)
    return text


def _read_bool(text: Any) -> Any:
    if isinstance(text, str):
        if text not in ("yes", "no"):
            raise ValueError("yes or no is expected")
        return text == "yes"
    return text


def _read_date(text: Any) -> Any:
    if isinstance(text, str):
        try:
            return date.fromisoformat(text) if re.fullmatch(r"[1-9]\d{3}-\d\d-\d\d", text) else 1 / 0
        except (ValueError, ZeroDivisionError):
            raise ValueError("a date is year-month-day, such as 2025-02-06") from None
    return text


def _read_language(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        raise ValueError("a language is a tag such as zh or zh-Hans (BCP 47)")
    return text


def _read_address(text: str) -> str:
    if not re.fullmatch(r"(https?://[^\s<>\"'`\\]+|mailto:[^\s<>\"'`\\]+)", text):
        raise ValueError("an address begins with https://, http:// or mailto: and holds no spaces or quotes")
    return text


Id = Annotated[str, AfterValidator(_read_id)]
Line = Annotated[str, AfterValidator(_one_line), Prose()]
Markdown = Annotated[str, AfterValidator(_filled), Prose(markdown=True)]
ProperName = Annotated[str, AfterValidator(_one_line), Name()]
Words = Annotated[str, AfterValidator(_one_line)]
"""Text that is compared, not read: what is printed, what a search should find."""
SoughtWords = Annotated[Words, Sought()]
Number = Annotated[Decimal, BeforeValidator(_read_decimal)]
Whole = Annotated[int, BeforeValidator(_read_int)]
YesNo = Annotated[bool, BeforeValidator(_read_bool)]
Day = Annotated[date, BeforeValidator(_read_date), Dated()]
When = Annotated[Period, BeforeValidator(read_period), Dated()]
Language = Annotated[str, AfterValidator(_read_language)]
Address = Annotated[str, AfterValidator(_read_address)]

FactId = Annotated[str, Refers("facts")]
SourceId = Annotated[str, Refers("sources")]
SpeakerId = Annotated[str, Refers("speakers")]
PlaceId = Annotated[str, Refers("places")]
UnitId = Annotated[str, Refers("units")]
IndicatorId = Annotated[str, Refers("indicators")]
ChartId = Annotated[str, Refers("charts")]
PageId = Annotated[str, Refers("pages")]


class Model(BaseModel):
    """Frozen, and closed: a key that no field knows is an error, not a surprise."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Record(Model):
    """Something with an id of its own."""

    id: Id
    """Lower-case words joined by hyphens. Ids are addresses: never reuse one, retire it."""


# --- words with a fixed meaning -----------------------------------------------------------------

Scale = Literal["one", "hundred", "thousand", "wan", "million", "yi", "billion", "trillion", "wan-yi"]
Hedge = Literal["exact", "about", "over", "under", "nearly", "at-least", "at-most", "between"]
Status = Literal["final", "provisional", "estimate", "forecast", "target"]
Component = Literal["value", "sign", "scale", "unit", "hedge", "period", "place", "speaker"]
VerdictWord = Literal[
    "confirmed",
    "plausible",
    "qualified",
    "contradicted",
    "overtaken",
    "not-found",
    "context",
    "opinion",
    "not-checkable",
]
VERDICTS: tuple[str, ...] = get_args(VerdictWord)
COMPONENTS: tuple[str, ...] = get_args(Component)

# --- the smaller records --------------------------------------------------------------------------


class Unit(Record):
    """What a number counts or measures, and how sources print it."""

    one: ProperName
    """As written after the number 1: car."""
    many: ProperName
    """As written after other numbers: cars."""
    symbol: ProperName | None = None
    """Short form for charts and tables, such as km or %."""
    printed: tuple[Words, ...] = ()
    """Every form in which sources print it, in any language. Matched as whole words."""


class Indicator(Record):
    """What is measured: two figures can be compared only if their indicators allow it."""

    label: Line
    unit: UnitId
    measure: Literal["level", "share", "growth", "points", "multiple", "rank", "count"]
    price: Literal["none", "nominal", "real"] = "none"
    """For money and growth of money: at current prices, or after price changes."""
    counting: Literal["period", "year-to-date", "point-in-time"] = "period"
    full_year: IndicatorId | None = None
    """Where full years are measured by another indicator: its id."""
    population: Line | None = None
    """Which firms, people or places are counted."""
    definition: Line | None = None


class Speaker(Record):
    """Who says something, and in which capacity."""

    name: ProperName
    chinese: ProperName | None = None
    capacity: ProperName | None = None
    """Post or role, such as deputy director."""
    organisation: ProperName | None = None
    category: Literal["statistics", "government", "company", "press", "research", "reference", "editors"]
    note: Line | None = None


class Place(Record):
    """A place that facts are about; coordinates are WGS84 degrees."""

    name: ProperName
    chinese: ProperName | None = None
    kind: ProperName
    """Such as province, city, island, factory, country."""
    part_of: PlaceId | None = None
    lat: Number | None = None
    lon: Number | None = None
    precision: Line | None = None
    """What the point stands for: city centre, island centre, city only."""
    coordinates_from: SourceId | None = None
    note: Line | None = None


class Term(Record):
    """A glossary entry."""

    term: ProperName
    chinese: ProperName | None = None
    also: tuple[ProperName, ...] = ()
    """Other spellings under which prose and search should know it."""
    definition: Line
    sources: tuple[SourceId, ...] = ()
    facts: tuple[FactId, ...] = ()
    note: Line | None = None


class Gap(Record):
    """What we do not know."""

    question: Line
    why: Line
    looked: Line
    facts: tuple[FactId, ...] = ()


class Retired(Record):
    """An id that is no longer used; its address shows why and where to go."""

    collection: Literal["facts", "sources", "pages", "charts"] = "facts"
    reason: Line
    successor: Id | None = None
    on: Day


class Allowed(Model):
    """One figure in prose that no record can carry, with the reason. At most ten in all."""

    text: Words
    record: Id
    reason: Line


class Block(Model):
    """One numbered block of a source's text. The text itself is never kept: a hash stands for it."""

    n: Whole
    kind: Literal["text", "caption"] = "text"
    label: Line
    """What the block is about, in our words, for the paragraph sheet."""
    words: Whole
    sha256: Words
    """SHA-256 of the block's text, white space folded to single spaces."""
    facts: tuple[FactId, ...] = ()
    nothing: Line | None = None
    """Why no fact was taken from it, if none was."""


class Source(Record):
    """Something published that records cite. Field names follow CSL-JSON where it has them."""

    title: ProperName
    title_is_description: YesNo = False
    """Yes where the page's own headline was not seen and the title is ours."""
    publisher: ProperName
    authors: tuple[ProperName, ...] = ()
    date: When
    date_note: Line | None = None
    url: Address | None = None
    link: YesNo = True
    """No for unofficial copies, machine translations and weak sites: they are named, not linked."""
    kind: Literal["official", "state-media", "press", "trade-or-company", "academic", "reference", "republisher"]
    language: Literal["en", "zh", "de", "ru", "other"]
    read_at: Line | None = None
    """Where its text was met, if not at its publisher."""
    note: Line | None = None
    derives_from: tuple[SourceId, ...] = ()
    """Other sources that it repeats: two sources are independent only if neither derives from the other."""
    independence: Literal["unknown", "original", "derived"] = "unknown"
    numbering: Line | None = None
    """How its blocks are numbered."""
    sha256: Words | None = None
    """SHA-256 of the whole text, white space folded to single spaces."""
    blocks: tuple[Block, ...] = ()


# --- facts ---------------------------------------------------------------------------------------


class Reading(Model):
    """A component that the figure as printed does not carry, and what it rests on instead."""

    of: Component
    words: Words | None = None
    """The few characters elsewhere in the same block that carry it, exactly as printed."""
    because: Line | None = None
    """The reason, where no words of the block carry it."""


class Evidence(Model):
    """Where a source says it."""

    source: SourceId
    at: Words | None = None
    """The number of the block, for sources with numbered blocks; otherwise where it stands, if known."""
    printed: Words
    """The figure, or the few characters, exactly as they stand in the source. Never a sentence."""
    how: Literal["printed", "counted", "computed"] = "printed"
    reading: tuple[Reading, ...] = ()


class Verdict(Model):
    """How a claim stands beside what other sources show."""

    word: VerdictWord = Field(alias="is")
    because: Line
    supporting: tuple[FactId, ...] = Field(default=(), alias="for")
    opposing: tuple[FactId, ...] = Field(default=(), alias="against")
    beside: tuple[FactId, ...] = ()
    """Facts that the reason names for scale or context, neither for nor against."""


class Conflict(Model):
    """Another record that says otherwise, and where the editors stand."""

    other: FactId = Field(alias="with")
    stance: Line


class Review(Model):
    on: Day
    by: ProperName


class Change(Model):
    """One change of a published record. The version is one more than the number of changes."""

    on: Day
    kind: Literal["correction", "revision", "update", "wording"]
    was: Words
    why: Line


class Versioned(Record):
    """A record that is cited in a version."""

    collection: ClassVar[str]
    """Where such records stand: one of `CITED`."""
    heading: ClassVar[str]
    """The field of prose under which the record is cited."""
    changes: tuple[Change, ...] = ()
    """What it said before, and why it no longer does: oldest first, and only added to."""

    @property
    def version(self) -> int:
        return 1 + len(self.changes)

    @property
    def headline(self) -> str:
        return str(getattr(self, self.heading))

    @property
    def key(self) -> str:
        """`id` of a fact, `charts:id`, `pages:id`: how pages name the record to the gate."""
        return self.id if self.collection == "facts" else f"{self.collection}:{self.id}"


CITED = ("facts", "charts", "pages")


class Fact(Versioned):
    """What every kind of fact holds. The kinds are the modules of `build_scripts.facts`."""

    collection: ClassVar = "facts"
    heading: ClassVar = "label"
    kind: str
    label: Line
    """A noun phrase for rows, bars and titles, without the figure."""
    statement: Line
    """One sentence in our own words. Its own figure stands as ${this}; other figures as ${their-id}."""
    place: PlaceId | None = None
    period: When
    """EDTF: 2024, 2024-03, 2024-Q1, 2025-01/2025-11, or unknown with a period_note. Never the publication date."""
    period_note: Line | None = None
    said_by: SpeakerId
    said_on: When | None = None
    via: SourceId | None = None
    """The source that quotes the speaker, where it differs from the evidence."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: Literal["high", "medium", "low"] = "high"
    verdict: Verdict | None = None
    conflicts: tuple[Conflict, ...] = ()
    ambiguity: Line | None = None
    """What a careful reader cannot tell."""
    note: Line | None = None
    find: tuple[SoughtWords, ...] = ()
    """Other words under which the search should find it."""
    review: Review | None = None
    """Who looked at it last; the site's own review holds where it is missing."""

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(e.source for e in self.evidence))

    @property
    def series(self) -> str | None:
        """The id of the series that it is a point of."""
        return None


class ChartSpec(Versioned):
    """What every kind of chart holds. The kinds are the modules of `build_scripts.charts`."""

    collection: ClassVar = "charts"
    heading: ClassVar = "title"
    kind: str
    title: Line
    """The finding, as a statement."""
    subtitle: Line
    """What is drawn: measure, unit, period, place."""
    alt: Line
    """The pattern that matters, in words. What is drawn and its extremes are described from the data."""
    note: Line | None = None
    """Shown under the chart: cautions, definitions."""
    comparable: Line | None = None
    """Why figures of different kinds stand side by side here, where they do."""


class Section(Model):
    """A part of a page: text, then charts, then claims said and shown."""

    id: Id
    title: Line | None = None
    text: Markdown | None = None
    margin: Line | None = None
    """A short note in the margin."""
    charts: tuple[ChartId, ...] = ()
    claims: tuple[FactId, ...] = ()
    """Claims shown as double entry: what is said, what is shown."""


class PageSpec(Versioned):
    """What every page written by editors holds. The kinds are the modules of `build_scripts.pages`."""

    collection: ClassVar = "pages"
    heading: ClassVar = "finding"
    kind: str
    title: Line
    """Short, for menus and breadcrumbs."""
    finding: Line
    """The headline: what the page shows, as a statement."""
    lead: Line
    sections: tuple[Section, ...] = ()
    review: Review | None = None


# --- the site -------------------------------------------------------------------------------------


class MenuEntry(Model):
    label: ProperName
    page: PageId


class SiteConfig(Model):
    """`content/site.yml`: what the site is called, asks and explains."""

    name: ProperName
    question: ProperName
    description: Line
    address: Address
    """Where the site will be published."""
    repository: Address
    edit: Address
    """Address under which content files are edited; the file's path and #L line are appended."""
    language: Literal["en"] = "en"
    other_language: Language | None = None
    """Language tag of the Chinese or other names in records, such as zh-Hans."""
    contact: Address
    licence: ProperName
    licence_url: Address
    disclaimer: Line
    """One sentence in the footer: what this is, and that it is not affiliated."""
    explains: SourceId
    """The source whose statements are the claims."""
    noun: ProperName = "text"
    """What the explained source is, in one word, as headings name it: article, speech, report."""
    home: PageId
    chapters: tuple[PageId, ...] = Field(min_length=1)
    menu: tuple[MenuEntry, ...] = ()
    statements: tuple[MenuEntry, ...] = ()
    """Pages on the site itself, linked at the foot of every page: who makes it, privacy, accessibility."""
    main_place: PlaceId | None = None
    """The place that charts draw in the accent colour."""
    review: Review
    review_months: Whole | None = Field(default=None, ge=1, le=120)
    """After how many months a review is too old. Without it no review is."""
    full_year_months: Whole = Field(default=1, ge=1, le=24)
    """How many months after a year's end its full-year figures are due."""


@dataclass(frozen=True)
class Origin:
    """Where a record stands: its file and its node in that file's tree."""

    document: Document
    node: Node


@dataclass(frozen=True)
class Verified:
    """Evidence was held against its source's text: hashes of the record's parts and of the text, and the day."""

    record: str
    text: str
    on: date


@dataclass(frozen=True)
class Score:
    """How many changes of one kind the gates caught. `rest`: what the changed part rests on.

    The `text_` counts are of those whose source's text was at hand; `shape` are records that could not be read.
    """

    kind: str
    rest: str
    caught: int
    total: int
    text_caught: int = 0
    text_total: int = 0
    shape: int = 0


@dataclass(frozen=True)
class Scores:
    """What a mutation test counted: by kind of change, by gate, and what was not caught, by reason."""

    on: date
    rows: tuple[Score, ...]
    gates: Mapping[str, int]
    survivors: Mapping[str, int]


@dataclass(frozen=True, eq=False)
class Site:
    """Everything that content files say, by id. `today` is the build's date.

    Two sites are the same only if they are one object: what is worked out of a site can be kept with it.
    """

    config: SiteConfig
    facts: Mapping[str, Fact]
    """Every fact, the points of series included, in the order of the files."""
    series: Mapping[str, Any]
    sources: Mapping[str, Source]
    speakers: Mapping[str, Speaker]
    places: Mapping[str, Place]
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    charts: Mapping[str, ChartSpec]
    pages: Mapping[str, PageSpec]
    terms: Mapping[str, Term]
    gaps: Mapping[str, Gap]
    retired: Mapping[str, Retired]
    allowed: tuple[Allowed, ...]
    verified: Mapping[tuple[str, str, str], Verified] = field(default_factory=dict)
    """`verified.lock`, by fact, source and block."""
    gates: Scores | None = None
    """`gates.lock`: the last mutation test."""
    geo: Mapping[str, Any] = field(default_factory=dict)
    """GeoJSON files of `content/places/` by name without ending."""
    origins: Mapping[tuple[str, str], Origin] = field(default_factory=dict)
    today: date = date(1970, 1, 1)
    version: str = ""
    """The commit that is built, or nothing."""
    broken: frozenset[str] = frozenset()
    """Ids of records that could not be read: what refers to them is not wrong for that."""

    def collection(self, name: str) -> Mapping[str, Any]:
        found = getattr(self, name)
        assert isinstance(found, Mapping)
        return found

    def spot(self, collection: str, id: str, *path: str | int, key: bool = False) -> Spot:
        """The line and column of a record, or of a field in it."""
        from build_scripts.positions import locate

        origin = self.origins.get((collection, id))
        if origin is None:
            return Spot("content")
        return origin.document.place(locate(origin.node, path, key=key))

    @cached_property
    def claims(self) -> tuple[Fact, ...]:
        """The facts taken from the source that the site explains, in the order of its blocks."""
        source = self.sources.get(self.config.explains)
        ids = [fact for block in source.blocks for fact in block.facts] if source else []
        return tuple(self.facts[id] for id in dict.fromkeys(ids) if id in self.facts)


# --- walking records by their markers ---------------------------------------------------------------

Path = tuple[str | int, ...]


def walk(record: BaseModel, marker: type) -> Iterator[tuple[Path, Any, Any]]:
    """Every value of `record` whose type carries such a marker: path (as typed in YAML), value, marker."""
    for name, alias, mark in _marked(type(record), marker):
        value = getattr(record, name)
        if type(value) is str:
            if mark is not None:
                yield (alias,), value, mark
        elif value is not None:
            yield from _visit((alias,), value, mark, marker)


def _visit(path: Path, value: Any, mark: Any, marker: type) -> Iterator[tuple[Path, Any, Any]]:
    if type(value) is str:
        if mark is not None:
            yield path, value, mark
    elif isinstance(value, BaseModel):
        for below, found, inner in walk(value, marker):
            yield (*path, *below), found, inner
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _visit((*path, i), item, mark, marker)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _visit((*path, key), item, mark, marker)
    elif mark is not None:
        yield path, value, mark


@cache
def _marked(model: type[BaseModel], marker: type) -> tuple[tuple[str, str, Any], ...]:
    """The fields of a record that carry the marker, or hold records that do: (name, key in YAML, marker)."""
    found = []
    for name, info in model.model_fields.items():
        marks = [m for m in (*info.metadata, *_markers(info.annotation)) if isinstance(m, marker)]
        inner = any(_marked(held, marker) for held in _held(info.annotation))
        if marks or inner:
            found.append((name, info.alias or name, marks[0] if marks else None))
    return tuple(found)


def dates(record: BaseModel) -> list[Period]:
    """Every period and day that stands in a record."""
    found = [value for _, value, _ in walk(record, Dated)]
    return [read_period(d.isoformat()) if isinstance(d, date) else d for d in found if isinstance(d, (date, Period))]


def _held(annotation: Any) -> Iterator[type[BaseModel]]:
    """The kinds of record that stand in a field."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _held(inner)


def _markers(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for inner in get_args(annotation):
        yield from _markers(inner)
