"""Surfaces that look like persons and name nobody."""

from __future__ import annotations

import pytest

from wlgraph.model import Span
from wlgraph.names.persons import names_nobody, runs_on, starts_late


@pytest.mark.parametrize(
    ("sentence", "surface", "nobody"),
    [
        ("陈先生说", "陈先生", True),
        ("产学研相结合", "相结合", True),
        ("走进村里的李子园", "李子园", True),
        ("村民李子元说", "李子元", False),
        ("村民杨梅说", "杨梅", False),
        ("高质量发展", "高质量", True),
        ("林则安说", "林则安", False),
        ("相里安说", "相里安", False),
        ("高曼青说", "高曼青", False),
        ("念兹在兹", "念兹", True),
        ("黄灿灿的稻子", "黄灿灿", True),
        ("领导和嘉宾出席", "和嘉宾", True),
        ("马鸣河县级河长林则安巡河", "马鸣河", True),
        ("副县长马鸣河出席", "马鸣河", False),
    ],
)
def test_names_nobody(sentence: str, surface: str, nobody: bool) -> None:
    at = sentence.index(surface)
    assert names_nobody(sentence, Span(at, at + len(surface))) is nobody


@pytest.mark.parametrize(
    ("text", "stretch", "late"),
    [
        ("林则安来了。何曼向林则安汇报", "向林则安", True),
        ("向荣林来了", "向荣林", False),
        ("于则安和于则安", "于则安", False),
    ],
)
def test_starts_late(text: str, stretch: str, late: bool) -> None:
    at = text.index(stretch)
    assert starts_late(text, Span(at, at + len(stretch))) is late


@pytest.mark.parametrize(
    ("sentence", "stretch", "further"),
    [
        ("副市长赵强未出席会议", "赵强未", True),
        ("市政协主席赵强来我县调研", "赵强来", True),
        ("在外地的赵强捐2万元", "赵强捐", True),
        ("副市长赵强未到场", "赵强", False),
        ("作者陈既未，温岭人", "陈既未", False),
        ("总经理叶青正和主播试播。叶青说", "叶青正", True),
        ("总经理叶青正和主播试播。", "叶青正", False),
        ("总经理叶青正说。叶青正和主播试播。", "叶青正", False),
        ("医院的王芳休整一周。王芳说", "王芳休", True),
    ],
)
def test_runs_on(sentence: str, stretch: str, further: bool) -> None:
    start = sentence.index(stretch)
    assert runs_on(sentence, Span(start, start + len(stretch))) is further
