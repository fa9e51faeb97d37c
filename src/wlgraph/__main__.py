"""``python -m wlgraph``: the same as the command ``wlgraph``."""

from wlgraph.cli.app import main

main()
