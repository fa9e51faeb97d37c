"""Write ``queries.md`` from the saved queries: ``make pages``."""

from __future__ import annotations

from pathlib import Path

from wlgraph.graph.saved import SavedQuery, saved_queries

PAGE = Path(__file__).with_name("queries.md")
_HEAD = """# Saved queries

Made by `make pages` from `src/wlgraph/graph/queries/`; edit the `.rq` files instead. Each answers one question about any
graph:

    wlgraph query graphs/ --saved green-factories
    wlgraph query graphs/ --saved green-factories --format csv > green.csv

An answer that grows with the graph comes in pages: the line `LIMIT n # page` takes the first things by name. A table shows
the first page, `--page 2` the next; CSV, JSON and `graph.saved(NAME)` in Python give all rows.

The prefixes `wl:`, `rdf:`, `rdfs:`, `xsd:`, `dcat:`, `dcterms:`, `schema:`, `skos:`, `void:` and `id:` need not be declared. `wlgraph serve`
offers the same queries in the browser.
"""


def page() -> str:
    """The page as Markdown: an index, then one section a query."""
    queries = saved_queries().values()
    index = "".join(f"| [{query.name}](#{query.name}) | {query.zh} | {query.en} |\n" for query in queries)
    return f"{_HEAD}\n| name | 问题 | question |\n|---|---|---|\n{index}" + "".join(map(_section, queries))


def _section(query: SavedQuery) -> str:
    body = "\n".join(line for line in query.sparql.splitlines() if not line.startswith("#"))
    return (
        f"\n## {query.name}\n\n**{query.zh}** {query.note_zh}\n\n**{query.en}** {query.note_en}\n\n"
        f"```sparql\n{body.strip()}\n```\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
