"""A read-only SPARQL endpoint over a graph, with a page for people."""

from wlgraph.serve.app import create_app
from wlgraph.serve.pool import Limits, QueryPool

__all__ = ["Limits", "QueryPool", "create_app"]
