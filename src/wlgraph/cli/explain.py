"""``wlgraph explain``: why is this one thing?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from wlgraph.entities import Explanation

SHOWN = 20
MOST = 5
"""So many things are explained at once; a part of a name that more share is too short."""


def explain_command(
    folder: Annotated[Path, typer.Argument(help="A build folder.", metavar="DIR")],
    name: Annotated[str, typer.Argument(help="A name, alias or IRI.", metavar="NAME|IRI")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say why a thing is one thing: mentions, names, merges with scores, judgements, and what was kept apart.

    Example: wlgraph explain graphs/ 泽国镇
    """
    from wlgraph.build.replay import replay
    from wlgraph.cli.printing import print_json
    from wlgraph.entities import explain
    from wlgraph.errors import GraphError

    found = replay(folder)
    explanations = explain(found.resolution, found.shards, name, found.judgements)
    if not explanations:
        raise GraphError(f"The graph has nothing called '{name}'; try a shorter or fuller form of the name.")
    if as_json:
        print_json(explanations)
        return
    if len(explanations) > MOST:
        some = ", ".join(explanation.entity.name for explanation in explanations[:MOST])
        raise GraphError(
            f"{len(explanations)} things have '{name}' in their names; give one's whole name, such as {some}."
        )
    for explanation in explanations:
        typer.echo(_show(explanation))


def _show(explanation: Explanation) -> str:
    from wlgraph.cli.printing import counted

    entity = explanation.entity
    lines = [f"{entity.name}  ({entity.leaf}{', ' + entity.code if entity.code else ''})", f"  {entity.iri}", "  names"]
    lines += [f"    {name}  {counted(count, 'time')}" for name, count in explanation.names]
    lines += ["  merges"] if explanation.merges else []
    lines += [f"    {m.first} = {m.second}  {m.score:.2f}  {'; '.join(m.reasons)}" for m in explanation.merges]
    lines += ["  judgements"] if explanation.judgements else []
    lines += [f"    {j.verdict}  {j.first}  {j.second or j.name}  {j.by} {j.at}" for j in explanation.judgements]
    lines += ["  kept apart from"] if explanation.apart else []
    lines += [f"    {a.name}  {a.match.score:.2f}  {'; '.join(a.match.reasons)}" for a in explanation.apart]
    lines.append(f"  {counted(len(explanation.mentions), 'mention')}")
    lines += [f"    {s.page} {s.article} {s.start}  {s.text}" for s in explanation.mentions[:SHOWN]]
    return "\n".join(lines)
