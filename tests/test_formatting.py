"""Figures as readers see them, and that they read back as what the record holds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from build_scripts.formatting import HEDGES, number, ordinal, quantity, symbol_form, words
from build_scripts.numerals import SCALES, parse, scaled, tokens

UNITS = {"percent": "percent", "car": "car", "cars": "car", "square kilometre": "km2", "square kilometres": "km2"}
NAMES = [("percent", "percent", "percent"), ("car", "car", "cars"), ("km2", "square kilometre", "square kilometres")]


def plain(text: str) -> str:
    """With ordinary spaces and hyphens, for reading."""
    return text.replace("\u00a0", " ").replace("−", "-")


@pytest.mark.parametrize(
    ("value", "scale", "expected"),
    [
        ("27584.1", "yi", ("2.75841", "trillion")),
        ("600", "yi", ("60", "billion")),
        ("1.2", "yi", ("120", "million")),
        ("72.8", "wan", ("728,000", "")),
        ("100.0", "wan", ("1", "million")),
        ("4.3", "wan-yi", ("4.3", "trillion")),
        ("5", "thousand", ("5,000", "")),
        ("3.50", "thousand", ("3,500", "")),
        ("2", "hundred", ("200", "")),
        ("1200", "thousand", ("1.2", "million")),
        ("2866.902", "billion", ("2,866.902", "billion")),
        ("0.5", "million", ("0.5", "million")),
        ("11.30", "one", ("11.30", "")),
        ("43746323", "one", ("43,746,323", "")),
        ("-2.5", "one", ("−2.5", "")),
        ("-3", "yi", ("−300", "million")),
        ("0", "wan", ("0", "")),
        ("-0.0", "one", ("0.0", "")),
        ("0.00001", "wan", ("0.1", "")),
    ],
)
def test_number(value: str, scale: str, expected: tuple[str, str]) -> None:
    """English scales stay as printed, Chinese ones are converted, and nothing is rounded."""
    assert expected == number(Decimal(value), scale)


@pytest.mark.parametrize(
    ("value", "scale", "hedge", "forms", "expected"),
    [
        ("20", "one", "about", (), "about 20\u00a0percent"),
        ("50", "billion", "exact", (), "50\u00a0billion\u00a0percent"),
        ("5", "one", "at-least", (), "at least 5\u00a0percent"),
        ("3", "one", "nearly", ("number",), "nearly 3"),
        ("-2.5", "one", "exact", (), "−2.5\u00a0percent"),
        ("-2.5", "one", "exact", ("unsigned",), "2.5\u00a0percent"),
        ("20", "one", "over", ("cap",), "Over 20\u00a0percent"),
        ("40", "one", "exact", ("words",), "forty percent"),
        ("40", "one", "exact", ("number", "words", "cap"), "Forty"),
        ("2.5", "one", "exact", ("words",), "two and a half percent"),
        ("-2.5", "one", "exact", ("words",), "minus two and a half percent"),
        ("0.5", "one", "about", ("words",), "about half a percent"),
        ("0.5", "million", "exact", ("words",), "half a million percent"),
        ("0.5", "one", "exact", ("words", "number"), "half"),
        ("13400", "one", "exact", ("words", "number"), "thirteen thousand four hundred"),
        ("1.34", "wan", "exact", ("words", "number"), "thirteen thousand four hundred"),
        ("50", "billion", "exact", ("words",), "fifty billion percent"),
        ("6", "one", "exact", ("ordinal",), "sixth"),
        ("6", "one", "exact", ("ordinal", "cap"), "Sixth"),
        ("50", "one", "over", ("fraction",), "over half"),
        ("60", "one", "about", ("fraction",), "about three fifths"),
        ("25", "one", "exact", ("fraction",), "a quarter"),
        ("75.0", "one", "exact", ("fraction",), "three quarters"),
        ("-20", "one", "exact", ("fraction", "unsigned"), "a fifth"),
    ],
)
def test_quantity(value: str, scale: str, hedge: str, forms: tuple[str, ...], expected: str) -> None:
    """Hedge, number, scale and unit in every form."""
    assert expected == quantity(Decimal(value), scale, "percent", "percent", hedge, forms=forms)


@pytest.mark.parametrize(
    ("value", "scale", "forms", "expected"),
    [
        ("1", "one", (), "1 car"),
        ("-1", "one", (), "-1 car"),
        ("1.0", "one", (), "1.0 cars"),
        ("1", "million", (), "1 million cars"),
        ("1", "one", ("words",), "one car"),
        ("0", "one", ("words",), "zero cars"),
        ("0.5", "one", ("words",), "half a car"),
    ],
)
def test_one_or_many(value: str, scale: str, forms: tuple[str, ...], expected: str) -> None:
    """The singular stands after one and after half a."""
    assert expected == plain(quantity(Decimal(value), scale, "car", "cars", forms=forms))


def test_a_thousand_million_is_a_billion() -> None:
    """Spelled out it would be hard to read, and "one thousand and one million" is ambiguous."""
    with pytest.raises(ValueError, match="a thousand million"):
        quantity(Decimal(1001), "million", "car", "cars", forms=("words",))


def test_half_an_hour() -> None:
    """An before a vowel."""
    assert "half an inch" == quantity(Decimal("0.5"), "one", "inch", "inches", forms=("words",))


@pytest.mark.parametrize(
    ("low", "high", "scale", "forms", "expected"),
    [
        ("5", "6", "one", (), "between 5 and 6 percent"),
        ("5", "6", "one", ("number",), "between 5 and 6"),
        ("5", "6", "one", ("words", "cap"), "Between five and six percent"),
        ("2.0", "2.50", "billion", (), "between 2.0 and 2.50 billion percent"),
        ("90", "120", "wan", (), "between 0.9 and 1.2 million percent"),
        ("3", "5", "wan", (), "between 30,000 and 50,000 percent"),
        ("-6", "-5", "one", (), "between -6 and -5 percent"),
        ("-6", "-5", "one", ("unsigned",), "between 5 and 6 percent"),
    ],
)
def test_ranges(low: str, high: str, scale: str, forms: tuple[str, ...], expected: str) -> None:
    """Both ends stand in the scale of the upper one."""
    shown = quantity(None, scale, "percent", "percent", "between", Decimal(low), Decimal(high), forms=forms)
    assert expected == plain(shown)


@pytest.mark.parametrize(
    ("value", "unit", "hedge", "forms", "message"),
    [
        ("66.7", "percent", "exact", ("fraction",), "simple fraction"),
        ("150", "percent", "exact", ("fraction",), "simple fraction"),
        ("-50", "percent", "exact", ("fraction",), "simple fraction"),
        ("50", "car", "exact", ("fraction",), "percent"),
        ("2.3", "car", "exact", ("words",), "whole numbers and halves"),
        ("1" + "0" * 15, "car", "exact", ("words",), "spelled out"),
        ("2.5", "car", "exact", ("ordinal",), "whole number"),
        ("6", "car", "about", ("ordinal",), "exact"),
        ("0", "car", "exact", ("ordinal",), "first"),
        ("6", "car", "exact", ("wrods",), "wrods"),
        (None, "car", "exact", (), "value"),
        ("6", "car", "between", (), "low and high"),
    ],
)
def test_misfits(value: str | None, unit: str, hedge: str, forms: tuple[str, ...], message: str) -> None:
    """A form that does not fit the figure is refused in words for an editor."""
    with pytest.raises(ValueError, match=message):
        quantity(None if value is None else Decimal(value), "one", unit, f"{unit}s", hedge, forms=forms)


@pytest.mark.parametrize("form", ["ordinal", "fraction"])
def test_ranges_have_no_rank_or_part(form: str) -> None:
    """A range is neither an ordinal nor a fraction."""
    with pytest.raises(ValueError, match="range"):
        quantity(None, "one", "percent", "percent", "between", Decimal(25), Decimal(50), forms=(form,))


@pytest.mark.parametrize(
    ("value", "scale", "symbol", "expected"),
    [
        ("5.3", "one", "%", "5.3%"),
        ("-2.5", "one", "%", "-2.5%"),
        ("728558", "one", None, "728,558"),
        ("50", "billion", None, "50 bn"),
        ("27584.1", "yi", "cr", "2.75841 tn cr"),
        ("83", "one", "km", "83 km"),
        ("50", "million", "€", "€50 mn"),
        ("-5", "one", "US$", "-US$5"),
        ("90", "one", "°", "90°"),
    ],
)
def test_symbol_form(value: str, scale: str, symbol: str | None, expected: str) -> None:
    """Short forms for charts."""
    assert expected == plain(symbol_form(Decimal(value), scale, symbol))


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "zero"), (13, "thirteen"), (40, "forty"), (41, "forty-one"), (100, "one hundred"),
        (105, "one hundred and five"), (1005, "one thousand and five"), (105_000, "one hundred and five thousand"),
        (999_999, "nine hundred and ninety-nine thousand nine hundred and ninety-nine"),
        (1_200_000, "one million two hundred thousand"), (-7, "minus seven"),
    ],
)  # fmt: skip
def test_words(n: int, expected: str) -> None:
    """British number words."""
    assert expected == words(n)


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, "first"), (2, "second"), (3, "third"), (5, "fifth"), (8, "eighth"), (9, "ninth"), (12, "twelfth"),
        (14, "fourteenth"), (20, "twentieth"), (21, "twenty-first"), (99, "ninety-ninth"), (100, "hundredth"),
        (101, "101st"), (111, "111th"), (112, "112th"), (113, "113th"), (1002, "1,002nd"), (103, "103rd"),
    ],
)  # fmt: skip
def test_ordinal(n: int, expected: str) -> None:
    """Words up to the hundredth, digits above."""
    assert expected == ordinal(n)


# --- there and back ---------------------------------------------------------------------------------

DECIMALS = st.decimals(-(10**9), 10**9, places=3) | st.decimals(-(10**6), 10**6, places=0) | st.integers().map(Decimal)
HEDGE = st.sampled_from([h for h in HEDGES if h != "between"])


@settings(deadline=None)
@given(DECIMALS, st.sampled_from(list(SCALES)), st.sampled_from(NAMES), HEDGE)
def test_what_is_shown_reads_back(value: Decimal, scale: str, unit: tuple[str, str, str], hedge: str) -> None:
    """Value times scale, unit, hedge and sign survive; the span is all of the text."""
    text = quantity(value, scale, unit[1], unit[2], hedge)
    (found,) = parse(text, UNITS)
    assert (scaled(value, scale), unit[0]) == (found.amount, found.unit)
    assert (hedge, value < 0, text) == (found.hedge or "exact", found.signed, found.text)


@settings(deadline=None)
@given(DECIMALS, DECIMALS, st.sampled_from(list(SCALES)), st.sampled_from(NAMES))
def test_ranges_read_back(one: Decimal, other: Decimal, scale: str, unit: tuple[str, str, str]) -> None:
    """Both ends of a range survive."""
    low, high = sorted((one, other))
    assume(low < high)
    (found,) = parse(quantity(None, scale, unit[1], unit[2], "between", low, high), UNITS)
    assert found.high is not None
    assert (scaled(low, scale), scaled(high, scale)) == (found.amount, scaled(found.high, found.scale))
    assert (unit[0], "between") == (found.unit, found.hedge)


@settings(deadline=None)
@given(
    st.integers(-999_999, 999_999),
    st.sampled_from(["one", "million", "billion", "trillion"]),
    st.sampled_from(NAMES),
    HEDGE,
)
def test_words_read_back(n: int, scale: str, unit: tuple[str, str, str], hedge: str) -> None:
    """Spelled-out figures mean what the digits mean."""
    n = n if scale == "one" else n % 1000
    text = quantity(Decimal(n), scale, unit[1], unit[2], hedge, forms=("words",))
    (found,) = parse(text, UNITS)
    assert (scaled(Decimal(n), scale), unit[0]) == (found.amount, found.unit)
    assert (hedge, text) == (found.hedge or "exact", found.text)


@settings(deadline=None)
@given(st.integers(0, 10**15 - 1))
def test_whole_numbers_in_words_read_back(n: int) -> None:
    """Numbers of any length that can be spelled out are one number and one covered token."""
    (found,) = parse(words(n), {})
    assert Decimal(n) == found.amount
    assert ([] if n == 1 else [words(n)]) == [token.text for token in tokens(words(n))]


def test_ordinals_read_back() -> None:
    """Every ordinal in words and digits is read as a rank, and only digits are covered as a bare figure."""
    found = [[(q.value, q.ordinal) for q in parse(ordinal(n), {})] for n in range(1, 1000)]
    assert [[(Decimal(n), True)] for n in range(1, 1000)] == found
    assert [] == [n for n in range(1, 101) if tokens(ordinal(n))]


@settings(deadline=None)
@given(st.integers(1, 99))
def test_fractions_read_back(percent: int) -> None:
    """A share that can be said as a fraction means the same share; others are refused."""
    if Fraction(percent, 100).denominator > 10:
        with pytest.raises(ValueError, match="simple fraction"):
            quantity(Decimal(percent), "one", "percent", "percent", forms=("fraction",))
        return
    (found,) = parse(quantity(Decimal(percent), "one", "percent", "percent", "about", forms=("fraction",)), UNITS)
    assert (Decimal(percent), "percent", "about") == (found.value, found.unit, found.hedge)


@settings(deadline=None)
@given(DECIMALS, st.sampled_from(list(SCALES)))
def test_chart_labels_read_back(value: Decimal, scale: str) -> None:
    """Short forms carry the same number."""
    (found,) = parse(symbol_form(value, scale, "%"), {"%": "percent"})
    assert (scaled(value, scale), "percent") == (found.amount, found.unit)
