"""How a graph, a table of answers or a written view shows itself in a notebook.

The interactive page runs in a frame that may run scripts and reach nothing else; where a notebook strips frames, as an
untrusted one does, the still picture below it is left.
"""

from __future__ import annotations

import base64
from html import escape
from typing import Any

from wlgraph.views.connections import connect
from wlgraph.views.cut import cut
from wlgraph.views.network import render_network
from wlgraph.views.page import environment
from wlgraph.views.picture import draw
from wlgraph.views.reading import Reader, Source, as_store
from wlgraph.views.still import render_still
from wlgraph.views.terms import read_terms

_LARGEST = 4_000_000
"""Pages of more characters than this would swell the notebook; only their still picture is shown."""
_ROWS = 50


def graph_html(graph: Source) -> str:
    """A graph as the output of a notebook's cell; raises GraphError where it cannot be read."""
    terms = read_terms()
    whole = Reader(as_store(graph)).read()
    shown = cut(whole, terms)
    picture = draw(shown.content)
    page = render_network(shown, picture, terms, connect(whole, shown.content), title="", lang="zh")
    content = shown.content
    counts = {"things": len(content.things), "claims": len(content.claims), "figures": len(content.figures)}
    return _output(page, render_still(content, picture), counts)


def page_html(page: str, still: str = "") -> str:
    """A written page as the output of a notebook's cell."""
    return _output(page, still, {})


def table_html(columns: tuple[str, ...], rows: tuple[tuple[Any, ...], ...]) -> str:
    """The answer to a query as a table of at most fifty rows, every value as text."""
    cells = [["" if value is None else str(value) for value in row] for row in rows[:_ROWS]]
    return environment().get_template("table.html").render(columns=columns, rows=cells, total=len(rows))


def _output(page: str, still: str, counts: dict[str, int]) -> str:
    frame = escape(page, quote=True) if len(page) <= _LARGEST else ""
    picture = base64.b64encode(still.encode()).decode() if still else ""
    template = environment().get_template("notebook.html")
    return template.render(frame=frame, picture=picture, counts=counts)
