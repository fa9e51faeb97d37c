"""Lists of towns and villages that say what they are only at the end."""

from __future__ import annotations

import pytest

from wlgraph.names.listed_places import propose_listed_places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("南屏街道后岙、前山、小河头等村已改造。", [("后岙", "Village"), ("前山", "Village"), ("小河头", "Village")]),
        ("在后岙、前山两村试点。", [("后岙", "Village"), ("前山", "Village")]),
        ("后岙、前山和小河头等5个村开工。", [("后岙", "Village"), ("前山", "Village"), ("小河头", "Village")]),
        ("线路途经浦西、沙门、上马等镇。", [("浦西", "Town"), ("沙门", "Town"), ("上马", "Town")]),
        ("会上，浦西、沙门两街道作了交流。", [("浦西", "Town"), ("沙门", "Town")]),
        ("和平、太和等村参加。", [("和平", "Village"), ("太和", "Village")]),
        ("线路途经浦西镇、沙门镇等镇。", []),
        ("在浦西镇、沙门镇的18个村养鸭。", []),
        ("市水利局、市财政局和22个镇街参加。", []),
        ("产业、文化等村级事务公开。", []),
        ("水库、道路等镇区设施更新。", []),
        ("二十五、三十六个村脱贫。", []),
        ("在三甲八镇、殿前镇三镇巡回。", []),
    ],
)
def test_names_of_lists(text: str, names: list[tuple[str, str]]) -> None:
    assert [(text[c.span.start : c.span.end], c.leaf) for c in propose_listed_places(text)] == names
