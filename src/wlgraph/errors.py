"""The errors a caller may meet. Each carries one sentence that says what to do."""

from __future__ import annotations


class WlgraphError(Exception):
    """Root of all errors that wlgraph raises on purpose."""


class PageError(WlgraphError):
    """A page or its sidecar cannot be read."""


class SettingsError(WlgraphError):
    """An option, a setting or a data file that a person edits is wrong."""


class QueryError(WlgraphError):
    """A SPARQL query is malformed, refused, or ran past its limits."""


class GraphError(WlgraphError):
    """A graph or a build folder is missing, incomplete or of another version."""


class OutputError(WlgraphError):
    """A result cannot be written (disk full, no permission, folder locked)."""
