"""Who says what a sentence says, where it tells so (林则安说，……；据市经信局介绍，……)."""

from __future__ import annotations

import re

from wlgraph.claims.relations.scene import Scene
from wlgraph.model import GROUP_OF

_REPORTED = r"了?[^，。；！？\n]{0,14}(?:情况|经验|做法|背景|成果|进展|思路)(?:[，。；]|$)"
"""What is reported of in a word instead of told (介绍了有关情况，)."""
_VERBS = (
    f"说|表示|指出|告诉|透露|认为|坦言|强调|(?:介绍|通报)(?!{_REPORTED})|"
    "(?<![简统下名])称(?!为|号|之)|回忆|建议|提议|呼吁|回应|答复|解释|提醒|预测|预计|证实|否认|直言|宣布|感慨|"
    "承诺|披露|反映|估算|谈到|提到(?!的)|补充道"
)
_SAYS = re.compile(
    rf"(?:（[^（）]{{1,8}}）)?(?:[^，。；\n\ue000-\ue013]{{0,6}})?(?:{_VERBS})"
    r"|[^，。；\n\ue000-\ue013]{0,4}在接受[^，。；\n]{0,10}采访时(?:说|表示|介绍|称)"
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
