"""Cities and provinces that only the titles of their leaders mean."""

from __future__ import annotations

import pytest

from tests.claims.relations.scenes import page_of
from wlgraph.claims import state


@pytest.mark.parametrize(
    ("home", "sentence", "posts", "told"),
    [
        ("宁海县", "副市长【林则安|Official】来我县调研。", [("林则安", "宁波市", "副市长")], ["3302"]),
        (
            "宁海县",
            "副市长【林则安|Official】从【宁波市|AdministrativeArea】来。",
            [("林则安", "宁波市", "副市长")],
            [],
        ),
        ("温岭市", "副市长【林则安|Official】主持会议。", [("林则安", "温岭市", "副市长")], []),
        ("温岭市", "副省长【林则安|Official】来我市调研。", [("林则安", "浙江省", "副省长")], ["33"]),
        ("宁海县", "副县长【林则安|Official】说，市长信箱开通了。", [("林则安", "宁海县", "副县长")], []),
    ],
)
def test_titles_mean_areas_above(home: str, sentence: str, posts: list[tuple[str, str, str]], told: list[str]) -> None:
    page = page_of(sentence, home=home)
    stating = state(page.reading, page.naming)
    names = {r.id: r.name for r in (*page.naming.referents, *stating.implied)}
    assert [(names[c.subject], names[c.object], c.role) for c in stating.claims if c.rule == "post"] == posts
    assert [r.code for r in stating.implied if r.leaf == "AdministrativeArea"] == told
