"""Who says what a sentence says."""

from __future__ import annotations

import pytest

from tests.claims.relations.scenes import scene_of
from wlgraph.claims.relations.speakers import speakers


@pytest.mark.parametrize(
    "said",
    [
        "说，产值翻番。",
        "建议，推广经验。",
        "回应：没有此事。",
        "预测，年底到8亿元。",
        "在接受本报采访时说，快了。",
        "直言，难。",
        "介绍，产值翻番。",
        "介绍情况时说，产值翻番。",
    ],
)
def test_the_speaker_of_a_sentence(said: str) -> None:
    scene = scene_of(f"局长【何曼|Official】{said}")
    assert [scene.referents[r].name for r in speakers(scene).values()] == ["何曼"]


@pytest.mark.parametrize(
    "told",
    ["被授予称号。", "获称号后到了现场。", "出席会议。", "（以下简称“何哥”）到场。", "介绍了有关情况，副局长到场。"],
)
def test_who_does_something_else_says_nothing(told: str) -> None:
    assert speakers(scene_of(f"局长【何曼|Official】{told}")) == {}
