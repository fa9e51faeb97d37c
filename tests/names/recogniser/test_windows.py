import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.names.recogniser.windows import cut


@given(st.text(alphabet="甲乙，。；\n”", max_size=120), st.integers(4, 40))
def test_windows_cover_the_text_in_order(text: str, limit: int) -> None:
    windows = cut(text, limit)
    assert "".join(text[w.start : w.end] for w in windows) == text
    assert all(0 < len(w) <= limit for w in windows)
    assert all(a.end == b.start for a, b in itertools.pairwise(windows))


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("甲乙。丙丁。", 10, ["甲乙。丙丁。"]),
        ("甲乙。丙丁。", 5, ["甲乙。", "丙丁。"]),
        ("“甲乙。”丙丁戊己", 6, ["“甲乙。”", "丙丁戊己"]),
        ("标题\n正文第一句。", 5, ["标题\n", "正文第一句", "。"]),
        ("甲乙丙，丁戊己庚", 6, ["甲乙丙，", "丁戊己庚"]),
        ("", 6, []),
    ],
)
def test_windows_end_with_sentences(text: str, limit: int, pieces: list[str]) -> None:
    assert [text[w.start : w.end] for w in cut(text, limit)] == pieces
