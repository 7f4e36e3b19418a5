"""What is said of a drawing in words: generated as prose, so that figures in it come from facts and cannot go stale."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.charts._figure import Table, TableRow
from build_scripts.charts._items import Item, unit_words
from build_scripts.facts.figure import Figure
from build_scripts.model import Fact, Site
from build_scripts.prose import listed


def literal(text: str) -> str:
    """Plain text, written so that prose does not read a citation in it."""
    return text.replace("${", "$${")


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def cite(item: Item) -> str:
    return f"{literal(item.name)} (${{{item.fact}}})"


def extremes(items: Sequence[Item], most: str = "longest", least: str = "shortest") -> str:
    """One sentence on the largest and the smallest; ties are named together."""
    if len(items) < 2:
        return ""
    top, low = max(i.amount for i in items), min(i.amount for i in items)
    if top == low:
        return "All are equal."
    high = listed([cite(i) for i in items if i.amount == top])
    small = listed([cite(i) for i in items if i.amount == low])
    return f"The {most} is {high}, the {least} {small}."


def figures_table(items: Sequence[Item], facts: Sequence[Figure], site: Site, what: str = "What") -> Table:
    """A row for each figure: name, figure, period, verdict, source. Columns that say nothing are left out."""
    when = any(f.period.known and f.period.words() not in i.name for i, f in zip(items, facts, strict=True))
    judged = any(f.verdict for f in facts)
    headers = [what, capital(unit_words(facts, site)) or "Figure", *["Period"] * when, *["Verdict"] * judged, "Source"]
    rows = []
    for item, fact in zip(items, facts, strict=True):
        form = "|number" if unit_words(facts, site) else ""
        cells = [literal(item.name) + (f" ({literal(item.note)})" if item.note else ""), f"${{{fact.id}{form}}}"]
        cells += [f"${{{fact.id}|when}}"] * when
        cells += [f"${{{fact.id}|verdict|cap}}" if fact.verdict else ""] * judged
        rows.append(TableRow((*cells, source_links(fact, site)), fact=fact.id))
    return Table(tuple(headers), tuple(rows))


def source_links(fact: Fact, site: Site) -> str:
    """The sources of a fact as links to their pages."""
    return "; ".join(source_link(id, site) for id in fact.sources)


def source_link(id: str, site: Site) -> str:
    if id not in site.sources:
        return literal(id)
    name = site.sources[id].publisher.translate({ord("["): "(", ord("]"): ")"})
    return f"[{name}](source:{id})"
