"""wlgraph: a county newspaper's pages as a knowledge graph, every claim with the sentence that says so."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

# Unless told otherwise, ONNX Runtime keeps a device number and what it ran in the home folder, to be sent to its makers.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

if TYPE_CHECKING:
    from wlgraph.api import Answer, Graph, load
    from wlgraph.build import BuildReport, build
    from wlgraph.errors import WlgraphError

__all__ = ["Answer", "BuildReport", "Graph", "WlgraphError", "build", "load"]

_HOMES = {
    "Answer": "wlgraph.api",
    "BuildReport": "wlgraph.build",
    "Graph": "wlgraph.api",
    "WlgraphError": "wlgraph.errors",
    "build": "wlgraph.build",
    "load": "wlgraph.api",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that ``import wlgraph`` stays quick."""
    if name == "__version__":
        return version("wlgraph")
    if name not in _HOMES:
        raise AttributeError(f"module 'wlgraph' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
