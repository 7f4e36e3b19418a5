"""Kinds are files."""

from __future__ import annotations

import pytest

from build_scripts.registry import modules


def test_kind_is_the_name_of_its_file() -> None:
    """An underscore in a file's name is a hyphen in the editor's word."""
    found = modules("checks")
    assert "build_scripts.checks.unsourced_number" == found["unsourced-number"].__name__


def test_kinds_of_fact() -> None:
    """The seven kinds of the fact model, in order of the alphabet."""
    assert ["event", "figure", "opinion", "plan", "series", "statement", "superlative"] == list(modules("facts"))


@pytest.mark.parametrize("package", ["facts", "charts", "pages", "checks"])
def test_private_modules_are_no_kinds(package: str) -> None:
    """What kinds share begins with an underscore."""
    assert [] == [name for name in modules(package) if name.startswith(("-", "_"))]


@pytest.mark.parametrize(
    ("package", "part"),
    [("facts", "Record"), ("charts", "Record"), ("charts", "read"), ("pages", "render"), ("checks", "check")],
)
def test_each_kind_has_what_its_package_promises(package: str, part: str) -> None:
    """Whoever adds a file need edit no list."""
    assert [] == [name for name, module in modules(package).items() if not hasattr(module, part)]


@pytest.mark.parametrize("package", ["facts", "charts"])
def test_record_reads_the_word_of_its_file(package: str) -> None:
    """The kind that a record accepts is the name of the module that holds it."""
    kinds = {name: module.Record.model_fields["kind"].annotation.__args__ for name, module in modules(package).items()}
    assert {name: (name,) for name in modules(package)} == kinds
