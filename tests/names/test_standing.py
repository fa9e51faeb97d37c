"""How a candidate stands among the others of its page."""

from __future__ import annotations

import pytest

from wlgraph.model import Leaf, Span
from wlgraph.names.evidence import Features, Key, logit
from wlgraph.names.namer import load_namer
from wlgraph.names.standing import classless, stand
from wlgraph.pages.reading import read_text
from wlgraph.pages.sidecar import Sidecar

TEXT = "甲泵业、乙泵业和丙镇说，甲泵业去了A5馆。"


def key(surface: str, leaf: Leaf, *, second: bool = False) -> Key:
    start = TEXT.rindex(surface) if second else TEXT.index(surface)
    return Span(start, start + len(surface)), leaf


def read(confidence: float) -> Features:
    return {"model:confidence": logit(confidence), "tail:own:Company": 1.0}


EVIDENCE: dict[Key, Features] = {
    key("甲泵业", "Company"): read(0.9),
    key("甲泵业", "Product"): read(0.2),
    key("甲泵业", "Company", second=True): read(0.6),
    key("乙泵业", "Company"): read(0.5),
    key("丙镇", "Town"): {},
    key("A5馆", "Infrastructure"): read(0.3),
}
[STANDING] = stand([TEXT], [EVIDENCE], [EVIDENCE])


@pytest.mark.parametrize(
    ("candidate", "feature", "value"),
    [
        (key("甲泵业", "Company"), "stand:length", 3),
        (key("甲泵业", "Company"), "stand:same-best", 0.6),
        (key("甲泵业", "Company"), "stand:same-number", 1),
        (key("甲泵业", "Company"), "stand:lead", 0.7),
        (key("甲泵业", "Company"), "stand:any-class", 1.1),
        (key("甲泵业", "Product"), "stand:lead", -0.7),
        (key("甲泵业", "Product"), "stand:other-best", 0.6),
        (key("甲泵业", "Company"), "stand:listed-after:same", 0.5),
        (key("甲泵业", "Product"), "stand:listed-after:other", 0.5),
        (key("甲泵业", "Company"), "stand:listed-before:same", -1),
        (key("乙泵业", "Company"), "stand:listed-before:same", 0.9),
        (key("乙泵业", "Company"), "stand:listed-after:other", 0),
        (key("A5馆", "Infrastructure"), "stand:latin", 1),
        (key("A5馆", "Infrastructure"), "stand:digit", 1),
        (key("丙镇", "Town"), "stand:latin", 0),
        (key("丙镇", "Town"), "class:Town", 1),
        (key("丙镇", "Town"), "group:Place", 1),
        (key("乙泵业", "Company"), "tail:own", 1),
    ],
)
def test_standing(candidate: Key, feature: str, value: float) -> None:
    assert STANDING[candidate][feature] == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("feature", "without"),
    [("tail:own:Company", "tail:own"), ("bare:Programme", "bare"), ("form:park:IndustrialPark:free", "form:park:free")],
)
def test_classes_are_left_out_of_a_features_name(feature: str, without: str) -> None:
    assert classless(feature) == without


def test_words_that_stand_everywhere_count_as_forty() -> None:
    text = "甲泵业。" * 200
    evidence: dict[Key, Features] = {(Span(i, i + 3), "Company"): read(0.9) for i in range(0, len(text), 4)}
    [standing] = stand([text], [evidence], [evidence])
    assert {own["stand:same-number"] for own in standing.values()} == {40.0}
    assert {round(own["stand:same-mean"], 6) for own in standing.values()} == {0.9}


def test_a_body_that_every_line_names_is_found_in_every_line() -> None:
    lines = [
        f"昨日，青禾县委常委、宣传部部长林{a}{b}到会。" for a in "安宝昌诚达德丰福" for b in "明铭宁鹏平启庆荣瑞润"
    ]
    page = read_text("p.txt", "大会召开\n\n" + "\n".join(lines), sidecar=Sidecar(home="温岭市", date="2024-05-06"))
    [naming] = load_namer().name([page])
    assert sum(m.text == "青禾县委" for m in naming.mentions) == len(lines)
