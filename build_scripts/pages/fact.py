"""One page for each fact: what is said, by whom, from where, how it stands, where it is used."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import history
from build_scripts.artifact import Artifact
from build_scripts.evidence import compare
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.independence import backing
from build_scripts.model import COMPONENTS, Fact
from build_scripts.pages._dispute import disputes
from build_scripts.pages._formula import steps
from build_scripts.pages._html import Html
from build_scripts.pages._page import crumbs, figure_spoken, named, page, reviewed, spoken, tallied
from build_scripts.pages._view import View
from build_scripts.references import SINGULAR, Holder
from build_scripts.staleness import full_year, full_year_due
from build_scripts.staleness import reviewed as reviewed_on
from build_scripts.verification import state
from build_scripts.working import rounds

KINDS = {
    "figure": "Figure", "superlative": "Rank", "event": "Event", "plan": "Intention, not a result",
    "statement": "Statement",
    "opinion": "Opinion",
}  # fmt: skip
STATUS = {
    "final": "final", "provisional": "provisional", "estimate": "estimate", "forecast": "forecast",
    "target": "target, not a result",
}  # fmt: skip
CARRIERS = {
    "printed": "the characters printed", "block": "other words of the same block", "reading": "a reading",
    "none": "nothing to carry", "missing": "nothing",
}  # fmt: skip
HEDGES = {
    "exact": "Given without a hedge", "about": "Given as about this", "over": "Given as more than this",
    "under": "Given as less than this",
    "nearly": "Given as nearly this", "at-least": "Given as at least this", "at-most": "Given as at most this",
    "between": "Given as a range",
}  # fmt: skip
CONFIDENCE = {
    "high": "Read on an official page, in a report or wire copy, or in trade data; or worked out from figures so read.",
    "medium": "Read in a republished, summarised or translated text, or worked out from such figures.",
    "low": "From a weak page or unclear wording: to be used only with a second source.",
}


def render(view: View) -> Iterator[Artifact]:
    for fact in view.site.facts.values():
        if fact.series is None:
            yield fact_page(view, fact)


def fact_page(view: View, fact: Fact) -> Artifact:
    path = view.path("facts", fact.id)
    html = Html(view, path)
    number = view.claim_numbers.get(fact.id)
    label = spoken(html, fact.label, fact) + _apart(view, fact)
    shown = figure_spoken(html, fact)
    meta = {
        "kind": "fact",
        "title": shown + ": " + label if shown.plain else label,
        "description": spoken(html, fact.statement, fact),
        "crumbs": _way(html, fact, number),
        "menu": view.room("register") if number else None,
        **reviewed(view, fact),
        "turn_label": "Claims",
        **(_turn(html, number) if number else {}),
    }
    return page(
        view, "fact", path, meta, view.origin("facts", fact.id), html, fact=fact, number=number, **details(html, fact)
    )


def _apart(view: View, fact: Fact) -> str:
    """What tells the fact from others of the same label: its period, or who published it."""
    if fact.label not in view.namesakes:
        return ""
    return ", " + (fact.period.words() if fact.period.known else view.site.sources[fact.evidence[0].source].publisher)


def details(html: Html, fact: Fact) -> dict[str, object]:
    """What the tables of a fact show; the page of a series uses them for each point."""
    view = html.view
    return {
        "rows": [
            {
                "evidence": e, "carried": carried(view, fact, n), "readings": {r.of: r for r in e.reading},
                "held": state(fact, e, view.site),
            }
            for n, e in enumerate(fact.evidence)
        ],
        "past": history.of(fact),
        "uses": [use(holder) for holder in view.uses.get(("facts", fact.id), []) if holder.id != fact.id],
        "kinds": KINDS, "hedges": HEDGES, "confidence": CONFIDENCE, "carriers": CARRIERS,
        "year": part_of_year(view, fact),
        "backing": backing(fact, view.site),
        "steps": steps(html, fact),
        "rounded": isinstance(fact, Figure) and fact.derived is not None and rounds(fact, view.site),
        "disputes": disputes(html, fact),
        "status": STATUS[fact.status] if isinstance(fact, Figure) and fact.status != "final" else None,
    }  # fmt: skip


def carried(view: View, fact: Fact, n: int) -> list[tuple[str, str]]:
    """Component -> what carries it, for the evidence `n`; empty for facts without a figure."""
    if not isinstance(fact, (Figure, Superlative)):
        return []
    found = compare(fact, fact.evidence[n], view.site).carried
    return [(c, found[c]) for c in COMPONENTS if found[c] != "none"]


def part_of_year(view: View, fact: Fact) -> dict[str, object] | None:
    """For a figure of the year's beginning: the record of the full year, or when that was or is due."""
    due = full_year_due(fact, view.site)
    if due is None or due.end is None:
        return None
    return {"due": due, "full": full_year(fact, view.site), "past": due.end < reviewed_on(fact, view.site)}


def use(holder: Holder) -> tuple[str, str, str]:
    """The collection and id of a record that refers to a fact, and what kind of record it is."""
    return holder.collection, holder.id, SINGULAR[holder.collection]


def _way(html: Html, fact: Fact, number: int | None) -> list[dict[str, object]]:
    view = html.view
    if number is None:
        return crumbs((named(html, "All facts"), view.room("facts")), (spoken(html, fact.label, fact), None))
    chapter = view.chapter_of[fact.id]
    place = (
        named(html, "Claim ")
        + tallied(f"number,claim={fact.id}", number)
        + " of "
        + tallied("claims", len(view.claim_numbers))
    )
    return crumbs(
        (named(html, "All claims"), view.room("register")),
        (spoken(html, chapter.title), view.path("pages", chapter.id)),
        (place, None),
    )


def _turn(html: Html, number: int) -> dict[str, object]:
    """The claims before and after."""
    turn: dict[str, object] = {}
    claims = html.site.claims
    for name, n in (("previous", number - 1), ("next", number + 1)):
        if 1 <= n <= len(claims):
            other = claims[n - 1]
            kicker = named(html, "Claim ") + tallied(f"number,claim={other.id}", n)
            turn[name] = {
                "kicker": kicker,
                "title": spoken(html, other.label, other),
                "url": html.view.path("facts", other.id),
            }
    return turn
