"""The kinds of chart, one file each: `kind: grouped-bar` is `grouped_bar.py`.

A kind module holds three things:

- `Record`, the YAML fields: ids of facts, series and places, and labels in words; never a number.
- `read(spec, site) -> Sheet`, what the chart says: its items, table, words. No drawing library is loaded.
- `plot(spec, sheet, size) -> Plot`, the drawing of one width, as an Altair chart.

`_draw.draw(spec, site, cache)` puts them together into a `Chart`; `_cache` keeps what was drawn, so that
a warm build loads neither altair nor vl_convert. Files that begin with an underscore are no kinds.
"""
