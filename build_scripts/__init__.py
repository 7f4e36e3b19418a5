"""Turn `content/` into an explainer in which every figure comes from a sourced record."""
