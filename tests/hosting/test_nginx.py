"""docs/dev/hosting/nginx.conf in a real nginx on loopback: at a domain's root and under a path."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from built import built as built

from build_scripts import compression, policy

CONF = Path(__file__).parents[2] / "docs" / "dev" / "hosting" / "nginx.conf"
MAIN = """
pid {folder}/nginx.pid;
error_log stderr warn;
worker_processes 1;
daemon off;
{user}
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    include {folder}/site.conf;
}}
"""


def program(name: str) -> str:
    """Its path. A missing program is a failure; these tests are never skipped."""
    found = shutil.which(name, path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin:" + os.environ["PATH"])
    assert found, f"no {name}: `make test` finds or installs it"
    return found


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Site:
    """A running server: where it listens, the path of the site there, and its folder."""

    port: int
    path: str
    folder: Path

    def get(self, name: str, **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(
            "GET", self.path + name, headers={key.replace("_", "-"): value for key, value in headers.items()}
        )
        answer: HTTPResponse = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(answer.status, {key.lower(): value for key, value in answer.getheaders()}, body)


@pytest.fixture(scope="module", params=["/", "/book/"], ids=["root", "path"])
def site(request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site as the head of the configuration says: copied, compressed, and the named lines changed."""
    folder = tmp_path_factory.mktemp("nginx")
    path: str = request.param
    own = folder / "www" / path.strip("/")
    shutil.copytree(built, own)
    compression.compress(own)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = CONF.read_text("utf-8")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("root /srv/site;", f"root {folder / 'www'};"),
        ("server_name example.org;", "server_name localhost;"),
        ("include mime.types;", f"include {mime_types()};"),
        ("error_page 404 /404.html;", f"error_page 404 {path}404.html;"),
        ("location = /404.html {", f"location = {path}404.html {{"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    (folder / "site.conf").write_text(text, "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user), "utf-8")
    with (folder / "log").open("w") as log:
        server = subprocess.Popen([program("nginx"), "-p", folder, "-c", folder / "nginx.conf"], stdout=log, stderr=log)
        try:
            wait(port, server, folder / "log")
            yield Site(port, path, own)
        finally:
            server.terminate()
            server.wait(10)


def mime_types() -> Path:
    """nginx's own list, which lies beside its configuration."""
    told = subprocess.run([program("nginx"), "-V"], capture_output=True, text=True, check=True).stderr
    found = re.search(r"--conf-path=(\S+)", told)
    assert found, told
    return Path(found[1]).with_name("mime.types")


def wait(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(200):
        assert server.poll() is None, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(log.read_text())


@pytest.mark.parametrize("name", ["", "index.html", "assets/ledger.css", "search/search_index.json", "nowhere.html"])
def test_every_answer_has_the_headers(site: Site, name: str) -> None:
    """Those that `_headers` gives to other hosts; errors too."""
    answer = site.get(name)
    assert dict(policy.HEADERS) == {key: answer.headers.get(key.lower()) for key in policy.HEADERS}
    assert "nginx" == answer.headers["server"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("assets/ledger.css", "text/css; charset=utf-8"),
        ("assets/ledger.js", "application/javascript; charset=utf-8"),
        ("assets/mark.svg", "image/svg+xml"),
        ("search/search_index.json", "application/json; charset=utf-8"),
        ("assets/fonts/source-serif-4-latin-400-normal.woff2", "font/woff2"),
        ("sitemap.xml", "text/xml; charset=utf-8"),
    ],
)
def test_files_have_their_types(site: Site, name: str, expected: str) -> None:
    """With `nosniff`, a wrong type is a file that does not work."""
    answer = site.get(name)
    assert (200, expected) == (answer.status, answer.headers["content-type"])


def test_every_file_is_served_as_built(site: Site) -> None:
    """Byte by byte, but for the file that is for other hosts; tables as text/csv."""
    wrong = []
    for path in sorted(p for p in site.folder.rglob("*") if p.is_file() and p.name not in ("_headers", "404.html")):
        name = path.relative_to(site.folder).as_posix()
        answer = site.get(name)
        if (answer.status, answer.body) != (200, path.read_bytes()):
            wrong.append((name, answer.status))
        if path.suffix == ".csv" and answer.headers["content-type"] != "text/csv; charset=utf-8":
            wrong.append((name, 0))
    assert [] == wrong


def test_packed_copies_are_served(site: Site) -> None:
    """To those who can read them: the bytes of the copy, and caches are told that it depends."""
    answer = site.get("index.html", Accept_Encoding="gzip")
    assert ("gzip", "Accept-Encoding") == (answer.headers["content-encoding"], answer.headers["vary"])
    assert (site.folder / "index.html.gz").read_bytes() == answer.body
    assert (site.folder / "index.html").read_bytes() == gzip.decompress(answer.body)
    assert "content-encoding" not in site.get("index.html").headers


@pytest.mark.parametrize("name", ["nowhere.html", "facts/nowhere", "_headers", "404.html"])
def test_what_is_not_there(site: Site, name: str) -> None:
    """The site's own page, as 404, and nothing is kept."""
    answer = site.get(name)
    assert (404, (site.folder / "404.html").read_bytes()) == (answer.status, answer.body)
    assert "cache-control" not in answer.headers


def test_caching_by_name(site: Site) -> None:
    """For ever with a hash in the name, fonts for a week, the rest is asked for anew."""
    bundle = next((site.folder / "assets" / "javascripts").glob("bundle.*.js")).name
    names = (
        "index.html",
        "assets/ledger.css",
        "assets/fonts/source-serif-4-latin-400-normal.woff2",
        f"assets/javascripts/{bundle}",
    )
    expected = ["no-cache", "no-cache", policy.WEEK, policy.FOREVER]
    assert expected == [site.get(name).headers["cache-control"] for name in names]


def test_asking_anew_costs_little(site: Site) -> None:
    """What has not changed is not sent again."""
    tag = site.get("index.html").headers["etag"]
    again = site.get("index.html", If_None_Match=tag)
    assert (304, b"") == (again.status, again.body)


def test_folder_without_a_slash(site: Site) -> None:
    """Leads on without naming another host or port."""
    answer = Site(site.port, site.path, site.folder).get("facts")
    assert (301, f"{site.path}facts/") == (answer.status, answer.headers["location"])


def load(site: Site, seconds: int) -> str:
    """What wrk tells of so many seconds of eight connections."""
    url = f"http://127.0.0.1:{site.port}{site.path}index.html"
    command = [program("wrk"), "--threads", "1", "--connections", "8", "--duration", f"{seconds}s", "--latency", url]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def sound(told: str) -> None:
    assert int(re.findall(r"(\d+) requests in", told)[0]) > 100, told
    assert "Socket errors" not in told, told
    assert "Non-2xx" not in told, told


def test_short_load_has_no_error(site: Site) -> None:
    """One second; numbers are `make soak`'s business."""
    sound(load(site, 1))


@pytest.mark.soak
def test_load_has_no_error(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """Fifteen seconds, and what they gave is printed."""
    told = load(site, 15)
    sound(told)
    with capsys.disabled():
        print(f"\n{told}")
