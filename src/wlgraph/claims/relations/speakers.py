"""Who says what a sentence says, where it tells so (林则安说，……；据市经信局介绍，……)."""

from __future__ import annotations

import re

from wlgraph.claims.relations.scene import Scene
from wlgraph.model import GROUP_OF

_SAYS = re.compile(
    r"(?:（[^（）]{1,8}）)?(?:[^，。；\n\ue000-\ue013]{0,6})?(?:说|表示|介绍|指出|告诉|透露|认为|坦言|强调|通报|称|回忆)"
)
_ACCORDING = re.compile(r"(?:据|根据)$")
_SPEAKING = ("Person", "Organization")


def speakers(scene: Scene) -> dict[int, str]:
    """For each sentence that attributes its words, the referent that speaks."""
    found: dict[int, str] = {}
    for actor in scene.actors:
        referent = scene.referents[actor.mention.referent]
        if GROUP_OF[referent.leaf] not in _SPEAKING:
            continue
        says = _SAYS.match(scene.skeleton, actor.position + 1)
        if says or _ACCORDING.search(scene.skeleton[max(0, actor.position - 2) : actor.position]):
            found.setdefault(actor.sentence, referent.id)
    return found
