"""Is a relation stated, or only planned, proposed, denied or over? Read from the clause that joins the two ends."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from wlgraph.claims.relations.scene import Actor, Scene
from wlgraph.model import ClaimModality

_CLAUSE = re.compile(r"[，。！？；：\n]")
_ORDER: tuple[ClaimModality, ...] = ("denied", "ended", "proposed", "planned")


@cache
def _patterns() -> dict[ClaimModality, re.Pattern[str]]:
    data = tomllib.loads(files("wlgraph.claims.relations").joinpath("data/modality.toml").read_text("utf-8"))
    return {modality: re.compile("|".join(data[modality])) for modality in _ORDER}


def read_modality(scene: Scene, one: Actor, other: Actor) -> ClaimModality:
    """The modality of what joins two mentions of one sentence; "stated" for mentions of different sentences.

    The words from the beginning of the first mention's clause to the end of the second's decide, names left out.
    """
    if one.sentence != other.sentence:
        return "stated"
    first, last = sorted((one.position, other.position))
    start = max((m.end() for m in _CLAUSE.finditer(scene.skeleton, 0, first)), default=0)
    end = _CLAUSE.search(scene.skeleton, last)
    words = scene.skeleton[start : end.start() if end else len(scene.skeleton)]
    return next((modality for modality in _ORDER if _patterns()[modality].search(words)), "stated")
