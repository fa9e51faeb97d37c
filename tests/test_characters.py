"""Traditional and misprinted characters: what they are read as, and that what is printed stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.build.extract import extract
from wlgraph.characters import is_subsequence, is_traditional, normalised, normalised_reading
from wlgraph.model import Shard
from wlgraph.pages.reading import read_text
from wlgraph.registers import counties, prefectures, provinces, towns

PAGE = """县经信局组织企业对接

本报讯（记者 乾小山 通讯员 于敏）3月12日，青田县经济和信息化局局长林则安到浙江鹭衡泵业有限公司调研。鹭衡泵业总经理沈岚介绍，去年公司产值3.2亿元，同比增长12%，计划投资5000万元建设智能车间。

鹭衡泵业位于温溪镇，占地60亩，主要生产水泵，今年获评浙江省“专精特新”企业。
"""


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("新店的招牌是“松嶺樂器”", "新店的招牌是“松岭乐器”"),
        ("走访新巿镇", "走访新市镇"),
        ("「甲天下」", "“甲天下”"),
        ("⽇前，⼤溪镇", "日前，大溪镇"),
        ("乾潭镇、濛阳镇", "乾潭镇、濛阳镇"),
        ("檵木、兰花", "檵木、兰花"),
        ("ABC 12%", "ABC 12%"),
        ("２００８年，增长１２．５％", "2008年，增长12.5%"),
        ("记者:林则安,增长(12%),1,200人,10:30开会", "记者：林则安，增长（12%），1,200人，10:30开会"),
        ("(记者 林则安)3月5日", "（记者 林则安）3月5日"),
        ("ＡＢＣ公司 (Apple, Inc.)", "ABC公司 (Apple, Inc.)"),
        ("②松门镇：建成③号楼\n　▶松门镇；\n■松门镇", "●松门镇：建成③号楼\n　●松门镇；\n■松门镇"),
        ("〇松门镇\n〇八年投产", "●松门镇\n〇八年投产"),
    ],
)
def test_in_a_simplified_page_signs_and_slips_are_read(printed: str, read: str) -> None:
    assert normalised(printed, traditional=False) == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("縣政府於三日後開會", "县政府于三日后开会"),
        ("投資二億元，佔地六十畝", "投资二亿元，占地六十亩"),
        ("乾隆年間", "乾隆年间"),
    ],
)
def test_of_a_traditional_page_everything_is_read(printed: str, read: str) -> None:
    assert normalised(printed, traditional=True) == read


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        (PAGE, False),
        (opencc.OpenCC("s2t").convert(PAGE), True),
        ("本报讯 老街新开了一家琴行，招牌写作“松嶺樂器”，是店主请人题的，路过的人都抬头看。" * 3, False),
        ("「好」「好」「好」「好」", False),
        ("", False),
    ],
)
def test_a_page_is_traditional_by_its_share_of_such_characters(text: str, traditional: bool) -> None:
    assert is_traditional(text) is traditional


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x2FFFF, exclude_categories=["Cs"])))
def test_a_text_keeps_its_length_and_is_read_once(text: str) -> None:
    for traditional in (False, True):
        read = normalised(text, traditional=traditional)
        assert len(read) == len(text)
        assert normalised(read, traditional=False) == read


def test_names_of_registered_places_stay() -> None:
    names = {d.name for p in provinces() for d in (p, *prefectures(p.code), *counties(p.code), *towns(p.code))}
    assert not {name for name in names if normalised(name, traditional=False) != name}


@pytest.mark.parametrize(
    ("home", "read"), [("溫嶺市", "温岭市"), ("乾縣", "乾县"), ("乾县", "乾县"), ("乾安县", "乾安县")]
)
def test_a_home_is_read_as_registers_write_it(home: str, read: str) -> None:
    assert read_text("p.txt", PAGE, home=home).page.home == read


def test_a_reading_in_normalised_characters_is_the_same_object() -> None:
    reading = read_text("p.txt", PAGE, home="青田县")
    assert normalised_reading(reading) is reading


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Shard, Shard]:
    """One page in simplified and in traditional characters."""
    folder = tmp_path_factory.mktemp("pages")
    shards = []
    for name, text in (("simplified", PAGE), ("traditional", opencc.OpenCC("s2t").convert(PAGE))):
        (folder / name).mkdir()
        page = folder / name / "page.txt"
        page.write_text(text, "utf-8")
        (extracted,) = extract([(Path(page), "key")], "青田县")
        assert extracted.shard
        shards.append(extracted.shard)
    return shards[0], shards[1]


def test_a_traditional_page_states_what_the_simplified_one_does(both: tuple[Shard, Shard]) -> None:
    simple, traditional = both
    assert simple.stating.claims
    assert traditional.stating.claims == simple.stating.claims
    assert [(f.observed, f.indicator, f.value, f.unit, f.period, f.modality) for f in traditional.stating.figures] == [
        (f.observed, f.indicator, f.value, f.unit, f.period, f.modality) for f in simple.stating.figures
    ]


def test_a_traditional_page_is_shown_as_printed(both: tuple[Shard, Shard]) -> None:
    _, shard = both
    (article,) = shard.reading.articles
    assert article.headline == "縣經信局組織企業對接"
    assert article.reporters == ("乾小山",)
    assert {shard.reading.page.text[i] for i in article.offsets if i >= 0} >= {"縣", "億"}
    texts = {a.id: a.text for a in shard.reading.articles}
    assert all(m.text == texts[m.article][m.span.start : m.span.end] for m in shard.naming.mentions)
    assert "浙江鷺衡泵業有限公司" in {m.text for m in shard.naming.mentions}
    assert "3.2億元" in {f.written for f in shard.stating.figures}


def test_things_of_a_traditional_page_have_the_names_that_other_pages_know(both: tuple[Shard, Shard]) -> None:
    simple, traditional = both
    assert [r.name for r in traditional.naming.referents] == [r.name for r in simple.naming.referents]
    company = next(r for r in traditional.naming.referents if r.name == "浙江鹭衡泵业有限公司")
    assert {"浙江鷺衡泵業有限公司", "鷺衡泵業"} <= set(company.surfaces)


TYPOGRAPHY: dict[str, Callable[[str], str]] = {
    "wide digits": lambda text: text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789%"}),
    "wide points": lambda text: text.replace(".", "．"),
    "narrow marks": lambda text: text.translate(str.maketrans("，：；（）", ",:;()")),
    "corner brackets": lambda text: text.translate(str.maketrans("“”", "「」")),
    "blanks beside numbers": lambda text: re.sub(r"(?<=\d)(?=[一-龥])|(?<=[一-龥])(?=\d)", " ", text),
    "characters of no width": lambda text: text.replace("，", "，\u200b"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("typography", TYPOGRAPHY)
def test_typography_changes_nothing_that_is_stated(typography: str, both: tuple[Shard, Shard], tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TYPOGRAPHY[typography](PAGE), "utf-8", newline="")
    (extracted,) = extract([(page, "key")], "青田县")
    expected, found = both[0].stating, extracted.shard and extracted.shard.stating
    assert found
    stated = [[(c.subject, c.predicate, c.object, c.role, c.modality) for c in s.claims] for s in (expected, found)]
    assert stated[0] == stated[1]
    figures = [
        [(f.observed, f.indicator, f.value, f.unit, f.period, f.modality) for f in s.figures] for s in (expected, found)
    ]
    assert figures[0] == figures[1]


def test_a_name_is_printed_as_its_page_has_it(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("本报讯 昨天，青田县副县长林国樑到温溪镇调研。林国樑说，温溪镇要抓好安全生产。\n", "utf-8")
    (extracted,) = extract([(page, "key")], "青田县")
    assert extracted.shard
    assert "林国樑" in {r.name for r in extracted.shard.naming.referents}


@pytest.mark.parametrize(
    ("short", "stands"),
    [("海泵", True), ("海海泵", False), ("泵海", False), ("", True), ("海澜星泵业", True), ("澜澜", False)],
)
def test_characters_of_a_short_form_stand_in_order(short: str, stands: bool) -> None:
    assert is_subsequence(short, "海澜星泵业") is stands
