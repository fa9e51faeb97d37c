"""Posts that rosters announce: who holds what, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from wlgraph.claims.rosters import announced
from wlgraph.evaluation.marked import read_marked


@pytest.mark.parametrize(
    ("headline", "lines", "posts"),
    [
        (
            "第一次会议公告",
            "一、【温岭市人大常委会|PublicBody】\n主　任：【林则安|Official】\n副主任（以得票多少为序）：\n【何曼|Official】（女）　【周亦然|Official】",
            {
                ("林则安", "主任", "温岭市人大常委会"),
                ("何曼", "副主任", "温岭市人大常委会"),
                ("周亦然", "副主任", "温岭市人大常委会"),
            },
        ),
        (
            "第一次会议公告",
            "一、【温岭市人民政府|PublicBody】\n副市长：【林则安|Official】（苗族）　【何曼|Official】\n二、【温岭市人民法院|PublicBody】\n院　长：【周亦然|Official】",
            {("林则安", "副市长", "温岭市"), ("何曼", "副市长", "温岭市"), ("周亦然", "院长", "温岭市人民法院")},
        ),
        (
            "【海棠泵业|Company】关于领导班子任职的公告",
            "名单如下：\n董 事 长：【林则安|Person】\n董　　事：【何曼|Person】、【周亦然|Person】",
            {("林则安", "董事长", "海棠泵业"), ("何曼", "董事", "海棠泵业"), ("周亦然", "董事", "海棠泵业")},
        ),
        (
            "【温岭市泵业协会|Organization】换届",
            "（一）会长：【林则安|Person】\n（二）副会长：【何曼|Person】、【周亦然|Person】",
            {
                ("林则安", "会长", "温岭市泵业协会"),
                ("何曼", "副会长", "温岭市泵业协会"),
                ("周亦然", "副会长", "温岭市泵业协会"),
            },
        ),
        ("走进【海棠泵业|Company】", "记者：【林则安|Person】　【何曼|Person】\n女儿：【周亦然|Person】", set()),
        ("要闻", "联系人：【林则安|Person】", set()),
        ("【海棠泵业|Company】招聘", "地址：【大溪镇|Town】\n经理：月薪8000元", set()),
    ],
)
def test_rosters(tmp_path: Path, headline: str, lines: str, posts: set[tuple[str, str, str]]) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        f"@page publication=日报 home=温岭市 date=2024-05-06\n@article\n@headline {headline}\n{lines}\n", "utf-8"
    )
    marked = read_marked(path)
    names = {r.id: r.name for r in marked.naming.referents}
    claims = announced(marked.reading, marked.naming)
    assert {(names[c.subject], c.role, names[c.object]) for c in claims} == posts


def test_candidates_hold_nothing_yet(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "@page publication=日报 home=温岭市 date=2024-05-06\n@article\n@headline 【泵业协会|Organization】理事候选人名单\n理事：【林则安|Person】\n",
        "utf-8",
    )
    marked = read_marked(path)
    assert [c.modality for c in announced(marked.reading, marked.naming)] == ["proposed"]


def test_name_title_and_body_are_evidence_together(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "@page publication=日报 home=温岭市 date=2024-05-06\n@article\n@headline 公告\n"
        "一、【温岭市人大常委会|PublicBody】\n委　员：\n【何曼|Official】　【周亦然|Official】\n",
        "utf-8",
    )
    marked = read_marked(path)
    (article,) = marked.reading.articles
    claims = announced(marked.reading, marked.naming)
    assert {article.text[c.sentence.start : c.sentence.end] for c in claims} == {
        "一、温岭市人大常委会",
        "委　员：",
        "何曼　周亦然",
    }


@pytest.mark.parametrize(
    ("line", "post"),
    [
        ("【大溪镇|Town】　镇长　【何曼|Official】（女）", ("何曼", "镇长", "大溪镇")),
        ("【温岭市政协|PublicBody】　副主席　【林则安|Official】", ("林则安", "副主席", "温岭市政协")),
    ],
)
def test_a_line_of_cells(tmp_path: Path, line: str, post: tuple[str, str, str]) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        f"@page publication=日报 home=温岭市 date=2024-05-06\n@article\n@headline 补选结果\n{line}\n", "utf-8"
    )
    marked = read_marked(path)
    names = {r.id: r.name for r in marked.naming.referents}
    claims = announced(marked.reading, marked.naming)
    assert {(names[c.subject], c.role, names[c.object]) for c in claims} == {post}
