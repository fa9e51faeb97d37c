"""What registers, forms and posts propose on their own."""

from __future__ import annotations

import pytest

from wlgraph.names.candidate import Candidate
from wlgraph.names.forms import propose_forms
from wlgraph.names.persons import propose_persons
from wlgraph.names.places import propose_places, registered


def read(text: str, candidates: list[Candidate]) -> set[tuple[str, str]]:
    return {(text[c.span.start : c.span.end], c.leaf) for c in candidates}


@pytest.mark.parametrize(
    ("text", "name", "leaf"),
    [
        ("浙江岚川泵业有限公司投产", "浙江岚川泵业有限公司", "Company"),
        ("据市经信局介绍", "市经信局", "PublicBody"),
        ("据县教育局介绍", "县教育局", "PublicBody"),
        ("昨日，市委、市政府召开会议", "市政府", "PublicBody"),
        ("工业和信息化部公布名单", "工业和信息化部", "PublicBody"),
        ("出台《关于加快数字化的若干意见》", "《关于加快数字化的若干意见》", "Policy"),
        ("推出“渔火贷”", "渔火贷", "FinanceProduct"),
        ("开展“净滩”行动", "“净滩”行动", "Campaign"),
    ],
)
def test_forms_propose(text: str, name: str, leaf: str) -> None:
    assert (name, leaf) in read(text, list(propose_forms(text)))


@pytest.mark.parametrize(
    ("text", "name", "leaf"),
    [
        ("副市长褚一舟出席", "褚一舟", "Official"),
        ("董事长褚舟说，", "褚舟", "Person"),
        ("市领导褚一舟、郏小满等参加", "郏小满", "Official"),
        ("副市长欧阳舟出席", "欧阳舟", "Official"),
    ],
)
def test_posts_propose_persons(text: str, name: str, leaf: str) -> None:
    assert (name, leaf) in read(text, list(propose_persons(text)))


@pytest.mark.parametrize("text", ["负责人陈先生说", "村民王大爷说", "镇长说，"])
def test_a_surname_alone_is_no_person(text: str) -> None:
    assert read(text, list(propose_persons(text))) == set()


@pytest.mark.parametrize(
    ("text", "home", "name", "leaf"),
    [
        ("泽国镇开会", "温岭市", "泽国镇", "Town"),
        ("三星桥村开会", "温岭市", "三星桥村", "Village"),
        ("销往德国", "温岭市", "德国", "AdministrativeArea"),
        ("来自四川省", "晋江市", "四川省", "AdministrativeArea"),
        ("合德镇开会", "射阳县", "合德镇", "Town"),
    ],
)
def test_registers_propose(text: str, home: str, name: str, leaf: str) -> None:
    assert (name, leaf) in read(text, propose_places(text, home))


@pytest.mark.parametrize(
    ("name", "leaf", "home", "code"),
    [
        ("泽国", "Town", "温岭市", "331081100"),
        ("温岭", "AdministrativeArea", "晋江市", "331081"),
        ("鼓楼区", "AdministrativeArea", "福清市", "350102"),
        ("无此镇", "Town", "温岭市", ""),
    ],
)
def test_a_printed_name_finds_its_registered_unit(name: str, leaf: str, home: str, code: str) -> None:
    unit = registered(name, leaf, home)  # type: ignore[arg-type]
    assert (unit.code if unit else "") == code
