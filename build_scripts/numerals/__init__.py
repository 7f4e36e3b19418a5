"""Numbers as people print them, in English and Chinese: exact decimals, no floats, no guessing.

`parse` reads quantities (hedge, sign, number, scale, unit), `tokens` finds every number in prose,
`dates` tells years and dates from figures. All three take any text and never raise.
"""

from build_scripts.numerals.covered import Token, tokens
from build_scripts.numerals.lexicon import SCALES, scaled
from build_scripts.numerals.printed_dates import dates
from build_scripts.numerals.quantities import Quantity, parse

__all__ = ["SCALES", "Quantity", "Token", "dates", "parse", "scaled", "tokens"]
