"""The encoder answers for every pair, quantity and time of an article, whatever stands beside it."""

from __future__ import annotations

import math

import pytest

from tests.claims.relations.scenes import page_of
from wlgraph.claims.encoder import Encoder, load_encoder
from wlgraph.claims.relations.signature import SCORED
from wlgraph.claims.study import Study, study
from wlgraph.errors import SettingsError
from wlgraph.model import Predicate

PLANT = "位于【大溪镇|Town】的【浙江海澜星泵业有限公司|Company】去年产值3.2亿元，生产【星河水泵|Product】。"
SCHOOL = "【城西小学|Organization】有学生800人。"


def studied(sentence: str) -> Study:
    page = page_of(sentence)
    return study(page.reading, page.naming)[0]


def test_an_answer_for_every_question() -> None:
    asked = studied(PLANT)
    heard = load_encoder().answer([asked.asked])[0]
    assert heard.relations.shape == (len(asked.pairs), len(SCORED))
    assert len(heard.figures) == len(asked.candidates) == 1
    assert len(heard.subjects) == sum(len(names) for names in asked.candidates)


def test_the_plant_lies_in_the_town_and_makes_the_pump() -> None:
    asked = studied(PLANT)
    heard = load_encoder().answer([asked.asked])[0]
    names = {i: r.name for i, r in asked.scene.referents.items()}
    things = [names[t] for t in asked.pairs.things]
    ends = [(things[s], things[o]) for s, o in zip(asked.pairs.subject, asked.pairs.object, strict=True)]

    def probability(subject: str, predicate: Predicate, obj: str) -> float:
        logit = float(heard.relations[ends.index((subject, obj))][SCORED.index(predicate)])
        return 1 / (1 + math.exp(-logit))

    assert probability("浙江海澜星泵业有限公司", "locatedIn", "大溪镇") > 0.5
    assert probability("浙江海澜星泵业有限公司", "produces", "星河水泵") > 0.5


def test_articles_read_together_are_answered_as_alone() -> None:
    one, other = studied(PLANT).asked, studied(SCHOOL).asked
    together = load_encoder().answer([one, other])
    for asked, heard in zip((one, other), together, strict=True):
        alone = load_encoder().answer([asked])[0]
        for part in ("relations", "modality", "figures", "aims", "subjects", "periods"):
            assert getattr(heard, part) == pytest.approx(getattr(alone, part), abs=1e-4)


def test_no_article_no_answer() -> None:
    assert load_encoder().answer([]) == []


def test_a_file_that_is_no_model_is_refused() -> None:
    with pytest.raises(SettingsError, match="no model"):
        Encoder(b"nonsense")
