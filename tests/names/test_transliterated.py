"""Names by sound, in sentences; persons in rows and rosters."""

from __future__ import annotations

import pytest

from wlgraph.names.persons import propose_persons
from wlgraph.names.rosters import propose_rosters, read_rosters
from wlgraph.names.transliterated import propose_transliterated


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("村民阿依古丽·买买提说", [("阿依古丽·买买提", "Person")]),
        ("党支部书记吐尔逊·艾力家的棉田", [("吐尔逊·艾力", "Official")]),
        ("院长热依汗·萨迪克、医生热合曼·阿西木参加", [("热依汗·萨迪克", "Person"), ("热合曼·阿西木", "Person")]),
        ("局长巴特尔苏都通报情况", [("巴特尔苏都", "Official")]),
        ("牧民那仁图雅就骑上马", [("那仁图雅", "Person")]),
        ("镇长马明海出席", []),
        ("大溪·泽国两镇", []),
        ("要闻·综合", []),
        ("选手塔吉克斯坦、客商阿里木江参加", [("阿里木江", "Person")]),
    ],
)
def test_names_by_sound(text: str, names: list[tuple[str, str]]) -> None:
    assert sorted((text[c.span.start : c.span.end], c.leaf) for c in propose_transliterated(text)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("公示如下：\n1.林则安，男，1979年生", ["林则安"]),
        ("名单\n何曼清（女）　大溪镇党委副书记\n宋怀远　海棠泵业有限公司董事长", ["何曼清", "宋怀远"]),
        ("名单\n敬业奉献　林则安　大溪镇卫生院院长", ["林则安"]),
        ("高云树　男　1979.08　沈岙村党支部书记", ["高云树"]),
        ("名单\n高质量　发展大会在市里召开", []),
    ],
)
def test_persons_in_rows(text: str, names: list[str]) -> None:
    assert [text[c.span.start : c.span.end] for c in propose_persons(text) if c.rule == "form:row"] == names


ROSTER = """一、温岭市人民代表大会常务委员会
主　任：林则安
副主任（以得票多少为序）：
何　曼（女，苗族）　周亦然
联系地址：大溪镇
二、海棠泵业公司
总经理：宋怀远、巴特尔苏都"""


def test_rosters_and_whose_posts_are_public() -> None:
    listed = [(r.title, [ROSTER[s.start : s.end] for s in r.names]) for r in read_rosters(ROSTER)]
    assert listed == [("主任", ["林则安"]), ("副主任", ["何　曼", "周亦然"]), ("总经理", ["宋怀远", "巴特尔苏都"])]
    assert [c.leaf for c in propose_rosters(ROSTER)] == ["Official"] * 3 + ["Person"] * 2
