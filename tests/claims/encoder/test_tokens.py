"""Articles folded into tokens: names and quantities become one each, everything else stays characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.claims.encoder import Mark, Tokens, fold
from wlgraph.claims.encoder.tokens import CHARACTER, NAME, QUANTITY, REFERENCE
from wlgraph.model import Article, Span


def article(text: str) -> Article:
    return Article(id="a1", text=text, offsets=tuple(range(len(text))), blocks=(), sentences=(Span(0, len(text)),))


def read(tokens: Tokens) -> list[str]:
    signs = {NAME: "<{}>", REFERENCE: "({})", QUANTITY: "[{}]", CHARACTER: "{}"}
    rows = zip(tokens.starts.tolist(), tokens.ends.tolist(), tokens.kinds.tolist(), strict=True)
    return [signs[kind].format(tokens.text[start:end]) for start, end, kind in rows]


@pytest.mark.parametrize(
    ("text", "names", "references", "quantities", "expected"),
    [
        ("远帆泵业产值3亿元", ["远帆泵业"], [], ["3亿元"], ["<远帆泵业>", "产", "值", "[3亿元]"]),
        ("该公司新增5人。", [], ["该公司"], ["5人"], ["(该公司)", "新", "增", "[5人]", "。"]),
        ("第三大道2号", ["第三大道2号"], [], ["2号"], ["<第三大道2号>"]),
        ("天晴", [], [], [], ["天", "晴"]),
    ],
)
def test_fold(text: str, names: list[str], references: list[str], quantities: list[str], expected: list[str]) -> None:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    marks = [Mark(span(n), "Company", False) for n in names] + [Mark(span(r), "Company", True) for r in references]
    assert read(fold(article(text), marks, [span(q) for q in quantities])) == expected


def test_a_quantity_in_a_name_has_no_token_of_its_own() -> None:
    tokens = fold(article("三门湾2号桥"), [Mark(Span(0, 6), "Infrastructure", False)], [Span(3, 5)])
    assert tokens.quantities == [-1]


def test_a_reference_to_a_home_that_is_told_nowhere_is_an_empty_token() -> None:
    tokens = fold(article("天晴"), [Mark(Span(0, 0), "AdministrativeArea", True)], [])
    assert read(tokens) == ["()", "天", "晴"]
    assert tokens.mentions == [0]


@given(st.text("产值甲乙0，。", min_size=1, max_size=40), st.lists(st.integers(0, 39), max_size=8))
def test_tokens_cover_the_text_once(text: str, cuts: list[int]) -> None:
    edges = sorted({c for c in cuts if c <= len(text)})
    spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    tokens = fold(article(text), [Mark(s, "Town", False) for s in spans[::2]], spans[1::2])
    assert "".join(text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)) == text
    assert all(tokens.starts[t] <= i < tokens.ends[t] for i, t in enumerate(tokens.at.tolist()))
    assert [int(tokens.starts[t]) for t in tokens.mentions] == [s.start for s in spans[::2]]
