"""Pages named by their gold files, so that claims are measured apart from names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wlgraph.errors import PageError
from wlgraph.evaluation.gold_names import name_by_gold
from wlgraph.model import Naming
from wlgraph.pages import read_page

TEXT = """小微园里起新楼

本报讯（记者陈可）市长林海昨天到青石镇沙岙村调研。远帆船舶有限公司董事长江一说，远帆船舶去年投资三亿元。该公司位于青石镇。
"""
ENTITIES = [
    ("e1", "Official", "林海", ["市长林海"]),
    ("e2", "Town", "青石镇", ["青石"]),
    ("e3", "Village", "沙岙村", ["青石镇沙岙村"]),
    ("e4", "Company", "远帆船舶有限公司", ["远帆船舶"]),
    ("e5", "Person", "江一", []),
    ("e6", "Organization", "青禾日报", ["本报"]),
]


def _named(folder: Path) -> Naming:
    page = folder / "page.txt"
    page.write_text(TEXT, "utf-8")
    entities = [
        {"id": i, "type": leaf, "name": name, "aliases": aliases, "required": i != "e5"}
        for i, leaf, name, aliases in ENTITIES
    ]
    page.with_suffix(".json").write_text(json.dumps({"entities": entities}), "utf-8")
    return name_by_gold(read_page(page, home="青禾市"), page.with_suffix(".json"))


def test_names_stand_where_the_gold_file_says(tmp_path: Path) -> None:
    naming = _named(tmp_path)
    assert [(m.text, m.referent) for m in sorted(naming.mentions, key=lambda m: m.span) if m.kind == "name"] == [
        ("林海", "e1"),
        ("青石镇", "e2"),
        ("沙岙村", "e3"),
        ("远帆船舶有限公司", "e4"),
        ("远帆船舶", "e4"),
        ("青石镇", "e2"),
    ]


def test_words_that_point_mean_the_given_things(tmp_path: Path) -> None:
    pointing = {(m.text, m.referent) for m in _named(tmp_path).mentions if m.kind == "reference"}
    assert ("该公司", "e4") in pointing


def test_the_home_is_there_even_where_no_name_means_it(tmp_path: Path) -> None:
    assert [r.name for r in _named(tmp_path).referents if r.id == "home"] == ["青禾市"]


def test_a_file_that_is_no_gold_file_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, "utf-8")
    page.with_suffix(".json").write_text("[]", "utf-8")
    with pytest.raises(PageError, match="is not a gold file"):
        name_by_gold(read_page(page), page.with_suffix(".json"))
