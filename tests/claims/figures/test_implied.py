"""Units that are left out: what the words around a number count."""

from __future__ import annotations

import pytest

from wlgraph.claims.figures.implied import implied_unit, is_rank


@pytest.mark.parametrize(
    ("sentence", "numeral", "unit"),
    [
        ("户籍人口13.2万，外来人口不少", "13.2万", "人"),
        ("注册用户已达46万。", "46万", "人"),
        ("全县1.4万农户受益", "1.4万", "户"),
        ("去年来了2300多万游客", "2300多万", "人次"),
        ("日均客流六千，周末更多", "六千", "人次"),
        ("四万厨师走天下", "四万", "人"),
        ("一年净收入六万八，比打工强", "六万八", "元"),
        ("银行又贷了九千二百万。", "九千二百万", "元"),
        ("去年产值12.3亿，增长8.5%", "12.3亿", "元"),
        ("头一年亏了900万，", "900万", "元"),
        ("比去年多出71万；", "71万", ""),
        ("收入2018，", "2018", ""),
        ("一年净收入六万八千斤粮", "六万八千", ""),
        ("每千常住人口床位5.8张", "千", ""),
        ("十二楼的老人下不来", "十二", ""),
        ("三十多万的果农贷", "三十多万", ""),
        ("合同编号为2018，", "2018", ""),
    ],
)
def test_what_is_counted(sentence: str, numeral: str, unit: str) -> None:
    start = sentence.index(numeral)
    assert implied_unit(sentence, start, start + len(numeral)) == unit


@pytest.mark.parametrize(
    ("sentence", "ordinal", "rank"),
    [
        ("总量居全省第三，", "第三", True),
        ("在14个镇街中由第四跃居第二。", "第四", True),
        ("分列第八、第七和第九。", "第九", True),
        ("第三产业占比提高", "第三", False),
        ("他排在第二排", "第二", False),
        ("首先是钱，第二，是人", "第二", False),
    ],
)
def test_what_is_a_place_among_others(sentence: str, ordinal: str, rank: bool) -> None:
    start = sentence.index(ordinal)
    assert is_rank(sentence, start, start + len(ordinal)) is rank
