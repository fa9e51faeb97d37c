"""Whatever bytes a page has: it is read or refused, and every offset is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile.targets import SEEDS, TARGETS, check_page
from wlgraph.build.engines import seal
from wlgraph.build.fingerprint import extractor_fingerprint

PIECES = (
    "本报讯", "（记者周亦然）", "记者 周亦然 通讯员 郑晓", "浙江海澜星泵业有限公司", "大溪镇", "市长林则安", "下转第三版", "上接第一版",
    "3月11日", "1.2亿元", "同比增长12.5%", "“", "”", "（", "《", "》", "。", "，", "、", "\n", "\n\n", "\r\n", "　　", "\t", "■", "*",
    "责任编辑", "第1版", "2023年6月26日 星期一", "\u200b", "\u202e", "\ufeff", "𠮷", "é", "<p>", "&amp;", "{", "\\", "0", "９",
)  # fmt: skip
pages = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map("".join)
sidecars = (
    st.none()
    | st.binary(max_size=60)
    | st.from_regex(rb'\{"(home|date|page|publication)": ("[^"]{0,9}"|[0-9]{1,3}|null)\}')
)


def written(folder: Path, content: bytes, ending: str, sidecar: bytes | None) -> Path:
    path = folder / f"page{ending}"
    path.write_bytes(content)
    beside = folder / "page.meta.json"
    beside.unlink(missing_ok=True)
    if sidecar is not None:
        beside.write_bytes(sidecar)
    return path


@given(content=st.binary(max_size=400), sidecar=sidecars)
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes, sidecar: bytes | None) -> None:
    check_page(written(tmp_path_factory.getbasetemp(), content, ".txt", sidecar))


@pytest.mark.parametrize("name", TARGETS)
@given(data=st.data())
def test_any_reader_keeps_its_promise(name: str, data: st.DataObject) -> None:
    (seed, *others) = SEEDS[name]
    good = data.draw(st.sampled_from([seed, *others]))
    cut, put = data.draw(st.integers(0, len(good))), data.draw(st.text(max_size=6) | st.sampled_from(PIECES))
    TARGETS[name]((good[:cut] + put + good[cut + data.draw(st.integers(0, 9)) :]).encode("utf-8", "replace"))


@given(text=pages, codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]), sidecar=sidecars)
def test_any_text(tmp_path_factory: pytest.TempPathFactory, text: str, codec: str, sidecar: bytes | None) -> None:
    check_page(written(tmp_path_factory.getbasetemp(), text.encode(codec, "replace"), ".txt", sidecar))


@given(text=pages)
def test_any_text_is_extracted_without_a_fault(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = written(tmp_path_factory.getbasetemp(), text.encode(), ".txt", None)
    (done,) = seal([(path, "key")], "温岭市", extractor_fingerprint())
    assert "fault in wlgraph" not in done.reason
