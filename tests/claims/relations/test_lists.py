"""Lists distribute what most of their members are said to do."""

from __future__ import annotations

import numpy as np
import pytest

from tests.claims.relations.scenes import scene_of
from wlgraph.claims.relations.lists import distribute, lists_of
from wlgraph.claims.relations.pairs import pair_up

FIRMS = ("海澜星泵业", "砺恒机电", "岚川机械", "鹭衡阀门")


@pytest.mark.parametrize(
    ("believed", "claimed"),
    [(4, 4), (3, 4), (2, 2), (0, 0)],
)
def test_a_list_is_claimed_whole_where_most_of_it_is_believed(believed: int, claimed: int) -> None:
    listed = "、".join(f"【{firm}|Company】" for firm in FIRMS)
    scene = scene_of(f"获得【绿色工厂|Recognition】称号的有{listed}。【温岭市|AdministrativeArea】祝贺。")
    pairs = pair_up(scene)
    names = [scene.referents[thing].name for thing in pairs.things]
    rows = {
        names[s]: row
        for row, (s, o) in enumerate(zip(pairs.subject, pairs.object, strict=True))
        if names[s] in FIRMS and names[o] == "绿色工厂"
    }
    scores = np.zeros(len(pairs), dtype=np.float32)
    scores[[rows[firm] for firm in FIRMS[:believed]]] = 0.9
    result = distribute(lists_of(scene, pairs), scores, threshold=0.4)
    assert (result >= np.float32(0.4)).sum() == claimed
