"""Arithmetic over facts: a value that we computed, exact until it is rounded once at the end.

A formula holds citations, numbers, + - * / and brackets: `${cars-2024} / ${cars-2023} * 100 - 100`.
Every input counts in its unit without scale word (1.25 million tonnes is 1250000); the result is set
in the derived fact's own scale and rounded half up to `places` decimals of it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from build_scripts import numerals
from build_scripts.facts.figure import Figure
from build_scripts.model import Fact, Site

_TOKEN = re.compile(r"\s*(?:\$\{(?P<id>[a-z0-9-]+)\}|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-+*/()]))")

DEEPEST = 20
"""Brackets inside brackets: they are read by functions inside functions."""


@dataclass(frozen=True)
class Token:
    """A piece of a formula: the id of a fact, a number as typed, or a sign."""

    kind: str
    text: str


def tokens(formula: str) -> list[Token]:
    """The pieces of a formula; raises ValueError, with words for an editor."""
    found, at, text = [], 0, formula.strip()
    while at < len(text):
        piece = _TOKEN.match(text, at)
        if piece is None or piece.lastgroup is None:
            here = text[at : at + 12].strip()
            raise ValueError(f'the formula cannot be read at "{here}": it holds ${{id}}, numbers, + - * / and brackets')
        found.append(Token(piece.lastgroup, piece[piece.lastgroup]))
        at = piece.end()
    depths = accumulate({"(": 1, ")": -1}.get(token.text, 0) for token in found)
    if max(depths, default=0) > DEEPEST:
        raise ValueError(f"brackets stand inside brackets more than {DEEPEST} deep")
    return found


def evaluate(formula: str, value: Callable[[str], Fraction]) -> Fraction:
    """The exact result, with `value` giving each fact's number; raises ValueError."""
    rest = deque(tokens(formula))
    result = _sum(rest, value)
    if rest:
        raise ValueError(f'the formula goes on with "{rest[0].text}" where it should end')
    return result


def _sum(rest: deque[Token], value: Callable[[str], Fraction]) -> Fraction:
    result = _product(rest, value)
    while rest and rest[0].text in ("+", "-") and rest[0].kind == "sign":
        sign = rest.popleft().text
        result = result + _product(rest, value) if sign == "+" else result - _product(rest, value)
    return result


def _product(rest: deque[Token], value: Callable[[str], Fraction]) -> Fraction:
    result = _factor(rest, value)
    while rest and rest[0].text in ("*", "/") and rest[0].kind == "sign":
        sign, factor = rest.popleft().text, _factor(rest, value)
        if sign == "/" and factor == 0:
            raise ValueError("the formula divides by zero")
        result = result * factor if sign == "*" else result / factor
    return result


def _factor(rest: deque[Token], value: Callable[[str], Fraction]) -> Fraction:
    if not rest:
        raise ValueError("the formula ends too early")
    token, sign = rest.popleft(), 1
    while token.text == "-" and rest:
        token, sign = rest.popleft(), -sign
    if token.kind == "id":
        return sign * value(token.text)
    if token.kind == "number":
        return sign * Fraction(token.text)
    if token.text == "(":
        result = _sum(rest, value)
        if not rest or rest.popleft().text != ")":
            raise ValueError("a bracket is not closed")
        return sign * result
    raise ValueError(f'"{token.text}" stands where a number or a fact should be')


def number(fact: Fact) -> Fraction:
    """A figure without scale word; raises ValueError where there is none, or only a range."""
    if not isinstance(fact, Figure) or fact.value is None:
        raise ValueError(f'"{fact.id}" has no single figure to compute with')
    return Fraction(numerals.scaled(fact.value, fact.scale))


def inputs(fact: Figure) -> list[str]:
    """The ids of the facts that the formula names."""
    assert fact.derived
    return [token.text for token in tokens(fact.derived.formula) if token.kind == "id"]


def result(fact: Figure, site: Site) -> Decimal:
    """What the formula gives, in the fact's scale and rounded as it says; raises ValueError."""
    assert fact.derived
    return _half_up(_exact(fact, site), fact.derived.places)


def rounds(fact: Figure, site: Site) -> bool:
    """Does the formula give more decimals than the record keeps?"""
    return _exact(fact, site) != Fraction(result(fact, site))


def _exact(fact: Figure, site: Site) -> Fraction:
    """In the fact's scale."""
    assert fact.derived
    return evaluate(fact.derived.formula, lambda id: number(site.facts[id])) / Fraction(numerals.SCALES[fact.scale])


@dataclass(frozen=True)
class Gap:
    """How far two figures of one unit lie apart."""

    value: Decimal
    """Never negative, in the scale of the first figure; exact."""
    scale: str
    hedge: str
    share: Decimal | None
    """The gap in percent of the smaller figure, rounded half up to one decimal; None where that means nothing."""


def gap(one: Fact, other: Fact, site: Site) -> Gap | None:
    """None where the two have not each a single figure, or not of one unit.

    The hedge is the weaker of the two. A bound ("over 4") bounds a difference on one side only if it is
    that of the larger figure, so a gap that rests on one is about right, no more.
    """
    if not (isinstance(one, Figure) and isinstance(other, Figure) and one.unit == other.unit):
        return None
    if one.value is None or other.value is None:
        return None
    scale = Fraction(numerals.SCALES[one.scale])
    apart = abs(number(one) - number(other))
    hedge = "exact" if one.hedge == other.hedge == "exact" else "about"
    low = min(number(one), number(other))
    measures = {site.indicators[figure.indicator].measure for figure in (one, other)}
    share = _half_up(apart * 100 / low, 1) if low > 0 and measures <= {"level", "count"} else None
    return Gap(_exactly(apart / scale), one.scale, hedge, share)


def _exactly(amount: Fraction) -> Decimal:
    """A fraction of which it is known that its decimals end, with as many as it needs."""
    places = next(n for n in range(60) if amount.denominator == 1 or (amount * 10**n).denominator == 1)
    return _half_up(amount, places)


def _half_up(amount: Fraction, places: int) -> Decimal:
    """Half up by hand: a Decimal quotient could itself be rounded before it is rounded."""
    scaled = abs(amount) * 10**places
    rounded = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    return Decimal((int(amount < 0 < rounded), Decimal(rounded).as_tuple().digits, -places))
