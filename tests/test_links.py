"""The check of outside links, against a server on loopback that misbehaves in every way that servers do."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_scripts import links
from build_scripts.cli import main


class Server(BaseHTTPRequestHandler):
    """`/status/410` answers 410; other paths as their names say."""

    seen: list[str]

    def do_GET(self) -> None:
        type(self).seen.append(self.path)
        if self.path.startswith("/status/"):
            self.send_response(int(self.path.rpartition("/")[2]))
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif self.path in ("/to-gone", "/to-there", "/round"):
            self.send_response(302)
            self.send_header("Location", {"/to-gone": "/status/404", "/to-there": "/there"}.get(self.path, "/round"))
            self.end_headers()
        elif self.path == "/silent":
            release.wait(5)
        elif self.path == "/broken":
            self.wfile.write(b"nonsense\r\n\r\n")
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"x" * 100_000)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests say what went wrong."""


release = threading.Event()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    release.clear()
    Server.seen = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        release.set()
        running.shutdown()


@pytest.mark.parametrize("path", ["/status/404", "/status/410", "/to-gone"])
def test_page_that_is_gone_is_rot(server: str, path: str) -> None:
    """Said by its own server, also after a redirect."""
    assert True is links.ask(server + path)[0]


@pytest.mark.parametrize("status", [401, 403, 405, 418, 429, 451, 500, 502, 503, 504, 521])
def test_throttling_is_not_rot(server: str, status: int) -> None:
    """Nor is a login, or a server that is out of order."""
    assert (None, f"the server answers {status}") == links.ask(f"{server}/status/{status}")


@pytest.mark.parametrize("path", ["/there", "/to-there", "/新闻/a b?q=é&r=%20", "/status/204"])
def test_page_that_is_there(server: str, path: str) -> None:
    """Also in another script."""
    assert (False, "it is there") == links.ask(server + path)


@pytest.mark.parametrize("path", ["/silent", "/broken", "/round"])
def test_no_sound_answer_is_not_rot(server: str, path: str) -> None:
    """Silence, nonsense, and redirects in a circle."""
    assert None is links.ask(server + path, timeout=0.2)[0]


def test_nobody_listens() -> None:
    """A host that is not reached says nothing about its pages."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    gone, why = links.ask(f"http://127.0.0.1:{port}/", timeout=1)
    assert (None, True) == (gone, why.startswith("no answer ("))


@pytest.mark.parametrize("url", ["http://[::1", "http://a.invalid/", "http://127.0.0.1:99999/", "http:///"])
def test_address_that_is_none(url: str) -> None:
    """It is told, not a crash."""
    assert None is links.ask(url, timeout=1)[0]


def site(folder: Path, *urls: str) -> Path:
    (folder / "facts").mkdir()
    anchors = "".join(f'<a href="{url}">x</a>' for url in urls)
    (folder / "index.html").write_text(
        f"<p>{anchors}<a href='mailto:a@b.example'>x</a><a href='claims.html'>x</a></p>", "utf-8"
    )
    (folder / "facts" / "a.html").write_text(f"<p>{anchors}</p>", "utf-8")
    return folder


def test_each_address_is_asked_once(server: str, tmp_path: Path) -> None:
    """However many pages and fragments; the site's own addresses and letters are left out."""
    folder = site(tmp_path, f"{server}/there#a", f"{server}/there#b", "https://own.example/x")
    found = links.outward(folder, "https://own.example/")
    assert {f"{server}/there": ("facts/a.html", "index.html")} == found
    Server.seen.clear()
    links.asked(found, pause=0)
    assert ["/there"] == Server.seen


def test_hosts_are_asked_slowly(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause between two questions to one host, none before the first."""
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    links.asked({f"{server}/{n}": ("a",) for n in range(3)}, pause=7)
    assert [0, 7, 7] == pauses


def command(folder: Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["links", "--pause", "0", str(folder)])
    return result.exit_code, result.output


def test_command_tells_rot_and_what_it_could_not_judge(server: str, tmp_path: Path) -> None:
    """Exit code 1 for rot."""
    told = command(site(tmp_path, f"{server}/status/404", f"{server}/status/429", f"{server}/there"))
    expected = (
        f"gone: {server}/status/404\n  the server answers 404; linked from facts/a.html and 1 more\n"
        f"not judged: {server}/status/429\n  the server answers 429; linked from facts/a.html and 1 more\n"
        "3 outside addresses: 1 there, 1 gone, 1 not judged\n"
    )
    assert (1, expected) == told


def test_command_is_content_without_rot(server: str, tmp_path: Path) -> None:
    """Exit code 0, also where a server throttles."""
    code, text = command(site(tmp_path, f"{server}/status/503", f"{server}/there"))
    assert (0, "2 outside addresses: 1 there, 0 gone, 1 not judged") == (code, text.splitlines()[-1])


def test_command_without_a_network(tmp_path: Path) -> None:
    """Nothing could be judged: that is told, and is no rot."""
    code, text = command(site(tmp_path, "http://nowhere.invalid/"))
    assert (0, "1 outside address: 0 there, 0 gone, 1 not judged") == (code, text.splitlines()[-1])
