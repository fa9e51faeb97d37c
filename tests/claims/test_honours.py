"""Rolls of honour: pages with an award over its winners, and who is said to have received and to give it."""

from __future__ import annotations

from pathlib import Path

import pytest

from wlgraph.claims.honours import Honours, read_rolls
from wlgraph.evaluation.marked import MarkedPage, read_marked

TITLE = "【温岭市委|PublicBody】 【温岭市人民政府|PublicBody】关于表彰先进的通报"


def page(folder: Path, headline: str, lines: str) -> MarkedPage:
    path = folder / "page.txt"
    path.write_text(
        f"@page publication=日报 home=温岭市 date=2024-05-06\n@article\n@headline {headline}\n{lines}\n", "utf-8"
    )
    return read_marked(path)


def told(marked: MarkedPage) -> tuple[set[tuple[str, str, str]], Honours]:
    honours = read_rolls(marked.reading, marked.naming)
    names = {r.id: r.name for r in (*marked.naming.referents, *honours.awards)}
    return {(names[c.subject], c.predicate, names[c.object]) for c in honours.claims}, honours


@pytest.mark.parametrize(
    ("headline", "lines", "received"),
    [
        (
            TITLE,
            "一、优秀企业家\n【宋怀远|Person】　【海棠泵业|Company】董事长\n【付丽青|Person】（女）　【木槿机电|Company】总经理",
            {("宋怀远", "优秀企业家"), ("付丽青", "优秀企业家")},
        ),
        (
            TITLE,
            "一、先进镇（街道）\n一等奖：【大溪镇|Town】\n二等奖：【泽国镇|Town】、【新河镇|Town】",
            {(t, "先进镇（街道）") for t in ("大溪镇", "泽国镇", "新河镇")},
        ),
        (
            TITLE,
            "一、科技创新企业\n（一）新认定高新技术企业（各奖20万元）\n【海棠泵业|Company】、【木槿机电|Company】\n二、功臣企业\n【青屿阀门|Company】",
            {("海棠泵业", "科技创新企业"), ("木槿机电", "科技创新企业")}
            | {("海棠泵业", "高新技术企业"), ("木槿机电", "高新技术企业"), ("青屿阀门", "功臣企业")},
        ),
        (
            TITLE,
            "一、2023年度先进村\n【大溪镇|Town】【沈岙村|Village】　【下岸村|Village】",
            {("沈岙村", "先进村"), ("下岸村", "先进村")},
        ),
        (
            "第六届“【最美温岭人|Recognition】”名单揭晓",
            "经群众投票产生名单，现予公布。\n敬业奉献　【林则安|Person】　【大溪镇卫生院|Organization】院长\n【何曼|Person】　教师",
            {("林则安", "最美温岭人"), ("何曼", "最美温岭人")},
        ),
        (
            "茶王赛获奖名单",
            "一、特别金奖\n【大溪镇|Town】　【林则安|Person】；【泽国镇|Town】　【海棠茶场|Company】",
            {("林则安", "特别金奖"), ("海棠茶场", "特别金奖")},
        ),
        (
            "劳动模范推荐人选公示",
            "拟推荐以下同志为【温岭市劳动模范|Recognition】人选：\n【林则安|Person】，男，1979年生，【海棠泵业|Company】技师；",
            {("林则安", "温岭市劳动模范")},
        ),
        (
            TITLE,
            "一、优秀企业家\n1.【宋怀远|Person】　【海棠泵业|Company】董事长\n2.【付丽青|Person】，【木槿机电|Company】总经理",
            {("宋怀远", "优秀企业家"), ("付丽青", "优秀企业家")},
        ),
        (
            TITLE,
            "一、功臣企业\n1.【海棠泵业|Company】\n2.【木槿机电|Company】（龙头企业）\n二、先进镇\n（1）【大溪镇|Town】",
            {("海棠泵业", "功臣企业"), ("木槿机电", "功臣企业"), ("大溪镇", "先进镇")},
        ),
        (TITLE, "一、提高认识，学习先进\n【大溪镇|Town】要带头学习。", set()),
        (TITLE, "一、获奖名单\n【海棠泵业|Company】、【木槿机电|Company】", set()),
        ("全市工业经济会议召开", "一、优秀企业家\n【宋怀远|Person】　【海棠泵业|Company】董事长", set()),
    ],
)
def test_who_is_listed_has_received(tmp_path: Path, headline: str, lines: str, received: set[tuple[str, str]]) -> None:
    claims, _ = told(page(tmp_path, headline, lines))
    assert {(s, o) for s, p, o in claims if p == "received"} == received


def test_those_of_the_title_give_it_and_both_lines_are_the_evidence(tmp_path: Path) -> None:
    marked = page(tmp_path, TITLE, "一、优秀企业家\n【宋怀远|Person】　【海棠泵业|Company】董事长")
    claims, honours = told(marked)
    assert {(s, o) for s, p, o in claims if p == "administers"} == {
        ("温岭市委", "优秀企业家"),
        ("温岭市人民政府", "优秀企业家"),
    }
    (article,) = marked.reading.articles
    quotes = {(c.predicate, article.text[c.sentence.start : c.sentence.end]) for c in honours.claims}
    assert quotes == {
        ("administers", "一、优秀企业家"),
        ("received", "一、优秀企业家"),
        ("received", "宋怀远　海棠泵业董事长"),
    }
    assert [(m.text, m.leaf) for m in honours.references] == [("优秀企业家", "Recognition")]


def test_who_is_only_put_forward_has_not_won(tmp_path: Path) -> None:
    lines = "一、优秀企业家\n【宋怀远|Person】　【海棠泵业|Company】董事长"
    for headline, modality in (("表彰名单公示", "proposed"), ("关于表彰优秀企业家的决定", "stated")):
        _, honours = told(page(tmp_path, headline, lines))
        assert {c.modality for c in honours.claims} == {modality}


@pytest.mark.parametrize(
    ("headline", "head", "year"),
    [
        ("关于表彰2022年度先进的决定", "一、优秀企业家", "2022"),
        ("关于表彰先进的决定", "一、2023年度优秀企业家", "2023"),
        ("关于表彰先进的决定", "一、优秀企业家", ""),
    ],
)
def test_the_year_of_an_award(tmp_path: Path, headline: str, head: str, year: str) -> None:
    _, honours = told(page(tmp_path, headline, f"{head}\n【宋怀远|Person】　【海棠泵业|Company】董事长"))
    assert {c.year for c in honours.claims if c.predicate == "received"} == {year}
