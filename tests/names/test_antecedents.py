"""Which thing 公司, 该镇 and 园区 mean where several are named before."""

from __future__ import annotations

from pathlib import Path

import pytest

from wlgraph.claims.relations.scene import set_scenes
from wlgraph.evaluation.marked import MarkedPage, read_marked
from wlgraph.names.antecedents import FEATURES, antecedent, load_weights
from wlgraph.names.references import refer

DEAL = "【海棠重工有限公司|Company】的前身是一家输送机厂。2020年，【木槿投资集团有限公司|Company】以5.8亿元取得其72%的股权。\n"
QUOTE = "记者走进【海棠重工有限公司|Company】的车间，工人正在装车。“这是给【石榴能源集团|Company】定制的。”"
CASES = [
    (QUOTE, "公司总经理鲍文说。", "海棠重工有限公司"),
    (
        "【海棠重工有限公司|Company】与【木槿机电|Company】、【石榴电器|Company】签约，",
        "公司产值达5亿元。",
        "海棠重工有限公司",
    ),
    (DEAL + "【海棠重工有限公司|Company】重新开工。", "该公司获得省科技进步奖。", "海棠重工有限公司"),
    ("【海棠重工|Company】先投产。【木槿机电|Company】也投产了，", "公司产值达5亿元。", "木槿机电"),
    ("【海棠重工有限公司|Company】向【石榴银行|Company】贷款，", "公司产值达5亿元。", "海棠重工有限公司"),
]


def read(folder: Path, text: str) -> MarkedPage:
    path = folder / "页.txt"
    path.write_text(f"@page publication=报 home=温岭市 date=2023-06-26\n@article\n@headline 标题\n{text}\n", "utf-8")
    return read_marked(path)


@pytest.mark.parametrize(("before", "behind", "firm"), CASES)
def test_the_firm_that_is_meant(tmp_path: Path, before: str, behind: str, firm: str) -> None:
    page = read(tmp_path, before + behind)
    (article,) = page.reading.articles
    firms = [m for m in page.naming.mentions if m.leaf == "Company"]
    names = {r.id: r.name for r in page.naming.referents}
    meant = antecedent(article, firms, [], article.text.index(behind))
    assert names[meant.referent] == firm


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        (
            "记者走进【青禾镇|Town】。【青禾镇|Town】与【山前镇|Town】、【石桥镇|Town】相邻，该镇面积48平方公里。",
            "该镇",
            "青禾镇",
        ),
        ("【青禾产业园|IndustrialPark】开园。与【山前创业园|IndustrialPark】相比，园区大一倍。", "园区", "青禾产业园"),
        ("【青禾村|Village】的路修好了。【山前村|Village】也修了路，该村有300户。", "该村", "山前村"),
    ],
)
def test_other_things_that_are_meant(tmp_path: Path, text: str, word: str, meant: str) -> None:
    page = read(tmp_path, text)
    names = {r.id: r.name for r in page.naming.referents}
    (scene,) = set_scenes(page.reading, page.naming)
    assert [names[a.mention.referent] for a in scene.actors if a.mention.text == word] == [meant]


def test_one_firm_is_meant_whatever_stands_around(tmp_path: Path) -> None:
    page = read(tmp_path, "【海棠重工|Company】投产，【海棠重工|Company】又增资。该公司有200人。")
    (article,) = page.reading.articles
    firms = list(page.naming.mentions)
    assert antecedent(article, firms, [], article.text.index("该公司")) == firms[-1]


def test_references_and_posts_follow(tmp_path: Path) -> None:
    page = read(tmp_path, DEAL + "【海棠重工有限公司|Company】重新开工。该公司获奖。")
    names = {r.id: r.name for r in page.naming.referents}
    (word,) = refer(page.reading.articles, page.naming.mentions, page.naming.referents, page.naming.referents[0])
    assert (word.text, names[word.referent]) == ("该公司", "海棠重工有限公司")
    (scene,) = set_scenes(page.reading, page.naming)
    told = [a.mention.referent for a in scene.actors if a.mention.text == "该公司"]
    assert told == [word.referent]


def test_the_weights_are_those_of_the_features() -> None:
    assert list(load_weights()) == list(FEATURES)
