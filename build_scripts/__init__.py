"""Turn `content/` into an explainer in which every figure comes from a sourced record."""

import os

# Looking for pydantic plugins reads the metadata of every installed package, at each start, to find none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
