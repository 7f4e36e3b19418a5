"""Where records differ: both sides of a conflict, the gap between them, and where the editors stand."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from build_scripts import formatting, numerals, prose, working
from build_scripts.facts.figure import Figure
from build_scripts.model import Fact
from build_scripts.pages._html import Html


@dataclass(frozen=True)
class Dispute:
    """One conflict, as the page of either record tells it."""

    other: Fact
    holder: Fact
    """The record that holds the stance."""
    stance: str
    gap: Markup | None = None
    share: Markup | None = None
    """The gap in percent of the smaller figure."""
    even: bool = False
    """The numbers are the same; what differs is what they stand for."""
    apart: tuple[str, ...] = ()
    """What the two differ in besides their value."""

    @property
    def differ_in(self) -> str:
        return prose.listed(self.apart)


def disputes(html: Html, fact: Fact) -> list[Dispute]:
    """The conflicts that the fact tells of, then those that others tell of with it."""
    site = html.site
    own = [(site.facts[c.other], fact, c.stance) for c in fact.conflicts]
    told = {other.id for other, _, _ in own}
    own += [(holder, holder, c.stance) for holder, c in html.view.disputed.get(fact.id, ()) if holder.id not in told]
    return [_dispute(html, fact, other, holder, stance) for other, holder, stance in own]


def _dispute(html: Html, fact: Fact, other: Fact, holder: Fact, stance: str) -> Dispute:
    site = html.site
    found = working.gap(fact, other, site)
    if found is None or not (isinstance(fact, Figure) and isinstance(other, Figure)):
        return Dispute(other, holder, stance)
    apart = tuple(word for word, same in _alike(fact, other).items() if not same)
    if not found.value:
        return Dispute(other, holder, stance, even=True, apart=apart)
    unit = site.units[fact.unit]
    points = unit.one in formatting.PERCENT
    one, many = ("percentage point", "percentage points") if points else (unit.one, unit.many)
    text = formatting.quantity(found.value, found.scale, one, many, found.hedge)
    machine = found.value * numerals.SCALES[found.scale]
    key = f'data-gap="{fact.id} {other.id}"'
    gap = Markup(f'<data value="{machine:f}" {key}>{html.quiet(text)}</data>')
    share = None
    if found.share:
        text = formatting.quantity(found.share, "one", "percent", "percent", found.hedge)
        share = Markup(f'<data value="{found.share:f}" {key} data-as="percent">{html.quiet(text)}</data>')
    return Dispute(other, holder, stance, gap, share, apart=apart)


def _alike(one: Figure, other: Figure) -> dict[str, bool]:
    """What two figures may have in common, and whether they have."""
    return {
        "what they measure": one.indicator == other.indicator,
        "place": one.place == other.place,
        "period": one.period.text == other.period.text,
        "status": one.status == other.status,
    }
