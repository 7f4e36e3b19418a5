"""Text of records as HTML: escaped, each figure tied to its record, each link resolved.

Two settings: inside a block of raw HTML nothing but HTML is special; inside Markdown an editor's
emphasis and lists stay, while everything that we add is written so that Markdown leaves it alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from html import escape

from markupsafe import Markup

from build_scripts import formatting, numerals, prose
from build_scripts.edtf import Period, read_period
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.model import Fact, Site, Source, Term
from build_scripts.pages._view import View

VERDICT_WORDS = {
    "confirmed": "Confirmed", "plausible": "Plausible", "qualified": "Qualified", "contradicted": "Contradicted",
    "overtaken": "Overtaken", "not-found": "Not found", "context": "Context only", "opinion": "Opinion",
    "not-checkable": "Not checkable",
}  # fmt: skip

_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]*[\u3400-\u9fff\uf900-\ufaff]"
                  r"[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]*")  # fmt: skip

_ISO = re.compile(r"\d{4}(-\d\d){0,2}")
_BEGIN, _END = "\x02", "\x03"
"""Around a button and its card, until the line is whole."""
_BUTTON = re.compile(f"{_BEGIN}(.*?){_END}([.,;:!?)”’]*)", re.DOTALL)


@dataclass
class Notes:
    """The facts and terms that a page explains without leaving it, in the order in which they occur."""

    facts: dict[str, Fact] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)


class Html:
    """A `prose.Writer` for one page. With `notes`, facts open a card; without, they are plain links."""

    def __init__(self, view: View, here: str, *, notes: Notes | None = None, markdown: bool = False) -> None:
        self.view = view
        self.site: Site = view.site
        self.here = here
        self.notes = notes
        self.markdown = markdown

    # --- pieces -----------------------------------------------------------------------------------

    def words(self, text: str) -> str:
        return self.foreign(_for_markdown(text) if self.markdown else escape(text, quote=False))

    def quiet(self, text: str) -> str:
        """Text that is ours to show, not an editor's Markdown."""
        return self.foreign(_silent(text) if self.markdown else escape(text, quote=False))

    def foreign(self, escaped: str) -> str:
        """Chinese runs are marked as such, so that they are spoken and set rightly."""
        tag = self.site.config.other_language
        return _CJK.sub(lambda m: f'<span lang="{tag}">{m[0]}</span>', escaped) if tag else escaped

    def date(self, text: str, edtf: str) -> str:
        return _dated(edtf, self.quiet(text))

    def data(self, fact: Fact, text: str) -> str:
        """The figure, tied to its record."""
        value = canonical(fact)
        return f'<data value="{value}" data-fact="{fact.id}">{self.quiet(text)}</data>'

    def fact(self, fact: Fact, text: str) -> str:
        return self._opening(fact, self.data(fact, text))

    def count(self, count: prose.Count, number: int, text: str) -> str:
        return f'<data value="{number}" data-count="{count.key}">{self.quiet(text)}</data>'

    def link(self, link: prose.Link) -> str:
        words = self.period(link.text)
        if link.to == "web":
            return f'<a href="{escape(link.id)}" rel="noopener">{words}</a>'
        if link.to == "fact":
            return self._opening(self.site.facts[link.id], words)
        if link.to == "term" and self.notes is not None:
            return self._term(self.site.terms[link.id], words)
        return f'<a href="{self.url(prose.LINKED[link.to], link.id)}">{words}</a>'

    def url(self, collection: str, id: str) -> str:
        return escape(self.view.relative(self.here, self.view.path(collection, id)))

    # --- cards --------------------------------------------------------------------------------------

    def _opening(self, fact: Fact, words: str) -> str:
        if self.notes is None:
            return f'<a class="to" href="{self.url("facts", fact.id)}">{words}</a>'
        first = fact.id not in self.notes.facts
        self.notes.facts.setdefault(fact.id, fact)
        number = list(self.notes.facts).index(fact.id) + 1
        sign = mark(fact.verdict.word) if fact.verdict else f'<sup data-structural="note">{number}</sup>'
        spoken = f", {fact.verdict.word.replace('-', ' ')}" if fact.verdict else ", source"
        button = (
            f'<button type="button" class="fact" popovertarget="card-{fact.id}">{words}{sign}'
            f'<span class="vh">{spoken}</span></button>'
        )
        return _BEGIN + button + (self._card(fact) if first else "") + _END

    def _card(self, fact: Fact) -> str:
        """What a reader learns of a figure without leaving the page."""
        quiet = Html(self.view, self.here, markdown=self.markdown)  # without notes: no buttons inside a card
        figure = figure_of(fact, self.site)
        big = f'<b class="big">{self.data(fact, figure)}</b>' if figure else ""
        verdict = f"<span>{verdict_html(fact.verdict.word)}</span>" if fact.verdict else ""
        speaker = self.site.speakers[fact.said_by]
        source = self.site.sources[fact.evidence[0].source]
        meta = " · ".join(
            [
                quiet.quiet(speaker.name),
                f'<span data-structural="source-title">{quiet.quiet(source.publisher)}</span>, '
                + quiet.period(dated(source)),
                quiet.period(fact.period.words()),
            ]
        )
        statement = prose.write(fact.statement, self.site, Silent(quiet), fact)
        return (
            f'<span popover id="card-{fact.id}" class="card" data-search-exclude>{verdict} {big} '
            f"<span>{statement}</span> "
            f'<span class="m">{meta}</span> <a href="{self.url("facts", fact.id)}">Open the record</a></span>'
        )

    def _term(self, term: Term, words: str) -> str:
        assert self.notes is not None
        first = term.id not in self.notes.terms
        self.notes.terms.setdefault(term.id, term)
        button = (
            f'<button type="button" class="fact term" popovertarget="term-{term.id}">{words}'
            '<span class="vh">, explained</span></button>'
        )
        return _BEGIN + button + (self._definition(term) if first else "") + _END

    def _definition(self, term: Term) -> str:
        """What a term means, without leaving the page."""
        quiet = Html(self.view, self.here, markdown=self.markdown)
        definition = prose.write(term.definition, self.site, Silent(quiet))
        chinese = f' <span class="m">{quiet.quiet(term.chinese)}</span>' if term.chinese else ""
        return (
            f'<span popover id="term-{term.id}" class="card" data-search-exclude>'
            f"<b>{quiet.quiet(term.term)}</b>{chinese} "
            f'<span>{definition}</span> <a href="{self.url("terms", term.id)}">Open the glossary</a></span>'
        )

    # --- whole texts -----------------------------------------------------------------------------------

    def line(self, text: str, this: Fact | None = None) -> Markup:
        return Markup(_BUTTON.sub(_kept, prose.write(text, self.site, self, this)))

    def silent(self, text: str, this: Fact | None = None) -> Markup:
        """Prose whose figures are tied to their records, with nothing in it that takes the focus."""
        return Markup(prose.write(text, self.site, Silent(self), this))

    def statement(self, fact: Fact) -> Markup:
        """The whole statement, without links."""
        return self.silent(fact.statement, fact)

    def reason(self, fact: Fact) -> Markup:
        """Why the verdict is as it is, without links: it stands in a row that is one link itself."""
        assert fact.verdict
        return self.silent(fact.verdict.because, fact)

    def tally(self, key: str) -> Markup:
        """A number of records, computed: `claims,verdict=confirmed`."""
        what, *filters = key.split(",")
        pairs = tuple((name, word) for name, _, word in (f.partition("=") for f in filters))
        return counted(key, prose.counted(prose.Count(what, pairs, (), 0), self.site))

    def big(self, fact: Fact) -> Markup:
        """The figure set large: the number, and small after it the scale word and the unit."""
        shown = figure_of(fact, self.site)
        found = re.match(r"(\D*?)([−-]?\d[\d,.]*(?:\sand\s[−-]?\d[\d,.]*)?)(.*)", shown)
        hedge, number, rest = (part.strip() for part in (found.groups() if found else ("", shown, "")))
        parts = [f"<small>{self.quiet(hedge)}</small>", self.quiet(number), f"<small>{self.quiet(rest)}</small>"]
        filled = " ".join(part for part in parts if part != "<small></small>")
        return Markup(f'<data value="{canonical(fact)}" data-fact="{fact.id}">{filled}</data>')

    def text(self, text: str) -> Markup:
        """Words without citations: names, labels of ours. Dates in them are marked."""
        return Markup(self.period(text))

    def period(self, text: str) -> str:
        out, done = [], 0
        for start, end, edtf in numerals.dates(text):
            out += [self.quiet(text[done:start]), self.date(text[start:end], edtf)]
            done = end
        return "".join([*out, self.quiet(text[done:])])


class Silent:
    """Inside a card figures are shown and tied to their records, but nothing is a link."""

    def __init__(self, html: Html) -> None:
        self.html = html

    def words(self, text: str) -> str:
        return self.html.quiet(text)

    def date(self, text: str, edtf: str) -> str:
        return self.html.date(text, edtf)

    def fact(self, fact: Fact, text: str) -> str:
        return self.html.data(fact, text)

    def count(self, count: prose.Count, number: int, text: str) -> str:
        return self.html.count(count, number, text)

    def link(self, link: prose.Link) -> str:
        return prose.dated(link.text, self)


def canonical(fact: Fact) -> str:
    """The figure as a machine reads it: one number without scale word, in the record's unit."""
    if isinstance(fact, Figure):
        value = fact.low if fact.value is None else fact.value
        assert value is not None
        product = value * numerals.SCALES[fact.scale]
        return f"{product:f}"
    if isinstance(fact, Superlative):
        return str(fact.rank)
    return ""


def figure_of(fact: Fact, site: Site) -> str:
    """The figure with hedge and unit, or nothing where the fact has none."""
    return prose.capital(prose.figure(fact, site)) if isinstance(fact, Figure) else ""


def dated(source: Source) -> str:
    """When a source was published, in words."""
    return source.date.words() if source.date.known else "no date given"


def mark(verdict: str) -> Markup:
    return Markup(f'<svg class="vm {verdict}" aria-hidden="true"><use href="#v-{verdict}"/></svg>')


def verdict_html(verdict: str, size: str = "") -> Markup:
    return Markup(
        f'<span class="verdict {verdict}{" " + size if size else ""}">{mark(verdict)}{VERDICT_WORDS[verdict]}</span>'
    )


def told(facts: list[Fact]) -> str:
    """The verdicts of some claims in words: "3 claims: 2 confirmed, 1 opinion"."""
    words: list[str] = [f.verdict.word for f in facts if f.verdict]
    parts = ", ".join(f"{words.count(v)} {VERDICT_WORDS[v].lower()}" for v in VERDICT_WORDS if v in words)
    return f"{len(words)} claim{'' if len(words) == 1 else 's'}" + (f": {parts}" if parts else "")


def run(facts: list[Fact], key: str) -> Markup:
    """A row of verdict marks, with the same in words for those who do not see it; `key` names the claims."""
    words: list[str] = [f.verdict.word for f in facts if f.verdict]
    marks = Markup("").join(mark(v) for v in VERDICT_WORDS for _ in range(words.count(v)))
    return (
        Markup(f'<span class="run" role="img" data-count="{key}" aria-label="{escape(told(facts))}">{marks}</span>')
        if words
        else Markup("")
    )


def structural(kind: str, text: object) -> Markup:
    """A number that belongs to the page, not to the world; `kind` is one of the gate's closed list."""
    return Markup(f'<span data-structural="{kind}">{escape(str(text))}</span>')


def day_of(when: date | Period, about: str, id: str) -> Markup:
    """A date that the record itself does not name: when it was verified, or when its full year is due."""
    period = read_period(str(when))
    return Markup(_dated(str(period), period.words(), f' data-{about}="{id}"'))


def _dated(edtf: str, shown: str, more: str = "") -> str:
    """The element that shows a date: HTML knows years, months and days, but neither quarters nor spans."""
    tag, name = ("time", "datetime") if _ISO.fullmatch(edtf) else ("span", "data-date")
    return f'<{tag} {name}="{edtf}"{more}>{shown}</{tag}>'


def counted(key: str, number: int, *, words: bool = False) -> Markup:
    shown = formatting.words(number) if words else f"{number:,}"
    return Markup(f'<data value="{number}" data-count="{key}">{shown}</data>')


def _kept(found: re.Match[str]) -> str:
    """A browser may break a line after a button: the point that ends its sentence is held beside it."""
    return f'<span class="keep">{found[1]}{found[2]}</span>' if found[2] else found[1]


def _for_markdown(text: str) -> str:
    """An editor's Markdown keeps emphasis, lists and paragraphs; HTML, links, code, headings and attributes go."""
    text = re.sub(r"[\[\]`\\{}]", _reference, escape(text, quote=False))
    return re.sub(r"^#|^[=-](?=[=-]* *$)", _reference, text, flags=re.MULTILINE)


def _silent(text: str) -> str:
    """Text that Markdown must leave alone."""
    return re.sub(r"[\\`*_\[\]{}|~^]", _reference, escape(text, quote=False))


def _reference(found: re.Match[str]) -> str:
    """A character written so that Markdown does not know it."""
    return f"&#{ord(found[0])};"
