"""The gate: a finished site, read as a reader would, held against the records loaded afresh.

It shares only the loader and the numerals with what made the site, so it cannot repeat the renderer's
mistakes. There is one reader for each type of file (`html.py` reads `.html`); a type that no reader
knows fails. Every number that is shown must be tied to a record and say what the record says, or be
one of the closed list of structural numbers in `_structure.py`.
"""
