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
