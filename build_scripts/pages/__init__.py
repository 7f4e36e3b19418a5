"""The kinds of page, one file each, with a template of the same name where there is more than a list.

A module that editors write pages of names its `Record`; every module has `render(view)`, which yields
one artifact for each page of its kind. Pages are Markdown with a front matter that the theme reads;
what is more than running text is raw HTML in the classes of the style sheet.
"""
