"""Figures: numbers with their subject, indicator, unit and time."""

from wlgraph.claims.figures.measure import measure

__all__ = ["measure"]
