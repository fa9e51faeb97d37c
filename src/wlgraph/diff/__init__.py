"""What came, went and changed between two graphs: entities, claims and figures."""

from wlgraph.diff.changeset import as_changesets
from wlgraph.diff.compare import Change, Comparison, compare
from wlgraph.diff.wording import as_text

__all__ = ["Change", "Comparison", "as_changesets", "as_text", "compare"]
