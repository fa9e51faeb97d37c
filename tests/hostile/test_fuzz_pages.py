"""Whatever bytes a page has: it is read or refused, and every offset is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.targets import SEEDS, TARGETS, check_page
from wlgraph.build.engines import seal
from wlgraph.build.fingerprint import extractor_fingerprint

PIECES = (
    "本报讯", "（记者周亦然）", "记者 周亦然 通讯员 郑晓", "浙江海澜星泵业有限公司", "大溪镇", "市长林则安", "下转第三版", "上接第一版",
    "3月11日", "1.2亿元", "同比增长12.5%", "“", "”", "（", "《", "》", "。", "，", "、", "\n", "\n\n", "\r\n", "　　", "\t", "■", "*",
    "责任编辑", "第1版", "2023年6月26日 星期一", "\u200b", "\u202e", "\ufeff", "𠮷", "é", "<p>", "&amp;", "{", "\\", "0", "９",
)  # fmt: skip
SUBJECTS = (
    "市长林则安", "市委书记何曼", "副镇长周亦然、陈阿土", "县领导高云树", "村党支部书记林小山", "协会会长何大川", "管委会主任周青", "他",
    "海澜泵业", "该公司", "浙江海澜星泵业有限公司和江海大学", "我市", "台州市委市政府", "大溪镇沈岙村", "后岙、前山等村", "市水泵协会",
    "甲泵业与乙大学、丙鞋业与丁学院", "温岭市第五届水泵节", "工业强市行动", "潜水泵", "", "3月11日", "近年来", "记者从市经信局获悉",
)  # fmt: skip
PREDICATES = (
    "走访企业", "当选新一届会长", "等8人当选副会长", "荣获“绿色工厂”称号", "入选2023年度省级绿色工厂名单", "签订合作协议", "产值达1.2亿元",
    "同比增长5%", "出席会议", "主持会议", "说", "落户温岭经济开发区", "占地50亩，总投资3亿元", "预计明年投产", "从37家增至60家",
    "被免去职务", "拟任局长", "位于大溪镇", "生产潜水泵、消防泵", "召开", "分别为3家、5家和8家", "，", "。", "。\n\n", "；", "、", "“", "”",
)  # fmt: skip
clauses = st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(PREDICATES)).map("".join)
reports = st.tuples(clauses, st.lists(clauses, max_size=8)).map(lambda parts: f"{parts[0]}\n\n{'，'.join(parts[1])}。")
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


@settings(max_examples=max(200, settings.default.max_examples if settings.default else 0))
@given(text=reports)
def test_any_report_is_extracted_without_a_fault(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = written(tmp_path_factory.getbasetemp(), text.encode(), ".txt", None)
    (done,) = seal([(path, "key")], "温岭市", extractor_fingerprint())
    assert "fault in wlgraph" not in done.reason
