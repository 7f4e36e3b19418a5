"""The closed list of structural numbers: each with what proves it and what does not."""

# ruff: noqa: E501  (a mistake and what is said of it stand on one line)

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.gate import _structure

Body = Callable[[str], list[str]]
HASH = "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"

RIGHT = {
    "axis-tick": ['<svg><text data-structural="axis-tick" data-domain="-5 20">20%</text></svg>', '<svg data-domain="-5 20"><text data-structural="axis-tick">−5</text></svg>'],
    "paragraph": ['<i data-structural="paragraph">3</i>'],
    "note": ['<sup data-structural="note">12</sup>'],
    "locator": ['<i data-structural="locator">3</i>', '<i data-structural="locator">2 of 3</i>'],
    "source-title": ['<i data-structural="source-title">Yearbook of the Port Office</i>', '<i data-structural="source-title">Evening\nPost</i>'],
    "length": ['<i data-structural="length">31</i>'],
    "address": ['<i data-structural="address">https://harbour.example/book/charts/2024.html</i>', '<i data-structural="address">https://post.example/hands</i>'],
    "hash": [f'<code data-structural="hash">{HASH}</code>', f'<code data-structural="hash">{HASH[:12]}</code>'],
    "version": ['<i data-structural="version" data-of="ferries-yearbook">2</i>', '<i data-structural="version" data-of="ferries-yearbook" data-past="1">2</i>', '<i data-structural="version" data-of="ferries-all">1</i>'],
    "licence": ['<i data-structural="licence">CC BY 4.0</i>'],
    "code": ['<code data-structural="code">width="640"</code>'],
    "status": ['<i data-structural="status">404</i>'],
    "id": ['<i data-structural="id">ferries-yearbook-v2</i>', '<i data-structural="id">freight-yearbook-2021-v1</i>', '<i data-structural="id">freight-2024</i>'],
    "date-parts": ['<i data-structural="date-parts">[2025, 3, 4]</i>', '<i data-structural="date-parts">[2025, 2]</i>', '<i data-structural="date-parts">[2024]</i>'],
}  # fmt: skip
WRONG = [
    ('<svg><text data-structural="axis-tick" data-domain="0 20">21%</text></svg>', "21 lies outside the axis (0 to 20)"),
    ('<svg><text data-structural="axis-tick" data-domain="0 20">−1</text></svg>', "−1 lies outside the axis (0 to 20)"),
    ('<svg><text data-structural="axis-tick">20</text></svg>', "its axis has no domain"),
    ('<svg><text data-structural="axis-tick" data-domain="0 x">20</text></svg>', "it cannot be read as a number"),
    ('<svg><text data-structural="axis-tick" data-domain="0 20">10 of 99</text></svg>', "a tick has one number, in digits"),
    ('<svg><text data-structural="axis-tick" data-domain="0 20">forty</text></svg>', "a tick has one number, in digits"),
    ('<i data-structural="paragraph">5</i>', "no source has a block 5"),
    ('<sup data-structural="note">1.5</sup>', "a note's number is a whole number"),
    ('<sup data-structural="note">1240</sup>', "a note's number is a whole number"),
    ('<i data-structural="locator">4</i>', "there are 3 chapters"),
    ('<i data-structural="locator">1 of 4</i>', "there are 3 chapters"),
    ('<i data-structural="locator">1 of 3, half</i>', "there are 3 chapters"),
    ('<i data-structural="source-title">Yearbook of 40 ports</i>', "it is no title or publisher of a source"),
    ('<i data-structural="length">32</i>', "no block has that length"),
    ('<i data-structural="address">https://other.example/40</i>', "it is no address of the site or a source"),
    ('<code data-structural="hash">0a1b2c4d4e5f</code>', "no source records this hash"),
    ('<code data-structural="hash">0a1b2</code>', "no source records this hash"),
    ('<i data-structural="version" data-of="ferries-all">2</i>', "the record has 0 changes"),
    ('<i data-structural="version" data-of="ferries-yearbook" data-past="2">3</i>', "the record has 1 changes"),
    ('<i data-structural="version" data-of="no-such">1</i>', "it names no record"),
    ('<i data-structural="licence">CC BY 3.0</i>', "it is not the licence of the site"),
    ('<i data-structural="status">250</i>', "it is no status code"),
    ('<i data-structural="operand" data-of="ferries-all">2</i>', 'the formula of "ferries-all" holds no 2'),
    ('<i data-structural="id">ferries-yearbook-v3</i>', "it is the id of no record"),
    ('<i data-structural="id">ferries-1999</i>', "it is the id of no record"),
    ('<i data-structural="date-parts">[2025, 3, 5]</i>', "no record carries the date 2025-03-05"),
    ('<i data-structural="date-parts">[2025, 13]</i>', "there is no date 2025-13"),
    ('<i data-structural="date-parts">2025, 3</i>', "it is no date in parts"),
    ('<i data-structural="footnote">2</i>', '"footnote" is no kind of structural number'),
]  # fmt: skip


def test_every_proof_is_tested() -> None:
    """A new kind of structural number needs its proof tried both ways."""
    tried = {kind for kind in _structure.PROOFS for html, _ in WRONG if f'"{kind}"' in html}
    proofs = set(_structure.PROOFS)
    assert (proofs - {"operand"}, proofs - {"code"}) == (set(RIGHT), tried)  # for an operand see test_reckoned.py


@pytest.mark.parametrize("html", [html for some in RIGHT.values() for html in some])
def test_proved(html: str, body: Body) -> None:
    """A number of the page itself."""
    assert [] == body(html)


@pytest.mark.parametrize(("html", "why"), WRONG)
def test_not_proved(html: str, why: str, body: Body) -> None:
    """Saying that a number is structural is not enough."""
    assert [why] == body(html)


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ('<time datetime="2025-03-04">4 March 2025</time>', None),
        ('<time datetime="2025-03">March 2025</time>', None),
        ('<time datetime="2025-03-04">2025-03-04</time>', None),
        ('<time datetime="2025-03-04">5 March 2025</time>', 'it shows "5 March 2025", its datetime is 2025-03-04'),
        ('<time datetime="2025-03-05">5 March 2025</time>', "no record carries the date 2025-03-05"),
        ('<time datetime="2031">2031</time>', "no record carries the date 2031"),
        ('<time datetime="2025-03-04" data-verified="quay-cost">4 March 2025</time>', '"quay-cost" was not verified on 2025-03-04'),
        ('<time datetime="2025-06-01" data-measured="gates">1 June 2025</time>', "the gates were not measured on 2025-06-01"),
        ('<time datetime="2026-01" data-full-year="freight-2024">January 2026</time>', 'the full year of "freight-2024" is due in None'),
    ],
)  # fmt: skip
def test_dates(html: str, why: str | None, body: Body) -> None:
    """A date is what its element says in figures, and some record carries it."""
    assert ([why] if why else []) == body(html)


@pytest.mark.parametrize("text", ["a_b", "50 % & more", "{x}", "a\\b", "~^#$"])
def test_escapes_of_tex_are_taken_back(text: str) -> None:
    """What a citation to copy writes with a backslash is read as it was, the underscore too."""
    table = {c: f"\\{c}" for c in "_%&{}#$"} | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}"}
    table |= {"^": "\\textasciicircum{}"}
    assert text == _structure.unescaped("".join(table.get(c, c) for c in text))
