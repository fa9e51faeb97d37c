"""The command line: one thin command a file over one importable function each."""

from wlgraph.cli.app import main

__all__ = ["main"]
