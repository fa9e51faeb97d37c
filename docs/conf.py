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
    """The ontology's page is made from the ontology itself, and goes into the site with it."""
    if error is not None:
        return
    here, place = Path(__file__).parent, Path(app.outdir) / "ontology"
    shutil.copytree(
        here / "ontology", place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py", "*.jinja", "__*")
    )
    for turtle in (here.parent / "ontology").glob("*.ttl"):
        shutil.copy(turtle, place)
    page = place / "index.html"
    page.write_text(page.read_text("utf-8").replace('"../../ontology/', '"'), "utf-8")


def setup(app: Sphinx) -> None:
    app.connect("build-finished", _copy_ontology)
