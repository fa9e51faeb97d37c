"""Graphs in other stores: load ours into them, and read theirs, over the SPARQL 1.1 protocols.

``address`` needs nothing further; ``endpoint`` and ``push`` need the extra ``remote``.
"""
