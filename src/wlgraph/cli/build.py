"""``wlgraph build``: pages in, a graph out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tqdm import tqdm

    from wlgraph.build import BuildReport

SOME_LEFT_OUT = 3


class EngineName(StrEnum):
    """Where extraction runs."""

    AUTO = "auto"
    INLINE = "inline"
    PROCESSES = "processes"
    DASK = "dask"


def build_command(
    pages: Annotated[list[str], typer.Argument(help="Page files, folders or patterns.", metavar="PATH…")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder for the graph and its companions.")],
    home: Annotated[str, typer.Option(help="The area that 我市 means on pages without a sidecar.")] = "温岭市",
    judgements: Annotated[Path | None, typer.Option(help="A file of decisions about identity.")] = None,
    engine: Annotated[EngineName, typer.Option(help="Where extraction runs.")] = EngineName.AUTO,
    workers: Annotated[int, typer.Option(help="Processes to use, 0 for one a core.", min=0)] = 0,
    scheduler: Annotated[str, typer.Option(help="The address of a Dask scheduler, for --engine dask.")] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON on standard output.")] = False,
) -> None:
    """Build a graph from newspaper pages.

    Example: wlgraph build seeds/ --out graphs/

    Exit codes: 0 all pages went in, 3 some were left out (named on stderr and in report.json), 2 nothing was built.
    """
    from wlgraph.build import build
    from wlgraph.build.products import VIEW_SHORTENED
    from wlgraph.cli.printing import print_json
    from wlgraph.names.namer import UNREGISTERED_HOME

    with _ProgressBar(enabled=not quiet) as bar:
        report = build(
            pages,
            out,
            home=home,
            judgements=judgements,
            engine=engine.value,
            workers=workers,
            scheduler=scheduler,
            progress=bar.show,
        )
    for page in report.skipped:
        typer.echo(f"left out: {page.reason}", err=True)
    for notice in report.notices.get(UNREGISTERED_HOME, ())[:1]:
        typer.echo(notice, err=True)
    for notice in report.notices.get(VIEW_SHORTENED, ()):
        typer.echo(notice, err=True)
    if as_json:
        print_json(report)
    if not quiet:
        typer.echo(_summary(report, out), err=True)
    if report.skipped:
        raise typer.Exit(SOME_LEFT_OUT)


def _summary(report: BuildReport, out: Path) -> str:
    from wlgraph.cli.printing import counted

    read = f"{counted(report.pages, 'page')}, {counted(report.articles, 'article')}"
    found = (
        counted(report.entities, "entity", "entities"),
        counted(report.claims, "claim"),
        counted(report.figures, "figure"),
        counted(report.triples, "triple"),
    )
    return f"{read}: {', '.join(found)} in {out}"


class _ProgressBar:
    """Progress on a terminal's stderr: pages while extracting, then the stage's name."""

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled
        self._bar: tqdm[None] | None = None

    def __enter__(self) -> _ProgressBar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def show(self, stage: str, done: int, total: int) -> None:
        if not self._enabled:
            return
        if self._bar is None:
            from tqdm import tqdm

            self._bar = tqdm(unit="page", leave=False, dynamic_ncols=True, disable=None)
        self._bar.set_description(stage)
        if stage == "extract":
            self._bar.total, self._bar.n = total, done
        self._bar.refresh()
