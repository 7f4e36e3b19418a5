"""What pydantic finds wrong with a record, in an editor's words and at the line it is about."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from build_scripts import formatting
from build_scripts.diagnostics import Diagnostic, suggest
from build_scripts.model import Path
from build_scripts.positions import Document, Mapping, Node, locate, unknown_key_hint

WANTED = {"string_type": "text", "tuple_type": "a list", "model_type": "a mapping", "dict_type": "a mapping"}
"""pydantic's codes for a wrong shape, and what is right."""
PLAINLY = {
    "int_parsing": "a whole number is expected, such as 2",
    "less_than_equal": "the number is at most {le}",
    "greater_than_equal": "the number is at least {ge}",
    "too_long": "there is room for {max_length} entries only, not for {actual_length}",
}
"""Other codes of pydantic in an editor's words."""


def explained(
    error: ValidationError, document: Document, node: Mapping, kind: type[BaseModel], who: str
) -> list[Diagnostic]:
    """A diagnostic for each cause. `who` names the record, such as `fact "ferries-in-service"`."""
    found: dict[Path, Any] = {}
    for problem in error.errors(include_url=False):
        found.setdefault(_path(node, problem["loc"]), problem)  # a field of two types fails twice
    return [_diagnostic(document, node, kind, who, path, found[path]) for path in _causes(found, kind)]


def _path(node: Node, loc: tuple[int | str, ...]) -> Path:
    """pydantic's path without the steps that name a branch of a type."""
    path: list[int | str] = []
    for step in loc:
        found = locate(node, tuple(path))
        if not (isinstance(found, Mapping) and step in found.entries) and isinstance(step, str) and "[" in step:
            continue
        path.append(step)
    return tuple(path)


def _causes(found: dict[Path, Any], kind: type[BaseModel]) -> Iterator[Path]:
    """The paths of problems that do not follow from others: a misspelt key also misses the right one."""
    misspelt = {
        (*path[:-1], near[0])
        for path, problem in found.items()
        if problem["type"] == "extra_forbidden"
        and (near := get_close_matches(str(path[-1]), _keys(kind, path[:-1]), n=1, cutoff=0.6))
    }
    for path, problem in found.items():
        if problem["type"] == "missing" and path in misspelt:
            continue
        if problem["type"] == "too_short" and any(len(p) > len(path) and p[: len(path)] == path for p in found):
            continue
        yield path


def _diagnostic(
    document: Document, node: Mapping, kind: type[BaseModel], who: str, path: Path, error: Any
) -> Diagnostic:
    at = document.place(locate(node, path))
    names = [step for step in path if isinstance(step, str)]
    name = names[-1] if names else ""
    code = error["type"]
    given = error.get("input")
    context = error.get("ctx", {})
    if code in ("missing", "extra_forbidden"):
        under = f" under {names[-2]}" if len(names) > 1 else ""
        if code == "missing":
            at = document.place(locate(node, path[:-1]))
            return Diagnostic("missing-key", f'{who} has no "{name}"{under}', at, hint=f'add "{name}: …"')
        at = document.place(locate(node, path, key=True))
        return Diagnostic("unknown-key", f'{who} has a key "{name}"{under} that nothing reads', at,
                          hint=unknown_key_hint(name, _keys(kind, path[:-1])))  # fmt: skip
    if code == "value_error":
        return Diagnostic("bad-value", f"{name + ': ' if name else ''}{context['error']}", at)
    want = WANTED.get(code, "one value")
    if isinstance(given, (list, dict)) and code not in ("too_short", "too_long"):
        hint = "text that begins with [ or { must be in double quotes" if want == "text" else ""
        return Diagnostic("wrong-shape", f"{name}: {want} is expected here, not a {_shape_name(given)}", at, hint=hint)
    if code in WANTED:
        return Diagnostic("wrong-shape", f"{name}: {want} is expected here, not a single value", at)
    if code == "literal_error":
        words = [w.strip().strip("'") for w in context["expected"].replace(" or ", ", ").split(",")]
        message = f'{name}: "{given}" is not one of {", ".join(words)}'
        return Diagnostic("unknown-word", message, at, hint=suggest(str(given), words))
    if code == "too_short":
        few = context["min_length"]
        needed = f"at least {formatting.words(few)} {'entry is' if few == 1 else 'entries are'} needed"
        return Diagnostic("empty-list", f"{name}: {needed}", at)
    return Diagnostic("bad-value", f"{name}: {PLAINLY.get(code, error['msg']).format_map(context)}", at)


def _shape_name(given: Any) -> str:
    return "list" if isinstance(given, list) else "mapping" if isinstance(given, dict) else "single value"


def _keys(kind: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The keys known at `path` below a record of this kind."""
    for step in path:
        if isinstance(step, str):
            info = next((i for n, i in kind.model_fields.items() if (i.alias or n) == step), None)
            inner = _model_in(info.annotation) if info else None
            if inner is None:
                break
            kind = inner
    return [i.alias or n for n, i in kind.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found:
            return found
    return None
