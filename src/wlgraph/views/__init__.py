"""Interactive and static pages made from the graph, and nothing but the graph."""

from wlgraph.views.dossiers import DossierReport, write_dossiers
from wlgraph.views.writing import ViewReport, write_view

__all__ = ["DossierReport", "ViewReport", "write_dossiers", "write_view"]
