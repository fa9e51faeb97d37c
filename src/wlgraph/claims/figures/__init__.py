"""Figures: numbers with their subject, indicator, unit and time."""

from wlgraph.claims.figures.formed import read_forms, without_formed
from wlgraph.claims.figures.measure import measure
from wlgraph.claims.figures.tabled import tabulate

__all__ = ["measure", "read_forms", "tabulate", "without_formed"]
