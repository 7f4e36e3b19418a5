"""Formulas: read, computed exactly, rounded once."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import working
from build_scripts.facts.figure import Figure
from build_scripts.model import Site
from build_scripts.working import Token

VALUES = {"a": Fraction(3), "b": Fraction(1, 2)}


def derived(site: Site, formula: str, places: int = 0, scale: str = "one") -> Figure:
    """A figure of the made-up site with such a formula."""
    fact = site.facts["ferries-yearbook"]
    assert isinstance(fact, Figure)
    return Figure.model_validate(
        {
            **{name: getattr(fact, name) for name in ("id", "kind", "label", "statement", "unit", "indicator", "period")},  # noqa: E501
            "said_by": "port-office", "value": "0", "scale": scale, "evidence": list(fact.evidence),
            "derived": {"formula": formula, "places": places},
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("${a}", [Token("id", "a")]),
        (" ${a-1}*2.5 ", [Token("id", "a-1"), Token("sign", "*"), Token("number", "2.5")]),
        ("", []),
    ],
)
def test_tokens(formula: str, expected: list[Token]) -> None:
    """Ids, numbers and signs."""
    assert expected == working.tokens(formula)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("${a} + 2 * ${b}", Fraction(4)),
        ("(${a} + 2) * ${b}", Fraction(5, 2)),
        ("${a} - 1 - 1", Fraction(1)),
        ("${a} / 2 / 3", Fraction(1, 2)),
        ("-${a} - -${b}", Fraction(-5, 2)),
        ("--${a}", Fraction(3)),
        ("-(${a} - 1) * 100", Fraction(-200)),
        ("${a} / ${b} * 100 - 100", Fraction(500)),
        ("0.1 + 0.2", Fraction(3, 10)),
    ],
)
def test_arithmetic(formula: str, expected: Fraction) -> None:
    """Products before sums, from the left, exact."""
    assert expected == working.evaluate(formula, VALUES.__getitem__)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("", "the formula ends too early"),
        ("${a} +", "the formula ends too early"),
        ("-", '"-" stands where a number or a fact should be'),
        ("${a} ${b}", 'the formula goes on with "b" where it should end'),
        ("${a})", 'the formula goes on with ")" where it should end'),
        ("(${a}", "a bracket is not closed"),
        ("(${a} ${b}", "a bracket is not closed"),
        ("${a} * * 2", '"*" stands where a number or a fact should be'),
        ("${a} / (1 - 1)", "the formula divides by zero"),
        ("${A} + 1", 'the formula cannot be read at "${A} + 1": it holds ${id}, numbers, + - * / and brackets'),
        ("${a} ^ 2", 'the formula cannot be read at "^ 2": it holds ${id}, numbers, + - * / and brackets'),
        ("__import__('os')", "the formula cannot be read at \"__import__('\": it holds ${id}, numbers, + - * / and brackets"),  # noqa: E501
        ("(" * 5_000, "brackets stand inside brackets more than 20 deep"),
    ],
)  # fmt: skip
def test_formula_that_cannot_be_computed(formula: str, expected: str) -> None:
    """Told in words for an editor."""
    with pytest.raises(ValueError, match=f"^{re.escape(expected)}$"):
        working.evaluate(formula, VALUES.__getitem__)


def test_long_chain_of_signs_is_no_recursion() -> None:
    """Hostile text cannot exhaust the stack."""
    assert Fraction(3) == working.evaluate("-" * 100_000 + "${a}", VALUES.__getitem__)


@given(st.text(alphabet=st.sampled_from("ab${}()+-*/. 0123456789"), max_size=40))
def test_any_text_gives_a_number_or_words(formula: str) -> None:
    """No formula raises anything but ValueError."""
    try:
        told = str(working.evaluate(formula, lambda _: Fraction(1)))
    except ValueError as error:
        told = str(error)
    assert told


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4), st.integers(min_value=1, max_value=10**9))
def test_arithmetic_is_that_of_fractions(value: Decimal, divisor: int) -> None:
    """Nothing is rounded on the way."""
    expected = Fraction(value) / divisor * divisor
    assert expected == working.evaluate(f"${{a}} / {divisor} * {divisor}", lambda _: Fraction(value))


def test_figures_count_in_their_unit(site: Site) -> None:
    """1.25 million is 1250000."""
    assert Fraction(1_250_000) == working.number(site.facts["freight-2024"])


@pytest.mark.parametrize("id", ["harbour-heart", "oldest-port"])
def test_fact_without_a_figure_has_no_number(site: Site, id: str) -> None:
    """Nothing can be computed with it."""
    with pytest.raises(ValueError, match=f'^"{id}" has no single figure to compute with$'):
        working.number(site.facts[id])


def test_inputs_are_the_ids_in_order(site: Site) -> None:
    """Each as often as it is named."""
    fact = derived(site, "${quay-cost} / ${ferries-all} + ${quay-cost} - 1")
    assert ["quay-cost", "ferries-all", "quay-cost"] == working.inputs(fact)


@pytest.mark.parametrize(
    ("formula", "places", "scale", "expected"),
    [
        ("${ferries-all} - 1", 0, "one", "7"),
        ("${ferries-all} / 3", 2, "one", "2.67"),
        ("${freight-2024} * 2", 2, "million", "2.50"),
        ("${freight-2024}", 1, "million", "1.3"),
        ("-${freight-2024}", 1, "million", "-1.3"),
        ("0.5 - ${ferries-all} * 0", 0, "one", "1"),
        ("0 - 0.4", 0, "one", "0"),
        ("${freight-2024} / ${freight-yearbook-2024} * 100 - 100", 1, "one", "-0.8"),
        (
            "100000000000000000000000000001 * 100000000000000000000000000001",
            1,
            "one",
            "1" + "0" * 28 + "2" + "0" * 28 + "1.0",
        ),
    ],
)
def test_result_is_rounded_once_half_up(site: Site, formula: str, places: int, scale: str, expected: str) -> None:
    """In the fact's own scale, with the places it says; no digit is lost however long it is."""
    assert expected == str(working.result(derived(site, formula, places, scale), site))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("freight-yearbook-2021", "freight-yearbook-2022", ("0.09", "million", "exact", "6.9")),
        ("freight-yearbook-2022", "freight-yearbook-2021", ("0.09", "million", "exact", "6.9")),
        ("freight-2024", "freight-yearbook-2024", ("0.01", "million", "about", "0.8")),
        ("ferries-all", "ferries-yearbook", ("1", "one", "exact", "14.3")),
        ("freight-growth-2024", "freight-growth-2024", ("0", "one", "exact", None)),
    ],
)
def test_gap(site: Site, one: str, other: str, expected: tuple[str, str, str, str | None]) -> None:
    """Exact in the scale of the first; the weaker hedge; in percent of the smaller where that means something."""
    gap = working.gap(site.facts[one], site.facts[other], site)
    assert gap
    assert expected == (str(gap.value), gap.scale, gap.hedge, gap.share and str(gap.share))


@pytest.mark.parametrize(("one", "other"), [("ferries-all", "quay-cost"), ("ferries-all", "harbour-heart")])
def test_no_gap(site: Site, one: str, other: str) -> None:
    """Ferries and crowns have none, and neither has what is no figure."""
    assert working.gap(site.facts[one], site.facts[other], site) is None


def test_no_gap_of_a_range(site: Site) -> None:
    """From which end?"""
    fact = site.facts["ferries-all"]
    vague = fact.model_copy(update={"hedge": "between", "value": None, "low": Decimal(5), "high": Decimal(6)})
    assert working.gap(vague, fact, site) is None


def test_gap_across_scales_is_exact(site: Site) -> None:
    """Two numbers with different scale words, and more digits than a context keeps."""
    fact = site.facts["quay-cost"]
    tiny = fact.model_copy(update={"value": Decimal("0.00000000000000000000000000000001"), "scale": "one"})
    gap = working.gap(fact, tiny, site)
    assert gap
    assert "39.99999999999999999999999999999999999999" == str(gap.value)


@pytest.mark.parametrize(("formula", "places", "expected"), [("${a} / 3", 2, True), ("${a} / 2", 1, False)])
def test_whether_a_result_is_rounded(site: Site, formula: str, places: int, expected: bool) -> None:
    """Readers are told; a result that comes out even is not called rounded."""
    assert expected == working.rounds(derived(site, formula.replace("a", "ferries-yearbook"), places), site)
