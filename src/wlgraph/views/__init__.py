"""Interactive pages made from the graph, and nothing but the graph."""

from wlgraph.views.page import ViewReport, write_view

__all__ = ["ViewReport", "write_view"]
