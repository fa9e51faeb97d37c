"""Bylines in the forms that county newspapers print them."""

from __future__ import annotations

import pytest

from wlgraph.pages import bylines, read_text
from wlgraph.pages.bylines import Byline

Names = tuple[str, ...]


@pytest.mark.parametrize(
    ("line", "reporters", "correspondents", "photographers"),
    [
        ("本报记者 陈可风", ("陈可风",), (), ()),
        ("本报讯 融媒体记者 陈可风 朱小雨", ("陈可风", "朱小雨"), (), ()),
        ("■ 青禾报融媒体记者 苏可 通讯员 徐山", ("苏可",), ("徐山",), ()),
        ("（数据来源：市统计局、市侨联；记者 严子 整理）", ("严子",), (), ()),
        ("□ 闻 道", ("闻道",), (), ()),
        ("■记者 王 一 李晓虹", ("王一", "李晓虹"), (), ()),
        ("本报记者　赵　云　通讯员　林大海", ("赵云",), ("林大海",), ()),
        ("本报记者 尹若水/文 毛嘉/图", ("尹若水",), (), ("毛嘉",)),
        ("本报记者 金露 通讯员 徐正/文 颜昊/图", ("金露",), ("徐正",), ("颜昊",)),
        ("记者 徐俊 陈小舟 摄", (), (), ("徐俊", "陈小舟")),
        ("记者 周学海 通讯员 张鲜摄", (), (), ("周学海", "张鲜")),
        ("文/记者 张三丰 图/通讯员 李四维", ("张三丰",), (), ("李四维",)),
        ("记者 张三丰 文/摄", ("张三丰",), (), ("张三丰",)),
        ("全媒体记者 文湘 通讯员 贺立 文/图 彭婧", ("文湘",), ("贺立",), ("彭婧",)),
        ("摄影：张三丰 李四维", (), (), ("张三丰", "李四维")),
        ("（记者 欧阳晓 报道组 融媒）", ("欧阳晓", "报道组", "融媒"), (), ()),
        ("本报记者 热合曼·艾力 通讯员 市委报道组", ("热合曼·艾力",), ("市委报道组",), ()),
        ("本报通讯员 城发宣", (), ("城发宣",), ()),
        ("记者 向晚", ("向晚",), (), ()),
        ("苏敏之 摄", (), (), ("苏敏之",)),
        ("□ 王小明 李 一", ("王小明", "李一"), (), ()),
        ("本报讯（记者陈可通讯员李明）", ("陈可",), ("李明",), ()),
        ("文/全媒体记者 张三丰　图/李四维（受访者供图除外）", ("张三丰",), (), ("李四维",)),
        ("本报记者 张三丰/文 李四维/图（署名除外）", ("张三丰",), (), ("李四维",)),
        ("·李四维·", ("李四维",), (), ()),
        ("※本报驻省城记者 张三丰 通讯员 李四维（县文化站）", ("张三丰",), ("李四维",), ()),
        ("青禾日报社驻南山记者站 张三丰 实习生 李四维", ("张三丰", "李四维"), (), ()),
        ("作者 （畲族） 雷三丰", ("雷三丰",), (), ()),
        ("通　讯　员 李四维", (), ("李四维",), ()),
        ("通讯员 李四维 供稿", (), ("李四维",), ()),
        ("通讯员 王镇海 李乡明", (), ("王镇海", "李乡明"), ()),
        ("通讯员 县渔政 王镇海", (), ("王镇海",), ()),
        ("（记者 张三丰 视频 李四维）", ("张三丰",), (), ()),
        ("文字 张三丰 王一 / 图片 李四维", ("张三丰", "王一"), (), ("李四维",)),
        ("（本报记者 张三丰 根据县农业局的介绍整理）", ("张三丰",), (), ()),
    ],
)
def test_a_line_of_its_own(line: str, reporters: Names, correspondents: Names, photographers: Names) -> None:
    assert bylines.standing(line) == Byline(reporters, correspondents, photographers)


@pytest.mark.parametrize(
    "line",
    [
        "本报记者蹲点日记",
        "记者探馆",
        "记者从市商务局获悉，前三季度出口增长。",
        "泵业小城迎来新军",
        "企业拍摄宣传片",
        "工人们在装配水泵。",
        "一幅新农村的图",
        "■高质量 新跨越",
        "（作者单位：市教育局）",
        "·法治·",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert bylines.standing(line) is None


@pytest.mark.parametrize(
    ("text", "prose", "people"),
    [
        ("本报讯（记者赵可 通讯员蔡决）近日，水清了。", "近日，水清了。", Byline(("赵可",), ("蔡决",))),
        ("本报讯 昨日下午，会议闭幕。", "昨日下午，会议闭幕。", Byline()),
        ("本报讯 记者昨日从市局获悉，水清了。", "记者昨日从市局获悉，水清了。", Byline()),
        ("本报讯 记者 李明 通讯员 王芳 5月6日，水清了。", "5月6日，水清了。", Byline(("李明",), ("王芳",))),
        ("■记者 张三丰 通讯员 李四维报道 昨天水清了。", "昨天水清了。", Byline(("张三丰",), ("李四维",))),
        ("（记者 张三丰）近日，水清了。", "近日，水清了。", Byline(("张三丰",))),
        ("本报海口专电 “再给我两只！”", "“再给我两只！”", Byline()),
        ("本报5月6日讯（记者 王 一 通讯员 李明） 水清了。", "水清了。", Byline(("王一",), ("李明",))),
        ("本报6日青禾电 水清了。", "水清了。", Byline()),
        ("本报青禾5月6日电（记者 王一 共享站 李四维）水清了。", "水清了。", Byline(("王一", "李四维"))),
        ("青禾5月6日电（记者 王一）水清了。", "水清了。", Byline(("王一",))),
        ("青禾新闻网5月6日南山专电（记者 王一）水清了。", "水清了。", Byline(("王一",))),
        ("浙江在线-台州频道5月6日讯（浙江在线记者 王一）水清了。", "水清了。", Byline(("王一",))),
        ("中国青禾网消息 记者王一、通讯员李四维报道：水清了。", "水清了。", Byline(("王一",), ("李四维",))),
        ("县融媒体中心讯（记者 王一）水清了。", "水清了。", Byline(("王一",))),
        ("海宁讯（记者王一）昨天水清了。", "昨天水清了。", Byline(("王一",))),
        ("本报讯（李四维）近日，水清了。", "近日，水清了。", Byline(("李四维",))),
        ("本报讯 王小明、李四维报道 水清了。", "水清了。", Byline(("王小明", "李四维"))),
        ("（王小明 李四维）“水清了。”", "“水清了。”", Byline(("王小明", "李四维"))),
        ("本报讯 县教育局通讯员 王一 水清了。", "水清了。", Byline((), ("王一",))),
        ("本报讯（通汛员 王一 & 李四维）水清了。", "水清了。", Byline((), ("王一", "李四维"))),
        ("本报讯（通讯员 王一（县法院） 李四维）水清了。", "水清了。", Byline((), ("王一", "李四维"))),
        ("本报讯（记着 王一 通讯员 县渔政 李四维）水清了。", "水清了。", Byline(("王一",), ("李四维",))),
    ],
)
def test_before_the_prose(text: str, prose: str, people: Byline) -> None:
    found = bylines.leading(text)
    assert found is not None
    assert (text[found[0] :], found[1]) == (prose, people)


@pytest.mark.parametrize(
    "text",
    [
        "记者转了一圈，水清了。",
        "本报记者从镇政府获悉，水清了。",
        "近日，水清了。",
        "（一）水清了。",
        "南方电网公司供电稳定，水清了。",
        "青禾5月6日电费下调，水清了。",
    ],
)
def test_prose_without_byline(text: str) -> None:
    assert bylines.leading(text) is None


@pytest.mark.parametrize(
    ("text", "prose", "people"),
    [
        ("排到了五月。（记者 张三丰 通讯员 李四维）", "排到了五月。", Byline(("张三丰",), ("李四维",))),
        ("水清了。 记者 周学海 摄", "水清了。", Byline((), (), ("周学海",))),
        ("水清了。（通讯员 王 一）", "水清了。", Byline((), ("王一",))),
        ("水清了。（王小明 李四维）", "水清了。", Byline(("王小明", "李四维"))),
        ("水清了。　　王小明", "水清了。", Byline(("王小明",))),
        ("水清了。（通讯员 王小明（县司法局））", "水清了。", Byline((), ("王小明",))),
    ],
)
def test_behind_the_prose(text: str, prose: str, people: Byline) -> None:
    found = bylines.trailing(text)
    assert found is not None
    assert (text[: found[0]], found[1]) == (prose, people)


@pytest.mark.parametrize(
    "text",
    [
        "他说。（下转第二版）",
        "水清了。（完）",
        "水清了。（据新华社）",
        "水清了。（图片由市妇联提供）",
        "“水清了。”记者看到他笑了。",
        "水清了。 成效显著",
    ],
)
def test_no_signature(text: str) -> None:
    assert bylines.trailing(text) is None


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        (("本报记者", "陈可 王一"), (("陈可", "王一"), (), ())),
        (("通讯员 李小", "明 文/图"), ((), ("李小明",), ("李小明",))),
        (("记者 陈可", "通讯员 李明 文/图"), (("陈可",), ("李明",), ("陈可", "李明"))),
    ],
)
def test_a_byline_on_several_lines_is_one(lines: tuple[str, ...], people: tuple[tuple[str, ...], ...]) -> None:
    (article,) = read_text("p.txt", "\n".join(("小微园里起新楼", "", *lines, "", "小微园建成厂房八幢。"))).articles
    assert (article.reporters, article.correspondents, article.photographers) == people


def test_a_correspondent_who_signs_again_is_no_reporter() -> None:
    assert Byline((), ("王一",)) | Byline(("王一",)) == Byline((), ("王一",))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("（政府办）", True),
        ("（市融媒体中心）", True),
        ("（作者系县委党校教师）", True),
        ("青禾县人民政府县长 江 力", True),
        ("（试行）", False),
        ("政府办", False),
        ("县长 调研春耕", False),
    ],
)
def test_an_office_in_brackets_sent_the_text_in(text: str, *, is_one: bool) -> None:
    assert bylines.is_contributor(text) is is_one
