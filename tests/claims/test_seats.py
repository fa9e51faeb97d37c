"""Bodies that only their heads' titles name."""

from __future__ import annotations

import pytest

from tests.claims.relations.scenes import page_of
from wlgraph.claims import state


@pytest.mark.parametrize(
    ("sentence", "seats"),
    [
        ("【市委|PublicBody|温岭市委】副书记、市长【林则安|Official】出席。", [("林则安", "温岭市人民政府", "市长")]),
        ("【大溪镇|Town】副镇长【何曼|Official】介绍了情况。", [("何曼", "大溪镇人民政府", "副镇长")]),
        ("【下岸村|Village】党支部书记【陈阿土|Official】带头干。", [("陈阿土", "下岸村党支部", "党支部书记")]),
        ("【市经信局|PublicBody】局长【何曼|Official】到场讲话。", []),
        ("【下岸村|Village】村民【陈阿土|Person】带头干。", []),
    ],
)
def test_a_head_leads_the_body(sentence: str, seats: list[tuple[str, str, str]]) -> None:
    page = page_of(sentence)
    stating = state(page.reading, page.naming)
    names = {r.id: r.name for r in (*page.naming.referents, *stating.implied)}
    found = [(names[c.subject], names[c.object], c.role) for c in stating.claims if c.rule == "seat"]
    assert found == seats
    assert [(m.text, names[m.referent]) for m in stating.references] == [(role, body) for _, body, role in seats]


@pytest.mark.parametrize(
    ("sentence", "posts"),
    [
        (
            "【大溪镇党委|PublicBody】委员、副镇长【何曼|Official】到场。",
            {("委员", "大溪镇党委"), ("副镇长", "大溪镇"), ("副镇长", "大溪镇人民政府")},
        ),
        (
            "【青屿经开区党工委|PublicBody】副书记、管委会主任【何曼|Official】到场。",
            {("副书记", "青屿经开区党工委"), ("管委会主任", "青屿经开区")},
        ),
        ("【大溪镇党委|PublicBody】书记【何曼|Official】到场。", {("书记", "大溪镇党委")}),
        (
            "【庆城县委|PublicBody】副书记、县长【何曼|Official】到场。",
            {("副书记", "庆城县委"), ("县长", "庆城县"), ("县长", "庆城县人民政府")},
        ),
        (
            "【冠县县委|PublicBody】副书记、县长【何曼|Official】到场。",
            {("副书记", "冠县县委"), ("县长", "冠县"), ("县长", "冠县人民政府")},
        ),
        (
            "【广州市天河区委|PublicBody】常委、副区长【何曼|Official】到场。",
            {("常委", "广州市天河区委"), ("副区长", "天河区"), ("副区长", "天河区人民政府")},
        ),
    ],
)
def test_behind_a_committee_s_post_stands_one_of_the_place(sentence: str, posts: set[tuple[str, str]]) -> None:
    page = page_of(sentence)
    stating = state(page.reading, page.naming)
    names = {r.id: r.name for r in (*page.naming.referents, *stating.implied)}
    assert {(c.role, names[c.object]) for c in stating.claims if c.predicate == "holdsPostIn"} == posts
    texts = {a.id: a.text for a in page.reading.articles}
    assert bool(stating.references) is (len(posts) > 1)
    assert all(texts[m.article][m.span.start : m.span.end] == m.text for m in stating.references)
