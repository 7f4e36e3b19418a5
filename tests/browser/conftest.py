"""A server on this machine only, a Chromium, and pages that must not complain."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from built import built as built
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

Open = Callable[..., Page]
WIDTHS = {390: 844, 1440: 900, 320: 640}


class Quiet(SimpleHTTPRequestHandler):
    """As a plain web server does it: what is not there is answered with 404.html."""

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "book" / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Stays silent where a browser that has seen enough hangs up."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@pytest.fixture(scope="session")
def address(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address while the tests run: under the path that its own address has."""
    root = tmp_path_factory.mktemp("served")
    (root / "book").symlink_to(built)
    server = Server(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/book/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def open(browser: Browser, address: str) -> Iterator[Open]:
    """Open a page of the site; when the test is over, none may have complained or asked another host."""
    complaints: list[str] = []
    contexts = []

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"console: {message.text}")

    def asked(request: Request) -> None:
        if not request.url.startswith((address.removesuffix("book/"), "data:", "blob:")):
            complaints.append(f"another host: {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400 and "nowhere" not in response.url:
            complaints.append(f"{response.status}: {response.url}")

    def opened(
        path: str, *, width: int = 1440, scheme: str = "light", scripts: bool = True, media: str = "screen"
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme, java_script_enabled=scripts,  # type: ignore[arg-type]
            reduced_motion="reduce", service_workers="block",
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", console)
        page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
        page.on("request", asked)
        page.on("response", answered)
        page.emulate_media(media=media)  # type: ignore[arg-type]
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [] == [
        complaint for complaint in complaints if "nowhere" not in complaint and "status of 404" not in complaint
    ]
