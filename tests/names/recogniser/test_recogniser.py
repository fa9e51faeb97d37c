"""The model that comes with the package, on sentences with invented names."""

import itertools
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from wlgraph.errors import SettingsError
from wlgraph.names.recogniser import STATE_WIDTH, Recogniser, load_recogniser, shipped_model
from wlgraph.names.recogniser import recogniser as module
from wlgraph.names.recogniser.component import FACTORY, SPANS_KEY
from wlgraph.names.recogniser.recogniser import WINDOW

SENTENCES = [
    "市经信局局长秦亦山来到浙江锦岳机电有限公司调研。",
    "昨日，大溪镇党委书记裘敬之走访了山前村。\n据介绍，该村今年投资200万元修路。",
    "杭州市的之江大学与临海市人民政府签订了合作协议。",
    "没有名字的一句话。",
    "",
    "《温岭市小微企业园管理办法》自2021年5月1日起施行。" * 12,
]


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return load_recogniser()


@pytest.mark.parametrize(
    ("text", "name", "leaf"),
    [
        (SENTENCES[0], "市经信局", "PublicBody"),
        (SENTENCES[0], "秦亦山", "Official"),
        (SENTENCES[0], "浙江锦岳机电有限公司", "Company"),
        (SENTENCES[1], "山前村", "Village"),
        (SENTENCES[2], "之江大学", "ResearchBody"),
        (SENTENCES[5], "《温岭市小微企业园管理办法》", "Policy"),
    ],
)
def test_names_are_proposed_with_their_class(recogniser: Recogniser, text: str, name: str, leaf: str) -> None:
    best = [p for p in recogniser.propose([text])[0] if p.best]
    assert (name, leaf) in {(text[p.start : p.end], p.leaf) for p in best}


def test_a_text_without_names_has_no_best_proposal(recogniser: Recogniser) -> None:
    assert [p for p in recogniser.propose([SENTENCES[3]])[0] if p.best] == []


def test_texts_together_give_what_each_gives_alone(recogniser: Recogniser) -> None:
    together = recogniser.propose(SENTENCES, minimum=0.2)
    alone = [recogniser.propose([text], minimum=0.2)[0] for text in SENTENCES]
    for a, b in zip(together, alone, strict=True):
        assert [(p.start, p.end, p.leaf, p.best) for p in a] == [(p.start, p.end, p.leaf, p.best) for p in b]
        assert [p.confidence for p in a] == pytest.approx([p.confidence for p in b], abs=1e-3)


def test_a_lower_minimum_only_adds_alternatives(recogniser: Recogniser) -> None:
    doubtful = "活动以和美家园为主题，推动泵阀、鞋服产业提升，园区管家平台和共享贷随之上线。"
    few, many = (recogniser.propose([*SENTENCES, doubtful], minimum=m) for m in (0.5, 0.05))
    for a, b in zip(few, many, strict=True):
        assert [p for p in a if p.best] == [p for p in b if p.best]
        assert set(a) <= set(b)
        assert all(p.best or p.confidence >= 0.05 for p in b)
    assert sum(map(len, many)) > sum(map(len, few))


@settings(max_examples=20, deadline=None)
@given(text=st.text(alphabet="温岭市长“”，。《》\nA1镇村公司张", max_size=2 * WINDOW))
def test_best_proposals_lie_in_the_text_and_apart(recogniser: Recogniser, text: str) -> None:
    best = [p for p in recogniser.propose([text])[0] if p.best]
    assert all(0 <= p.start < p.end <= len(text) and 0 <= p.confidence <= 1 for p in best)
    assert all(a.end <= b.start for a, b in itertools.pairwise(best))


def test_states_are_the_same_remembered_or_not(recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch) -> None:
    recogniser.propose(SENTENCES)
    remembered = [recogniser.states(text) for text in SENTENCES]
    monkeypatch.setattr(module, "REMEMBERED_CHARACTERS", 0)
    recogniser.propose(["忘"])
    assert list(recogniser._remembered) == ["忘"]
    for text, before in zip(SENTENCES, remembered, strict=True):
        assert before.shape == (len(text), STATE_WIDTH)
        assert before == pytest.approx(recogniser.states(text), abs=1e-2)


def test_only_so_many_states_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED_CHARACTERS", 60)
    fresh = Recogniser(shipped_model().read_bytes())
    for number in range(4):
        fresh.propose([f"{number}" + "字" * 20])
    assert [text[0] for text in fresh._remembered] == ["2", "3"]


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="train one or reinstall"):
        load_recogniser(tmp_path / "none.onnx")


def test_a_file_that_is_no_model_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "text.onnx"
    path.write_text("no model")
    with pytest.raises(SettingsError, match="is no model"):
        load_recogniser(path)


def test_the_component_writes_spans_with_scores(recogniser: Recogniser) -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe(FACTORY, config={"minimum": 0.3})
    docs = list(nlp.pipe(SENTENCES))
    for doc, proposals in zip(docs, recogniser.propose(SENTENCES, minimum=0.3), strict=True):
        group = doc.spans[SPANS_KEY]
        assert [(s.start_char, s.end_char, s.label_) for s in group] == [(p.start, p.end, p.leaf) for p in proposals]
        assert len(group.attrs["scores"]) == len(proposals)
    assert any(len(doc.spans[SPANS_KEY]) for doc in docs)
