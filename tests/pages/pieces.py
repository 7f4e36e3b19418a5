"""HTML that many expected lines hold, written out once."""

from __future__ import annotations

NB = "\N{NO-BREAK SPACE}"
WORDS = {"context": "Context only", "not-found": "Not found", "not-checkable": "Not checkable"}


def mark(verdict: str) -> str:
    return f'<svg class="vm {verdict}" aria-hidden="true"><use href="#v-{verdict}"/></svg>'


def verdict(word: str, size: str = "") -> str:
    return f'<span class="verdict {word}{size}">{mark(word)}{WORDS.get(word, word.capitalize())}</span>'


def kept(word: str) -> str:
    """A verdict that ends a sentence."""
    return f'<span class="keep">{verdict(word)}.</span>'


def data(fact: str, value: str, text: str) -> str:
    """A figure as the page shows it; `~` in `text` is a no-break space."""
    return f'<data value="{value}" data-fact="{fact}">{text.replace("~", NB)}</data>'


def count(key: str, number: int, text: str = "") -> str:
    return f'<data value="{number}" data-count="{key}">{text or number}</data>'


def time(edtf: str, words: str = "") -> str:
    return f'<time datetime="{edtf}">{words or edtf}</time>'


def paragraph(n: int | str) -> str:
    return f'<span data-structural="paragraph">{n}</span>'


def title(text: str) -> str:
    return f'<span data-structural="source-title">{text}</span>'


FREIGHT = data("freight-2024", "1250000.00", "over 1.25~million~tonnes")
SHRANK = data("freight-growth-2024", "-3.5", "3.5~percent")
QUAY = data("quay-cost", "40000000", "about 40~million~crowns")
SPEECH = time("2025-03-04", "4 March 2025")
