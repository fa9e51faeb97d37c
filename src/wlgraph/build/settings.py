"""What a build is told, checked before any work begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import get_args

from wlgraph.arguments import checked_path, checked_text
from wlgraph.build.engines import Engine, EngineName
from wlgraph.errors import SettingsError
from wlgraph.graph.terms import DEFAULT_BASE, PREFIXES

_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`/]+(?:/[^\s<>\"{}|\\^`]*)?[/#]")


def checked_home(given: str) -> str:
    """The name of the area that 我市 means. Raises SettingsError for an empty one and for a code."""
    home = checked_text("home", given, blank=True).strip()
    if not home:
        raise SettingsError("The home is empty; name the area that 我市 means, such as 玉环市.")
    if home.isdigit():
        raise SettingsError(f"The home {home} is a code; give the area's name, such as 玉环市 or 长春市朝阳区.")
    return home


def checked_base(base: str) -> str:
    """The address that IRIs begin with. Raises SettingsError where it is none, or the vocabulary's."""
    if not _BASE.fullmatch(checked_text("base", base, blank=True)) or base == PREFIXES["wl"]:
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
    return Engine(name=name, workers=workers, scheduler=checked_text("scheduler", scheduler, blank=True))


def checked_pages(paths: str | Path | Iterable[str | Path]) -> list[Path | str]:
    """The paths and patterns of pages, one or several. Raises SettingsError for what is neither path nor pattern."""
    several = [paths] if isinstance(paths, str | PathLike) or not isinstance(paths, Iterable) else list(paths)
    for path in several:
        checked_path("paths", path)
    return several


def checked_judgements(given: str | Path | None) -> Path | None:
    """The file of judgements. Raises SettingsError where one is named that is not there."""
    if not given:
        return None
    path = checked_path("judgements", given)
    if not path.is_file():
        raise SettingsError(f"There is no file of judgements at {given}; check the path.")
    return path
