"""The interactive network page: one HTML file with its styles, scripts and data inside."""

from __future__ import annotations

import json
from typing import Any

from wlgraph.views.cut import Cut
from wlgraph.views.page import environment, page_parts
from wlgraph.views.palette import COLOURS, OUTLINES
from wlgraph.views.picture import Picture, assemble
from wlgraph.views.records import Connections, Term
from wlgraph.views.spelling import spellings
from wlgraph.views.story import Scene
from wlgraph.views.units import english_units

_LIBRARIES = ("vendor/vis-data.min.js", "vendor/vis-network.min.js")
_SCRIPTS = (
    "words", "data", "colours", "state", "filters", "arrange", "gather", "labels", "arrows", "scene", "camera", "paths", "cite",
    "chart", "elements", "standing", "claims", "figures", "connections", "panel", "told", "search", "dates", "legend", "pathpanel", "story",
    "export", "actions", "main",
)  # fmt: skip


def render_network(
    shown: Cut,
    picture: Picture,
    terms: dict[str, Term],
    connections: Connections,
    *,
    title: str,
    lang: str,
    story: list[Scene] | None = None,
    of: int = 0,
) -> str:
    """The page as text; ``title`` replaces the name of what is shown where it is given.

    ``of`` is how many things the whole graph has where this is its core.
    """
    for thing in shown.content.things:
        names = [thing.name, *thing.aliases]
        thing.keys = list(dict.fromkeys(key for name in names for key in spellings(name)))
    net = assemble(shown.content, picture)
    nodes, edges, _, _, _, options = net.get_network_data()
    titles = (title, title) if title else shown.names
    settings: dict[str, Any] = {"titles": titles, "lang": lang, "centre": shown.centre, "of": of}
    data = {
        "settings": settings,
        "terms": terms,
        "colours": COLOURS,
        "outlines": OUTLINES,
        "content": shown.content,
        "units": english_units(figure.unit for figure in shown.content.figures),
        **({"story": story} if story else {}),
        "communities": picture.communities,
        "connections": connections,
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
    }
    net.templateEnv = environment()
    net.templateEnv.globals.update(
        page=lambda: page_parts(
            ["view.css", "chart.css"], [*_LIBRARIES, *(f"js/{name}.js" for name in _SCRIPTS)], data
        ),
        settings={"lang": lang, "title": titles[lang == "en"]},
    )
    net.path = "view.html"
    return str(net.generate_html("view.html"))
