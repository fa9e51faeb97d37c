"""The timeline page: what happened when, sentence by sentence, and figures over time with targets apart."""

from __future__ import annotations

from wlgraph.views.cut import Cut
from wlgraph.views.page import environment, page_parts
from wlgraph.views.palette import COLOURS, OUTLINES
from wlgraph.views.records import Term
from wlgraph.views.spelling import spellings
from wlgraph.views.units import english_units

_SCRIPTS = (
    "words", "data", "colours", "state", "filters", "cite", "chart", "elements", "standing", "claims", "figures", "told", "search", "dates",
    "legend", "moments", "timeline",
)  # fmt: skip


def render_timeline(shown: Cut, terms: dict[str, Term], *, title: str, lang: str) -> str:
    """The page as text; ``title`` replaces the name of what is shown where it is given."""
    for thing in shown.content.things:
        names = [thing.name, *thing.aliases]
        thing.keys = list(dict.fromkeys(key for name in names for key in spellings(name)))
    titles = (title, title) if title else shown.names
    centre = shown.centre
    data = {
        "settings": {"titles": titles, "lang": lang, "centre": centre},
        "terms": terms,
        "colours": COLOURS,
        "outlines": OUTLINES,
        "content": shown.content,
        "units": english_units(figure.unit for figure in shown.content.figures),
    }
    parts = page_parts(["view.css", "chart.css", "timeline.css"], [f"js/{name}.js" for name in _SCRIPTS], data)
    template = environment().get_template("timeline.html")
    return template.render(page=parts, lang=lang, title=titles[lang == "en"])
