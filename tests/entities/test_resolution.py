import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.entities.invented import are_one, entity, maybe_one, page, resolved
from wlgraph.entities import Judgement, Ledger, explain, read_judgements
from wlgraph.entities.groups import Groups
from wlgraph.errors import SettingsError
from wlgraph.model import Leaf

FULL = "浙江鹭衡泵业股份有限公司"
PAGES = (
    page("p1", f"【{FULL}|Company】投产，【鹭衡泵业|Company】说。", date="2021-01-01"),
    page("p2", "【鹭衡|Company】与【市经信局|PublicBody】。【泽国|Town】", date="2022-01-01"),
    page("p3", "【鹭衡机械有限公司|Company】的【卜思源|Person】。", date="2020-01-01"),
    page("p4", "【鹭衡|Company】的【卜思源|Person】在【鹭光路工程|Project】。", date="2023-01-01"),
)


@settings(max_examples=20, deadline=None)
@given(st.permutations(PAGES))
def test_the_order_of_pages_changes_nothing(pages: list) -> None:  # type: ignore[type-arg]
    encode = msgspec.json.encode
    assert encode(resolved(*pages)) == encode(resolved(*PAGES))


def test_the_same_ledger_gives_the_same_result(tmp_path: Path) -> None:
    ledger = Ledger()
    first = resolved(*PAGES, ledger=ledger)
    ledger.save(tmp_path / "ledger.jsonl")
    size = len(ledger)
    again = Ledger.load(tmp_path / "ledger.jsonl")
    assert resolved(*PAGES, ledger=again) == first
    assert len(again) == size


def test_an_iri_stays_when_a_fuller_name_comes() -> None:
    ledger = Ledger()
    first = entity(resolved(page("p2", "【鹭衡泵业|Company】"), ledger=ledger), "p2", "鹭衡泵业")
    later = resolved(page("p2", "【鹭衡泵业|Company】"), page("p3", f"【{FULL}|Company】"), ledger=ledger)
    assert entity(later, "p3", FULL).iri == first.iri
    assert entity(later, "p3", FULL).name == FULL
    assert "鹭衡泵业" in first.iri
    assert "%" not in first.iri


def test_a_merge_keeps_both_iris() -> None:
    ledger = Ledger()
    old, new = "鹭衡冷冻厂", "云岬食品有限公司"
    apart = resolved(page("p1", f"【{old}|Company】"), page("p2", f"【{new}|Company】"), ledger=ledger)
    iris = {entity(apart, "p1", old).iri, entity(apart, "p2", new).iri}
    text = f"【{old}|Company】更名为【{new}|Company】。"
    merged = resolved(
        page("p1", f"【{old}|Company】"), page("p2", f"【{new}|Company】"), page("p3", text), ledger=ledger
    )
    one = entity(merged, "p1", old)
    assert {one.iri, *one.replaces} == iris
    assert len(one.replaces) == 1


def test_namesakes_keep_their_own_iris_in_any_order() -> None:
    ledger = Ledger()
    pages = [
        page("p1", "【卜源|Person】", home="温岭市"),
        page("p2", "【卜源|Person】", home="玉环市"),
    ]
    first = resolved(*pages, ledger=ledger)
    assert not are_one(first, "p1#卜源", "p2#卜源")
    assert resolved(*reversed(pages), ledger=ledger).entity_of == first.entity_of


def test_a_damaged_ledger_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "ledger.jsonl").write_text("{broken", "utf-8")
    with pytest.raises(SettingsError, match="damaged"):
        Ledger.load(tmp_path / "ledger.jsonl")


A, B = "鹭衡泵业有限公司", "云岬食品有限公司"
TWO = (page("p1", f"【{A}|Company】"), page("p2", f"【{B}|Company】"))


def test_judgements_join_part_and_leave_open() -> None:
    same = resolved(*TWO, judgements=(Judgement(verdict="same", first=A, second=B),))
    assert are_one(same, f"p1#{A}", f"p2#{B}")
    pages = (page("p1", f"【{A}|Company】"), page("p2", "【鹭衡泵业|Company】"))
    assert are_one(resolved(*pages), f"p1#{A}", "p2#鹭衡泵业")
    for verdict, open_ in (("different", False), ("unsure", True)):
        judged = resolved(*pages, judgements=(Judgement(verdict=verdict, first=A, second="鹭衡泵业"),))  # type: ignore[arg-type]
        assert not are_one(judged, f"p1#{A}", "p2#鹭衡泵业")
        assert maybe_one(judged, f"p1#{A}", "p2#鹭衡泵业") is open_


def test_a_judgement_on_single_pages_parts_equal_names() -> None:
    pages = (page("p1", f"【{A}|Company】"), page("p2", f"【{A}|Company】"))
    judged = resolved(*pages, judgements=(Judgement(verdict="different", first=f"p1#{A}", second=f"p2#{A}"),))
    assert not are_one(judged, f"p1#{A}", f"p2#{A}")


def test_judgements_by_iri_change_class_and_name_and_reject() -> None:
    ledger = Ledger()
    first = resolved(*TWO, ledger=ledger)
    a, b = entity(first, "p1", A).iri, entity(first, "p2", B).iri
    judgements = (
        Judgement(verdict="retype", first=a, leaf="ResearchBody"),
        Judgement(verdict="rename", first=a, name="鹭衡研究所"),
        Judgement(verdict="reject", first=b),
    )
    judged = resolved(*TWO, ledger=ledger, judgements=judgements)
    changed = entity(judged, "p1", A)
    assert (changed.iri, changed.leaf, changed.name, changed.aliases) == (a, "ResearchBody", "鹭衡研究所", (A,))
    assert f"p2#{B}" not in judged.entity_of
    assert b not in {e.iri for e in judged.entities}


def test_conflicts_and_unknown_ends_are_noticed_and_the_later_holds() -> None:
    judgements = (
        Judgement(verdict="different", first=A, second=B, at="2024-01-02"),
        Judgement(verdict="same", first=B, second=A, at="2024-01-01"),
        Judgement(verdict="reject", first="无人知晓"),
    )
    found = resolved(*TWO, judgements=judgements)
    assert not are_one(found, f"p1#{A}", f"p2#{B}")
    assert {n.code for n in found.notices} == {"judgement-conflict", "judgement-unplaced"}


KINDS = (
    page("p1", "【卜源|Person】"),
    page("p2", "【大溪镇|Town】"),
    page("p3", f"【{A}|Company】"),
    page("p4", "【望岳客厅|Infrastructure】"),
)


@pytest.mark.parametrize(
    ("key", "leaf", "given", "code"),
    [
        ("p1#卜源", "Official", "Official", ""),
        ("p1#卜源", "Company", "Company", "judgement-across-kinds"),
        (f"p3#{A}", "Person", "Person", "judgement-across-kinds"),
        (f"p3#{A}", "PublicBody", "PublicBody", ""),
        ("p2#大溪镇", "Company", "Town", "judgement-conflict"),
        ("p2#大溪镇", "AdministrativeArea", "AdministrativeArea", ""),
        ("p4#望岳客厅", "Platform", "Platform", "judgement-across-kinds"),
    ],
)
def test_a_registered_place_becomes_nothing_else_and_other_changes_of_kind_are_told(
    key: str, leaf: Leaf, given: Leaf, code: str
) -> None:
    judged = resolved(*KINDS, judgements=(Judgement(verdict="retype", first=key, leaf=leaf),))
    assert entity(judged, *key.split("#")).leaf == given
    told = [notice for notice in judged.notices if notice.code.startswith("judgement")]
    assert [notice.code for notice in told] == ([code] if code else [])
    assert all(f"{key} was retyped from" in notice.message for notice in told)


@pytest.mark.parametrize(
    ("first", "second", "one", "code"),
    [
        ("p1#卜源", "p2#大溪镇", False, "judgement-conflict"),
        ("p2#大溪镇", "p1#卜源", False, "judgement-conflict"),
        ("p1#卜源", f"p3#{A}", False, "judgement-conflict"),
        ("p2#大溪镇", f"p3#{A}", False, "judgement-conflict"),
        (f"p3#{A}", "p4#望岳客厅", True, "judgement-across-kinds"),
    ],
)
def test_things_that_can_never_be_one_stay_two(first: str, second: str, code: str, *, one: bool) -> None:
    judged = resolved(*KINDS, judgements=(Judgement(verdict="same", first=first, second=second),))
    assert are_one(judged, first, second) is one
    assert [notice.code for notice in judged.notices if notice.code.startswith("judgement")] == [code]


@pytest.mark.parametrize(
    "line", ["{}", '{"verdict": "same", "first": "a"}', '{"verdict": "retype", "first": "a"}', "x"]
)
def test_a_line_that_is_no_judgement(tmp_path: Path, line: str) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(SettingsError, match="Line 1"):
        read_judgements(path)


def test_judgements_are_read_from_lines(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    assert read_judgements(path) == ()
    path.write_text('{"verdict": "same", "first": "a", "second": "b", "by": "x"}\n\n', "utf-8")
    assert read_judgements(path) == (Judgement(verdict="same", first="a", second="b", by="x"),)


def test_explanation() -> None:
    found = resolved(*PAGES)
    (told,) = explain(found, PAGES, FULL)
    assert told.entity.name == FULL
    assert ("鹭衡泵业", 1) in told.names
    assert [(s.page, s.text) for s in told.mentions][:2] == [("p1", FULL), ("p1", "鹭衡泵业")]
    assert any("短名" in reason for m in told.merges for reason in m.reasons)
    assert all(m.score > 0 for m in told.merges)
    assert [t.entity.name for t in explain(found, PAGES, "衡泵业股份")] == [FULL], "a part of a name"
    assert explain(found, PAGES, "没有") == ()


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_groups_never_join_what_was_forbidden(steps: list[tuple[bool, int, int]]) -> None:
    groups = Groups(10)
    forbidden: list[tuple[int, int]] = []
    for join, a, b in steps:
        if join:
            groups.join(a, b)
        elif groups.forbid(a, b):
            forbidden.append((a, b))
    assert all(groups.root(a) != groups.root(b) for a, b in forbidden)


def test_many_namesakes_are_resolved_alike_from_any_start() -> None:
    dice = random.Random(3)
    pages = [
        page(f"p{i}", "【卜思源|Person】和【鹭衡|Company】。", home=dice.choice(["温岭市", "玉环市"]))
        for i in range(30)
    ]
    first = resolved(*pages)
    dice.shuffle(pages)
    assert resolved(*pages).entity_of == first.entity_of
