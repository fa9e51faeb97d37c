"""``wlgraph view``: write an interactive page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def view_command(
    location: Annotated[
        str, typer.Argument(help="A build folder, a Turtle file or an endpoint's address.", metavar="DIR|FILE|URL")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The HTML file to write.")],
    kind: Annotated[
        str, typer.Option(help="network, or timeline: claims and figures by date.", metavar="network|timeline")
    ] = "network",
    focus: Annotated[str, typer.Option(help="Only what lies around the thing of this name, alias or code.")] = "",
    hops: Annotated[int, typer.Option(help="How many steps around the focus.", min=1, max=6)] = 2,
    page: Annotated[str, typer.Option(help="Only what a page says: its file name, or the day it appeared.")] = "",
    article: Annotated[str, typer.Option(help="Only what an article says: its headline, or words of it.")] = "",
    between: Annotated[
        str, typer.Option(help="Only what links two classes, such as Company,IndustrialPark.", metavar="CLASS,CLASS")
    ] = "",
    story: Annotated[
        Path | None, typer.Option(help="A JSON file of steps that lead through the network.", metavar="FILE")
    ] = None,
    title: Annotated[str, typer.Option(help="The page's title.")] = "",
    lang: Annotated[str, typer.Option(help="The language that the page opens in.", metavar="zh|en")] = "zh",
    as_json: Annotated[bool, typer.Option("--json", help="Print what was written as JSON.")] = False,
) -> None:
    """Write an interactive page: one HTML file that works offline.

    Above 1,500 linked things the network opens as an overview of its communities, to drill into.

    A story is a file such as {"steps": [{"title": "…", "text": "…", "show": ["泽国镇"]}]}.

    \b
    Example: wlgraph view graphs/ --out all.html
             wlgraph view graphs/ --out zeguo.html --focus 泽国镇 --hops 2
             wlgraph view graphs/ --out page.html --page 2023-06-26
             wlgraph view graphs/ --out article.html --article 产业升级
             wlgraph view graphs/ --out parks.html --between Company,IndustrialPark
             wlgraph view graphs/ --out time.html --kind timeline --focus 泽国镇
             wlgraph view graphs/ --out story.html --story story.json
             wlgraph view graphs/ --out all-en.html --lang en
    """
    from wlgraph.cli.printing import counted, print_json
    from wlgraph.graph.store import GRAPH
    from wlgraph.remote.address import is_url
    from wlgraph.views import write_view
    from wlgraph.views.reading import Source

    if is_url(location):
        from wlgraph.remote.endpoint import Endpoint

        source: Source = Endpoint(location).copy()
    else:
        source = Path(location) / GRAPH if Path(location).is_dir() else Path(location)
    report = write_view(
        source,
        out,
        kind=kind,
        focus=focus,
        hops=hops,
        page=page,
        article=article,
        between=between,
        title=title,
        lang=lang,
        story=story,
    )
    if as_json:
        print_json(report)
    found = (counted(report.things, "name"), counted(report.claims, "claim"), counted(report.figures, "figure"))
    typer.echo(f"wrote {out}: {', '.join(found)}", err=True)
