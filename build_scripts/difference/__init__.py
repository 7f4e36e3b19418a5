"""Two editions of the content compared: what reads differently, and what changed without a word.

`edition` shows one state of the content as a reader sees it, `compare` sets two beside each other, `silent`
holds what changed against the records' own `changes`, `report` writes it down, `revision` fetches a state from git.
"""

from build_scripts.difference.compare import compare
from build_scripts.difference.edition import Edition
from build_scripts.difference.report import FORMS, report
from build_scripts.difference.revision import NoContent, opened
from build_scripts.difference.silent import unexplained

__all__ = ["FORMS", "Edition", "NoContent", "compare", "opened", "report", "unexplained"]
