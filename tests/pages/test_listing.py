"""Which lines of a page are entries of lists and forms, and that nothing is joined to them."""

from __future__ import annotations

import pytest

from wlgraph.pages.lines import split_lines
from wlgraph.pages.listing import listed_lines
from wlgraph.pages.reading import read_text

LISTS = [
    (["一、优秀企业家", "宋怀远　海棠泵业有限公司董事长", "二、先进村", "沈岙村、下岸村"], {0, 1, 2, 3}),
    (["一、纳税先进企业（2家）", "海棠泵业有限公司", "木槿机电有限公司", "二、其他"], {0, 1, 2, 3}),
    (["一等奖：大溪镇", "二等奖：泽国镇、新河镇"], {0, 1}),
    (["招标人：某某县公路局", "建设地点：大溪镇　路线全长：9公里"], {0, 1}),
    (
        ["主　任：林则安", "副主任（以得票多少为序）：", "何　曼（女）　周亦然", "李云（女，苗族）　高　远"],
        {0, 1, 2, 3},
    ),
    (["1.2019-12号地块", "宗地位置：大溪镇；面积：3652平方米。", "二、申请人可于12月7日前提交申请。"], {0, 1, 2}),
    (["经研究，决定：", "海棠泵业有限公司", "林则安任党委书记、董事长；", "何　曼任外部董事。"], {1, 2, 3}),
    (["补选结果如下：", "温岭市人民政府", "副市长：林则安"], {1, 2}),
    (["他曾任温岭市副市长，分管工业。", "何曼任职期间，他常来车间。"], set()),
    (["县属各企业：", "任务繁重，大家要抓紧。"], set()),
    (["海棠泵业有限公司", "木槿机电有限公司"], set()),
    (["大溪镇：老树发新芽", "本报讯 大溪镇的老树开花了。"], set()),
    (["记者走进车间，看到工人正在", "二楼装配水泵，忙得不可开交。"], set()),
    (["3月5日，会议在大溪镇召开。", "林则安出席并讲话。"], set()),
    (["一、纳税先进企业", "海棠泵业有限公司", "春风吹绿沈岙村"], {0, 1}),
    (["## 一、优秀企业家", "正文。"], set()),
]


@pytest.mark.parametrize(("lines", "entries"), LISTS)
def test_entries(lines: list[str], entries: set[int]) -> None:
    assert listed_lines(split_lines("\n".join(lines))) == entries


ROLL = """关于表彰先进集体和先进个人的通报
各镇（街道），市直各单位：
2019年，全市上下奋力拼搏，涌现出一批先进典型。现将名单通报如下：
一、先进镇
一等奖：大溪镇
二等奖：泽国镇、新河镇
二、优秀企业家
宋怀远　海棠泵业有限公司董事长
付丽青（女）　木槿机电有限公司总经理
希望受表彰的集体和个人再接再厉。
温岭市人民政府
2020年4月7日

关于对保供企业给予表扬的决定
海棠泵业有限公司春节不停工，累计生产水泵1.2万台。
"""


def test_lists_keep_their_lines_and_head_no_article() -> None:
    first, second = read_text("a.txt", ROLL).articles
    assert first.headline == "关于表彰先进集体和先进个人的通报"
    assert second.headline == "关于对保供企业给予表扬的决定"
    lines = [first.text[b.span.start : b.span.end] for b in first.blocks if b.kind == "body"]
    assert lines[2:8] == [
        "一、先进镇",
        "一等奖：大溪镇",
        "二等奖：泽国镇、新河镇",
        "二、优秀企业家",
        "宋怀远　海棠泵业有限公司董事长",
        "付丽青（女）　木槿机电有限公司总经理",
    ]
    assert lines[-1] == "温岭市人民政府"


@pytest.mark.parametrize(
    "line", ["开标时间：2018年11月13日　投标单位：17家", "三、评审日期：2018年11月8日；评委：林则安"]
)
def test_a_day_behind_a_label_is_no_date_of_the_paper(line: str) -> None:
    (article,) = read_text("a.txt", f"中标候选人公示\n招标人：某某县公路局\n{line}\n公示期三天。\n").articles
    assert line in article.text


def test_rows_of_one_width_are_no_wrapped_prose() -> None:
    rows = [f"林则{c}　何曼{c}（女）　高云{c}" for c in "安平宁康泰和顺利吉祥如意福寿"]
    (article,) = read_text("a.txt", "委员名单\n\n委员：\n" + "\n".join(rows)).articles
    assert [article.text[b.span.start : b.span.end] for b in article.blocks][-len(rows) :] == rows
