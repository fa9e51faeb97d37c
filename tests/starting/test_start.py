from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from wlgraph.build import build
from wlgraph.errors import OutputError, SettingsError
from wlgraph.registers import counties, home_area
from wlgraph.starting import find_home, start_corpus
from wlgraph.starting.home import home_name


@pytest.mark.parametrize(
    ("wanted", "code"),
    [("桐乡市", "330483"), ("桐乡", "330483"), ("330483", "330483"), ("东莞市", "4419"), ("长春市朝阳区", "220104")],
)
def test_a_home_is_found_by_name_and_code(wanted: str, code: str) -> None:
    assert find_home(wanted).code == code


@pytest.mark.parametrize(
    ("wanted", "said"),
    [("无此县", "330483"), ("浙江省", "no county"), ("朝阳区", "220104 .吉林省长春市朝阳区"), ("", "no county")],
)
def test_a_home_that_is_none_or_several_is_refused(wanted: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        find_home(wanted)


def test_every_county_of_china_can_be_a_home() -> None:
    assert all(find_home(county.code) == county for county in counties())


def test_a_folder_holds_what_the_next_steps_name(tmp_path: Path) -> None:
    started = start_corpus(tmp_path / "new", "桐乡市", publication="临溪新闻")
    with (tmp_path / "new" / "register.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["name"] == "桐乡市"
    assert sum(row["level"] == "town" for row in rows) == started.towns > 5
    sidecar = json.loads((tmp_path / "new" / "pages" / "NAME.meta.json").read_text("utf-8"))
    assert (sidecar["publication"], sidecar["home"]) == ("临溪新闻", "桐乡市")
    readme = (tmp_path / "new" / "README.md").read_text("utf-8")
    assert "wlgraph build pages/ --out graph/ --home 桐乡市" in readme
    assert "{" not in readme


def test_a_page_put_there_is_built_with_its_towns(tmp_path: Path) -> None:
    start_corpus(tmp_path, "桐乡市")
    page = tmp_path / "pages" / "2024-03-11-1.txt"
    page.write_text("濮院镇举行运动会\n\n本报讯 3月11日，濮院镇运动会在我市举行。\n", "utf-8")
    (tmp_path / "pages" / "NAME.meta.json").rename(page.with_name("2024-03-11-1.meta.json"))
    report = build([tmp_path / "pages"], tmp_path / "graph")
    assert not report.skipped
    assert "division/330483" in (tmp_path / "graph" / "mentions.jsonl").read_text("utf-8")


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="nothing is overwritten"):
        start_corpus(tmp_path, "桐乡市")
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


@pytest.mark.parametrize(("home", "name"), [("220104", "长春市朝阳区"), ("110105", "朝阳区"), ("330483", "桐乡市")])
def test_the_sidecar_has_a_name_that_means_this_area_alone(tmp_path: Path, home: str, name: str) -> None:
    started = start_corpus(tmp_path / "new", home)
    assert started.home == name
    assert json.loads((tmp_path / "new" / "pages" / "NAME.meta.json").read_text("utf-8"))["home"] == name


def test_every_county_has_a_name_by_which_a_build_knows_it() -> None:
    assert [county for county in counties() if home_area(home_name(county)) != county] == []
