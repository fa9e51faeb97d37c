"""From marked sentences to referents: what is one thing, of which class, under which name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

import msgspec
import pytest

from wlgraph.model import Article, Block, Leaf, Naming, Page, Reading, Referent, Span
from wlgraph.names import Namer, Proposal
from wlgraph.names.decision import Choice
from wlgraph.names.recogniser import States, load_recogniser
from wlgraph.names.weighing import load_weigher

MARK = re.compile(r"【([^|】]+)\|(\w+)】")


def unmark(marked: str) -> tuple[str, list[Choice]]:
    """The plain text of 【name|Class】 marks, and the names as they would be decided."""
    text, choices, last = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        span = Span(len(text), len(text) + len(mark[1]))
        choices.append(Choice(span=span, leaf=cast("Leaf", mark[2]), confidence=0.9))
        text += mark[1]
        last = mark.end()
    return text + marked[last:], choices


def article(text: str, number: int = 1) -> Article:
    lines, blocks, start = text.split("\n"), [], 0
    for line in lines:
        blocks.append(
            Block(kind="byline" if line.startswith("本报记者") else "body", span=Span(start, start + len(line)))
        )
        start += len(line) + 1
    sentences = [
        Span(b.span.start + m.start(), b.span.start + m.end())
        for b in blocks
        if b.kind == "body"
        for m in re.finditer(r"[^。]+。?”?", text[b.span.start : b.span.end])
    ]
    return Article(
        id=f"a{number}",
        text=text,
        offsets=tuple(range(len(text))),
        blocks=tuple(blocks),
        sentences=tuple(sentences),
    )


def reading(*texts: str, home: str = "温岭市") -> Reading:
    articles = tuple(article(text, number) for number, text in enumerate(texts, 1))
    return Reading(page=Page(name="p.txt", text="\n".join(texts), home=home), articles=articles)


class Recogniser:
    """Reads the given marks as its own proposals, at full confidence."""

    def __init__(self, *choices: Sequence[Choice]) -> None:
        self._choices = choices

    def propose(self, texts: Sequence[str], *, minimum: float) -> list[list[Proposal]]:
        assert minimum < 0.5
        assert len(texts) == len(self._choices)
        return [
            [Proposal(start=c.span.start, end=c.span.end, leaf=c.leaf, confidence=0.97) for c in choices]
            for choices in self._choices
        ]

    def states(self, text: str) -> States:
        return load_recogniser().states(text)


class Doubter(Recogniser):
    """Prefers its first ``sure`` readings, and sees the other marks only as readings that it does not prefer."""

    def __init__(self, choices: Sequence[Choice], *, sure: int = 0, confidence: float = 0.1) -> None:
        super().__init__(choices)
        self._sure, self._confidence = sure, confidence

    def propose(self, texts: Sequence[str], *, minimum: float) -> list[list[Proposal]]:
        doubted = {"confidence": self._confidence, "best": False}
        return [
            [p if i < self._sure else msgspec.structs.replace(p, **doubted) for i, p in enumerate(proposals)]
            for proposals in super().propose(texts, minimum=minimum)
        ]


def name(*marked: str, home: str = "温岭市") -> Naming:
    texts, choices = zip(*(unmark(m) for m in marked), strict=True)
    return Namer(Recogniser(*choices), load_weigher()).name([reading(*texts, home=home)])[0]


def referent_of(naming: Naming, surface: str) -> Referent:
    mention = next(m for m in naming.mentions if m.text == surface)
    return next(r for r in naming.referents if r.id == mention.referent)


@pytest.mark.parametrize(
    ("text", "surface", "full"),
    [
        ("【泽国|Town】今年增收。", "泽国", "泽国镇"),
        ("【石粘|Town】、【新河|Town】等镇受灾。", "新河", "新河镇"),
        ("【温岭|AdministrativeArea】企业到【浙江|AdministrativeArea】外办厂。", "浙江", "浙江省"),
        ("产品远销【印尼|AdministrativeArea】。", "印尼", "印度尼西亚"),
        ("【浙江岚川泵业有限公司|Company】投产，【岚川泵业|Company】年产值过亿。", "岚川泵业", "浙江岚川泵业有限公司"),
        ("【浙江岚川泵业有限公司|Company】投产，【岚川|Company】年产值过亿。", "岚川", "浙江岚川泵业有限公司"),
        ("老照片上写着【嵐川鞋業|Company】，如今【岚川|Company】换了新牌。", "岚川", "嵐川鞋業"),
        (
            "【温岭市青禾蔬菜专业合作社|Company】（以下简称“【绿掌柜|Company】”）成立。",
            "绿掌柜",
            "温岭市青禾蔬菜专业合作社",
        ),
        ("【泽国镇|Town】开会，【镇党委|PublicBody】书记到场。", "镇党委", "泽国镇党委"),
        ("【松阳县|AdministrativeArea】来访，【县委|PublicBody】常委带队。", "县委", "松阳县委"),
        ("【玉环市委|PublicBody】书记、【市纪委|PublicBody】书记来访。", "市纪委", "玉环市纪委"),
        ("【玉环市委|PublicBody】书记来访，【市纪委|PublicBody】书记陪同。", "市纪委", "市纪委"),
        ("【玉环市委|PublicBody】常委、【宣传部|PublicBody】部长来访。", "宣传部", "玉环市委宣传部"),
        ("【市委|PublicBody】常委、【宣传部|PublicBody】部长到场。", "宣传部", "温岭市委宣传部"),
        ("【海澜泵业|Company】扩建，【办公室|PublicBody】主任到场。", "办公室", "办公室"),
        ("【岚川高新区|IndustrialPark】党工委书记、【管委会|PublicBody】主任到场。", "管委会", "岚川高新区管委会"),
        ("【岚川高新区|IndustrialPark】开园，【园区管委会|PublicBody】主任到场。", "园区管委会", "岚川高新区管委会"),
        ("【温岭市经济和信息化局|PublicBody】发文，【市经信局|PublicBody】解读。", "市经信局", "温岭市经济和信息化局"),
        ("【星河智造产业园|IndustrialPark】开园，【产业园|IndustrialPark】占地百亩。", "产业园", "星河智造产业园"),
        ("【“玉穗”甜玉米|Product】上市，【玉穗|Product】很甜。", "玉穗", "“玉穗”甜玉米"),
    ],
)
def test_a_name_belongs_to_its_fullest_name(text: str, surface: str, full: str) -> None:
    assert referent_of(name(text), surface).name == full


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("【市第一人民医院|Organization】与【市第二人民医院|Organization】结对。", "市第一人民医院", "市第二人民医院"),
        ("【浙江大学|ResearchBody】和【浙江工业大学|ResearchBody】来访。", "浙江大学", "浙江工业大学"),
        ("【市委|PublicBody】、【市委政法委|PublicBody】发文。", "市委", "市委政法委"),
        ("【岚川食品|Company】与【威海岚川远洋渔业集团|Company】签约。", "岚川食品", "威海岚川远洋渔业集团"),
    ],
)
def test_different_things_stay_apart(text: str, one: str, other: str) -> None:
    naming = name(text)
    assert referent_of(naming, one).id != referent_of(naming, other).id


def test_a_bare_brand_in_another_article_is_left_to_the_corpus() -> None:
    full = "【温岭市岚川机械有限公司|Company】送来花篮。"
    apart = name(full, "横峰的【岚川|Company】做了半辈子鞋。")
    assert referent_of(apart, "岚川").id != referent_of(apart, "温岭市岚川机械有限公司").id
    with_trade = name(full, "【岚川机械|Company】获贷款。")
    assert referent_of(with_trade, "岚川机械").id == referent_of(with_trade, "温岭市岚川机械有限公司").id


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "【泽国镇|Town】的【双屿村|Village】和【箬横镇|Town】的【双屿村|Village】同名。"
            "【泽国|Town】地势低，【双屿村|Village】被淹；【箬横|Town】那边，【双屿村|Village】没事。",
            [0, 1, 0, 1],
        ),
        ("【泽国镇|Town】【双屿村|Village】开会。【箬横镇|Town】来人参观【双屿村|Village】。", [0, 0]),
    ],
    ids=["two-towns", "one-town"],
)
def test_villages_of_one_name_in_two_towns(text: str, things: list[int]) -> None:
    named = [m.referent for m in name(text).mentions if m.leaf == "Village"]
    assert [sorted(set(named)).index(r) for r in named] == things


@pytest.mark.parametrize(
    ("text", "person", "leaf"),
    [
        ("【市水利局|PublicBody】局长【褚一舟|Person】到场。", "褚一舟", "Official"),
        ("【泽国镇|Town】副镇长【褚一舟|Person】说。", "褚一舟", "Official"),
        ("市领导【褚一舟|Person】、【郏小满|Person】出席。", "郏小满", "Official"),
        ("【岚川泵业|Company】党委书记、董事长【褚一舟|Official】说。", "褚一舟", "Person"),
        ("【市水泵协会|Organization】会长【褚一舟|Official】说。", "褚一舟", "Person"),
        ("市政协委员、【岚川泵业|Company】董事长【褚一舟|Person】说。", "褚一舟", "Official"),
        ("【温岭市第三中学|Organization】校长【褚一舟|Official】说。", "褚一舟", "Person"),
        ("【褚一舟|Person】任【市水利局|PublicBody】局长。", "褚一舟", "Official"),
    ],
)
def test_the_post_and_its_body_make_an_official(text: str, person: str, leaf: str) -> None:
    assert referent_of(name(text), person).leaf == leaf


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("【泽国镇|Town】增收。", "泽国镇", "331081100"),
        ("【莲都区|AdministrativeArea】【碧湖镇|Town】增收。", "碧湖镇", "331102100"),
        ("【长汀县|AdministrativeArea】【新河镇|Town】增收。", "新河镇", ""),
        ("【浙江省|AdministrativeArea】【西湖区|AdministrativeArea】增收。", "西湖区", "330106"),
    ],
)
def test_a_place_gets_the_code_of_the_area_it_stands_in(text: str, place: str, code: str) -> None:
    assert referent_of(name(text), place).code == code


def test_home_is_always_there_with_its_code() -> None:
    naming = name("今天下雨。", home="射阳县")
    assert [(r.name, r.code) for r in naming.referents] == [("射阳县", "320924")]
    assert naming.mentions == ()


def test_a_full_name_brings_in_its_short_forms() -> None:
    text, choices = unmark(
        "【浙江岚川泵业有限公司|Company】昨天投产。【岚川泵业|Company】是一家老厂。【南山泵业|Company】也是。"
    )
    naming = Namer(Doubter(choices, sure=1), load_weigher()).name([reading(text)])[0]
    assert [m.text for m in naming.mentions if m.kind == "name"] == ["浙江岚川泵业有限公司", "岚川泵业"]


def test_bylines_are_never_tagged() -> None:
    naming = name("本报记者【褚一舟|Person】\n【泽国镇|Town】今年增收。")
    assert [m.text for m in naming.mentions] == ["泽国镇"]


def test_a_town_is_named_without_its_county() -> None:
    text, choices = unmark("记者走进【景宁畲族自治县东坑镇|Town】采访。")
    naming = Namer(Recogniser(choices), load_weigher()).name([reading(text)])[0]
    assert [(m.text, m.leaf) for m in naming.mentions] == [("景宁畲族自治县", "AdministrativeArea"), ("东坑镇", "Town")]


def test_an_area_is_named_without_the_character_before_it() -> None:
    text, choices = unmark("口号是山水古城、人【文蔚县|AdministrativeArea】。")
    naming = Namer(Recogniser(choices), load_weigher()).name([reading(text, home="蔚县")])[0]
    assert [m.text for m in naming.mentions] == ["蔚县"]


def test_an_area_of_old_keeps_its_name() -> None:
    text, choices = unmark("横幅上写的还是【玉环县|AdministrativeArea】。")
    naming = Namer(Recogniser(choices), load_weigher()).name([reading(text)])[0]
    assert [m.text for m in naming.mentions] == ["玉环县"]


def test_an_office_in_a_list_of_posts_is_named() -> None:
    naming = Namer(Recogniser([]), load_weigher()).name([reading("市委常委、办公室主任说，各办公室主任要带头。")])[0]
    assert [m.text for m in naming.mentions if m.kind == "name"] == ["办公室"]


def test_sectors_of_statistics_are_whole() -> None:
    text = "木材加工和木、竹、藤、棕、草制品业增长3%，通用设备制造业下降2%，计算机通信和其他电子设备制造业持平。"
    naming = Namer(Recogniser([]), load_weigher()).name([reading(text)])[0]
    assert [(m.text, m.leaf, m.source) for m in naming.mentions] == [
        ("木材加工和木、竹、藤、棕、草制品业", "Industry", "register"),
        ("通用设备制造业", "Industry", "register"),
        ("计算机通信和其他电子设备制造业", "Industry", "register"),
    ]


def test_a_name_ends_before_the_end_of_its_list() -> None:
    text, choices = unmark("参观了【海澜泵业等示范项目|Project】和【第一高等专科学校|Organization】。")
    naming = Namer(Recogniser(choices), load_weigher()).name([reading(text)])[0]
    assert [m.text for m in naming.mentions if m.kind == "name"] == ["第一高等专科学校"]


def test_a_name_ends_before_its_number() -> None:
    text, choices = unmark("年产【潜水泵超|Product】250万台，【第六代潜水泵|Product】6台。")
    naming = Namer(Recogniser(choices), load_weigher()).name([reading(text)])[0]
    assert [m.text for m in naming.mentions] == ["潜水泵", "第六代潜水泵"]


def test_what_is_no_name() -> None:
    text, choices = unmark(
        "【浙江省中北部|PublicBody】的【工业强镇|Town】里，【岚溪村乡|Town】贤和【统战部|PublicBody】长【青禾卫生院和青禾小学|Organization】签约，【石墨和石墨烯产业园|IndustrialPark】开园。"
    )
    naming = Namer(Recogniser(choices), load_weigher()).name([reading(text)])[0]
    assert [m.text for m in naming.mentions if m.leaf in ("Organization", "PublicBody", "Town")] == []


def test_places_of_a_list_are_named_with_their_unit() -> None:
    naming = Namer(Recogniser([]), load_weigher()).name([reading("太平街道后岙、前山等村开工。")])[0]
    assert {r.name for r in naming.referents if r.leaf == "Village"} == {"后岙村", "前山村"}


def test_registers_confirm_what_the_model_doubts() -> None:
    text, choices = unmark("昨天，【横峰街道|Town】举行【喜洋洋|Product】活动。")
    naming = Namer(Doubter(choices, confidence=0.4), load_weigher()).name([reading(text)])[0]
    assert [(m.text, m.leaf, m.source) for m in naming.mentions] == [("横峰街道", "Town", "register")]


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("今年我市增收。", "我市", "温岭市"),
        ("产量占【宁波市|AdministrativeArea】全市的两成。", "全市", "宁波市"),
        ("【青田县|AdministrativeArea】开会，该县有油茶三十万亩。", "该县", "青田县"),
        ("【青田县|AdministrativeArea】开会，该市派人参加。", "该市", "温岭市"),
        ("【浙江岚川泵业有限公司|Company】投产，该公司产值过亿。", "该公司", "浙江岚川泵业有限公司"),
        ("【泽国镇|Town】增收，全镇共有工厂百家。", "全镇", "泽国镇"),
        ("【市水利局|PublicBody】局长【褚一舟|Official】到场。他要求加快进度。", "他", "褚一舟"),
        ("【星河智造产业园|IndustrialPark】开园，园区占地百亩。", "园区", "星河智造产业园"),
    ],
)
def test_words_refer_back(text: str, word: str, meant: str) -> None:
    naming = name(text)
    reference = next(m for m in naming.mentions if m.kind == "reference")
    assert (reference.text, referent_of(naming, word).name) == (word, meant)


@pytest.mark.parametrize(
    "text",
    [
        "【岚川泵业|Company】、【碧海电机|Company】到场，公司代表发言。",
        "全镇共有工厂百家。",
        "污水全区域收集，该市级项目投产。",
        "【岚川泵业|Company】是各家公司的榜样。",
        "【褚一舟|Person】与【郏小满|Person】到场。他说好。",
        "【浙江岚川泵业有限公司|Company】投产，小微企业减少成本，平台为企业解忧。",
        "【浙江岚川泵业有限公司|Company】投产，企业开办只要两小时。",
    ],
)
def test_no_reference_without_one_thing_to_mean(text: str) -> None:
    assert [m.text for m in name(text).mentions if m.kind == "reference"] == []
