"""``wlgraph init``: a corpus folder for any county of China."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init_command(
    folder: Annotated[Path, typer.Argument(help="The folder to set up; nothing in it is overwritten.", metavar="DIR")],
    home: Annotated[str, typer.Option(help="The county that 我市 or 我县 means: its name or its code.")],
    publication: Annotated[str, typer.Option(help="The newspaper's name.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print what was set up as JSON.")] = False,
) -> None:
    """Set up a folder for a county's newspaper: where pages go, a sidecar to copy, the register's towns, next steps.

    Example: wlgraph init tongxiang/ --home 桐乡市

    Example: wlgraph init chaoyang/ --home 220104 --publication 朝阳新闻
    """
    from wlgraph.cli.printing import print_json
    from wlgraph.starting import start_corpus

    started = start_corpus(folder, home, publication=publication)
    if as_json:
        print_json(started)
    found = f"{started.home} ({started.code}), {started.towns} towns, {started.villages} villages"
    typer.echo(f"set up {folder} for {found}; go on with {folder / 'README.md'}", err=True)
