"""Files beside the pages, one kind each: a module has `export(view)`, which yields artifacts."""
