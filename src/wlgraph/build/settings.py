"""What a build is told, checked before any work begins."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from wlgraph.build.engines import Engine, EngineName
from wlgraph.errors import SettingsError
from wlgraph.graph.terms import DEFAULT_BASE, PREFIXES

_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`/]+(?:/[^\s<>\"{}|\\^`]*)?[/#]")


def checked_home(given: str) -> str:
    """The name of the area that 我市 means. Raises SettingsError for an empty one and for a code."""
    home = given.strip()
    if not home:
        raise SettingsError("The home is empty; name the area that 我市 means, such as 玉环市.")
    if home.isdigit():
        raise SettingsError(f"The home {home} is a code; give the area's name, such as 玉环市 or 长春市朝阳区.")
    return home


def checked_base(base: str) -> str:
    """The address that IRIs begin with. Raises SettingsError where it is none, or the vocabulary's."""
    if not _BASE.fullmatch(base) or base == PREFIXES["wl"]:
        raise SettingsError(
            f"The base '{base}' cannot begin IRIs; give an address such as {DEFAULT_BASE}, ending in /."
        )
    return base


def checked_engine(name: EngineName, workers: int, scheduler: str) -> Engine:
    """Where to extract. Raises SettingsError for an unknown engine, and where ``workers`` is no number from 0 on."""
    if name not in get_args(EngineName):
        raise SettingsError(f"There is no engine '{name}'; choose one of {', '.join(get_args(EngineName))}.")
    if not isinstance(workers, int) or workers < 0:
        raise SettingsError(f"workers is {workers!r}; give the number of processes, 0 for one a core.")
    return Engine(name=name, workers=workers, scheduler=scheduler)


def checked_judgements(given: str | Path | None) -> Path | None:
    """The file of judgements. Raises SettingsError where one is named that is not there."""
    if given and not Path(given).is_file():
        raise SettingsError(f"There is no file of judgements at {given}; check the path.")
    return Path(given) if given else None
