from __future__ import annotations

from pathlib import Path

from wlgraph.api import load
from wlgraph.build import build
from wlgraph.graph.store import STORE, is_stored

PAGE = "大溪镇举行运动会\n\n本报讯 3月11日，大溪镇运动会在大溪镇中学举行。\n"


def identities(out: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in (out / STORE).glob("*.sst")}


def test_the_store_is_made_again_only_where_the_graph_changed(tmp_path: Path) -> None:
    page, out = tmp_path / "page.txt", tmp_path / "out"
    page.write_text(PAGE, "utf-8")
    first = build([page], out)
    before = identities(out)
    again = build([page], out)
    assert identities(out) == before
    assert again == first
    page.write_text(PAGE.replace("大溪镇中学", "泽国镇中学"), "utf-8")
    build([page], out)
    assert is_stored(out)
    assert not set(identities(out).values()) & set(before.values())
    assert any("泽国" in str(row["n"]) for row in load(out).query("SELECT ?n { ?s skos:prefLabel ?n }"))


def test_a_graph_edited_by_hand_is_read_as_it_is(tmp_path: Path) -> None:
    page, out = tmp_path / "page.txt", tmp_path / "out"
    page.write_text(PAGE, "utf-8")
    build([page], out)
    graph = out / "graph.ttl"
    graph.write_text(graph.read_text("utf-8").replace("大溪镇中学", "大溪镇小学"), "utf-8")
    assert not is_stored(out)
    labels = {str(row["n"]) for row in load(out).query("SELECT ?n { ?s skos:prefLabel ?n }")}
    assert "大溪镇小学" in labels
    assert "大溪镇中学" not in labels
