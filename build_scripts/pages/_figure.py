"""A chart on a page."""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from build_scripts.pages._html import Html

STYLES = ("assets/charts.css",)
SCRIPTS = ("assets/charts.js",)


def figure(html: Html, id: str, classes: str = "") -> Markup:
    """The `<figure>` of the chart `id`, written by the page's own writer."""
    view = html.view
    return Markup(view.drawings[id].html(html.line, lambda path: escape(view.relative(html.here, path)), classes))
