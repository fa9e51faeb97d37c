"""A graph in the formats of other tools: made from the RDF alone."""

from wlgraph.exports.write import FORMATS, export

__all__ = ["FORMATS", "export"]
