"""A fact as data: the values of its columns, and as a JSON record with its history."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from build_scripts import prose
from build_scripts.columns import Column
from build_scripts.facts.figure import Figure
from build_scripts.facts.superlative import Superlative
from build_scripts.model import Evidence, Fact, Site, Versioned
from build_scripts.staleness import reviewed

if TYPE_CHECKING:
    from build_scripts.pages._view import View

OF_EVIDENCE = ("sources", "at", "printed")
"""Columns that a record tells for each of its evidence instead."""


def values(fact: Fact, view: View) -> dict[str, str]:
    """By the name of the column, for every column of a table of facts; empty where the record says nothing."""
    site = view.site
    words = {
        name: prose.plain(text, site, fact) if text else ""
        for name, text in (
            ("label", fact.label),
            ("statement", fact.statement),
            ("reason", fact.verdict.because if fact.verdict else None),
            ("ambiguity", fact.ambiguity),
            ("note", fact.note),
        )
    }
    verdict = fact.verdict
    evidence = fact.evidence[0]
    return words | _figure(fact, view) | {
        "id": fact.id,
        "version": str(fact.version),
        "kind": fact.kind,
        "rank": str(fact.rank) if isinstance(fact, Superlative) else "",
        "place": fact.place or "",
        "place_name": site.places[fact.place].name if fact.place else "",
        "period": fact.period.text,
        "said_by": fact.said_by,
        "speaker": site.speakers[fact.said_by].name,
        "said_on": fact.said_on.text if fact.said_on else "",
        "via": fact.via or "",
        "confidence": fact.confidence,
        "sources": " ".join(fact.sources),
        "at": evidence.at or "",
        "printed": evidence.printed,
        "verdict": verdict.word if verdict else "",
        "supporting": " ".join(verdict.supporting) if verdict else "",
        "opposing": " ".join(verdict.opposing) if verdict else "",
        "beside": " ".join(verdict.beside) if verdict else "",
        "series": fact.series or "",
        "page": view.address(view.path("facts", fact.id)),
    }  # fmt: skip


def _figure(fact: Fact, view: View) -> dict[str, str]:
    if not isinstance(fact, Figure):
        return dict.fromkeys(("figure", "value", "low", "high", "scale", "unit", "hedge", "status", "indicator"), "")
    numbers = {name: getattr(fact, name) for name in ("value", "low", "high")}
    return {name: "" if number is None else f"{number:f}" for name, number in numbers.items()} | {
        "figure": prose.figure(fact, view.site),
        "scale": fact.scale,
        "unit": fact.unit,
        "hedge": fact.hedge,
        "status": fact.status,
        "indicator": fact.indicator,
    }


def rows(facts: Iterable[Fact], columns: tuple[Column, ...], view: View) -> list[list[str]]:
    """A table: the head, then a row for each fact."""
    found = [[column.name for column in columns]]
    for fact in facts:
        told = values(fact, view)
        found.append([told[column.name] for column in columns])
    return found


def record(fact: Fact, view: View) -> dict[str, Any]:
    """The whole record; what it does not say is left out. Numbers of the world are text: exactly as printed."""
    site = view.site
    told = values(fact, view).items()
    flat: dict[str, Any] = {name: text for name, text in told if text and name not in OF_EVIDENCE}
    for name in ("supporting", "opposing", "beside"):
        if name in flat:
            flat[name] = flat[name].split()
    flat["version"] = fact.version
    if fact.period_note:
        flat["period_note"] = prose.plain(fact.period_note, site, fact)
    flat["evidence"] = [_evidence(evidence) for evidence in fact.evidence]
    if fact.conflicts:
        flat["conflicts"] = [
            {"with": conflict.other, "stance": prose.plain(conflict.stance, site, fact)} for conflict in fact.conflicts
        ]
    if fact.changes:
        flat["changes"] = history(fact, site, fact)
    flat["reviewed"] = reviewed(fact, site).isoformat()
    return dict.fromkeys(("id", "version", "kind", "label", "statement")) | flat


def rights(site: Site) -> dict[str, str]:
    """Whose a file is that travels alone."""
    config = site.config
    return {"licence": config.licence, "licence_url": config.licence_url, "published_by": config.name}


def history(record: Versioned, site: Site, this: Fact | None = None) -> list[dict[str, Any]]:
    """The changes of a record, oldest first, with the version that each made."""
    return [
        {
            "version": version,
            "on": change.on.isoformat(),
            "kind": change.kind,
            "was": change.was,
            "why": prose.plain(change.why, site, this),
        }
        for version, change in enumerate(record.changes, start=2)
    ]


def _evidence(evidence: Evidence) -> dict[str, str]:
    told = {"source": evidence.source, "at": evidence.at, "printed": evidence.printed, "how": evidence.how}
    return {name: text for name, text in told.items() if text}
