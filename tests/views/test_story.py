"""Stories: steps from a file that lead through the network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.views.conftest import PHONE, Screen
from tests.views.sample import HOSTILE, small
from wlgraph.errors import SettingsError
from wlgraph.views import write_view

STEPS = [
    {"title": "起初", "text": "先看<b>厂</b>。", "show": ["青禾泵业", "沈知远"]},
    {"text": HOSTILE[0], "show": ["999901101"]},
    {"text": "完"},
]


def tell(folder: Path, story: object, **options: str) -> Path:
    (folder / "graph.ttl").write_text(small(), "utf-8")
    (folder / "story.json").write_text(story if isinstance(story, str) else json.dumps(story), "utf-8")
    write_view(folder / "graph.ttl", folder / "view.html", story=folder / "story.json", **options)  # type: ignore[arg-type]
    return folder / "view.html"


def card(screen: Screen) -> str:
    return str(screen.run("return document.getElementById('story').textContent"))


@pytest.mark.parametrize("size", [(1440, 900), PHONE], ids=["desktop", "phone"])
def test_steps_lead_through_the_picture(screen: Screen, tmp_path: Path, size: tuple[int, int]) -> None:
    screen.open(tell(tmp_path, {"title": "两步", "steps": STEPS}), size)
    assert screen.run("return document.title") == "两步"
    assert "先看<b>厂</b>。" in card(screen)
    lit = "const t = JSON.parse(document.getElementById('data').textContent).content.things;"
    lit += "return [...(wlgraphView.scene.lit || [])].map((id) => t[id].name).sort()"
    assert screen.run(lit) == sorted(["山前青禾泵业有限公司", "沈知远"])
    screen.run("document.getElementById('story-next').click()")
    assert HOSTILE[0] in card(screen)
    assert screen.run(lit) == ["青禾镇"]
    assert "step=1" in screen.run("return location.hash")
    screen.press("canvas", "PageDown")
    assert "完3 / 3" in card(screen).replace("×", "").replace("←", "").replace("→", "")
    screen.run("document.querySelector('#story .close').click()")
    assert screen.run("return document.getElementById('story').hidden")
    assert screen.run("return document.images.length") == 0
    assert screen.complaints() == []


def test_a_link_opens_at_its_step(screen: Screen, tmp_path: Path) -> None:
    screen.open(tell(tmp_path, {"steps": STEPS}), fragment="#step=2")
    assert "完" in card(screen)


@pytest.mark.parametrize(
    ("story", "says"),
    [
        ({"steps": []}, "no steps"),
        ({"steps": [{"show": []}]}, "is no story"),
        ({"steps": [{"text": "", "shown": []}]}, "is no story"),
        ("{", "is no story"),
        ({"steps": [{"text": "", "show": ["子虚乌有"]}]}, "子虚乌有"),
    ],
)
def test_a_bad_story_says_what_is_wrong(tmp_path: Path, story: object, says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        tell(tmp_path, story)


def test_a_story_is_told_over_the_network_alone(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="timeline"):
        tell(tmp_path, {"steps": STEPS}, kind="timeline")
