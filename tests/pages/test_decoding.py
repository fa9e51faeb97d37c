"""Which encodings a page may have, and which files are refused with a sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from wlgraph.errors import PageError
from wlgraph.pages import read_page
from wlgraph.pages.decoding import MAX_BYTES, decode

SIMPLIFIED = "本报讯（记者王一）昨天上午，全市工业经济大会在市行政中心召开，一百余家企业负责人参加会议。"
TRADITIONAL = "本報訊（記者王一）昨天上午，全市工業經濟大會在市行政中心召開，一百餘家企業負責人參加會議。"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "utf-16"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "gb18030"),
        ("全市水泵出口增长两成。", "gbk"),
        ("坞根镇\r\n花溪水清了。\r\n", "gbk"),
    ],
)
def test_text_comes_back_whatever_the_encoding(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "page.txt") == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "binary"),
        (b"a" * (MAX_BYTES + 1), "split it"),
        (b"\xff\xff\xff\xff\xff\xff", "encoding"),
        (SIMPLIFIED.encode()[:51] + b"\xff" + SIMPLIFIED.encode() * 3, "encoding"),
    ],
    ids=["nothing", "blanks", "a picture", "21 MB", "no encoding", "damaged UTF-8"],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(PageError, match=says):
        decode(data, "page.txt")


def test_an_absent_page_is_named(tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"none\.txt cannot be read"):
        read_page(tmp_path / "none.txt")
