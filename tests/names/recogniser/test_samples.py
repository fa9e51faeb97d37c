"""What training makes of marked pages, without torch."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.errors import SettingsError
from wlgraph.model import LEAVES
from wlgraph.training import train
from wlgraph.training.augment import Swapper, flaw
from wlgraph.training.samples import Sample, read_samples, windows
from wlgraph.training.score import interval, overall

PAGE = """@page publication=海州日报 home=海州市 date=2021-03-04
@article
@headline 【苍屿镇|Town】办起新厂
@byline reporter=贺川 correspondent= photographer=
【海州远帆泵业有限公司|Company】董事长【计若山|Person】说，【远帆|Company|海州远帆泵业有限公司】将扩产。

第二天，【苍屿镇|Town】来人了。
@rel 海州远帆泵业有限公司 | locatedIn | 苍屿镇
"""


def names(sample: Sample) -> list[tuple[str, str]]:
    return [(sample.text[s:e], LEAVES[c]) for s, e, c in sample.spans]


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return read_samples([path])[0]


def test_samples_hold_headline_and_body_and_their_names(sample: Sample) -> None:
    assert "贺川" not in sample.text
    assert names(sample) == [
        ("苍屿镇", "Town"),
        ("海州远帆泵业有限公司", "Company"),
        ("计若山", "Person"),
        ("远帆", "Company"),
        ("苍屿镇", "Town"),
    ]


def test_windows_keep_every_name_that_is_not_cut(sample: Sample) -> None:
    pieces = windows([sample], 40)
    assert "".join(p.text for p in pieces) == sample.text
    assert [n for p in pieces for n in names(p)] == names(sample)


def test_swapping_changes_a_name_alike_everywhere(sample: Sample) -> None:
    other = Sample(text="白沙镇", spans=((0, 3, LEAVES.index("Town")),))
    swapped = Swapper([other], invent=0).swap(sample, 1.0, random.Random(1))
    assert names(swapped)[0] == names(swapped)[-1] == ("白沙镇", "Town")
    assert swapped.text.startswith("白沙镇办起新厂")


@given(st.integers(0, 1000))
def test_flaws_keep_names_but_for_lost_marks_and_line_ends(seed: int) -> None:
    whole = Sample(text="他说“海州”远帆泵业获“金帆奖”。", spans=((3, 10, 0), (12, 15, 7)))
    flawed = flaw(whole, random.Random(seed), rate=0.2)
    kept = [name.translate({ord(c): None for c in "“”\n"}) for name, _ in names(flawed)]
    assert kept == ["海州远帆泵业", "金帆奖"]


def test_a_name_counts_where_place_and_class_agree() -> None:
    texts = [([(0, 2, 1), (4, 6, 2)], [(0, 2, 1), (4, 6, 3), (8, 9, 1)])]
    assert (overall(texts).precision, overall(texts).recall) == (1 / 3, 1 / 2)
    assert overall(texts, typed=False).f1 == pytest.approx(0.8)
    low, high = interval(texts * 5)
    assert low == high == pytest.approx(0.4)


def test_a_folder_without_pages_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="give a folder of marked pages"):
        train(tmp_path, tmp_path / "model.onnx")


def test_a_kept_network_takes_no_further_corpora(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    with pytest.raises(SettingsError, match="leave out --start or --corpus"):
        train(tmp_path, tmp_path / "m.onnx", start=tmp_path / "net.pt", corpora=[tmp_path / "a.bio"])


def test_a_mean_needs_a_kept_network(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    with pytest.raises(SettingsError, match="leave out --mean"):
        train(tmp_path, tmp_path / "m.onnx", mean=True)
