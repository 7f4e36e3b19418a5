"""Prose: its pieces, what a citation says, and how it is written out."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import prose
from build_scripts.edtf import read_period
from build_scripts.model import Fact, Site
from build_scripts.prose import Cite, Count, Link, Mistake, Text, parse

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("only words", [Text("only words", 0)]),
        ("a ${x} b", [Text("a ", 0), Cite("x", (), 2), Text(" b", 6)]),
        ("${x-1|words|cap}", [Cite("x-1", ("words", "cap"), 0)]),
        ("${ x | words }", [Cite("x", ("words",), 0)]),
        ("${count(claims)}", [Count("claims", (), (), 0)]),
        ("${count( claims )|words|cap}", [Count("claims", (), ("words", "cap"), 0)]),
        (
            "${count(claims, verdict = confirmed, kind=plan)}",
            [Count("claims", (("kind", "plan"), ("verdict", "confirmed")), (), 0)],
        ),
        ("[the port](place:sund).", [Link("the port", "place", "sund", 0), Text(".", 22)]),
        ("[a](https://b.example/c?d=1#e)", [Link("a", "web", "https://b.example/c?d=1#e", 0)]),
        ("[a](mailto:b@c.example)", [Link("a", "web", "mailto:b@c.example", 0)]),
        ("$${x}", [Text("${", 0), Text("x}", 3)]),
        ("$5 {a} [b] (c)", [Text("$5 {a} [b] (c)", 0)]),
    ],
)
def test_pieces(text: str, expected: list[prose.Piece]) -> None:
    """Citations, counts, links and words, each with its offset."""
    assert tuple(expected) == parse(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${x|wrds}", Mistake('there is no form "wrds"', 0, 9, 'did you mean "words"?')),
        ("${x|statement|words}", Mistake('the form "statement" goes with no other but cap', 0, 20)),
        ("${count(claims)|ordinal}", Mistake('a count has no form "ordinal"', 0, 24, "forms: number, words, cap")),
        ("${X}", Mistake('"X" is neither an id nor a count', 0, 4, "write ${id}, ${id|form} or ${count(claims)}")),
        ("${}", Mistake('"" is neither an id nor a count', 0, 3, "write ${id}, ${id|form} or ${count(claims)}")),
        (
            "${count(claims, verdict)}",
            Mistake('"count(claims, verdict)" is neither an id nor a count', 0, 25, "write ${id}, ${id|form} or ${count(claims)}"),  # noqa: E501
        ),
        ("${x", Mistake("a citation begins with ${ and never ends", 0, 2, "close it with }, or write $${ for the characters")),  # noqa: E501
        ("![a](b)", Mistake("a picture cannot stand in prose", 0, 7, "draw a chart and list it under charts")),
        ("![a", Mistake("a picture cannot stand in prose", 0, 3, "draw a chart and list it under charts")),
        ("[a]: https://b.example", Mistake("a line that defines a link shows nothing", 0, 4, "write [words](https://…) in the text")),  # noqa: E501
        (
            "](javascript:x)",
            Mistake(
                "only links of the form [words](fact:id) or [words](https://…) are known", 0, 2,
                "links may name a fact, term, source, page, place, chart, or begin with https://, http:// or mailto:",
            ),
        ),
    ],
)  # fmt: skip
def test_mistakes_are_pieces(text: str, expected: Mistake) -> None:
    """Each with words for an editor, and how wide it is."""
    assert expected == parse(text)[0]


@given(st.text(alphabet=st.sampled_from("ab-|{}$[]()!: \n.count(x,y=z)#/"), max_size=60))
def test_pieces_cover_the_text(text: str) -> None:
    """Any text is cut without loss: each piece begins where the one before ends."""
    starts = [piece.start for piece in parse(text)]
    assert starts == sorted(set(starts))
    assert (0 if text else None) == next(iter(starts), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${freight-2024}", f"over 1.25{NB}million{NB}tonnes"),
        ("${freight-2024|cap}", f"Over 1.25{NB}million{NB}tonnes"),
        ("${freight-2024|number}", f"over 1.25{NB}million"),
        ("${freight-2024|period}", f"over 1.25{NB}million{NB}tonnes in 2024"),
        ("${freight-growth-2024|unsigned}", f"3.5{NB}percent"),
        ("${freight-growth-2024}", f"\N{MINUS SIGN}3.5{NB}percent"),
        ("${ferries-electric|words}", "three ferries"),
        ("${ferries-electric|number|words|cap}", "Three"),
        ("${ferries-electric|ordinal}", "third"),
        ("${oldest-port|ordinal}", "second"),
        ("${quay-cost|when}", "2025 to 2027"),
        ("${quay-cost|speaker}", "Ada Lind"),
        ("${quay-cost|verdict}", "context"),
        ("${oldest-port|verdict|cap}", "Not checkable"),
        ("${ferries-yearbook|verdict}", "no verdict"),
        ("${ferries-all|label|cap}", "Ferries in service"),
        ("${ferries-all|statement}", f"The port runs 8{NB}ferries"),
        ("${freight-yearbook-2022|statement}", f"The port handled 1.31{NB}million{NB}tonnes in 2022"),
        ("${count(claims)}", "7"),
        ("${count(claims)|words|cap}", "Seven"),
        ("[the port](place:sund) and [more](https://a.example)", "the port and more"),
        ("$${x} stays", "${x} stays"),
        ("On 4 March 2025.", "On 4 March 2025."),
    ],
)  # fmt: skip
def test_plain_text(site: Site, text: str, expected: str) -> None:
    """Hedge, scale and unit come from the record; the editor's words stay."""
    assert expected == prose.plain(text, site)


def test_this_is_the_fact_itself(site: Site) -> None:
    """A statement cites its own figure."""
    assert f"The port runs 8{NB}ferries." == prose.plain(
        site.facts["ferries-all"].statement, site, site.facts["ferries-all"]
    )


@pytest.mark.parametrize(
    ("id", "forms", "expected"),
    [
        ("harbour-heart", (), "a fact of the kind opinion has no figure: use statement, label, speaker, verdict, when, or [words](fact:id)"),  # noqa: E501
        ("oldest-port", (), "a superlative has a rank only: use the form ordinal, or [words](fact:id)"),
        ("oldest-port", ("ordinal", "period"), "its period is not known: leave out the form period"),
        ("freight-2024", ("fraction",), "only a figure in percent can be written as a fraction"),
    ],
)  # fmt: skip
def test_form_that_does_not_fit(site: Site, id: str, forms: tuple[str, ...], expected: str) -> None:
    """Said in words for an editor."""
    with pytest.raises(ValueError, match=f"^{re.escape(expected)}$"):
        prose.figure(site.facts[id], site, forms)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024", "in 2024"),
        ("2024-03", "in March 2024"),
        ("2025-02-06", "on 6 February 2025"),
        ("2025-Q1", "in the first quarter of 2025"),
        ("2025-H2", "in the second half of 2025"),
        ("2025-Q1/2025-Q3", "in the first quarter of 2025 to the third quarter of 2025"),
        ("2025-01/2025-11", "in January to November 2025"),
        ("2010/2020", "in 2010 to 2020"),
        ("2021/..", "since 2021"),
        ("../2015", "up to 2015"),
        ("2015~", "in about 2015"),
    ],
)
def test_period_after_a_figure(site: Site, period: str, expected: str) -> None:
    """With the preposition and article that English wants."""
    assert expected == prose.in_period(site.facts["quay-cost"].model_copy(update={"period": read_period(period)}))


def test_range_is_written_with_both_ends(site: Site) -> None:
    """A figure whose hedge is between has no single value."""
    between = {"value": None, "low": Decimal(5), "high": Decimal(6), "hedge": "between", "scale": "one"}
    fact = site.facts["quay-cost"].model_copy(update=between)
    assert f"between 5 and 6{NB}crowns" == prose.figure(fact, site)


@pytest.mark.parametrize(
    ("names", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_in_a_row(names: list[str], expected: str) -> None:
    """However many there are."""
    assert expected == prose.listed(names)


def test_words_that_quote_each_other_end(site: Site) -> None:
    """A circle of facts is an error, not a recursion without end."""
    fact = site.facts["quay-cost"].model_copy(update={"label": "cost, or ${this|label}"})
    with pytest.raises(prose.Circle, match=r"^facts quote each other in a circle$"):
        prose.plain("${this|label}", site, fact)


def test_writer_is_told_what_each_piece_is(site: Site) -> None:
    """Dates are told apart from words, also in what a form gives."""

    class Marked(prose.Plain):
        def words(self, text: str) -> str:
            return text.upper()

        def date(self, text: str, edtf: str) -> str:
            return f"<{edtf}>"

        def fact(self, fact: Fact, text: str) -> str:
            return f"<{fact.id}: {text}>"

        def count(self, count: Count, number: int, text: str) -> str:
            return f"<{count.key}={number}: {text}>"

        def link(self, link: Link) -> str:
            return f"<{link.to}:{link.id}>"

    text = "In 2024 ${ferries-all|words}, ${count(gaps)|words}, [x](page:home), ${quay-cost|when}"
    expected = "IN <2024> <ferries-all: eight ferries>, <gaps=1: one>, <page:home>, <2025> TO <2027>"
    assert expected == prose.write(text, site, Marked())


def test_prose_names_its_records(site: Site) -> None:
    """Figures and counts, each once."""
    text = "${count(claims)} claims, ${quay-cost|number}, ${quay-cost|number}."
    assert (
        "7 claims, about 40\N{NO-BREAK SPACE}million, about 40\N{NO-BREAK SPACE}million.",
        ("count:claims", "fact:quay-cost"),
    ) == prose.traced(text, site)
