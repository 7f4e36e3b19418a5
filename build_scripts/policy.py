"""What browsers are told to refuse: one content security policy, for the pages' own <meta> and for servers.

Nothing on the site needs inline code, and nothing is fetched from elsewhere, so all that is not the site's own is off.
"""

from __future__ import annotations

from collections.abc import Mapping

DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
META = "; ".join(f"{name} {value}" for name, value in DIRECTIVES.items())
"""For <meta http-equiv>, which may not say who may frame a page."""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"{META}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""For every file. Images stay usable on other sites: charts are made to be shown there."""

FOREVER = "public, max-age=31536000, immutable"
"""Only for names that carry a hash of their content."""
WEEK = "public, max-age=604800"
"""For fonts: their names carry no hash, and they hardly ever change."""
CACHED: Mapping[str, str] = {"/assets/javascripts/*": FOREVER, "/assets/fonts/*": WEEK}
"""Cache-Control by path; all else is asked for anew each time, which costs a 304."""
