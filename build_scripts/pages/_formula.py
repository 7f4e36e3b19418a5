"""The working of a derived figure: its formula in words, each input linked and shown with its value."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_scripts import working
from build_scripts.facts.figure import Figure
from build_scripts.model import Fact
from build_scripts.pages._html import Html, figure_of

SIGNS = {"+": "plus", "-": "minus", "*": "times", "/": "divided by", "(": "(", ")": ")"}


@dataclass(frozen=True)
class Step:
    """A piece of the working: a figure that went in, or words between two of them."""

    words: Markup
    label: Markup | None = None
    url: str = ""
    period: Markup | None = None


def steps(html: Html, fact: Fact) -> list[Step]:
    """The pieces in the order of the formula; none for a figure that a source gives."""
    if not isinstance(fact, Figure) or fact.derived is None:
        return []
    return [_step(html, fact, token) for token in working.tokens(fact.derived.formula)]


def _step(html: Html, fact: Figure, token: working.Token) -> Step:
    if token.kind == "sign":
        return Step(Markup(SIGNS[token.text]))
    if token.kind == "number":
        return Step(Markup(f'<span data-structural="operand" data-of="{fact.id}">{token.text}</span>'))
    part = html.site.facts[token.text]
    shown = Markup(html.data(part, figure_of(part, html.site)))
    period = html.text(part.period.words()) if part.period.known else None
    return Step(shown, html.silent(part.label, part), html.url("facts", part.id), period)
