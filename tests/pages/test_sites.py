"""Lines of web pages, and headlines and prose that look a little like them."""

from __future__ import annotations

import pytest

from wlgraph.pages import read_text
from wlgraph.pages.sites import is_site_line


@pytest.mark.parametrize(
    "line",
    [
        "当前位置：首页 > 政务公开 > 今日青禾",
        "您所在的位置：首页>>新闻中心",
        "当前位置 > 首页 > 青禾镇 > 新闻中心",
        "【编辑:林敏】",
        "录入: 林敏 责任编辑: 林敏 稿源: 青禾新闻网 |",
        "日期: 2021-03-02 09:25:08",
        "首页 > 新闻 > 要闻",
        "青禾新闻网 > 时政要闻",
        "发布日期：2025-10-13 10:39  发布者：发展研究中心  来源：青禾微言  浏览次数：128",
        "2019-04-12 11:06:25 来源：青禾日报 褚一舟",
        "来源：青禾县融媒体中心     发布时间：2022-01-06 15:46",
        "2023-01-07",
        "时间：2023-01-07  来源：青禾日报  编辑：林敏",
        "【字体：大 中 小】 打印本页",
        "字号变大| 字号变小",
        "收藏 打印 推荐 朗读 评论 更多功能",
        "上一篇 下一篇",
        "上一篇：我县召开安全生产会议",
        "下一篇：没有了",
        "扫一扫在手机打开当前页",
        "Copyright © 2024 青禾县融媒体中心 版权所有",
        "浙ICP备00000000号",
        "凡本网注明“来源：青禾新闻网”的作品，均为本网合法拥有版权的作品，未经授权不得转载。",
        "分享到：",
    ],
)
def test_lines_around_an_article(line: str) -> None:
    assert is_site_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "水源地保护的来源：一条河的三十年",
        "青禾县来了大项目",
        "首页改版的青禾发布上线",
        "2019年4月12日，青禾县召开大会。",
        "上一任村主任回来了",
        "时间：8月20日",
        "时间：2023-01-07",
        "日期：2023-01-07",
        "（记者：林敏）",
        "特别声明",
        "大中小企业融通发展",
        "他说，来源清楚，去向明白。",
        "无人机飞进稻田",
        "推荐三位劳模",
    ],
)
def test_what_is_none(line: str) -> None:
    assert not is_site_line(line)


def test_a_line_of_many_buttons_is_read_in_no_time() -> None:
    assert not is_site_line("返回首页" * 39 + "吗")


def test_an_article_from_a_site_is_read_without_them() -> None:
    reading = read_text(
        "p.txt",
        "当前位置：首页 > 要闻\n林则安到青石镇调研\n发布时间：2025-10-13 10:39 来源：青禾微言 浏览次数：128\n【字体：大 中 小】\n"
        "10月11日，县委书记林则安到青石镇调研，走访了三家企业。\n县长何曼陪同。\n（记者 褚一舟）\n编审：高云树\n上一篇：秋收\n相关链接：\n· 何曼到会\n· 夏粮丰收\n扫一扫在手机打开当前页\n",
    )
    (article,) = reading.articles
    assert article.headline == "林则安到青石镇调研"
    assert article.text.split("\n") == [
        "林则安到青石镇调研",
        "10月11日，县委书记林则安到青石镇调研，走访了三家企业。",
        "县长何曼陪同。",
        "（记者 褚一舟）",
    ]
    assert (reading.page.date, reading.page.date_source) == ("2025-10-13", "printed")
