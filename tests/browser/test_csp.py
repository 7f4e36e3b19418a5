"""The content security policy in Chromium: it is in force, and nothing that the site does meets it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import Open, Quiet, Server
from build_scripts import policy

pytestmark = pytest.mark.browser
LISTEN = (
    "addEventListener('securitypolicyviolation',"
    " e => (window.refused ??= []).push(`${e.violatedDirective}: ${e.blockedURI}`))"
)
REFUSED = "window.refused ?? []"
PAGES = (
    "index.html",
    "traffic.html",
    "claims.html",
    "facts/ferries-all.html",
    "series/freight-yearbook.html",
    "sources/mayor-speech.html",
)


class Strict(Quiet):
    """Sends the policy as a header too, as configured servers do."""

    def end_headers(self) -> None:
        for name, value in policy.HEADERS.items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="module")
def strict(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address on such a server."""
    root = tmp_path_factory.mktemp("strict")
    (root / "book").symlink_to(built)
    with Server(("127.0.0.1", 0), partial(Strict, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/book/"
        server.shutdown()


@pytest.fixture
def heard(browser: Browser, strict: str) -> Iterator[Callable[[str], Page]]:
    """Opens a page and hears what its policy refuses."""
    context = browser.new_context(service_workers="block", reduced_motion="reduce")
    context.add_init_script(LISTEN)

    def opened(path: str) -> Page:
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(strict + path)
        return page

    yield opened
    context.close()


def use(page: Page) -> None:
    """Everything on a page that can be pressed, opened, chosen or read by keyboard, once."""
    for summary in page.locator("main summary:visible").all():
        summary.click()
    for button in page.locator("main button.fact:visible").all()[:3]:
        button.click()
        page.keyboard.press("Escape")
    for choice in page.locator("form.filters label").all():
        choice.click()
    for chart in page.locator("svg.chart:visible").all():
        chart.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Escape")
    page.locator(".tone").click()
    page.locator(".slash").click()


@pytest.mark.parametrize("path", PAGES)
def test_use_of_a_page_meets_no_policy(heard: Callable[[str], Page], path: str) -> None:
    """Cards, tables, filters, charts by keyboard, scheme, key: sent as a header and told by the page."""
    page = heard(path)
    use(page)
    assert "slate" == page.evaluate("document.documentElement.dataset.mdColorScheme")
    assert [] == page.evaluate(REFUSED)


def test_search_meets_no_policy(heard: Callable[[str], Page]) -> None:
    """Its script, its worker, its index and its results."""
    page = heard("index.html")
    page.locator("#q").click()
    page.locator("#q").press_sequentially("freight")
    page.locator(".found li a").first.click()
    page.wait_for_url(lambda url: "index.html" not in url)
    assert [] == page.evaluate(REFUSED)


def test_page_that_is_not_found_meets_no_policy(heard: Callable[[str], Page]) -> None:
    """Its addresses begin at the root."""
    page = heard("nowhere/at/all.html")
    page.locator(".tone").click()
    assert ("No such entry", []) == (page.locator("h1").text_content(), page.evaluate(REFUSED))


@pytest.mark.parametrize(
    ("code", "directive"),
    [
        (
            "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)",
            "script-src-elem",
        ),
        (
            "document.body.insertAdjacentHTML('beforeend', '<img src=data:, onerror=\"window.ran = 1\">')",
            "script-src-attr",
        ),
        ("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')", "style-src-attr"),
        ("new Image().src = 'http://127.0.0.1:9/x.png'", "img-src"),
        ("fetch('http://127.0.0.1:9/x').catch(() => 0)", "connect-src"),
        (
            "document.body.append(Object.assign(document.createElement('iframe'), {src: 'http://127.0.0.1:9/'}))",
            "frame-src",
        ),
    ],
    ids=lambda value: value if "-" in value and " " not in value else "",
)
def test_what_is_not_the_sites_own_is_refused(browser: Browser, address: str, code: str, directive: str) -> None:
    """By the page's own words, on a host that sends no headers; so the other tests can fail."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.goto(address + "index.html")
    page.evaluate(f"() => {{ {code} }}")
    page.wait_for_function("window.refused?.length")
    refused, ran = page.evaluate(f"[{REFUSED}, window.ran]")
    context.close()
    assert ([directive], None) == ([line.partition(":")[0] for line in refused], ran)


def test_code_from_text_is_refused(open: Open) -> None:
    """No `eval`: text never becomes code. The page's own policy is what says so."""
    page = open("index.html")
    told = page.locator("meta[http-equiv]").get_attribute("content")
    assert policy.META == told
    assert "unsafe" not in policy.META


def test_pages_work_from_disk(browser: Browser, built: Path) -> None:
    """A folder opened as files: style, script, scheme, and links from page to page."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.goto((built / "traffic.html").as_uri())
    page.locator(".tone").click()
    assert "slate" == page.evaluate("document.documentElement.dataset.mdColorScheme")
    assert page.evaluate("[...document.styleSheets].length") >= 1
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Source Serif 4\"'))")
    page.locator(".brand").first.click()
    page.wait_for_url("**/index.html")
    assert [] == page.evaluate(REFUSED)
    context.close()
