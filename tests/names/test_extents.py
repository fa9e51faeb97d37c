"""Lists of honours with their year and 名单."""

from __future__ import annotations

import pytest

from wlgraph.model import Leaf, Span
from wlgraph.names.decision import Choice
from wlgraph.names.extents import extended


@pytest.mark.parametrize(
    ("text", "decided", "leaf", "name"),
    [
        ("公布2023年度绿色工厂名单，", "绿色工厂名单", "Recognition", "2023年度绿色工厂名单"),
        ("公布2022—2023年度先进名单，", "先进名单", "Recognition", "2022—2023年度先进名单"),
        ("公布2023年度示范集群名单，", "2023年度示范集群", "Recognition", "2023年度示范集群名单"),
        ("公布第三批示范村名单，", "第三批示范村", "Recognition", "第三批示范村名单"),
        ("公布绿色工厂名单，", "绿色工厂", "Recognition", "绿色工厂"),
        ("获2023年度绿色工厂称号，", "绿色工厂", "Recognition", "绿色工厂"),
        ("2023年度水泵名单，", "水泵名单", "Product", "水泵名单"),
    ],
)
def test_a_list_of_honours_is_named_whole(text: str, decided: str, leaf: Leaf, name: str) -> None:
    at = text.index(decided)
    (found,) = extended(text, [Choice(span=Span(at, at + len(decided)), leaf=leaf, confidence=0.9)])
    assert text[found.span.start : found.span.end] == name


def test_a_meeting_is_named_with_its_second_half() -> None:
    text = "县里举行重大项目集中开工暨水泵物流园项目奠基仪式，"
    decided: dict[str, Leaf] = {"重大项目集中开工暨": "Event", "水泵物流园项目": "Project"}
    starts = {words: text.index(words) for words in decided}
    chosen = [
        Choice(span=Span(starts[words], starts[words] + len(words)), leaf=leaf, confidence=0.9)
        for words, leaf in decided.items()
    ]
    (found,) = extended(text, chosen)
    assert text[found.span.start : found.span.end] == "重大项目集中开工暨水泵物流园项目奠基仪式"
