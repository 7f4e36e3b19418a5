"""The statements of facts, each once, as rules about wording read them: with citations and links blanked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from build_scripts import prose
from build_scripts.diagnostics import Place
from build_scripts.model import Fact, Path, Site
from build_scripts.references import Holder, spot_in

THIS = "\x01"
"""Stands in `Statement.words` for each character of a citation of the fact's own figure."""
OTHER = "\x02"
"""The same for what another record says."""


@dataclass(frozen=True)
class Statement:
    """A sentence and a fact that it is about; the sentence of a series stands for all its points."""

    holder: Holder
    path: Path
    fact: Fact

    @property
    def text(self) -> str:
        return self.fact.statement

    @cached_property
    def words(self) -> str:
        """The sentence, character for character, without the inside of citations and links."""
        pieces = prose.parse(self.text)
        ends = [piece.start for piece in pieces[1:]] + [len(self.text)]
        return "".join(_shown(piece, end - piece.start) for piece, end in zip(pieces, ends, strict=True))

    @cached_property
    def cited(self) -> frozenset[str]:
        """The other facts that it cites or links to."""
        pieces = prose.parse(self.text)
        return frozenset(
            p.id for p in pieces if isinstance(p, prose.Cite) or (isinstance(p, prose.Link) and p.to == "fact")
        )

    def spot(self, site: Site, start: int = 0, width: int = 1) -> Place:
        return spot_in(site, self.holder, self.path, self.text, start, width)


def _shown(piece: prose.Piece, width: int) -> str:
    if isinstance(piece, prose.Text):
        return piece.text.ljust(width)
    if isinstance(piece, prose.Link):
        return f" {piece.text}".ljust(width)
    own = isinstance(piece, prose.Cite) and piece.id == "this" and not set(piece.forms) & set(prose.WORDS)
    return (THIS if own else OTHER) * width


def statements(site: Site) -> Iterator[Statement]:
    """In the order of the files."""
    for fact in site.facts.values():
        if fact.series is None:
            yield Statement(Holder("facts", fact.id, fact), ("statement",), fact)
    for id, series in site.series.items():
        holder = Holder("series", id, series)
        inherited = False
        for i, point in enumerate(series.points):
            figure = site.facts.get(series.point_id(point))
            if figure is None:
                continue
            if point.statement is not None:
                yield Statement(holder, ("points", i, "statement"), figure)
            elif not inherited:
                inherited = True
                yield Statement(holder, ("statement",), figure)
