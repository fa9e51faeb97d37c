"""The documentation's settings: ``make docs``."""

from __future__ import annotations

import shutil
import sys
from importlib import metadata
from pathlib import Path

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

project = "wlgraph"
author = "the wlgraph authors"
release = metadata.version("wlgraph")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode", "command_help"]
exclude_patterns = ["ontology"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
python_maximum_signature_line_length = 88
html_theme = "furo"
html_title = "wlgraph"
html_show_sphinx = False
html_copy_source = False


def _copy_ontology(app: Sphinx, error: Exception | None) -> None:
    """The ontology's page is made from the ontology itself, and goes into the site as it is."""
    if error is None:
        shutil.copytree(Path(__file__).parent / "ontology", Path(app.outdir) / "ontology", dirs_exist_ok=True)


def setup(app: Sphinx) -> None:
    app.connect("build-finished", _copy_ontology)
