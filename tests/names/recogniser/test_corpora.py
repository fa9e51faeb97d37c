"""Corpora with labels of their own, in three forms."""

from pathlib import Path

import pytest

from wlgraph.errors import SettingsError
from wlgraph.training.corpora import Corpus, read_corpus


def names(corpus: Corpus) -> list[tuple[str, str]]:
    return [(s.text[a:b], corpus.labels[c]) for s in corpus.samples for a, b, c in s.spans]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "a.jsonl",
            '{"text": "远帆泵业的计若山说。", "label": {"name": {"计若山": [[5, 7]]}, "company": {"远帆泵业": [[0, 3]]}}}\n',
        ),
        (
            "a.bio",
            "远 B-company\n帆 I-company\n泵 I-company\n业 I-company\n的 O\n计 B-name\n若 I-name\n山 I-name\n说 O\n。 O\n\n",
        ),
        ("a.txt", "{{company:远帆泵业}}的{{name: 计若山}}说。\n"),
    ],
)
def test_forms(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    corpus = read_corpus(tmp_path / name)
    assert corpus.labels == ("company", "name")
    assert [s.text for s in corpus.samples] == ["远帆泵业的计若山说。"]
    assert names(corpus) == [("远帆泵业", "company"), ("计若山", "name")]


def test_of_overlapping_names_the_first_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"text": "海州大学城", "label": {"a": {"海州大学": [[0, 3]]}, "b": {"大学城": [[2, 4]]}}}', "utf-8"
    )
    assert names(read_corpus(path)) == [("海州大学", "a")]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", "x", "no corpus"),
        ("a.jsonl", "{", "cannot be read"),
        ("a.jsonl", '{"text": "海州"}', "cannot be read"),
        ("a.bio", "海\n", "cannot be read"),
        ("a.txt", "没有名字。", "No name"),
    ],
)
def test_broken_corpora_are_told(tmp_path: Path, name: str, content: str, told: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=told):
        read_corpus(tmp_path / name)
