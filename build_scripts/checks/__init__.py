"""The rules of the house, one file each: the file's name is the rule's code.

A module has `check(site)`, which yields diagnostics; its docstring is what `explain` prints to an
editor. Rules run on whatever could be read, in the order of their names, and know nothing of each other.
"""
