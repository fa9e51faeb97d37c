"""What a caller gives, checked at the door: a SettingsError names the argument, what it is, and what it must be."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Any

from wlgraph.errors import SettingsError


def checked_text(name: str, given: Any, *, blank: bool = False) -> str:
    """A text, which may be ``blank`` or not."""
    if not isinstance(given, str) or not (blank or given.strip()):
        raise SettingsError(f"{name} is {given!r}; give a text.")
    return given


def checked_count(name: str, given: Any, *, least: int = 1) -> int:
    """A whole number that is no truth value."""
    if not isinstance(given, int) or isinstance(given, bool) or given < least:
        raise SettingsError(f"{name} is {given!r}; give a whole number from {least} on.")
    return given


def checked_path(name: str, given: Any) -> Path:
    """A path, given as such or as text."""
    if not isinstance(given, str | PathLike) or not str(given).strip():
        raise SettingsError(f"{name} is {given!r}; give a path.")
    return Path(given)
