"""Lists told 分别: which referent each quantity belongs to."""

from __future__ import annotations

from pathlib import Path

from tests.claims.figures.test_measure import page
from wlgraph.claims.figures.scene import Scene
from wlgraph.claims.figures.surroundings import Surroundings


def test_pairs_follow_the_order_of_the_list(tmp_path: Path) -> None:
    read = page(
        tmp_path,
        "【海棠泵业|Company】、【木槿机电|Company】和【石榴电器|Company】出口额分别为5120万美元、4380万美元和2975万美元。",
    )
    scene = Scene(read.reading.articles[0], read.reading.page, read.naming, "")
    names = {r.id: r.name for r in read.naming.referents}
    pairs = {scene.quantities[i].value: names[r] for i, (r, *_) in Surroundings(scene).pairs.items()}
    assert pairs == {"51200000": "海棠泵业", "43800000": "木槿机电", "29750000": "石榴电器"}


def test_no_pairs_without_a_list(tmp_path: Path) -> None:
    read = page(tmp_path, "【海棠泵业|Company】产值和税收分别为5亿元和3000万元。")
    scene = Scene(read.reading.articles[0], read.reading.page, read.naming, "")
    assert Surroundings(scene).pairs == {}
