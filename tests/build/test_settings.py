from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from wlgraph.build import build
from wlgraph.errors import SettingsError


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"home": " "}, "home is empty"),
        ({"home": "330483"}, "is a code"),
        ({"base": "x"}, "cannot begin IRIs"),
        ({"base": ""}, "cannot begin IRIs"),
        ({"base": "http://example.org/a b/"}, "cannot begin IRIs"),
        ({"base": "http://example.org/a"}, "ending in /"),
        ({"base": "https://w3id.org/wlgraph/ontology#"}, "cannot begin IRIs"),
        ({"engine": "foo"}, "no engine 'foo'"),
        ({"workers": -1}, "number of processes"),
        ({"home": None}, "home is None"),
        ({"base": None}, "base is None"),
        ({"out": None}, "out is None"),
        ({"out": ""}, "out is ''"),
        ({"paths": None}, "paths is None"),
        ({"paths": [None]}, "paths is None"),
        ({"paths": 3}, "paths is 3"),
        ({"judgements": 3}, "judgements is 3"),
        ({"workers": "2"}, "number of processes"),
        ({"judgements": "none.jsonl"}, "no file of judgements"),
    ],
)
def test_a_setting_that_means_nothing_is_refused_before_any_work(
    tmp_path: Path, settings: dict[str, Any], said: str
) -> None:
    (tmp_path / "p.txt").write_text("大溪镇举行运动会\n\n本报讯 3月11日，大溪镇运动会举行。\n", "utf-8")
    with pytest.raises(SettingsError, match=said):
        build(**{"paths": [tmp_path / "p.txt"], "out": tmp_path / "out", **settings})
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("base", ["http://example.org/", "http://example.org/id/", "https://example.org/paper#"])
def test_iris_begin_with_the_base(tmp_path: Path, base: str) -> None:
    (tmp_path / "p.txt").write_text("大溪镇举行运动会\n\n本报讯 3月11日，大溪镇运动会举行。\n", "utf-8")
    build(tmp_path / "p.txt", tmp_path / "out", base=base)
    assert f"{base}page" in (tmp_path / "out" / "graph.ttl").read_text("utf-8")
