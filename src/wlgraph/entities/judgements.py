"""What people decided about identity: lines of a file, replayed at every build."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from wlgraph.errors import SettingsError
from wlgraph.model import Leaf, Record

Verdict = Literal["same", "different", "unsure", "retype", "rename", "reject"]


class Judgement(Record, frozen=True, kw_only=True):
    """One decision. ``first`` and ``second`` are an IRI, a name, or ``PAGE NAME#printed name`` for one page's thing.

    "same", "different" and "unsure" need ``second``; "retype" needs ``leaf``, "rename" needs ``name``; "reject" takes
    the thing out of the graph. ``by`` and ``at`` (ISO) say who and when; of two that contradict the later holds.
    """

    verdict: Verdict
    first: str
    second: str = ""
    leaf: Leaf | None = None
    name: str = ""
    by: str = ""
    at: str = ""
    reason: str = ""


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements in a file of JSON lines; none where there is no such file.

    Raises SettingsError, with the number of the line, where a line is no judgement or lacks what its verdict needs.
    """
    if not path.exists():
        return ()
    made = []
    for number, line in enumerate(path.read_bytes().removeprefix(BOM_UTF8).splitlines(), 1):
        if not line.strip():
            continue
        try:
            judgement = msgspec.json.decode(line, type=Judgement)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"Line {number} of {path} is no judgement ({error}); correct or remove it.") from error
        if lacking := _lacking(judgement):
            raise SettingsError(f"Line {number} of {path} ({judgement.verdict}) needs '{lacking}'; add it.")
        made.append(judgement)
    return tuple(made)


def _lacking(judgement: Judgement) -> str:
    if judgement.verdict in ("same", "different", "unsure") and not judgement.second:
        return "second"
    if judgement.verdict == "retype" and judgement.leaf is None:
        return "leaf"
    return "name" if judgement.verdict == "rename" and not judgement.name else ""


def in_order(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Oldest first; of the same time in an order of their own, so that the file's order does not matter."""
    return sorted(judgements, key=lambda j: (j.at, j.verdict, j.first, j.second, j.name, j.leaf or "", j.by))
