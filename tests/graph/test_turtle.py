from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from wlgraph.graph.turtle import write_turtle

NODE = ox.NamedNode("https://w3id.org/wlgraph/id/甲")
OTHER = ox.NamedNode("https://w3id.org/wlgraph/id/page/p%201.txt/a1")
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
ABOUT = ox.NamedNode("http://example.org/about")
TRIPLES = [
    *(ox.Triple(node, TYPE, ox.NamedNode("http://example.org/Thing")) for node in (NODE, OTHER)),
    ox.Triple(NODE, ABOUT, OTHER),
    ox.Triple(NODE, ABOUT, ox.Literal("a\tb\nc\r\"d\\e\u0000\u2028\u0085“f”", language="zh")),
    ox.Triple(NODE, ABOUT, ox.Literal("@prefix x: <y> .\n\n@prefix")),
    *(ox.Triple(OTHER, ABOUT, ox.Literal(f"{n}.5", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")))
      for n in range(50)),
]  # fmt: skip


@pytest.mark.parametrize("run", [1, 3, 7, 1000])
def test_write_turtle_gives_the_same_bytes_however_it_sorts(tmp_path: Path, run: int) -> None:
    write_turtle(TRIPLES, tmp_path / "whole.ttl")
    assert write_turtle([*reversed(TRIPLES), *TRIPLES], tmp_path / "runs.ttl", run=run) == len(TRIPLES)
    assert (tmp_path / "runs.ttl").read_bytes() == (tmp_path / "whole.ttl").read_bytes()


def test_write_turtle_loses_nothing(tmp_path: Path) -> None:
    write_turtle(TRIPLES, tmp_path / "graph.ttl", run=5)
    read = {quad.triple for quad in ox.parse(path=str(tmp_path / "graph.ttl"))}
    assert read == set(TRIPLES)


def test_write_turtle_puts_the_type_first(tmp_path: Path) -> None:
    write_turtle(TRIPLES, tmp_path / "graph.ttl")
    blocks = (tmp_path / "graph.ttl").read_text("utf-8").split("\n\n")[1:]
    assert [block.split()[1] for block in blocks] == ["a", "a"]
