"""Everything that people can name is documented, and no link is dead."""

from __future__ import annotations

import inspect
import tomllib
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec
import pytest
import typer
from rdflib import Graph, URIRef

import wlgraph
from tests.conftest import ROOT
from tests.docs.conftest import Page
from wlgraph import errors
from wlgraph.build.products import LEDGER
from wlgraph.cli.app import app
from wlgraph.graph.ontology import ontology_dir
from wlgraph.graph.saved import saved_queries
from wlgraph.names import plugins as name_components
from wlgraph.pages.formats import plugins as page_formats
from wlgraph.pages.sidecar import Sidecar

WL = "https://w3id.org/wlgraph/ontology#"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def commands() -> list[str]:
    return [f"wlgraph {name}" for name in typer.main.get_command(app).commands]  # type: ignore[attr-defined]


def options() -> set[str]:
    found = typer.main.get_command(app).commands.values()  # type: ignore[attr-defined]
    return {name for command in found for param in command.params for name in param.opts if name.startswith("--")}


def terms() -> set[str]:
    graph = Graph().parse(ontology_dir() / "wlgraph.ttl")
    return {f"#{s.removeprefix(WL)}" for s in graph.subjects() if isinstance(s, URIRef) and s.startswith(WL)}


def public_methods() -> list[str]:
    return [name for name, _ in inspect.getmembers(wlgraph.Graph, inspect.isfunction) if not name.startswith("_")]


NAMED: dict[str, Iterable[str]] = {
    "commands": commands(),
    "options": options(),
    "saved queries": saved_queries(),
    "keys of a sidecar": [field.encode_name for field in msgspec.structs.fields(Sidecar)],
    "parameters of build": inspect.signature(wlgraph.build).parameters,
    "methods of Graph": public_methods(),
    "errors": [name for name, _ in inspect.getmembers(errors, inspect.isclass)],
    "extras": [f"wlgraph[{extra}]" for extra in PROJECT["optional-dependencies"]],
    "plug-in points": (page_formats.GROUP, name_components.GROUP),
    "files of a build": ("graph.ttl", "inferred.ttl", "graph.html", "mentions.jsonl", "report.json", LEDGER, "shards"),
}


@pytest.mark.parametrize("kind", NAMED)
def test_whatever_has_a_name_is_documented(site: dict[Path, Page], kind: str) -> None:
    words = "\n".join(page.words for page in site.values())
    assert [name for name in NAMED[kind] if name not in words] == []


def test_every_term_of_the_ontology_has_its_place(site: dict[Path, Page]) -> None:
    (page,) = (page for path, page in site.items() if path.parent.name == "ontology")
    assert sorted(term for term in terms() if term.removeprefix("#") not in page.anchors) == []


def test_no_link_is_dead(site: dict[Path, Page]) -> None:
    dead = []
    for path, page in site.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            anchor = unquote(parts.fragment)
            if not target.exists() or (anchor and target in site and anchor not in site[target].anchors):
                dead.append(f"{path.name}: {link}")
    assert dead == []


def test_the_site_needs_no_other_server(site: dict[Path, Page]) -> None:
    loaded = [link for page in site.values() for link in page.links if link.endswith((".js", ".css", ".woff2"))]
    assert loaded
    assert [link for link in loaded if "//" in link] == []
