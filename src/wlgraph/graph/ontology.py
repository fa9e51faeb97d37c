"""Where the ontology lies: in the package once installed, at the repository's root in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def ontology_dir() -> Path:
    """The folder that holds ``wlgraph.ttl`` and the shapes."""
    installed = _PACKAGE / "ontology"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "ontology"
