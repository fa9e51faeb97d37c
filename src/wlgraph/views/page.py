"""Write the interactive page: one HTML file with its styles, scripts and data inside and no way to the network."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import jinja2
import msgspec

from wlgraph.errors import OutputError
from wlgraph.model import Record
from wlgraph.views.picture import Picture, assemble, draw, group_of
from wlgraph.views.reading import Reader, Source, as_store
from wlgraph.views.records import Content
from wlgraph.views.selection import find, restrict, within
from wlgraph.views.spelling import spellings
from wlgraph.views.terms import read_terms

ASSETS = Path(__file__).parent / "assets"
_LIBRARIES = ("vendor/vis-data.min.js", "vendor/vis-network.min.js")
_SCRIPTS = (
    "words", "colours", "data", "state", "filters", "arrange", "labels", "scene", "paths", "cite", "chart", "elements",
    "panel", "search", "legend", "pathpanel", "export", "main",
)  # fmt: skip
_TITLES = {"zh": "知识图谱", "en": "Knowledge graph"}


class ViewReport(Record, frozen=True):
    """What went into a view: counts, and the size of the file in bytes."""

    path: str
    things: int
    claims: int
    figures: int
    communities: int
    bytes: int


def write_view(
    graph: Source, out: Path, *, focus: str = "", hops: int = 2, title: str = "", lang: str = "zh"
) -> ViewReport:
    """Write the interactive view of a graph, or of what lies within ``hops`` claims of ``focus``.

    ``lang`` ("zh" or "en") is the language that the page opens in. Raises GraphError where the graph cannot be read,
    SettingsError where nothing is named ``focus``, OutputError where the file cannot be written.
    """
    content = Reader(as_store(graph)).read()
    centre = -1
    if focus:
        iri = content.things[find(content, focus)].iri
        content = restrict(content, within(content, find(content, focus), hops))
        centre = next(number for number, thing in enumerate(content.things) if thing.iri == iri)
    for thing in content.things:
        names = [thing.name, *thing.aliases]
        thing.keys = list(dict.fromkeys(key for name in names for key in spellings(name)))
    picture = draw(content)
    text = _render(content, picture, {"title": title, "lang": lang, "centre": centre})
    try:
        out.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{out} cannot be written ({error}); check the folder and its permissions.") from error
    return ViewReport(
        str(out),
        len(content.things),
        len(content.claims),
        len(content.figures),
        len(picture.communities),
        len(text.encode()),
    )


def _render(content: Content, picture: Picture, settings: dict[str, Any]) -> str:
    net = assemble(content, picture)
    nodes, edges, _, _, _, options = net.get_network_data()
    net.templateEnv = environment()
    net.templateEnv.globals.update(
        page=lambda: page_parts(
            "view.css",
            [*_LIBRARIES, *(f"js/{name}.js" for name in _SCRIPTS)],
            {
                "settings": settings,
                "terms": read_terms(),
                "groups": {thing.cls: group_of(thing.cls) for thing in content.things},
                "content": content,
                "communities": picture.communities,
                "nodes": nodes,
                "edges": edges,
                "options": json.loads(options),
            },
        ),
        settings={**settings, "title": settings["title"] or _TITLES.get(settings["lang"], _TITLES["zh"])},
    )
    net.path = "view.html"
    return str(net.generate_html("view.html"))


def environment() -> jinja2.Environment:
    """The templates of this room, with escaping on."""
    return jinja2.Environment(loader=jinja2.FileSystemLoader(ASSETS), autoescape=True, undefined=jinja2.StrictUndefined)


def page_parts(style: str, scripts: list[str], data: Any) -> dict[str, Any]:
    """The style, scripts and data of a page, and the policy that lets these run and nothing else."""
    css = (ASSETS / style).read_text("utf-8")
    libraries = [(ASSETS / name).read_text("utf-8") for name in scripts if name.startswith("vendor/")]
    own = [(ASSETS / name).read_text("utf-8") for name in scripts if not name.startswith("vendor/")]
    codes = [*libraries, '(() => {\n"use strict";\n' + "\n".join(own) + "\n})();\n"] if own else libraries
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src " + (" ".join(map(_hash, codes)) or "'none'"),
            f"style-src {_hash(css)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    encoded = msgspec.json.encode(data).decode()
    for char in "<>&\u2028\u2029":
        encoded = encoded.replace(char, f"\\u{ord(char):04x}")
    return {"css": css, "scripts": codes, "policy": policy, "data": encoded}


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
