"""Addresses outside the site, asked one by one: which have rotted, and which could not be judged today.

Only a plain answer that a page is gone is rot. A server that throttles, wants a login, or is out of order says
nothing about the page, and neither does a network that is not there.
"""

from __future__ import annotations

import http.client
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from lxml import html

GONE = frozenset([404, 410])
AGENT = "Mozilla/5.0 (compatible; link check of a published site)"
TIMEOUT = 20.0
"""Seconds for one answer."""
PAUSE = 1.0
"""Seconds between two questions to one host."""
READ = 65536
"""Bytes that are read of an answer, so that a server sees an ordinary reader."""


@dataclass(frozen=True)
class Answer:
    """What became of one address. `gone` says that it has rotted; None that it could not be judged."""

    url: str
    gone: bool | None
    why: str
    pages: tuple[str, ...]

    def line(self) -> str:
        more = f" and {len(self.pages) - 1} more" if len(self.pages) > 1 else ""
        return f"{self.url}\n  {self.why}; linked from {self.pages[0]}{more}"


def outward(folder: Path, own: str = "") -> dict[str, tuple[str, ...]]:
    """Every http(s) address that pages link to, without its fragment, with those pages; not those under `own`."""
    found: dict[str, dict[str, None]] = {}
    for path in sorted(folder.rglob("*.html")):
        root = html.document_fromstring(path.read_bytes().decode("utf-8"))
        for element in root.iter("a", "img", "iframe"):
            url = str(element.get("href") or element.get("src") or "").partition("#")[0].strip()
            if urlsplit(url).scheme in ("http", "https") and not (own and url.startswith(own)):
                found.setdefault(url, {})[path.relative_to(folder).as_posix()] = None
    return {url: tuple(pages) for url, pages in sorted(found.items())}


def asked(links: Mapping[str, tuple[str, ...]], *, pause: float = PAUSE, timeout: float = TIMEOUT) -> list[Answer]:
    """Ask for every address, several hosts at a time and each host slowly; answers are sorted by address."""
    hosts: dict[str, list[str]] = {}
    for url in links:
        hosts.setdefault(urlsplit(url).netloc, []).append(url)
    answers: dict[str, Answer] = {}
    lock = threading.Lock()

    def visit(urls: Iterable[str]) -> None:
        for n, url in enumerate(urls):
            time.sleep(pause if n else 0)
            gone, why = ask(url, timeout)
            with lock:
                answers[url] = Answer(url, gone, why, links[url])

    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(visit, hosts.values()))
    return [answers[url] for url in links]


def ask(url: str, timeout: float = TIMEOUT) -> tuple[bool | None, str]:
    """(gone, why) for one address. Redirects are followed."""
    try:
        request = urllib.request.Request(plain(url), headers={"User-Agent": AGENT, "Accept": "*/*"})
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            answer.read(READ)
        return False, "it is there"
    except urllib.error.HTTPError as error:
        error.close()
        return (True if error.code in GONE else None), f"the server answers {error.code}"
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        return None, f"no answer ({reason or type(error).__name__})"


def plain(url: str) -> str:
    """The address in ASCII, as it goes over the wire; what is escaped already stays."""
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    path, query = (quote(text, safe="/%:@!$&'()*+,;=?~-._") for text in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))
