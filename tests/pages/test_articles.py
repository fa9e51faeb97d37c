"""Articles of whole pages: headline, people, paragraphs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wlgraph.model import Article, Reading
from wlgraph.pages import bylines, furniture, read_page, read_text

DATA = Path(__file__).parent / "data"
PAGES = sorted(DATA.glob("*.txt"))
ENTANGLED_SHARE = 0.7
"""Of the paragraphs of a page whose columns cross, how many come out whole, at least."""


def squeezed(text: str) -> str:
    return "".join(text.split())


def prose(paragraph: str) -> str:
    """A printed paragraph without byline and jump line."""
    for mark in reversed(furniture.find_jumps(paragraph)):
        paragraph = paragraph[: mark.start] + paragraph[mark.end :]
    lead, tail = bylines.leading(paragraph), bylines.trailing(paragraph)
    return squeezed(paragraph[lead[0] if lead else 0 : tail[0] if tail else None])


def of_kind(article: Article, kind: str) -> list[str]:
    return [article.text[b.span.start : b.span.end] for b in article.blocks if b.kind == kind]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_articles_and_people(page: Path) -> None:
    gold = json.loads(page.with_suffix(".json").read_text("utf-8"))
    reading = read_page(page)
    assert reading.page.date == gold["date"]
    assert [a.headline for a in reading.articles] == [a["title"] for a in gold["articles"]]
    for article, wanted in zip(reading.articles, gold["articles"], strict=True):
        people = [list(article.reporters), list(article.correspondents), list(article.photographers)]
        assert people == [wanted["reporters"], wanted["correspondents"], wanted["photographers"]]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_paragraphs_stand_whole_in_their_article(page: Path) -> None:
    gold = json.loads(page.with_suffix(".json").read_text("utf-8"))
    wanted = [(i, prose(p)) for i, a in enumerate(gold["articles"]) for p in a["paragraphs"]]
    found = {(i, squeezed(t)) for i, a in enumerate(read_page(page).articles) for t in of_kind(a, "body")}
    whole = sum(w in found for w in wanted)
    assert whole >= ENTANGLED_SHARE * len(wanted)


def read(*lines: str) -> Reading:
    return read_text("p.txt", "\n\n".join(lines))


def test_a_subhead_opens_no_article() -> None:
    reading = read(
        "小微园里起新楼",
        "本报记者 陈可",
        "泽国镇的小微园去年建成厂房8幢，入驻企业31家。",
        "先立规矩再招商",
        "小微园设了四道门槛，入驻企业的亩均税收不低于15万元。",
    )
    (article,) = reading.articles
    assert of_kind(article, "subhead") == ["先立规矩再招商"]


def test_a_pictures_story_is_an_article() -> None:
    reading = read(
        "小微园里起新楼",
        "本报讯（记者陈可）泽国镇的小微园去年建成厂房8幢。",
        "渔嫂学直播",
        "6月3日，坎门街道的渔嫂们在文化礼堂里学手机直播。",
        "苏敏之 摄",
    )
    assert [a.headline for a in reading.articles] == ["小微园里起新楼", "渔嫂学直播"]
    assert reading.articles[1].photographers == ("苏敏之",)


def test_jump_lines_leave_the_text() -> None:
    reading = read("小微园里起新楼", "本报讯（记者陈可）泽国镇的小微园去年建成厂房8幢。（下转第三版）")
    assert "下转" not in reading.articles[0].text
    assert [(j.article, j.direction, j.page_number) for j in reading.jumps] == [("a1", "to", "三")]


def test_furniture_belongs_to_no_article() -> None:
    reading = read(
        "综合新闻",
        "2019年6月4日 星期二",
        "小微园里起新楼",
        "本报讯（记者陈可）泽国镇的小微园去年建成厂房8幢。",
        "垃圾分一分 环境美十分 市文明办 宣",
        "目前，入驻企业已有31家。",
        "责编 林敏 版式 江蓉",
    )
    (article,) = reading.articles
    assert of_kind(article, "body") == ["泽国镇的小微园去年建成厂房8幢。", "目前，入驻企业已有31家。"]


def test_an_orphan_is_set_aside_and_noted() -> None:
    reading = read("小微园里起新楼", "本报讯（记者陈可）小微园开展试点。", "工作。", "目前，入驻企业已有31家。")
    assert of_kind(reading.articles[0], "body") == ["小微园开展试点。", "目前，入驻企业已有31家。"]
    assert "orphan-fragment" in [n.code for n in reading.notices]


def test_a_lead_finds_its_headline_elsewhere() -> None:
    reading = read(
        "全市工业大会召开",
        "民营经济大会召开 牢记嘱托立潮头",
        "本报讯（记者江一）2月8日，民营经济大会召开，会议通报了先进名单。",
        "本报讯（记者柳二）2月9日，全市工业大会召开。",
    )
    assert [(a.headline, a.reporters) for a in reading.articles] == [
        ("民营经济大会召开 牢记嘱托立潮头", ("江一",)),
        ("全市工业大会召开", ("柳二",)),
    ]


def test_the_nearer_of_two_headlines_may_be_the_other_articles() -> None:
    reading = read(
        "石油装备企业抢订单",
        "县政府召开第9次常务会议",
        "本报讯（记者江一）6月13日，石油装备企业的总装车间里一片忙碌。",
        "本报讯（记者柳二）6月14日，县长主持召开县政府第9次常务会议。",
    )
    assert [a.headline for a in reading.articles] == ["石油装备企业抢订单", "县政府召开第9次常务会议"]


def test_a_pictures_story_follows_a_jump_line() -> None:
    reading = read(
        "小微园里起新楼",
        "本报讯（记者陈可）泽国镇的小微园去年建成厂房8幢。（详见2版）",
        "6月3日，坎门街道的居民在口袋公园里健身。",
        "通讯员 苏敏之 摄",
    )
    assert [a.photographers for a in reading.articles] == [(), ("苏敏之",)]


@pytest.mark.parametrize(
    ("caption", "people"),
    [
        ("图为11月1日，坎门街道的车间里，技术员正在调试采茶机器人。", [(), ("苏敏之",)]),
        ("图① 9月17日，西瓜灯文化节在东湖边开幕。\n图② 市民在赏灯。", [(), ("苏敏之",)]),
        ("图为11月1日，泽国镇的小微园里建成的厂房。", [("苏敏之",)]),
    ],
)
def test_a_dated_caption_is_an_article_where_it_tells_of_something_else(
    caption: str, people: list[tuple[str, ...]]
) -> None:
    lead = "本报讯（记者陈可）泽国镇的小微园去年建成厂房8幢。"
    reading = read("小微园里起新楼", lead, caption + "\n本报记者 苏敏之 摄")
    assert sorted(a.photographers for a in reading.articles) == people


def test_captions_of_one_picture_stay_together_behind_a_signed_article() -> None:
    reading = read(
        "说说丰收",
        "□ 闻 道",
        "丰收是农人的心愿，也是一个县的底气。",
        "（作者系县委党校教师）",
        "图①：9月22日，农民在参加比赛。\n图②：工人在浇水。\n本报记者 陈可 摄",
    )
    assert [(a.reporters, a.photographers) for a in reading.articles if a.headline] == [(("闻道",), ())]
    assert [a.photographers for a in reading.articles if not a.headline] == [("陈可",)]


def test_a_headline_of_numbers_stands_apart_over_its_byline() -> None:
    reading = read(
        "青石镇修通了新桥",
        "本报讯（记者陈可）青石镇的新桥昨日通车，全长120米，两岸村民往来方便了。",
        "",
        "2019年全县交通工程完成投资4300余万元\n本报通讯员 褚一舟",
        "县交通运输局昨日公布，去年全县交通工程完成投资4300余万元，比上年多一成。",
    )
    assert [a.headline for a in reading.articles] == ["青石镇修通了新桥", "2019年全县交通工程完成投资4300余万元"]


def test_a_place_before_a_colon_opens_the_headline_below() -> None:
    reading = read(
        "小微园里起新楼",
        "本报讯（记者陈可）泽国镇的小微园去年建成厂房8幢。",
        "鳌岭镇东塘社区：\n小网格里办成关键小事",
        "本报讯（记者 金 岩）楼道灯坏了谁来修？社区有了答案。",
    )
    assert [a.headline for a in reading.articles] == ["小微园里起新楼", "鳌岭镇东塘社区： 小网格里办成关键小事"]


def test_a_place_before_a_colon_opens_the_first_headline() -> None:
    reading = read(
        "2022年12月28日 星期三",
        "鳌岭县：\n党员带头种黄瓜",
        "火石村的大棚里，农户林则安和党员们一早就在摘黄瓜，装了满满三车。",
    )
    assert [a.headline for a in reading.articles] == ["鳌岭县： 党员带头种黄瓜"]


def test_a_speech_names_its_day_and_speaker_under_the_headline() -> None:
    reading = read(
        "今日青禾\n两会特刊 02\n2025年1月8日 星期三",
        "政府工作报告（摘要）",
        "——2025年1月6日在青禾县第十八届人民代表大会第四次会议上",
        "青禾县人民政府县长 江 力",
        "各位代表：",
        "现在，我代表县人民政府，向大会报告工作，请予审议。",
        "（全文详见县政府门户网站）",
        "老窑口烧出新瓷碗",
        "本报讯（记者柳二）停了三十年的老窑口重新点火。",
    )
    assert [a.headline.split()[0] for a in reading.articles] == ["政府工作报告（摘要）", "老窑口烧出新瓷碗"]
    assert "全文" not in reading.articles[0].text


def test_short_pieces_under_a_rubric_are_articles() -> None:
    reading = read(
        "简　讯\n两家单位联手共建驿站\n5月12日，供电公司与消防救援大队签订协议，在六个山区乡镇共建应急驿站。",
        "“青禾英才”创业大赛收官\n5月15日，第二届创业大赛落幕，十二支队伍进入决赛。",
    )
    assert [a.headline for a in reading.articles] == ["两家单位联手共建驿站", "“青禾英才”创业大赛收官"]


def test_headlines_that_marks_open_are_articles() -> None:
    reading = read(
        "【财经短波】",
        "▲远帆船舶新船下水",
        "10月13日，远帆船舶有限公司建造的一艘散货船在渡口镇下水，长二百二十九米，是镇里今年下水的第三艘。",
        "▲松月电气拟登陆科创板",
        "10月11日，松月电气股份有限公司已办理上市辅导备案，公司主要生产高压变频器，去年营业收入三亿元。",
    )
    assert [a.headline for a in reading.articles] == ["▲远帆船舶新船下水", "▲松月电气拟登陆科创板"]


def test_who_signs_a_correction_heads_nothing() -> None:
    reading = read(
        "更正",
        "本报11月10日第1版文中，“松月光电公司”应为“松岳光电公司”，特此更正。",
        "青禾报社",
        "泵业小城迎来新军",
        "本报讯（记者柳二）停了三十年的老窑口重新点火。",
    )
    assert [a.headline for a in reading.articles] == ["更正", "泵业小城迎来新军"]
    assert reading.articles[0].text.endswith("青禾报社")


def test_a_rubric_over_a_headline_begins_an_article_behind_a_signed_correction() -> None:
    reading = read(
        "更　正",
        "本报11月10日第1版文中，“松月光电公司”应为“松岳光电公司”，特此更正。",
        "青禾日报编辑部",
        "［图片新闻］",
        "“智慧仓”里货如轮转",
        "8月25日，位于青石镇的物流园内，九十八台分拣机器人来回穿梭。",
        "陈可 摄",
    )
    assert [a.headline for a in reading.articles] == ["更　正", "“智慧仓”里货如轮转"]
    assert reading.articles[1].photographers == ("陈可",)


def test_a_town_over_a_headline_signs_nothing() -> None:
    reading = read(
        "又一批瓷碗出了国门",
        "本报讯（记者陈可）停了三十年的老窑口重新点火。",
        "## 泽国镇",
        "## 建起首座数字消防站",
        "本报讯（通讯员 柳二）日前，数字消防站启用。",
    )
    assert [a.headline for a in reading.articles] == ["又一批瓷碗出了国门", "泽国镇 建起首座数字消防站"]
    assert reading.articles[0].reporters == ("陈可",)


def test_headlines_that_stand_together_go_to_their_articles() -> None:
    reading = read(
        "老窑口烧出新瓷碗",
        "青石镇渡口通了公交车",
        "本报讯（记者江一）青石镇渡口的第一班公交车昨天开出，车上坐着十二位赶集的村民。",
        "本报讯（记者柳二）停了三十年的老窑口重新点火，烧出的瓷碗摆上了展台。",
    )
    assert [(a.headline, a.reporters) for a in reading.articles] == [
        ("青石镇渡口通了公交车", ("江一",)),
        ("老窑口烧出新瓷碗", ("柳二",)),
    ]


def test_an_article_may_begin_before_its_headline() -> None:
    reading = read(
        "清明刚过，青石镇的日光温室里，第三茬黄瓜已经上架，温室的主人却没有下地。",
        "本报记者 陈可",
        "青石镇温室黄瓜装上手机",
        "去年，青石镇给日光温室装了传感器，黄瓜一茬多摘了两千斤。",
    )
    (article,) = reading.articles
    assert (article.headline, article.reporters) == ("青石镇温室黄瓜装上手机", ("陈可",))


@pytest.mark.parametrize("slogan", ["民族团结一家亲", "文明青石 你我同行", "法治青石 从我做起"])
def test_a_slogan_is_no_headline(slogan: str) -> None:
    reading = read("小微园里起新楼", "本报讯（记者陈可）小微园建成厂房8幢。", slogan, "水清了", "本报讯 花溪清了。")
    assert [a.headline for a in reading.articles] == ["小微园里起新楼", "水清了"]


@pytest.mark.parametrize(
    "slogan",
    [
        "守好青石山水路 写好致富新文章\n\n中共青石县委宣传部 青石县融媒体中心",
        "县应急管理局 县融媒体中心 联合发布\n夏季安全用电 防范电气火灾\n生命至上 安全第一",
        "粮食安全 人人有责 一粥一饭 当思来之不易",
    ],
)
def test_a_slogan_goes_with_those_who_publish_it(slogan: str) -> None:
    reading = read("小微园里起新楼", "本报讯（记者陈可）小微园建成厂房8幢。", slogan, "水清了", "本报讯 花溪清了。")
    assert [a.headline for a in reading.articles] == ["小微园里起新楼", "水清了"]


def test_an_office_in_brackets_closes_an_article() -> None:
    reading = read(
        "县政府开会", "本报讯 昨天县政府开会。", "（政府办）", "# 水清了", "本报讯（通讯员 王一）花溪清了。（王一）"
    )
    assert [(a.headline, a.correspondents, a.reporters) for a in reading.articles] == [
        ("县政府开会", (), ()),
        ("水清了", ("王一",), ()),
    ]


@pytest.mark.parametrize("rubric", ["更正", "人事"])
def test_a_kind_of_article_is_a_headline(rubric: str) -> None:
    told = "本报昨天第二版《水清了》一文中，“青石镇”应为“白石镇”，特此说明。"
    reading = read("小微园里起新楼", "本报讯（记者陈可）小微园建成厂房8幢。", rubric, told)
    assert [a.headline for a in reading.articles] == ["小微园里起新楼", rubric]


def test_a_column_of_short_lines_is_one_paragraph() -> None:
    column = "青石镇的小微园去年建\n成厂房八幢，入驻企业\n三十一家，今年再建四\n幢。"
    reading = read("小微园里起新楼", "本报记者 陈可", column)
    assert of_kind(reading.articles[0], "body") == [column.replace("\n", "")]


@pytest.mark.parametrize("headline", ["清溪水库：把“家底”还给绿水", "渡口烧饼：三代人守着一口老炉"])
def test_a_thing_before_a_colon_is_no_speaker(headline: str) -> None:
    reading = read(
        "小微园里起新楼",
        "本报讯（记者陈可）泽国镇的小微园去年建成厂房8幢。",
        "【烟火青禾】\n" + headline,
        "清晨五点，老人把火压到最小，守着这锅老汤，一守就是四十年。",
        "（特约通讯员 李 明）",
    )
    assert headline in reading.articles[1].headline
    assert reading.articles[1].correspondents == ("李明",)


@pytest.mark.parametrize("line", ["记者：钱从哪里来", "联系人：王先生"])
def test_who_speaks_or_answers_for_a_notice_heads_nothing(line: str) -> None:
    reading = read(
        "对话当家人",
        "本报讯（记者陈可）泽国镇的小微园去年建成厂房8幢。",
        line,
        "王大海：一半靠贷款，一半靠乡亲。",
    )
    assert [a.headline for a in reading.articles] == ["对话当家人"]


def test_a_notice_begins_behind_a_picture_without_headline() -> None:
    reading = read(
        "小微园里起新楼",
        "本报讯（记者陈可）泽国镇的小微园去年建成厂房8幢。",
        "4月13日，在滨江公园，学生参加徒步拉练。\n（记者 苏敏之 摄）",
        "环境影响评价公众参与公示",
        "《水系连通工程环境影响报告书》已编制完成，公众可到指挥部查阅。",
    )
    assert reading.articles[-1].headline == "环境影响评价公众参与公示"


def test_a_heading_behind_the_byline_is_a_subhead() -> None:
    reading = read(
        "一块石头的漂流",
        "文/记者 张三丰　图/李四维（受访者供图除外）",
        "01 镜头前的“老外通”",
        "凌晨两点半，平房里的灯还亮着，她举起一串珠子，对着手机介绍起来。",
    )
    assert [a.headline for a in reading.articles] == ["一块石头的漂流"]
    assert of_kind(reading.articles[0], "subhead") == ["01 镜头前的“老外通”"]
