"""An intention is worded like a result, or a result like an intention.

A fact of the kind plan, and a figure with status target or forecast, says that something is meant to be: its
statement needs a word for that, such as aims, plans, wants, means to, is to, will, expected, announced, target,
or one that says that the work goes on. The other way round, a figure that is recorded as a result may not be
worded as a target: charts would draw it as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.checks._statements import THIS, Statement, statements
from build_scripts.diagnostics import Diagnostic
from build_scripts.facts.figure import Figure
from build_scripts.facts.plan import Plan
from build_scripts.model import Site

_MEANT = re.compile(
    r"""\b(?:aim(?:s|ed|ing)? | targets? | targeted | goals? | plan(?:s|ned|ning)? | want(?:s|ed)? | intend(?:s|ed)?
    | intentions? | hope(?:s|d)? | propose(?:s|d)? | seeks? | sought | expect(?:s|ed)? | forecasts? | projected
    | will | would | should | due(?!\s+to\s+(?:the|an?|its|their)\b) | announce(?:s|d)? | promise(?:s|d)?
    | (?:means|meant|mean|agreed?|agrees)\s+(?:to|on) | sets?\s+(?:itself|out) | (?:is|are|was|were)\s+to)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"""\b(?:(?:is|are|was|were)\s+(?:being|building|working|setting\s+up) | speed(?:s|ing)?\s+up
    | (?:works?|working)\s+(?:faster\s+)?(?:on|towards))\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Work that is not done is no result either."""
_MEANT_FIGURE = re.compile(
    rf"\b(?:target|aim|goal|forecast)\s+of\s+{THIS}+|{THIS}+\s+as\s+(?:a|an|its|the)\s+(?:target|aim|goal)\b"
    r"|\b(?:aim(?:s|ed)?\s+(?:at|for)|want(?:s|ed)?|plan(?:s|ned)?|means?|meant|intends?|will|expects?"
    r"|(?:is|are|was|were)\s+to)\b"
    rf"(?:\s+(?!(?:from|than|and|but|or)\b)\w+){{0,3}}\s+{THIS}+",
    re.IGNORECASE,
)


def check(site: Site) -> Iterator[Diagnostic]:
    for statement in statements(site):
        fact = statement.fact
        status = fact.status if isinstance(fact, Figure) else "plan" if isinstance(fact, Plan) else ""
        if status in ("target", "forecast", "plan"):
            yield from _unmarked(statement, status, site)
        elif status in ("final", "provisional"):
            yield from _passed_off(statement, status, site)


def _unmarked(statement: Statement, status: str, site: Site) -> Iterator[Diagnostic]:
    if not _MEANT.search(statement.words) and not _GOES_ON.search(statement.words):
        message = f"{statement.holder.name} is a {status}, and its statement reads like a result"
        hint = "say that it is meant to be: aims, plans, wants, means to, is to, will, expected, announced, target"
        yield Diagnostic("target-as-result", message, statement.spot(site), hint=hint)


def _passed_off(statement: Statement, status: str, site: Site) -> Iterator[Diagnostic]:
    found = _MEANT_FIGURE.search(statement.words)
    if found:
        shown = statement.text[found.start() : found.end()]
        message = f'{statement.holder.name}: "{shown}" tells of an intention, its status is {status}'
        place = statement.spot(site, found.start(), len(shown))
        yield Diagnostic("target-as-result", message, place, hint="give the figure status target or forecast")
