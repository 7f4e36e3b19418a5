"""What a page says, gathered while it is parsed: runs of text, labels, figures, what only machines read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

# Elements that end a run of text: a number never reaches across them.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "dd",
        "desc",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "g",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "label",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "optgroup",
        "option",
        "output",
        "p",
        "path",
        "pre",
        "section",
        "select",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "text",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
UNREAD = frozenset(["script", "style", "template"])
SPOKEN = frozenset((
    "title", "alt", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "aria-placeholder",
    "placeholder", "label", "summary", "data-l", "abbr", "aria-valuenow", "aria-valuemin", "aria-valuemax",
    "aria-setsize", "aria-posinset", "aria-rowcount", "aria-colcount", "aria-braillelabel", "srcdoc",
))  # fmt: skip
SHOWN_VALUES = frozenset(["input", "button", "option", "meter", "progress", "li"])
"""Elements that show their `value`; for others it is for machines."""
UNSHOWN_INPUTS = frozenset(["hidden", "checkbox", "radio"])
OWNING = frozenset(["data-fact", "data-count", "data-gap", "data-structural", "data-printed", "data-was", "data-date"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
UNINDEXED = frozenset(["head", "nav", "aside", "form", "svg"])
"""Elements that the search leaves out, and attributes by which it leaves out others."""
UNFOUND = frozenset(["data-search-exclude", "popover"])
TELLING = SPOKEN | {"start", "content"}
MARKING = TELLING | OWNING | UNFOUND | {"value", "datetime", "id", "data-scale", "data-domain", "data-repeats"}
"""Attributes that make more of an element than its text."""
WIDER = MARKING - OWNING - {"value", "datetime"}
"""Those that change more than who answers for the text."""
APART = UNREAD | UNINDEXED | HEADINGS | {"main", "title", "desc"}
"""Elements that are more than their text without any attribute."""
WIDE = APART | BLOCKS | SHOWN_VALUES


class Element:
    """An element that answers for its text, or tells something beside it."""

    __slots__ = ("around", "attributes", "domain", "figures", "first", "outer", "scale", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], figures: set[str], first: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.text = ""
        self.figures = figures
        """The figures of its page."""
        self.scale: str | None = None
        """The magnitude word that the figures around it share: `data-scale` of the nearest element that has one."""
        self.domain = ""
        """Likewise `data-domain`, of the axis that it stands at."""
        self.first = first
        self.outer: Element | None = None
        self.around: _Around | None = None


@dataclass(slots=True)
class Run:
    """Text as it is read in one go: its pieces, and for each the element that answers for it."""

    texts: list[str] = field(default_factory=list)
    owners: list[Element | None] = field(default_factory=list)


class _Around(NamedTuple):
    """What held before an element began."""

    runs: list[Run]
    shown: bool
    counted: bool
    scale: str | None
    domain: str
    piece: int


@dataclass(slots=True)
class Reading:
    """What a page or drawing says, in the order in which it is read."""

    runs: list[Run] = field(default_factory=lambda: [Run()])
    labels: list[tuple[Element, str, str]] = field(default_factory=list)
    """What elements tell beside their text: the element, the attribute, its words."""
    unread: list[Element] = field(default_factory=list)
    """Elements whose text is for machines."""
    titles: list[Element] = field(default_factory=list)
    """What stands in no run of text: the title of a page."""
    headings: list[str] = field(default_factory=list)
    """Those that the search may find."""
    pieces: list[str] = field(default_factory=list)
    """The text nodes that the search may find."""
    anchors: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Id of an element -> the first of these text nodes in it, and the first after it."""
    figures: set[str] = field(default_factory=set)
    """The facts that the main part names, ways to other pages aside."""
    counts: set[str] = field(default_factory=set)
    """The keys of its counts."""


class Target:
    """What lxml's parsers tell of each tag and text; nothing else is kept of the page."""

    def __init__(self, whole: bool = True) -> None:
        """`whole`: there is no main part, so all of it is that."""
        self._page = Reading()
        self._runs = self._page.runs
        self._pieces = self._page.pieces
        self._scale: str | None = None
        self._domain = ""
        self._texts: list[str] = []
        self._open: list[Element | bool] = []
        """The elements around; of those without a mark only whether they part runs of text."""
        self._owner: Element | None = None
        self._shown = self._counted = whole
        self._head = self._muted = self._going_on = False

    # --- what the parser tells ----------------------------------------------------------------------------

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._going_on = False
        if self._muted:
            self._open.append(False)
        elif tag == "meta":  # on every page more than any other with a mark, and it holds no text
            self._open.append(False)
            self._label(Element(tag, attributes, self._page.figures, 0))
        elif tag in APART or not MARKING.isdisjoint(attributes):
            self._begin(tag, attributes)
        elif tag in BLOCKS:
            self._open.append(True)
            self._part()
        else:
            self._open.append(False)

    def data(self, text: str) -> None:
        self._texts.append(text)
        if self._muted:
            return
        run = self._runs[-1]
        if run.texts or not text.isspace():  # white space between blocks begins no run
            run.texts.append(text)
            run.owners.append(self._owner)
        if self._shown:
            if self._going_on:
                self._pieces[-1] += text  # the parser parts text nodes at entities
            else:
                self._pieces.append(text)
            self._going_on = True

    def end(self, tag: str) -> None:
        self._going_on = False
        opened = self._open.pop()
        if opened is True:
            self._part()
        elif opened:
            self._finish(opened)

    def close(self) -> Reading:
        page = self._page
        vars(self).clear()  # lxml's parser and this are a ring, which is not freed at once: it keeps nothing
        return page

    # --- elements with a mark -----------------------------------------------------------------------------

    def _part(self) -> None:
        """Here a run of text ends."""
        if self._runs[-1].texts:
            self._runs.append(Run())

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, attributes, self._page.figures, len(self._texts))
        self._open.append(element)
        if tag in WIDE or not WIDER.isdisjoint(attributes):
            self._widen(element)
        if not OWNING.isdisjoint(attributes) or (tag == "time" and "datetime" in attributes):
            element.outer, self._owner = self._owner, element
            if "data-fact" in attributes and self._counted:
                self._page.figures.add(attributes["data-fact"])
            if "data-count" in attributes:
                self._page.counts.add(attributes["data-count"])
            element.scale, element.domain = self._scale, self._domain
            if attributes.get("data-structural") == "note":
                self._space()

    def _widen(self, element: Element) -> None:
        """The same for an element that changes more than who answers for the text in it."""
        tag, attributes = element.tag, element.attributes
        element.around = _Around(self._runs, self._shown, self._counted, self._scale, self._domain, len(self._pieces))
        self._scale = attributes.get("data-scale", self._scale)
        self._domain = attributes.get("data-domain", self._domain)
        if tag in UNREAD:
            self._muted = True
            self._page.unread.append(element)
            return
        if not TELLING.isdisjoint(attributes) or ("value" in attributes and tag in SHOWN_VALUES):
            self._label(element)
        if tag == "main":
            self._shown = self._counted = True
        if tag in UNINDEXED or not UNFOUND.isdisjoint(attributes):
            self._shown = False
        if tag == "nav":
            self._counted = False
        if tag == "head":
            self._head = True
        if "popover" in attributes or self._is_title(element):
            self._runs = [Run()]  # it stands apart: the text around it goes on after it
        elif tag in BLOCKS:
            self._part()

    def _label(self, element: Element) -> None:
        """Note attributes that a reader sees or hears, and what a page tells of itself in its head."""
        tag, attributes, labels = element.tag, element.attributes, self._page.labels
        for name, text in attributes.items():
            if name in SPOKEN or (name == "content" and tag == "meta"):
                labels.append((element, name, text))
        if tag in SHOWN_VALUES and attributes.get("type") not in UNSHOWN_INPUTS and "value" in attributes:
            labels.append((element, "value", attributes["value"]))
        if tag == "ol" and attributes.get("start", "1") != "1":
            labels.append((element, "start", attributes["start"]))  # the list is numbered from there

    def _finish(self, element: Element) -> None:
        around, tag, title = element.around, element.tag, self._is_title(element)
        if self._owner is element or title or tag in UNREAD or tag in HEADINGS:
            element.text = "".join(self._texts[element.first :])
        if self._owner is element:
            self._owner = element.outer
            if element.attributes.get("data-structural") == "note":
                self._space()
        if around is None:
            return
        if tag in UNREAD:
            self._muted = False
        elif title:
            self._page.titles.append(element)
        elif self._runs is not around.runs:
            around.runs[-1:-1] = [run for run in self._runs if run.texts]
        elif tag in BLOCKS:
            self._part()
        if tag in HEADINGS and self._shown:
            self._page.headings.append(element.text)
        if tag == "head":
            self._head = False
        if around.shown and "id" in element.attributes:
            self._page.anchors[element.attributes["id"]] = around.piece, len(self._pieces)
        self._runs, self._shown, self._counted, self._scale, self._domain, _ = around
        element.around = None

    def _space(self) -> None:
        """A raised note number does not lengthen the figure before it, nor the one after it."""
        run = self._runs[-1]
        if run.texts:
            run.texts.append(" ")
            run.owners.append(None)

    def _is_title(self, element: Element) -> bool:
        return element.tag == "title" and self._head
