"""Marked pages that are broken are refused with a sentence that says where."""

from pathlib import Path

import pytest

from wlgraph.errors import PageError
from wlgraph.evaluation.marked import read_marked

GOOD = "@page publication=海州日报 home=海州市 date=2021-03-04\n@article\n@headline 【苍屿镇|Town】办起新厂\n苍屿镇来人了。\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (GOOD.removeprefix("@page").encode(), "no @page line"),
        ((GOOD + "@rel 苍屿镇 | partOf | 海城区\n").encode(), "nothing on the page marks"),
        ((GOOD + "@fig 苍屿镇 | 投资 | 三亿 | 元\n").encode(), "no number"),
        ((GOOD + "@fig 苍屿镇 | 投资 | 1e999999 | 元\n").encode(), "no number"),
        (GOOD.encode("gb18030"), "no UTF-8 text"),
    ],
)
def test_a_broken_page_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(PageError, match=told):
        read_marked(tmp_path / "a.txt")


def test_a_fall_may_be_a_negative_number(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD + "@fig 苍屿镇 | 产值增长 | -3.2 | %\n", "utf-8")
    (figure,) = read_marked(tmp_path / "a.txt").stating.figures
    assert figure.value == "-3.2"
