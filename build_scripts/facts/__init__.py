"""The kinds of fact, one file each: `kind: figure` is `figure.py`. Each module names its `Record`."""
