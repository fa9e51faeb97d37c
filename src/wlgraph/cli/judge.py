"""``wlgraph judge``: decide by hand which doubtful pairs are one thing."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from wlgraph.build.doubts import Side

_VERDICTS = {"s": "same", "d": "different", "u": "unsure"}


def judge_command(
    folder: Annotated[Path, typer.Argument(help="A build folder.", metavar="DIR")],
    by: Annotated[str, typer.Option(help="Who decides; your user name if not given.")] = "",
) -> None:
    """Decide doubtful pairs one by one; decisions go to DIR/judgements.jsonl, or to the file that the build was given
    with --judgements, and hold at every later build.

    Example: wlgraph judge graphs/
    """
    import msgspec

    from wlgraph.build.doubts import doubts
    from wlgraph.build.replay import judged_in, replay
    from wlgraph.cli.printing import counted
    from wlgraph.entities import Judgement

    decided = judged_in(folder)
    pending = doubts(replay(folder))
    typer.echo(f"{counted(len(pending), 'doubtful pair')}. s same, d different, u unsure, n next, q quit")
    made = 0
    for doubt in pending:
        typer.echo(f"\n{_show(doubt.first)}\n{_show(doubt.second)}")
        answer = _ask()
        if answer == "q":
            break
        if answer == "n":
            continue
        judgement = msgspec.convert(
            {
                "verdict": _VERDICTS[answer],
                "first": doubt.first.entity.iri,
                "second": doubt.second.entity.iri,
                "by": by or getpass.getuser(),
                "at": date.today().isoformat(),
            },
            Judgement,
        )
        with decided.open("ab") as out:
            out.write(msgspec.json.encode(judgement) + b"\n")
        made += 1
    typer.echo(f"{counted(made, 'decision')} written; run the build again to apply them.")


def _ask() -> str:
    """One of the letters; the end of the input ends the review."""
    while True:
        try:
            answer: str = typer.prompt("s/d/u/n/q", default="n").strip().lower()[:1]
        except typer.Abort:
            return "q"
        if answer in (*_VERDICTS, "n", "q"):
            return answer
        typer.echo("Answer s (same), d (different), u (unsure), n (next) or q (quit).")


def _show(side: Side) -> str:
    names = "、".join((side.entity.name, *side.entity.aliases))
    return "\n    ".join([f"{side.entity.leaf}  {names}", *side.sentences])
