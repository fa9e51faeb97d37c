"""Relations: which things of a page a sentence joins, how, and with what reserve."""

from wlgraph.claims.relations.relate import relate

__all__ = ["relate"]
