"""Kinds are files: the word an editor writes as `kind:` is the module a programmer opens."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def modules(package: str) -> dict[str, ModuleType]:
    """The public modules of `build_scripts.<package>` by kind: `grouped_bar.py` is `grouped-bar`."""
    parent = importlib.import_module(f"build_scripts.{package}")
    names = sorted(m.name for m in pkgutil.iter_modules(parent.__path__) if not m.name.startswith("_"))
    return {name.replace("_", "-"): importlib.import_module(f"{parent.__name__}.{name}") for name in names}
