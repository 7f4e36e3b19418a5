"""The page about the files of the data: what they are, what their columns mean, how to cite them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from build_scripts.artifact import Artifact
from build_scripts.columns import FILES, PACKAGE
from build_scripts.model import PageSpec
from build_scripts.pages._view import View
from build_scripts.pages.text import running_text


class Record(PageSpec):
    kind: Literal["data"]


def render(view: View) -> Iterator[Artifact]:
    for spec in view.site.pages.values():
        if spec.kind == "data":
            yield running_text(view, spec, "data", files=FILES, package=PACKAGE)
