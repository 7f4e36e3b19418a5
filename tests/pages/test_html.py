"""Text of records as HTML: escaped, tied to its record, linked."""

from __future__ import annotations

from decimal import Decimal

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from build_scripts.model import Site
from build_scripts.pages._html import Html, Notes, canonical, dated, mark, run, told, verdict_html
from build_scripts.pages._html import counted as counted_html
from pages.conftest import Book
from pages.pieces import FREIGHT, SHRANK, count, data, time, verdict
from pages.pieces import mark as mark_of

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
# What HTML, Markdown and its extensions give a meaning to.
ODD = st.text(alphabet=st.sampled_from("<>&\"'`*_[](){}|~^\\:=#-+.!/ \na1"), max_size=40)


def raw(book: Book, here: str = "a.html") -> Html:
    return Html(book.view, here)


def running(book: Book, here: str = "a.html") -> Html:
    """A writer of running text with cards."""
    return Html(book.view, here, notes=Notes(), markdown=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b> & 'x' \"y\"", "&lt;b&gt; &amp; 'x' \"y\""),
        ("&lt;script&gt;", "&amp;lt;script&amp;gt;"),
        ("{{ x }} {% y %}", "{{ x }} {% y %}"),
        ("*a* _b_ `c`", "*a* _b_ `c`"),
    ],
)
def test_words_in_raw_html(book: Book, text: str, expected: str) -> None:
    """Only what HTML knows is escaped: nothing else is special there."""
    assert expected == raw(book).words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* and **b**", "<p><em>a</em> and <strong>b</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("<div markdown='1' onclick='x()'>", "<p>&lt;div markdown='1' onclick='x()'&gt;</p>"),
        ("*a*{: onclick='x()' }", "<p><em>a</em>&#123;: onclick='x()' &#125;</p>"),
        ("a\n{: onclick='x()' }", "<p>a\n&#123;: onclick='x()' &#125;</p>"),
        ("[a](javascript:x)", "<p>&#91;a&#93;(javascript:x)</p>"),
        ("[a]: javascript:x\n\n[a]", "<p>&#91;a&#93;: javascript:x</p>\n<p>&#91;a&#93;</p>"),
        ("![a](x)", "<p>!&#91;a&#93;(x)</p>"),
        ("<javascript:x>", "<p>&lt;javascript:x&gt;</p>"),
        ("`a`", "<p>&#96;a&#96;</p>"),
        ("# a", "<p>&#35; a</p>"),
        ("a\n===", "<p>a\n&#61;==</p>"),
        ("a\n---", "<p>a\n&#45;--</p>"),
        ("a\\*b", "<p>a&#92;*b</p>"),
    ],
)
def test_words_in_markdown(book: Book, text: str, expected: str) -> None:
    """Emphasis and lists stay; HTML, links, attributes, code and headings are words."""
    assert expected == markdown.markdown(running(book).words(text), extensions=EXTENSIONS)


@given(text=ODD)
def test_quiet_text_reads_the_same_in_markdown(book: Book, text: str) -> None:
    """Names, labels and statements come out of Markdown as they were, without one element more."""
    line = f"x{' '.join(text.split())}x"
    made = markdown.markdown(running(book).quiet(line), extensions=EXTENSIONS)
    element = lxml_html.fragment_fromstring(made, create_parent="div")
    assert (["div", "p"], line) == ([e.tag for e in element.iter()], element.text_content())


@given(text=ODD)
def test_editors_markdown_makes_no_element_but_text(book: Book, text: str) -> None:
    """Whatever an editor types, only elements of running text come out, and none has an attribute."""
    made = markdown.markdown(running(book).words(text), extensions=EXTENSIONS)
    element = lxml_html.fragment_fromstring(made, create_parent="div")
    known = {"div", "p", "em", "strong", "ul", "ol", "li", "hr", "br", "blockquote", "pre", "code"}
    known |= {"table", "thead", "tbody", "tr", "th", "td"}
    attributes = {(e.tag, name) for e in element.iter() for name in e.attrib} - {
        ("ol", "start"),
        ("th", "style"),
        ("td", "style"),
    }
    assert (set(), set()) == ({e.tag for e in element.iter()} - known, attributes)


def test_figure_is_a_link_to_its_record(book: Book) -> None:
    """With the figure for machines beside it."""
    made = raw(book, "facts/x.html").line("It is ${freight-2024}, ${freight-growth-2024|unsigned} less.")
    assert (
        f'It is <a class="to" href="freight-2024.html">{FREIGHT}</a>, '
        f'<a class="to" href="freight-growth-2024.html">{SHRANK}</a> less.'
    ) == made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](source:port-yearbook)", '<a href="sources.html#port-yearbook">a</a>'),
        ("[a](place:sund)", '<a href="places.html#sund">a</a>'),
        ("[a](page:traffic)", '<a href="traffic.html">a</a>'),
        ("[a](chart:electric)", '<a href="charts/electric.html">a</a>'),
        ("[a](term:roll-on-ferry)", '<a href="glossary.html#roll-on-ferry">a</a>'),
        ("[a](fact:quay-cost)", '<a class="to" href="facts/quay-cost.html">a</a>'),
        (
            "[a & b](https://x.example/?a=1&b=2)",
            '<a href="https://x.example/?a=1&amp;b=2" rel="noopener">a &amp; b</a>',
        ),
        ("[in 2024](page:traffic)", f'<a href="traffic.html">in {time("2024")}</a>'),
        ("${count(claims)}", count("claims", 7)),
        ("${count(claims)|words|cap}", count("claims", 7, "Seven")),
        ("in March 2025", f"in {time('2025-03', 'March 2025')}"),
    ],
)
def test_links_counts_and_dates(book: Book, text: str, expected: str) -> None:
    """Each leads to its record, is computed, or says which date it is."""
    assert expected == raw(book).line(text)


def test_silent_text_takes_no_focus(book: Book) -> None:
    """Inside a link there is no link: figures stay tied to their records."""
    made = raw(book).silent("${freight-2024}, [a of 2025](page:traffic), ${count(claims)}, 2024")
    assert f"{FREIGHT}, a of {time('2025')}, {count('claims', 7)}, {time('2024')}" == made


@pytest.mark.parametrize(
    ("text", "ending", "kept"),
    [
        ("a [b](fact:quay-cost), c", "</a></span>,</span> c", 1),
        ("([b](term:roll-on-ferry)).", "</a></span>).</span>", 1),
        ("[b](fact:quay-cost) c.", "</a></span> c.", 0),
    ],
)
def test_point_is_held_to_its_button(book: Book, text: str, ending: str, kept: int) -> None:
    """What ends the sentence never begins a line."""
    made = running(book).line(text)
    assert (ending, kept) == (made[-len(ending) :], made.count('<span class="keep">'))


def test_second_term_opens_the_same_card(book: Book) -> None:
    """One card for all mentions."""
    made = running(book).line("[a](term:roll-on-ferry) [b](term:roll-on-ferry)")
    assert (2, 1) == (made.count('popovertarget="term-roll-on-ferry"'), made.count('id="term-roll-on-ferry"'))


def test_card_of_a_term_has_its_chinese_name(rich: Book) -> None:
    """Marked as Chinese."""
    site = rich.view.site
    term = site.terms["roll-on-ferry"].model_copy(update={"chinese": "滚装船"})
    html = Html(type(rich.view)(_with_term(site, term)), "a.html", notes=Notes(), markdown=True)
    assert '<b>roll-on ferry</b> <span class="m"><span lang="zh-Hans">滚装船</span></span> ' in html.line(
        "[a](term:roll-on-ferry)"
    )


def _with_term(site: Site, term: object) -> Site:
    from dataclasses import replace

    return replace(site, terms={"roll-on-ferry": term})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("freight-2024", "1250000.00"),
        ("freight-growth-2024", "-3.5"),
        ("passengers-range", "5000"),
        ("oldest-port", "2"),
        ("harbour-heart", ""),
    ],
)
def test_figure_for_machines(rich: Book, fact: str, expected: str) -> None:
    """One number without scale word; of a range the lower end, of a rank the place."""
    assert expected == canonical(rich.view.site.facts[fact])


def test_large_figure_has_no_exponent(book: Book) -> None:
    """It is written out, however large."""
    figure = book.view.site.facts["quay-cost"].model_copy(update={"value": Decimal("4E+3"), "scale": "trillion"})
    assert "4000000000000000" == canonical(figure)


def test_foreign_text_is_marked(rich: Book, book: Book) -> None:
    """Runs of Chinese with their punctuation, where the site names its other language; else nothing."""
    text = "Sund 松德，港 is 21世纪"
    marked = 'Sund <span lang="zh-Hans">松德，港</span> is 21<span lang="zh-Hans">世纪</span>'
    assert (marked, text) == (raw(rich).quiet(text), raw(book).quiet(text))


def test_date_of_a_source(rich: Book) -> None:
    """In words, or that there is none."""
    sources = rich.view.site.sources
    assert ("4 March 2025", "no date given") == (dated(sources["mayor-speech"]), dated(sources["undated-note"]))


def test_marks_and_words(book: Book) -> None:
    """A shape and a word; the shape alone is silent."""
    assert (mark_of("context"), verdict("context"), verdict("opinion", " lg")) == (
        mark("context"),
        verdict_html("context"),
        verdict_html("opinion", "lg"),
    )


def test_verdicts_in_words(book: Book) -> None:
    """How many, and of which kind, in the fixed order of the verdicts."""
    claims = book.view.site.claims
    assert ("2 claims: 1 confirmed, 1 not found", "1 claim: 1 confirmed", "0 claims") == (
        told(claims[:2]),
        told(claims[:1]),
        told([]),
    )


def test_row_of_no_marks(book: Book) -> None:
    """Nothing, not an empty picture."""
    assert "" == run([], "claims,block=3")


def test_numbers_of_records_have_separators() -> None:
    """Large ones are read in groups of three."""
    expected = '<data value="1234" data-count="facts">1,234</data>'
    assert expected == counted_html("facts", 1234)


def test_text_that_is_no_prose(book: Book) -> None:
    """A period's words: dates in them are marked, dollar signs mean nothing."""
    assert f"{time('2024')} to {time('2025')} ${{x}}" == raw(book).text("2024 to 2025 ${x}")


def test_big_figure_without_digits(book: Book) -> None:
    """An opinion has none; it stays empty."""
    assert '<data value="" data-fact="harbour-heart"></data>' == raw(book).big(book.view.site.facts["harbour-heart"])


def test_negative_figure_at_large(book: Book) -> None:
    """The minus belongs to the number."""
    assert data("freight-growth-2024", "-3.5", "−3.5 <small>percent</small>") == raw(book).big(
        book.view.site.facts["freight-growth-2024"]
    )
