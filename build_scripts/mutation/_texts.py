"""The same mutants, judged by someone who has the text of the source."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from build_scripts import verification
from build_scripts.model import Fact, Site


def caught(site: Site, fact: Fact, altered: Fact, texts: Mapping[str, str]) -> bool:
    """Does the evidence of the altered record no longer stand in the text, where that of the fact did?"""
    return bool(_wrong(site, altered, texts) - _wrong(site, fact, texts))


def _wrong(site: Site, fact: Fact, texts: Mapping[str, str]) -> set[str]:
    alone = dataclasses.replace(site, facts={fact.id: fact}, verified={})
    at_hand = {e.source: texts[e.source] for e in fact.evidence if e.source in texts and e.source in site.sources}
    found = verification.verify(alone, at_hand, site.today).diagnostics
    return {f"{d.place} {d.message}" for d in found if f'"{fact.id}"' in d.message}
