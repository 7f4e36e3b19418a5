"""A citation in prose that cannot be written out.

A fact's figure is written `${id}` or `${id|form}`; records are counted as `${count(claims)}`; links are
`[words](fact:id)` or `[words](https://…)`. A fact without a figure is linked, or gives its words by the
forms statement, label, speaker, verdict and when.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import prose
from build_scripts.diagnostics import Diagnostic, Place
from build_scripts.evidence import disagrees
from build_scripts.model import Fact, Path, Site
from build_scripts.references import Holder, passages, spot_in


def check(site: Site) -> Iterator[Diagnostic]:
    circles: list[tuple[Place, str]] = []
    for passage in passages(site):
        holder, path, text = passage.holder, passage.path, passage.text
        for piece in passage.pieces:
            try:
                wrong = _wrong(piece, holder, path, site)
            except prose.Circle:
                circles.append((_place(piece, holder, path, text, site), holder.name))
                continue
            if wrong:
                message, hint = wrong
                place = _place(piece, holder, path, text, site)
                yield Diagnostic("bad-citation", f"{holder.name}: {message}", place, hint=hint)
    if circles:
        (place, name), *others = sorted(circles)
        message = f"{name}: this text quotes others that lead back to it"
        hint = "quote the figure, or link the fact as [words](fact:id)"
        yield Diagnostic("bad-citation", message, place, hint=hint, touches=tuple(others))


def _wrong(piece: prose.Piece, holder: Holder, path: Path, site: Site) -> tuple[str, str] | None:
    """Message and hint. What names a record that does not exist is left to unknown-reference."""
    if isinstance(piece, prose.Mistake):
        return piece.message, piece.hint
    if isinstance(piece, prose.Count):
        try:
            prose.counted(piece, site)
        except ValueError as error:
            return str(error), ""
    if isinstance(piece, prose.Cite):
        facts = _facts(piece, holder, path, site)
        if piece.id == "this" and facts is None:
            return "${this} stands for the fact's own figure, and this record is no fact", ""
        for fact in facts or ():
            problem = _unwritable(fact, piece.forms, site)
            if problem:
                return f'{problem} ("{fact.id}")' if holder.collection == "series" else problem, ""
    return None


def _unwritable(fact: Fact, forms: tuple[str, ...], site: Site) -> str | None:
    """Why this form of the fact cannot be written out. Raises `prose.Circle`."""
    try:
        words = prose.worded(fact, site, forms)
        if words is None:
            prose.figure(fact, site, forms)
            return None
    except KeyError:
        return None  # its unit or speaker does not exist
    except ValueError as error:
        return None if disagrees(fact, site) else str(error)  # printed-mismatch tells of it
    try:
        prose.plain(words, site, fact)
    except prose.Circle:
        raise
    except (KeyError, ValueError):
        return None  # told where those words stand
    return None


def _facts(piece: prose.Cite, holder: Holder, path: Path, site: Site) -> list[Fact] | None:
    """The facts that a citation stands for; in a series, ${this} is each point. None where ${this} is no fact."""
    ids = [piece.id]
    if piece.id == "this":
        if holder.collection == "facts":
            ids = [holder.id]
        elif holder.collection == "series":
            points = holder.record.points
            own = points[path[1] : path[1] + 1] if path[0] == "points" and isinstance(path[1], int) else points
            ids = [holder.record.point_id(point) for point in own]
        else:
            return None
    return [site.facts[id] for id in ids if id in site.facts]


def _place(piece: prose.Piece, holder: Holder, path: Path, text: str, site: Site) -> Place:
    width = 1
    if isinstance(piece, prose.Mistake):
        width = piece.width
    elif isinstance(piece, prose.Count):
        width = len(piece.key) + 9
    elif isinstance(piece, prose.Cite):
        width = len(piece.id) + 3
    return spot_in(site, holder, path, text, piece.start, width)
