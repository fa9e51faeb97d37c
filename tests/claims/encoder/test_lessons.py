"""What the encoder is taught: the marked truth as answers to its questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from wlgraph.claims.relations.signature import SCORED
from wlgraph.model import Predicate
from wlgraph.training.encoder_samples import UNKNOWN, Lesson, lesson
from wlgraph.training.studies import load

PAGE = """@page publication=岭上日报 home=温岭市 date=2024-08-22
@article
@headline 短讯
@byline reporter=甲 correspondent= photographer=
位于【大溪镇|Town】的【浙江海澜星泵业有限公司|Company】2023年产值3.2亿元，2022年为2.9亿元。公司计划明年入驻【泽丰小微园|IndustrialPark】。
@rel 浙江海澜星泵业有限公司 | locatedIn | 大溪镇
@rel 浙江海澜星泵业有限公司 | tenantOf | 泽丰小微园 | modality=planned
@fig 浙江海澜星泵业有限公司 | 产值 | 320000000 | 元 | 2023
"""


@pytest.fixture
def taught(tmp_path: Path) -> Lesson:
    path = tmp_path / "A01.txt"
    path.write_text(PAGE, "utf-8")
    return lesson(next(m for m in load([path]) if m.clean))


def true_pairs(taught: Lesson) -> set[tuple[str, Predicate, str]]:
    study = taught.marked.study
    names = {i: r.name for i, r in study.scene.referents.items()}
    things = [names[t] for t in study.pairs.things]
    return {
        (things[study.pairs.subject[row]], SCORED[column], things[study.pairs.object[row]])
        for row, column in zip(*taught.truth.nonzero(), strict=True)
    }


def test_the_listed_relations_are_true_and_no_other(taught: Lesson) -> None:
    assert true_pairs(taught) == {
        ("浙江海澜星泵业有限公司", "locatedIn", "大溪镇"),
        ("浙江海澜星泵业有限公司", "tenantOf", "泽丰小微园"),
    }


def test_only_true_pairs_have_a_modality(taught: Lesson) -> None:
    assert {bool(known) for known in taught.modality[taught.truth.any(axis=1)] != UNKNOWN} == {True}
    assert (taught.modality != UNKNOWN).sum() == 2


def test_the_listed_figure_is_of_the_company_in_its_year(taught: Lesson) -> None:
    study = taught.marked.study
    assert taught.figure.tolist() == [1, 0]
    names = [name for own in study.candidates for name in own]
    right = [study.scene.referents[n].name for n, true in zip(names, taught.subject, strict=True) if true]
    assert right == ["浙江海澜星泵业有限公司"]
    assert (taught.period & (taught.time_of == 0)).any()
    assert not (taught.period & (taught.time_of == 1)).any()
