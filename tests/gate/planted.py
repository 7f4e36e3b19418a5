"""Forty and more mistakes, each a small change of one file of the fixture site, with what the gate must say of it."""

# ruff: noqa: E501  (a mistake and what is said of it stand on one line)

from __future__ import annotations

from typing import NamedTuple


class Plant(NamedTuple):
    """`old` stands once in the file; None makes a new file. `around` and `why` are parts of the orphan's words."""

    name: str
    path: str
    old: str | None
    new: str
    around: str
    why: str


def page(name: str, old: str, new: str, around: str, why: str) -> Plant:
    return Plant(name, "index.html", old, new, around, why)


NO_RECORD = "names no record"
NOT_ITS = "belongs to none of its records"

PLANTS = [
    # where it stands
    page("prose", "sails at dawn", "sails at 40 knots", "sails at 40 knots", f'"40" {NO_RECORD}'),
    page("table cell", "<td>none</td>", "<td>1,310</td>", "1,310", f'"1,310" {NO_RECORD}'),
    page("label in a drawing", "<text>Tonnes</text></svg>", "<text>90 tonnes</text></svg>", "90 tonnes", f'"90" {NO_RECORD}'),
    page("alt", "A ferry at the quay", "61 ferries at the quay", "61 ferries", f'alt: "61" {NOT_ITS}'),
    page("aria-label", 'aria-label="Chapters"', 'aria-label="All 62 chapters"', "All 62 chapters", f'aria-label: "62" {NOT_ITS}'),
    page("label of a mark", "2021: 1.40 million tonnes", "2021: 1.41 million tonnes", "1.41 million", f'aria-label: "1.41" {NOT_ITS}'),
    page("title attribute", "The next chapter", "The next 63 pages", "The next 63 pages", f'title: "63" {NOT_ITS}'),
    page("placeholder", "Search the book", "Search 64 facts", "Search 64 facts", f'placeholder: "64" {NOT_ITS}'),
    page("button", 'value="Search"', 'value="Show all 65"', "Show all 65", f'value: "65" {NOT_ITS}'),
    page("description", "Freight is at over 1.25", "Freight is at over 1.26", "Freight is at over 1.26", "description: "),
    page("og:title", 'content="Over 1.25 million', 'content="Over 1.27 million', "Over 1.27 million", "title: "),
    page("title", "<title>Freight over 1.25", "<title>Freight over 1.28", "Freight over 1.28", "title: "),
    page("JSON-LD", '"text": "over 1.25', '"text": "over 1.29', "over 1.29 million", "data: "),
    page("hidden", "Nothing is hidden here", "Nothing but 66 is hidden here", "Nothing but 66", f'"66" {NO_RECORD}'),
    page("details", "Details of the quay", "Details of 67 quays", "Details of 67", f'"67" {NO_RECORD}'),
    Plant("search text", "search/search_index.json", "of a new quay.", "of 68 new quays.", "of 68 new quays", "the text does not stand on its page"),
    Plant("search title", "search/search_index.json", '"title": "The port of Sund"', '"title": "The 69 ports"', "The 69 ports", "the title does not"),
    Plant("search tags", "search/search_index.json", '"freight"', '"freight 70"', "freight 70", f'"70" {NOT_ITS}'),
    Plant("CSV", "charts/freight.csv", "2022,1.31,", "2022,1.13,", "line 3, value: 1.13", "the record holds 1.31"),
    Plant("feed", "feed.xml", "Now: 7 ferries", "Now: 9 ferries", "Now: 9 ferries", f'"9" {NOT_ITS}'),
    Plant("JSON feed", "feed.json", "Now: 7 ferries", "Now: 71 ferries", "Now: 71 ferries", f'"71" {NOT_ITS}'),
    Plant("style sheet", "assets/ledger.css", '"¶ "', r'"\37 2 "', "72", "a style sheet adds a number"),
    Plant("style in a page", "port.html", 'content:"."', 'content:"73"', "73", "a style sheet adds a number"),
    Plant("text file", "robots.txt", "User-agent: *", "User-agent: * # 74", "74", f'"74" {NOT_ITS}'),
    Plant("drawing by itself", "charts/freight.svg", "<text>Tonnes", "<text>75 tonnes", "75 tonnes", f'"75" {NO_RECORD}'),
    Plant("specification", "charts/freight.json", "2021: 1.40 million", "2021: 1.04 million", "1.04 million", NOT_ITS),
    Plant("type of file", "assets/figures.pdf", None, "76 percent", "assets/figures.pdf", "no reader knows this type of file"),
    # how it is written
    page("Chinese share", "港口的货运", "港口的三成货运", "港口的三成货运", f'"三成" {NO_RECORD}'),
    page("Chinese number", "The works run on", "The works cost 五百亿", "五百亿", f'"五百亿" {NO_RECORD}'),
    page("number words", "The crew is large", "The crew is forty-two", "forty-two", f'"forty-two" {NO_RECORD}'),
    page("half", "Much was shipped", "Half was shipped", "Half was shipped", f'"Half" {NO_RECORD}'),
    page("two thirds", "more will be", "two thirds will be", "two thirds", f'"two thirds" {NO_RECORD}'),
    page("twice", "Ships wait", "Ships wait twice", "twice", f'"twice" {NO_RECORD}'),
    page("full width", "They sail", "７７ sail", "７７ sail", f'"７７" {NO_RECORD}'),
    page("Arabic-Indic", "Lorries come", "٧٨ come", "٧٨ come", f'"٧٨" {NO_RECORD}'),
    page("superscript", "a hall full of guests", "a hall⁷⁹ full of guests", "hall⁷⁹", f'"⁷⁹" {NO_RECORD}'),
    page("Roman", "the heart of the town", "heart Ⅻ of the town", "heart Ⅻ", f'"Ⅻ" {NO_RECORD}'),
    page("split across tags", "<span>Its charter</span> burnt", "Its <b>4</b><i>2</i> charters burnt", "Its 42 charters", f'"42" {NO_RECORD}'),
    page("split across records", '>3</data> of <data', '>3</data><data', "38 ferries", "put together from several elements"),
    # tied, but wrong
    page("wrong record", 'value="7" data-fact="ferries-yearbook">7', 'value="8" data-fact="ferries-all">7', "7 ferries", 'the record of "ferries-all" holds 8 one'),
    page("rounded", 'gives <data value="1260000.00" data-fact="freight-yearbook-2024">1.26', 'gives <data value="1260000.00" data-fact="freight-yearbook-2024">1.3', "1.3 million", "holds 1.26 million"),
    page("wrong unit", "town pays <data value=\"40000000\" data-fact=\"quay-cost\">about 40 million crowns", "town pays <data value=\"40000000\" data-fact=\"quay-cost\">about 40 million tonnes", "about 40 million tonnes", "it shows tonnes, the unit of \"quay-cost\" is crowns"),
    page("dropped hedge", "or <data value=\"1240\" data-fact=\"dockers-2025\">nearly 1,240", "or <data value=\"1240\" data-fact=\"dockers-2025\">1,240", "1,240 people", "it shows the hedge exact"),
    page("wrong scale", 'data-scale="million"', 'data-scale="billion"', "1.31", "it shows 1.31"),
    page("lost minus", "The rate is <data value=\"-3.5\" data-fact=\"freight-growth-2024\">−3.5", "The rate is <data value=\"-3.5\" data-fact=\"freight-growth-2024\">3.5", "The rate is 3.5", "it shows 3.5 percent"),
    page("wrong period", "<data value=\"1310000.00\" data-fact=\"freight-yearbook-2022\">1.31 million tonnes", "<data value=\"1310000.00\" data-fact=\"freight-yearbook-2022\">1.31 million tonnes in 2021", "tonnes in 2021", '"2021" is not the period of "freight-yearbook-2022"'),
    page("wrong date beside a mark", 'data-structural="date">2022', 'data-structural="date">2021', "2021", '"2021" is not the period of "freight-yearbook-2022"'),
    page("wrong count", 'data-count="sources">3<', 'data-count="sources">4<', "4 sources", 'it shows "4", the records count 3'),
    page("wrong tally", "7 claims: 1 confirmed", "7 claims: 2 confirmed", "2 confirmed", "it says 2 confirmed, the records count 1"),
    page("wrong version", 'data-of="ferries-yearbook">2<', 'data-of="ferries-yearbook">3<', "Version 3", "the record has 1 changes"),
    page("wrong paragraph", 'data-structural="paragraph">4', 'data-structural="paragraph">9', "Paragraph 9", "no source has a block 9"),
    page("wrong chapter", ">1 of 3<", ">4 of 3<", "Chapter 4 of 3", "there are 3 chapters"),
    page("wrong title of a source", "The tide has turned", "The tide has turned 81 times", "turned 81 times", "it is no title or publisher of a source"),
    page("tick outside its scale", ">1.5</text>", ">2.5</text>", "2.5", "2.5 lies outside the axis (0 to 2)"),
    page("date of no record", 'opened in <time datetime="2022">2022', 'opened in <time datetime="1999">1999', "1999", "no record carries the date 1999"),
    page("date that differs", 'datetime="2025-03-04">4 March', 'datetime="2025-03-04">5 March', "5 March 2025", 'it shows "5 March 2025", its datetime is 2025-03-04'),
    page("value for machines", 'handled <data value="1250000.00"', 'handled <data value="1250"', "over 1.25 million tonnes", "value is 1250,"),
    page("value of a count", '<data value="7" data-count="claims">', '<data value="8" data-count="claims">', "seven", "value is 8, it shows seven"),
    page("not printed", "some 40 million crowns</q>", "some 41 million crowns</q>", "some 41 million", "is not what the evidence"),
    page("never there before", ">6 ferries<", ">5 ferries<", "5 ferries", "no change of the record says this"),
    page("unknown record", 'value="2" data-fact="oldest-port"', 'value="2" data-fact="oldest-ship"', "second", 'there is no fact "oldest-ship"'),
    page("unknown kind of structure", 'data-structural="status">404', 'data-structural="figure">404', "Code 404", '"figure" is no kind of structural number'),
]  # fmt: skip
