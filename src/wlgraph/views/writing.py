"""Write a view of a graph: read it, take the part that is asked for, and render that in the kind that is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from wlgraph.arguments import checked_count, checked_path, checked_text
from wlgraph.errors import SettingsError
from wlgraph.model import Record
from wlgraph.outputs import check_ending
from wlgraph.views.connections import connect
from wlgraph.views.cut import cut
from wlgraph.views.network import render_network
from wlgraph.views.notebook import page_html
from wlgraph.views.page import save
from wlgraph.views.picture import draw
from wlgraph.views.reading import Reader, Source, as_store
from wlgraph.views.story import read_story, scenes
from wlgraph.views.terms import read_terms
from wlgraph.views.timeline import render_timeline

Kind = Literal["network", "timeline"]


class ViewReport(Record, frozen=True):
    """What went into a view: counts, and the size of the file in bytes."""

    path: str
    things: int
    claims: int
    figures: int
    communities: int
    bytes: int

    def _repr_html_(self) -> str:
        return page_html(Path(self.path).read_text("utf-8"))


def write_view(
    graph: Source,
    out: str | Path,
    *,
    kind: str = "network",
    focus: str = "",
    hops: int = 2,
    page: str = "",
    article: str = "",
    between: str = "",
    title: str = "",
    lang: str = "zh",
    story: str | Path | None = None,
    of: int = 0,
) -> ViewReport:
    """Write an interactive page of a graph, or of a part of it, as one HTML file that works offline.

    ``kind`` is "network" or "timeline" (claims and figures by date). The part is what lies within ``hops`` claims of the
    thing ``focus``, what a ``page`` (file name or date) or an ``article`` (headline or words of it) says, or what links
    two classes (``between="Company,IndustrialPark"``). ``lang`` ("zh" or "en") is the language that it opens in. ``story`` is a JSON
    file of steps that lead through the network (see :mod:`wlgraph.views.story`). ``of`` is how many things there are
    where ``graph`` is only the core of a larger one: the page then says so.

    Raises GraphError where the graph cannot be read, SettingsError where a wish makes no sense or finds nothing, OutputError where
    the file cannot be written.
    """
    if kind not in get_args(Kind):
        raise SettingsError(f"There is no kind of view '{kind}'; choose from {', '.join(get_args(Kind))}.")
    if lang not in ("zh", "en"):
        raise SettingsError(f"Views speak no '{lang}'; choose zh or en.")
    wishes = {"focus": focus, "page": page, "article": article, "between": between}
    for name, wish in {**wishes, "title": title}.items():
        checked_text(name, wish, blank=True)
    checked_count("hops", hops, least=0)
    target = checked_path("out", out)
    check_ending(target)
    terms = read_terms()
    whole = Reader(as_store(graph)).read()
    shown = cut(whole, terms, hops=hops, **wishes)
    told = read_story(checked_path("story", story)) if story else None
    if told and kind == "timeline":
        raise SettingsError("A story is told over the network; leave out the kind timeline, or the story.")
    communities = 0
    if kind == "timeline":
        text = render_timeline(shown, terms, title=title, lang=lang)
    else:
        picture = draw(shown.content)
        communities = len(picture.communities)
        steps = scenes(told, shown.content) if told else None
        title = title or (told.title if told else "")
        measured = connect(whole, shown.content)
        text = render_network(shown, picture, terms, measured, title=title, lang=lang, story=steps, of=of)
    size = save(target, text)
    counts = (len(shown.content.things), len(shown.content.claims), len(shown.content.figures))
    return ViewReport(str(target), *counts, communities, size)
