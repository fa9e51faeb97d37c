"""From page files to a build folder: extract each page once, join them, write the products."""

import sys
from types import ModuleType

from wlgraph.build.report import BuildReport
from wlgraph.build.run import build

__all__ = ["BuildReport", "build"]


class _Room(ModuleType):
    """``wlgraph.build`` names the function in the public face and this room as well, so the room can be called."""

    __call__ = staticmethod(build)


sys.modules[__name__].__class__ = _Room
