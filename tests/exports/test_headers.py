"""`_headers` says for every file what the pages say for themselves, and lets only hashed names be kept for ever."""

from __future__ import annotations

import re
from pathlib import Path

from built import built as built

from build_scripts import policy


def rules(text: str) -> dict[str, dict[str, str]]:
    """Path -> header -> value, as Netlify and Cloudflare read the file."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            path = found[line] = {}
        else:
            name, _, value = line.strip().partition(": ")
            path[name] = value
    return found


def test_headers_stand_in_the_site(built: Path) -> None:
    """For every file the policy; caching by path."""
    cached = {path: {"Cache-Control": value} for path, value in policy.CACHED.items()}
    assert {"/*": dict(policy.HEADERS), **cached} == rules((built / "_headers").read_text("utf-8"))


def test_only_hashed_names_are_kept_for_ever(built: Path) -> None:
    """Every file of the folder that browsers never ask for again has its hash in its name."""
    kept = [path.removesuffix("*").strip("/") for path, value in policy.CACHED.items() if value == policy.FOREVER]
    names = [path.name for folder in kept for path in (built / folder).rglob("*") if path.is_file()]
    assert (["bundle", "search"], []) == (
        sorted(name.partition(".")[0] for name in names),
        [name for name in names if not re.search(r"\.[0-9a-f]{8}\.", name)],
    )


def test_pages_carry_the_same_policy(built: Path) -> None:
    """All but the part that only a server may say."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy.META}">'.replace("'", "&#39;")
    pages = [path.read_text("utf-8").replace("'", "&#39;") for path in built.rglob("*.html")]
    assert {1} == {page.count(tag) for page in pages}
    assert policy.HEADERS["Content-Security-Policy"].startswith(policy.META)
