"""Numbers as people print them: quantities, numbers in prose, dates."""

from __future__ import annotations

import sys
import unicodedata
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_scripts.edtf import read_period
from build_scripts.numerals import SCALES, Quantity, dates, parse, scaled, tokens

UNITS = {
    "percent": "percent",
    "per cent": "percent",
    "%": "percent",
    "Prozent": "percent",
    "percentage points": "points",
    "个百分点": "points",
    "百分点": "points",
    "‰": "permille",
    "crown": "crown",
    "crowns": "crown",
    "元": "crown",
    "KRN": "crown",
    "₭": "crown",
    "US$": "dollar",
    "car": "car",
    "cars": "car",
    "辆": "car",
    "家": "firm",
    "行业": "industry",
    "大类行业": "industry",
    "倍": "times",
    "times": "times",
    "MWh": "mwh",
    "kilometers": "km",
    "square kilometres": "km2",
    "years": "year",
    "bpd": "barrels",
    "/Wh": "per-wh",
}


def read(text: str) -> list[str]:
    """Each quantity in short: "about 20 percent"; scale one, no unit and no hedge are left out."""
    return [short(q) for q in parse(text, UNITS)]


def short(q: Quantity) -> str:
    number = f"{q.value}-{q.high}" if q.high is not None else str(q.value)
    pieces = [q.hedge, number, q.scale if q.scale_printed else None, q.unit]
    marks = ["signed" if q.signed else None, "ordinal" if q.ordinal else None]
    return " ".join(piece for piece in pieces + marks if piece)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # As real sources print them.
        ("138", ["138"]),
        ("60 percent", ["60 percent"]),
        ("40 out of the 41", ["40", "41"]),
        ("500 of the 666", ["500", "666"]),
        ("41 major industrial sectors", ["41"]),
        ("about 20 percent", ["about 20 percent"]),
        ("50 billion crowns", ["50 billion crown"]),
        ("one-percent", ["1 percent"]),
        ("51-percent", ["51 percent"]),
        ("four trillion-crown", ["4"]),
        ("2.3942 trillion", ["2.3942 trillion"]),
        ("2866.902 billion", ["2866.902 billion"]),
        ("27584.1亿元", ["27584.1 yi crown"]),
        ("600亿元左右", ["about 600 yi crown"]),
        ("4.3萬億元", ["4.3 wan-yi crown"]),
        ("72.8万", ["72.8 wan"]),
        ("增长5.8%", ["5.8 percent"]),
        ("增長2.1%", ["2.1 percent"]),
        ("下降1.0%", ["1.0 percent"]),
        ("5%以上", ["at-least 5 percent"]),
        ("4.5%左右", ["about 4.5 percent"]),
        ("高於9%", ["over 9 percent"]),
        ("超过20%", ["over 20 percent"]),
        ("0.79个百分点", ["0.79 points"]),
        ("40个大类行业", ["40 industry"]),
        ("41個大類行業", ["41"]),
        ("8107家", ["8107 firm"]),
        ("3个万亿级", ["3"]),
        ("三大萬億級", ["3"]),
        ("五大安全", ["5"]),
        ("at least 20 percent", ["at-least 20 percent"]),
        ("more than 30 per cent", ["over 30 percent"]),
        ("under 100", ["under 100"]),
        ("60% to 70%", ["between 60-70 percent"]),
        ("seven", ["7"]),
        ("252,5", ["252.5"]),
        ("9,516.9", ["9516.9"]),
        ("1,000.21 billion", ["1000.21 billion"]),
        ("55m", ["55 million"]),
        ("1.90B", ["1.90 billion"]),
        ("-50.27M; -238.37M", ["-50.27 million signed", "-238.37 million signed"]),
        ("-5.63‰", ["-5.63 permille signed"]),
        ("410,000 bpd", ["410000 barrels"]),
        ("100MW/400MWh", ["100", "400 mwh"]),
        ("1.73/Wh", ["1.73 per-wh"]),
        ("83 kilometers", ["83 km"]),
        ("sixth largest", ["6 ordinal"]),
        ("fifth-largest", ["5 ordinal"]),
        ("Area rank 7", ["7"]),
        ("5-й; 6-й", ["5 ordinal", "6 ordinal"]),
        ("6-millionste", ["6"]),
        ("P10", []),
        ("2011 to 2014", []),
        ("April 30th, 2019", []),
        ("July 1", []),
        ("2023年增长5.3%", ["5.3 percent"]),
        ("joint venture", []),
        ("", []),
    ],
)
def test_printed_figures(text: str, expected: list[str]) -> None:
    """What sources print is read exactly as it stands."""
    assert expected == read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234.5 cars", ["1234.5 car"]),
        ("1,234,567", ["1234567"]),
        ("1\u2009234,5", ["1234.5"]),
        ("1\u00a0234", ["1234"]),
        ("1.234.567,8", ["1234567.8"]),
        ("2,5 Prozent", ["2.5 percent"]),
        ("0,398", ["0.398"]),
        ("1,2,3", ["1", "2", "3"]),
        (".5 percent", ["0.5 percent"]),
        ("11.30%", ["11.30 percent"]),
        ("50\u00a0billion\u00a0crowns", ["50 billion crown"]),
        ("50-million-crown", ["50 million crown"]),
        ("50bn", ["50 billion"]),
        ("50 mn", ["50 million"]),
        ("44k", ["44 thousand"]),
        ("5 b", ["5"]),
        ("3 hundred", ["3 hundred"]),
        ("3 percentage points", ["3 points"]),
        ("3 percentage", ["3"]),
        ("5 carsick", ["5"]),
        ("5 CARS", ["5 car"]),
        ("2.5 square  kilometres", ["2.5 km2"]),
        ("KRN 50 million", ["50 million crown"]),
        ("about KRN50 million", ["about 50 million crown"]),
        ("-₭5", ["-5 crown signed"]),
        ("₭-5", ["-5 crown signed"]),
        ("US$1.5bn", ["1.5 billion dollar"]),
        ("2000 cars", ["2000 car"]),
        ("in 2024, 5 cars", ["5 car"]),
        ("in May 5 cars", ["5 car"]),
    ],
)
def test_digits(text: str, expected: list[str]) -> None:
    """Separators, magnitudes and units in digits."""
    assert expected == read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forty-one cars", ["41 car"]),
        ("forty one", ["41"]),
        ("one hundred and five", ["105"]),
        ("a hundred", ["100"]),
        ("thirteen thousand four hundred", ["13400"]),
        ("nineteen hundred", ["1900"]),
        ("one hundred and five thousand", ["105000"]),
        ("one million two hundred thousand", ["1200000"]),
        ("fifty billion crowns", ["50 billion crown"]),
        ("two and a half million cars", ["2.5 million car"]),
        ("2 and a half million", ["2.5 million"]),
        ("three and three quarters", ["3.75"]),
        ("two dozen cars", ["24 car"]),
        ("zero percent", ["0 percent"]),
        ("TWO CARS", ["2 car"]),
        ("two million and three million", ["2 million", "3 million"]),
        ("one thousand million cars", ["1000 million car"]),
        ("at least one", ["at-least 1"]),
        ("one of the largest", []),
        ("someone told nobody often", []),
        ("hundreds of cars", []),
        ("twice", ["2 times"]),
        ("tenfold", ["10 times"]),
        ("twenty-first", ["21 ordinal"]),
        ("the 22nd", ["22 ordinal"]),
        ("first half", ["1 ordinal"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """Number words, as far as they make one number."""
    assert expected == read(text)


@pytest.mark.parametrize(
    ("text", "fraction", "expected"),
    [
        ("half", Fraction(1, 2), "50 percent"),
        ("more than half of", Fraction(1, 2), "over 50 percent"),
        ("a quarter", Fraction(1, 4), "25 percent"),
        ("three quarters of them", Fraction(3, 4), "75 percent"),
        ("three-fifths", Fraction(3, 5), "60 percent"),
        ("3/4", Fraction(3, 4), "75 percent"),
        ("about ½", Fraction(1, 2), "about 50 percent"),
        ("half a percent", Fraction(1, 2), "0.5 percent"),
        ("half a million cars", Fraction(1, 2), "0.5 million car"),
        ("a quarter million", Fraction(1, 4), "0.25 million"),
        ("2½ million", Fraction(5, 2), "2.5 million"),
        ("四分之三", Fraction(3, 4), "75 percent"),
        ("一半以上", Fraction(1, 2), "at-least 50 percent"),
        ("过半", Fraction(1, 2), "over 50 percent"),
    ],
)
def test_fractions(text: str, fraction: Fraction, expected: str) -> None:
    """A bare fraction is a share in percent; one before a unit or magnitude is a part of it."""
    found = parse(text, UNITS)
    assert [(expected, fraction)] == [(short(q), q.fraction) for q in found]


@pytest.mark.parametrize("text", ["two thirds", "about 2/3", "约2/3", "三分之二", "⅔ of"])
def test_endless_fractions_state_rounded_values(text: str) -> None:
    """Two thirds is no decimal: it states 66.7 and 67, but neither 66.6 nor 66."""
    (quantity,) = parse(text, UNITS)
    stated = [v for v in ("66.6", "66.7", "66.67", "66", "67") if quantity.states(Decimal(v))]
    assert (Fraction(2, 3), ["66.7", "66.67", "67"]) == (quantity.fraction, stated)


@pytest.mark.parametrize(
    ("text", "value", "expected"), [("-2.5", "2.5", True), ("2.5", "2.50", True), ("2.5", "3", False)]
)
def test_decimals_state_only_themselves(text: str, value: str, expected: bool) -> None:
    """No rounding for anything but endless fractions; the sign is compared elsewhere."""
    assert expected == parse(text, UNITS)[0].states(Decimal(value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a third source", ["3 ordinal"]),
        ("the first three quarters", ["1 ordinal", "3"]),
        ("the second half", ["2 ordinal"]),
        ("half-finished", []),
        ("behalf", []),
        ("24/7", ["24", "7"]),
    ],
)
def test_no_fractions(text: str, expected: list[str]) -> None:
    """Words that look like shares and are none."""
    assert expected == read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一百二十三", ["123"]),
        ("二十", ["20"]),
        ("十五", ["15"]),
        ("一千零五", ["1005"]),
        ("两万辆", ["2 wan car"]),
        ("三点五", ["3.5"]),
        ("二百五十万", ["250 wan"]),
        ("三万五千", ["35000"]),
        ("一亿五千万元", ["15000 wan crown"]),
        ("1亿5000万元", ["15000 wan crown"]),
        ("5千万元", ["5000 wan crown"]),
        ("3百亿元", ["300 yi crown"]),
        ("三成", ["30 percent"]),
        ("约三成五", ["about 35 percent"]),
        ("2成", ["20 percent"]),
        ("成立三家", ["3 firm"]),
        ("百分之三十", ["30 percent"]),
        ("百分之5.3", ["5.3 percent"]),
        ("千分之五", ["5 permille"]),
        ("两倍", ["2 times"]),
        ("第六", ["6 ordinal"]),
        ("第12", ["12 ordinal"]),
        ("一家", ["1 firm"]),
        ("统一", []),
        ("零部件", []),
        ("十四五", []),
        ("二十多万辆", ["over 20 wan car"]),
        ("三万点五", []),
        ("三亿万", []),
        ("两三百", []),
        ("千万", []),
        ("二〇二三年", []),
        ("2000家", ["2000 firm"]),
        ("2000余家", ["over 2000 firm"]),
        ("1950亿元", ["1950 yi crown"]),
        ("增长０．５％", ["0.5 percent"]),
        ("１，２３４辆", ["1234 car"]),
        ("增长5，100家", ["5", "100 firm"]),
        ("約30億元", ["about 30 yi crown"]),
        ("两万辆，三万辆", ["2 wan car", "3 wan car"]),
        ("４１個行业", ["41 industry"]),
        ("१२३ cars", ["123 car"]),
    ],
)
def test_chinese_and_full_width(text: str, expected: list[str]) -> None:
    """Chinese numerals and magnitudes, traditional characters, digits of other scripts."""
    assert expected == read(text)


BEFORE = {
    "about": ["about", "around", "roughly", "approximately", "some", "~", "≈", "约", "大约"],
    "nearly": ["nearly", "almost", "close to", "近", "接近"],
    "over": ["more than", "over", "above", "exceeding", "well over", ">", "超", "超过", "逾"],
    "at-least": ["at least", "no less than", "not less than", "≥", "不低于", "至少"],
    "under": ["less than", "under", "below", "just under", "<", "不到"],
    "at-most": ["up to", "at most", "no more than", "not more than", "≤", "不超过"],
}
AFTER = {
    "about": ["{}-odd cars", "{} cars or so", "{}辆左右"],
    "over": ["{}+ cars", "{}多辆", "{}余辆", "{}万多辆"],
    "at-least": ["{} or more cars", "{} cars or more", "{}辆以上"],
    "at-most": ["{} cars or less", "{}辆以下", "{}辆以内"],
}


@pytest.mark.parametrize(
    ("text", "hedge"),
    [(f"{word} 300 cars", hedge) for hedge, words in BEFORE.items() for word in words]
    + [(f"{word}300辆", hedge) for hedge, words in BEFORE.items() for word in words if not word.isascii()]
    + [(form.format(300), hedge) for hedge, forms in AFTER.items() for form in forms],
)
def test_hedges(text: str, hedge: str) -> None:
    """A hedge stands before or after the number, belongs to it and to its span."""
    (quantity,) = parse(f"it made {text} then", UNITS)
    wanted = text.removeprefix("well ").removeprefix("just ")
    assert (hedge, "car", wanted) == (quantity.hedge, quantity.unit, quantity.text)


@pytest.mark.parametrize(
    "text", ["moreover 300", "a cover 300", "about it 300", "adds up to 300", "300多样", "300 余额", "5 oddly"]
)
def test_no_hedges(text: str) -> None:
    """Parts of words, and words elsewhere, are no hedges."""
    assert [None] == [q.hedge for q in parse(text, UNITS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-2.5%", ["-2.5 percent signed"]),
        ("−2.5%", ["-2.5 percent signed"]),
        ("growth of –2.5%", ["-2.5 percent signed"]),
        ("（－2.5%）", ["-2.5 percent signed"]),
        ("minus 2.5", ["-2.5 signed"]),
        ("negative two and a half", ["-2.5 signed"]),
        ("负2.5%", ["-2.5 percent signed"]),
        ("+2.5%", ["2.5 percent signed"]),
        ("about −2.5%", ["about -2.5 percent signed"]),
        ("terminus 2", ["2"]),
        ("P-10", ["10"]),
        ("5-6%", ["between 5-6 percent"]),
        ("5–6%", ["between 5-6 percent"]),
        ("5~6%", ["between 5-6 percent"]),
        ("2.0%-2.5%", ["between 2.0-2.5 percent"]),
        ("−6 to −5 percent", ["between -6--5 percent signed"]),
        ("between 5 and 6 percent", ["between 5-6 percent"]),
        ("between two and three million cars", ["between 2-3 million car"]),
        ("between one hundred and two hundred", ["between 100-200"]),
        ("between 900,000 and 1.2 million cars", ["between 0.9-1.2 million car"]),
        ("between us 5 cars", ["5 car"]),
        ("3至5万元", ["between 3-5 wan crown"]),
        ("介于3和5之间", ["between 3-5"]),
        ("5 to 6 million", ["between 5-6 million"]),
        ("from 5 to 6 percent", ["5", "6 percent"]),
        ("6 to 5", ["6", "5"]),
        ("6,000,000 to 5 million", ["6000000", "5 million"]),
        ("800,000 cars to 1 million percent", ["800000 car", "1 million percent"]),
        ("5 and 6 percent", ["5", "6 percent"]),
        ("5 cars to 6 percent", ["5 car", "6 percent"]),
        ("2015-17", []),
        ("5th-6th", ["5 ordinal", "6 ordinal"]),
        ("5-6-7", ["between 5-6", "7"]),
        ("5-about 6", ["5", "about 6"]),
    ],
)
def test_signs_and_ranges(text: str, expected: list[str]) -> None:
    """A hyphen is a sign, a range or neither, as its neighbours say."""
    assert expected == read(text)


def test_units_win_by_length_and_over_letters() -> None:
    """The longest form counts; m is metres only where content says so."""
    units = {"m": "metre", "m2": "square-metre", "percent": "percent", "percent of GDP": "share"}
    found = [(str(q.value), q.scale, q.unit) for q in parse("5m, 5 m2, 5 percent of GDP, 5 percent", units)]
    assert found == [("5", "one", unit) for unit in ("metre", "square-metre", "share", "percent")]


def test_empty_units_match_nothing() -> None:
    """A form of blanks and hyphens is none, and no units are fine."""
    assert [None, None] == [q.unit for units in ({" - ": "x"}, {}) for q in parse("5 - 6x", units)[:1]]


def test_units_may_change_between_calls() -> None:
    """Nothing of one mapping is kept for the next."""
    units = {"cars": "car"}
    first = parse("5 cars", units)[0].unit
    units["cars"] = "vehicle"
    assert ("car", "vehicle") == (first, parse("5 cars", units)[0].unit)


@pytest.mark.parametrize("text", ["thir\u00adty-one cars", "1\u200b3 cars", "ﬁve cars", "ｔｗｏ cars"])
def test_hidden_characters_hide_nothing(text: str) -> None:
    """Soft hyphens, zero-width spaces, ligatures and wide letters do not get a number past the check."""
    assert parse(text, UNITS) != []
    assert tokens(text) != []


NUMBERISH = st.lists(
    st.sampled_from(
        [*UNITS, *"0123456789,.-–+%/½两三百万亿成半第多~ \u00a0年月", "2024", "between", "and", "a", "half", "to"]
    )
    | st.sampled_from(
        ["about", "twenty", "five", "hundred", "million", "third", "minus", "以上", "百分之", "Ⅳ", "①", "May"]
    )
    | st.characters(),
    max_size=14,
).map("".join)


@settings(deadline=None)
@given(st.text() | NUMBERISH)
@example("9" * 5000)
@example("百分之")
@example("İ" * 3 + "5 cars")
@example("1" * 5000 + "万")
@example("一万" * 2000)
@example("〇" * 30)
def test_any_text_is_read(text: str) -> None:
    """No text raises, spans lie inside it in order, and dates are periods."""
    for found in (parse(text, UNITS), tokens(text)):
        ends = [0]
        for item in found:
            assert ends[-1] <= item.start < item.end <= len(text)
            assert item.text == text[item.start : item.end]
            ends.append(item.end)
    for start, end, edtf in dates(text):
        assert 0 <= start < end <= len(text)
        assert read_period(edtf).start is not None


def test_long_numbers_are_exact() -> None:
    """Nothing is rounded at the default precision of decimals."""
    digits = "1234567890" * 5
    (quantity,) = parse(f"-{digits}万", {})
    assert (f"-{digits}", f"-{digits}0000") == (str(quantity.value), str(quantity.amount))


def test_scaled_is_exact() -> None:
    """Every scale is a power of ten and multiplies without rounding."""
    assert [scaled(Decimal("1.5"), s) for s in SCALES] == [Decimal("1.5") * factor for factor in SCALES.values()]
    assert str(scaled(Decimal("1" * 40), "wan")) == "1" * 40 + "0000"


# --- tokens -----------------------------------------------------------------------------------------

HAN = "〇零二两三四五六七八九十百千万亿兩億萬貳贰叁肆伍柒捌玖拾佰仟廿卅卌"
DIGITS = [c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) in ("Nd", "Nl", "No")]


def test_digits_of_every_script_are_covered() -> None:
    """Every character that Unicode calls a number, and every Chinese numeral, is a token, alone and inside a word."""
    assert [] == [c for c in [*DIGITS, *HAN] if [t.text for t in tokens(c)] != [c]]
    assert [] == [c for c in [*DIGITS, *HAN] if [t.text for t in tokens(f"x{c}y")] != [c]]
    assert len(DIGITS) > 1500


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 1,234.5 and 40 of 41.", ["1,234.5", "40", "41"]),
        ("P10 and CO₂ and x²", ["10", "₂", "²"]),
        ("the 6th", ["6"]),
        ("2025-02-06", ["2025", "02", "06"]),
        ("２．５％", ["２．５"]),
        ("٣٤", ["٣٤"]),
        ("½, Ⅷ, ⑳", ["½", "Ⅷ", "⑳"]),
        ("3/4 of", ["3/4"]),
        ("🔟 and 💯", ["🔟", "💯"]),
        ("forty-one of two hundred and five", ["forty-one", "two hundred and five"]),
        ("Two and a half", ["Two and a half"]),
        ("zero", ["zero"]),
        ("dozens of them, a dozen, a score of", ["dozens", "dozen", "score of"]),
        ("hundreds, thousands of, a million", ["hundreds", "thousands", "million"]),
        ("half million cars, several billion people", ["half", "million", "billion"]),
        ("a trillion-crown base", ["trillion"]),
        ("half, a third, two thirds", ["half", "third", "two thirds"]),
        ("a quarter of, three quarters", ["quarter", "three quarters"]),
        ("one-third, one half", ["one-third", "one half"]),
        ("twice, doubled, triple, tenfold", ["twice", "doubled", "triple", "tenfold"]),
        ("half-finished, halved", ["half", "halved"]),
        ("five-year plan, two third parties", ["five", "two"]),
        ("二十家，两万，三成，两倍，一半", ["二十", "两万", "三成", "两倍", "一半"]),
        ("〇 零 億", ["〇", "零", "億"]),
        ("三分之二", ["三分之二"]),
    ],
)
def test_covered(text: str, expected: list[str]) -> None:
    """Numbers in prose, whole and no more."""
    assert expected == [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    "text",
    [
        "one of them, once, at one time, someone",
        "the first, second, sixth and twenty-first; a third source; a second source",
        "the first quarter, the third quarter, quarterly, quarters",
        "the first half of the year, the second half",
        "often, weight, stone, network, behalf, tent, evening, sixthly",
        "parts IV and XII",
        "第六，统一，壹，参加，大陆，北京，上半年",
        "bronze",
        "scores well, a score for",
        "million tonnes a year, billion-crown",
        "",
    ],
)
def test_not_covered(text: str) -> None:
    """One, ordinals, calendar quarters and words that only hold number words stay free."""
    assert [] == tokens(text)


# --- dates ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 February 2025", ["2025-02-06"]),
        ("February 6, 2025", ["2025-02-06"]),
        ("Feb. 6, 2025", ["2025-02-06"]),
        ("May 24th 2012", ["2012-05-24"]),
        ("the 6th of February 2025", ["2025-02-06"]),
        ("February 2025", ["2025-02"]),
        ("January to November 2025", ["2025-01/2025-11"]),
        ("Jan-Nov 2025", ["2025-01/2025-11"]),
        ("2025-02-06", ["2025-02-06"]),
        ("2024-03", ["2024-03"]),
        ("in 2024.", ["2024"]),
        ("2015-17", ["2015/2017"]),
        ("2009–2016", ["2009/2016"]),
        ("2009 to 2016", ["2009", "2016"]),
        ("2023, 2024 and 2025", ["2023", "2024", "2025"]),
        ("the 1990s", ["1990/1999"]),
        ("Q1 2024, 2024 Q2, H1 2025", ["2024-Q1", "2024-Q2", "2025-H1"]),
        ("first quarter of 2024", ["2024"]),
        ("2024年", ["2024"]),
        ("2024年3月", ["2024-03"]),
        ("2024年3月5日", ["2024-03-05"]),
        ("２０２４年１－７月", ["2024-01/2024-07"]),
        ("2024年一季度", ["2024-Q1"]),
        ("2024年上半年", ["2024-H1"]),
        ("2023-2025年", ["2023/2025"]),
        ("2023至2025年", ["2023", "2025"]),
        ("二〇二四年", ["2024"]),
        ("2,024 and 2024.5 and 12024 and 20245 and 1850", []),
        ("2024 million, 2000%, 2000家, $2000, x2024", []),
        ("July 1, May, 3月5日", []),
        ("30 February 2025", []),
        ("we may 2 march", []),
        ("mid-2024", ["2024"]),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    """Dates and years as EDTF; what could as well be a figure is no year."""
    assert expected == [edtf for _, _, edtf in dates(text)]


def test_dates_have_spans() -> None:
    """The span is the whole date, counted in the text as given."""
    text = "since\u200b 6 February 2025 or 2024年"
    assert ["6 February 2025", "2024年"] == [text[start:end] for start, end, _ in dates(text)]


@settings(max_examples=300, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_periods_in_words_are_dates(day: date) -> None:
    """Every day that the site prints in words is found again as that day."""
    text = day.isoformat()
    words = read_period(text).words()
    assert [(0, len(words), text)] == dates(words)
