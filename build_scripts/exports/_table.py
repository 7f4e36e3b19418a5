"""Comma-separated values as RFC 4180 has them, but with plain line feeds."""

from __future__ import annotations

import csv
import io


def written(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
