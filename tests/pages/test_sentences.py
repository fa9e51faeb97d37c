"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.model import Span
from wlgraph.pages.sentences import MAX_SENTENCE, split_sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["水清了。", "人来了！", "真的？"],
        ["他说：“水清了。”", "大家笑了。"],
        ["“水清了，人就来了；", "人来了，店就开了。”"],
        ["他读了《水清了吗？人来了吗》一文。"],
        ["“最多跑一次！”成了口头禅。"],
        ["市长（注：今年4月上任。）出席会议。"],
        ["泽国镇五月份出口额……还在增长。"],
        ["没有句号的标题"],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    assert split("".join(sentences)) == sentences


def test_a_long_sentence_is_cut_at_its_commas() -> None:
    text = "，".join(["滨海镇的葡萄熟了"] * 120) + "。"
    pieces = split(text)
    assert "".join(pieces) == text
    assert all(len(p) <= MAX_SENTENCE and p[-1] in "，。" for p in pieces)


@given(st.text(alphabet="水清了人来。！？；“”《》（），…\n 1a", max_size=900))
def test_nothing_but_blanks_is_lost(text: str) -> None:
    spans = split_sentences(text, Span(0, len(text)))
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())
    assert all(len(s) <= MAX_SENTENCE for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
