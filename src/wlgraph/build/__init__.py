"""From page files to a build folder: extract each page once, join them, write the products."""

from wlgraph.build.report import BuildReport
from wlgraph.build.run import build

__all__ = ["BuildReport", "build"]
