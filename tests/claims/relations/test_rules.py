"""Every relation rule matches its own examples, and none of its counterexamples."""

from __future__ import annotations

import pytest

from tests.claims.relations.scenes import scene_of
from wlgraph.claims.relations.rules import Rule, apply_rules, load_rules

RULES = [compiled.rule for compiled in load_rules()]
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
COUNTEREXAMPLES = [(rule, example) for rule in RULES for example in rule.counterexamples]


def hit_rules(marked: str) -> set[str]:
    return {name for found in apply_rules(scene_of(marked)).of.values() for name, _ in found}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_a_rule_matches_its_example(rule: Rule, example: str) -> None:
    assert rule.id in hit_rules(example)


@pytest.mark.parametrize(("rule", "example"), COUNTEREXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_a_rule_leaves_its_counterexample(rule: Rule, example: str) -> None:
    assert rule.id not in hit_rules(example)


def test_every_rule_has_an_example_and_a_name_of_its_own() -> None:
    assert all(rule.examples for rule in RULES)
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_an_enumeration_distributes() -> None:
    scene = scene_of(
        "【海澜泵业|Company】、【砺恒数控|Company】和【金岸刀具|Company】均入选【市长质量奖|Recognition】名单。"
    )
    found = {
        scene.referents[subject].name for subject, predicate, _ in apply_rules(scene).of if predicate == "received"
    }
    assert found == {"海澜泵业", "砺恒数控", "金岸刀具"}


def test_of_places_in_places_the_last_of_each_chain_counts() -> None:
    scene = scene_of(
        "获得“【清水村|Recognition】”称号的分别是：【大溪镇|Town】【沈岙村|Village】、【泽国镇|Town】【柏山村|Village】。"
    )
    found = {
        scene.referents[subject].name for subject, predicate, _ in apply_rules(scene).of if predicate == "received"
    }
    assert found == {"沈岙村", "柏山村"}


def test_who_only_tells_of_a_thing_did_not_do_it() -> None:
    told = "记者从【市经信局|PublicBody】获悉，【工信部|PublicBody】公布【小巨人企业|Recognition】名单。"
    scene = scene_of(told)
    found = {
        scene.referents[subject].name for subject, predicate, _ in apply_rules(scene).of if predicate == "administers"
    }
    assert found == {"工信部"}


def test_a_thing_of_another_group_behind_a_comma_is_no_part_of_a_list() -> None:
    scene = scene_of("【工信部|PublicBody】公布了【绿色园区|Recognition】，【岚川开发区|IndustrialPark】上榜。")
    found = {scene.referents[obj].name for _, predicate, obj in apply_rules(scene).of if predicate == "administers"}
    assert found == {"绿色园区"}


def test_a_list_may_hold_things_of_several_groups() -> None:
    scene = scene_of("【大溪镇|Town】、【海澜泵业|Company】双双荣获【清水奖|Recognition】。")
    found = {
        scene.referents[subject].name for subject, predicate, _ in apply_rules(scene).of if predicate == "received"
    }
    assert found == {"大溪镇", "海澜泵业"}
