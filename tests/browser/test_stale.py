"""The script that marks a page whose review is too old, by the reader's clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SCRIPT = Path(__file__).resolve().parents[2] / "build_scripts" / "theme" / "assets" / "stale.js"
FOOT = '<ul><li>Last reviewed <time datetime="2025-06-01"{due}>1 June 2025</time></li></ul>'
PLAIN = "Last reviewed 1 June 2025"
OLD = f"{PLAIN} (too old: this page is due for a new review)"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def shown(page: Page, day: str, due: str) -> str:
    """The foot of a page as it is read on that day."""
    page.clock.set_fixed_time(f"{day}T12:00:00Z")
    page.set_content(FOOT.format(due=due))
    page.add_script_tag(path=SCRIPT)
    return page.inner_text("li")


@pytest.mark.parametrize(
    ("day", "due", "expected"),
    [
        ("2025-06-02", ' data-due="2026-06-01"', PLAIN),
        ("2026-06-01", ' data-due="2026-06-01"', PLAIN),
        ("2026-06-02", ' data-due="2026-06-01"', OLD),
        ("2031-01-01", ' data-due="2026-06-01"', OLD),
        ("2031-01-01", "", PLAIN),
    ],
)
def test_page_is_marked_from_the_day_after(page: Page, day: str, due: str, expected: str) -> None:
    """Only where the editors have set a limit; no number is added that no record carries."""
    assert expected == shown(page, day, due)
