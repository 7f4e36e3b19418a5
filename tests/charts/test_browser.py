"""The figure in Chromium: pointer, finger, keyboard, width, schemes, paper, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from build_scripts.charts import _cookbook
from build_scripts.charts._figure import Chart
from build_scripts.model import Site
from charts.conftest import GALLERY

pytestmark = pytest.mark.browser
SHOWN = "[...document.querySelectorAll('svg.chart')].filter(s => s.getBoundingClientRect().width)"
"""JavaScript for the drawings that can be seen."""
ASSETS = GALLERY.parents[1] / "build_scripts" / "theme" / "assets"


@pytest.fixture(scope="module")
def address(drawn: dict[str, Chart], site: Site, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The gallery with the site's own style sheets and script."""
    styles = "".join((ASSETS / name).read_text("utf-8") for name in ("ledger.css", "charts.css"))
    styles = styles.replace("url(fonts/", f"url({(ASSETS / 'fonts').as_uri()}/")
    styles = styles.replace("font-display:optional", "font-display:block")  # drawings are looked at in their own font
    yaml = (GALLERY / "content" / "charts.yml").read_text("utf-8")
    path: Path = tmp_path_factory.mktemp("page") / "gallery.html"
    script = (ASSETS / "charts.js").read_text("utf-8")
    path.write_text(_cookbook.page(site, drawn, yaml, styles, script), "utf-8")
    return path.as_uri()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Any]:
    """Opens the gallery: `opened(width=390, color_scheme="dark")`."""
    contexts = []

    def opened(width: int = 1100, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(address)
        assert [] == problems
        return page

    yield opened
    for context in contexts:
        context.close()


def chart(page: Page, id: str) -> Locator:
    """The drawing of that chart which is shown."""
    return page.locator(f"#chart-{id} svg.chart:visible")


def tip(page: Page, id: str) -> Locator:
    return page.locator(f"#chart-{id} .tip")


def test_pointer_shows_the_nearest_mark(opened: Any) -> None:
    """Beside a dot is near enough; far from all marks there is nothing to say."""
    page = opened()
    dot = chart(page, "line").locator('[data-fact="growth-norland-2021"][role=img]')
    dot.scroll_into_view_if_needed()
    box = dot.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2 + 3, box["y"] + box["height"] / 2 - 3)
    assert "Norland, 2021: 5.8\u00a0percent" == tip(page, "line").text_content()
    assert "on" == dot.get_attribute("class")
    page.mouse.move(5, 5)
    assert "" == tip(page, "line").text_content()
    assert "" == (dot.get_attribute("class") or "")


def test_tip_stays_on_the_screen(opened: Any) -> None:
    """The last bar ends at the edge; its words do not leave the page."""
    page = opened(390)
    bar = chart(page, "bar").locator("[role=img]").first
    bar.scroll_into_view_if_needed()
    bar.hover()
    box = tip(page, "bar").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_finger_shows_and_leaves(opened: Any) -> None:
    """The words stay after the finger is lifted, until it touches elsewhere."""
    page = opened(390, has_touch=True, is_mobile=True)
    bar = chart(page, "bar").locator('[data-fact="trips-norland-2023"][role=img]')
    bar.tap()
    assert "Norland, 2023: 11.3\u00a0million\u00a0trips" == tip(page, "bar").text_content()
    page.locator("h1").tap()
    assert "" == tip(page, "bar").text_content()


def test_keyboard_walks_the_marks(opened: Any) -> None:
    """One tab stop for each chart; arrows, Home and End walk, Escape leaves, and the ends hold."""
    page = opened()
    svg = chart(page, "bar")
    svg.focus()
    page.keyboard.press("ArrowRight")
    heard = [tip(page, "bar").text_content()]
    for key in ("ArrowDown", "End", "ArrowRight", "ArrowLeft", "Home", "ArrowUp"):
        page.keyboard.press(key)
        heard.append(tip(page, "bar").text_content())
    names = [(words or "").split(",")[0].split(":")[0] for words in heard]
    assert ["Goal for 2025", "Norland", "Ostland", "Ostland", "Sudland", "Goal for 2025", "Goal for 2025"] == names
    page.keyboard.press("Escape")
    assert "" == tip(page, "bar").text_content()


def test_keyboard_is_told_how(opened: Any) -> None:
    """Whoever comes by Tab reads what the arrows do."""
    page = opened()
    page.locator("#bar summary").first.focus()
    page.keyboard.press("Shift+Tab")
    assert "Arrow keys read the marks, Escape leaves." == tip(page, "bar").text_content()


def test_each_chart_is_one_tab_stop(opened: Any) -> None:
    """Nobody has to pass forty marks to get on."""
    page = opened()
    stops = page.evaluate(
        "[...document.querySelectorAll('svg.chart')].map(s => s.querySelectorAll('[tabindex]').length)"
    )
    assert {0} == set(stops)


@pytest.mark.parametrize(("width", "shown"), [(390, "narrow"), (760, "narrow"), (845, "wide"), (1100, "wide")])
def test_one_drawing_is_shown(opened: Any, width: int, shown: str) -> None:
    """The one that fits the figure, in every chart; labels keep at least twelve pixels."""
    page = opened(width)
    classes = page.evaluate(SHOWN + ".map(s => s.classList[1])")
    assert {shown} == set(classes)
    smallest = page.evaluate(
        "Math.min(..." + SHOWN + ".flatMap(s => [...s.querySelectorAll('text')].map(t =>"
        " parseFloat(getComputedStyle(t).fontSize) * s.getBoundingClientRect().width / s.viewBox.baseVal.width)))"
    )
    assert smallest >= 12


@pytest.mark.parametrize("width", [390, 1100])
def test_page_does_not_scroll_sideways(opened: Any, width: int) -> None:
    """Not even with all tables open."""
    page = opened(width)
    page.evaluate("document.querySelectorAll('details.tab').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1100])
def test_labels_are_as_wide_as_measured(opened: Any, width: int) -> None:
    """Text in the browser is as wide as the layout thought, within two percent: no label leaves its picture."""
    page = opened(width)
    page.evaluate("document.fonts.ready")
    outside = page.evaluate(
        SHOWN + ".flatMap(s => {"
        " const f = s.getBoundingClientRect();"
        " return [...s.querySelectorAll('text')].filter(t => { const b = t.getBoundingClientRect();"
        " return b.left < f.left - 3 || b.right > f.right + 3 || b.top < f.top - 3 || b.bottom > f.bottom + 3; })"
        ".map(t => s.parentElement.id + ': ' + t.textContent); })"
    )
    assert [] == outside


def test_no_two_labels_meet(opened: Any) -> None:
    """In no chart, in either width, does one text lie over another."""
    for width in (390, 1100):
        page = opened(width)
        page.evaluate("document.fonts.ready")
        meeting = page.evaluate(
            SHOWN + ".flatMap(s => {"
            " const t = [...s.querySelectorAll('text')].map(e => [e.textContent, e.getBoundingClientRect()]);"
            " const out = [];"
            " t.forEach(([a, p], i) => t.slice(i + 1).forEach(([b, q]) => {"
            " const w = Math.min(p.right, q.right) - Math.max(p.left, q.left);"
            " const h = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);"
            " if (w > 2 && h > 5) out.push(s.parentElement.id + ': ' + a + ' / ' + b); })); return out; })"
        )
        assert [] == meeting


def fill(page: Page) -> str:
    found: str = (
        chart(page, "bar")
        .locator('[data-fact="trips-norland-2023"][role=img]')
        .evaluate("e => getComputedStyle(e).fill")
    )
    return found


def test_dark_mode(opened: Any) -> None:
    """The reader's scheme changes the colours of the same drawing."""
    assert ("rgb(27, 103, 210)", "rgb(63, 156, 245)") == (
        fill(opened(color_scheme="light")), fill(opened(color_scheme="dark")),
    )  # fmt: skip


def test_forced_colours(opened: Any) -> None:
    """Marks have a system colour that differs from the ground, and texts the one of text."""
    page = opened(forced_colors="active")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    text = chart(page, "bar").locator("text").first.evaluate("e => getComputedStyle(e).fill")
    assert ground not in (fill(page), text)
    assert "rgb(27, 103, 210)" != fill(page)


def test_paper(opened: Any) -> None:
    """In print the drawing is there, light, with its table, without what only a screen can do."""
    page = opened(color_scheme="dark")
    page.emulate_media(media="print")
    assert chart(page, "bar").is_visible()
    assert "rgb(27, 103, 210)" == fill(page)
    assert page.locator("#chart-bar table").is_visible()
    assert not page.locator("#chart-bar .tools > a").first.is_visible()
    assert not tip(page, "bar").is_visible()


def test_without_scripts(opened: Any) -> None:
    """Everything is there but the tip: drawing, words, table, files."""
    page = opened(java_script_enabled=False)
    assert chart(page, "bar").is_visible()
    page.locator("#chart-bar details.tab summary").click()
    assert page.locator("#chart-bar table").is_visible()
    assert 0 == page.locator("#chart-bar .tip").count()
    assert None is chart(page, "bar").get_attribute("tabindex")


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1100, "light")])
def test_axe_finds_nothing(opened: Any, width: int, scheme: str) -> None:
    """With every table open and a mark being read."""
    page = opened(width, color_scheme=scheme, reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    chart(page, "line").focus()
    page.keyboard.press("ArrowRight")
    violations = Axe().run(page).response["violations"]
    assert [] == [(v["id"], v["nodes"][0]["html"][:120]) for v in violations]
