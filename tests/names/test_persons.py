"""Surfaces that look like persons and name nobody."""

from __future__ import annotations

import pytest

from wlgraph.model import Span
from wlgraph.names.persons import names_nobody, runs_on


@pytest.mark.parametrize(
    ("surface", "nobody"),
    [
        ("陈先生", True),
        ("相结合", True),
        ("高质量", True),
        ("林则安", False),
        ("相里安", False),
        ("高曼青", False),
        ("念兹", True),
    ],
)
def test_names_nobody(surface: str, nobody: bool) -> None:
    assert names_nobody(surface) is nobody


@pytest.mark.parametrize(
    ("sentence", "stretch", "further"),
    [
        ("副市长赵强未出席会议", "赵强未", True),
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
