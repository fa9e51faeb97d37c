"""The ``wlgraph`` command: its subcommands, and how errors leave it."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer

import wlgraph
from wlgraph.cli.build import build_command
from wlgraph.cli.check import check_command
from wlgraph.cli.diff import diff_command
from wlgraph.cli.dossier import dossier_command
from wlgraph.cli.evaluate import evaluate_command
from wlgraph.cli.explain import explain_command
from wlgraph.cli.export import export_command
from wlgraph.cli.init import init_command
from wlgraph.cli.judge import judge_command
from wlgraph.cli.push import push_command
from wlgraph.cli.query import query_command
from wlgraph.cli.serve import serve_command
from wlgraph.cli.train import train_command
from wlgraph.cli.view import view_command
from wlgraph.errors import WlgraphError

FAILED = 2
INTERRUPTED = 130
UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What typer raises for an option, argument or command that it does not know; it gives the class no name of its own."""

app = typer.Typer(
    name="wlgraph",
    help="Turn pages of a Chinese county newspaper into a knowledge graph, every claim with its sentence.",
    epilog=(
        "Results go to standard output, messages and progress to standard error. Exit codes: 0 done; 1 check found faults; "
        "2 an error, in one sentence on standard error; 3 built, but some pages were left out; 130 interrupted."
    ),
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"wlgraph {wlgraph.__version__}")
        raise typer.Exit


@app.callback()
def _wlgraph(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    pass


app.command("init")(init_command)
app.command("build")(build_command)
app.command("query")(query_command)
app.command("view")(view_command)
app.command("explain")(explain_command)
app.command("judge")(judge_command)
app.command("push")(push_command)
app.command("serve")(serve_command)
app.command("dossier")(dossier_command)
app.command("diff")(diff_command)
app.command("check")(check_command)
app.command("export")(export_command)
app.command("evaluate")(evaluate_command)
app.command("train")(train_command)


def main() -> None:
    """Run the command line; an error of ours or of the system becomes one sentence on stderr and exit code 2."""
    try:
        try:
            code = app(prog_name="wlgraph", standalone_mode=False)
        finally:
            sys.stdout.flush()
        sys.exit(code)
    except UsageError as error:
        typer.echo(_mistake(error), err=True)
        sys.exit(FAILED)
    except WlgraphError as error:
        typer.echo(f"wlgraph: {error}", err=True)
        sys.exit(FAILED)
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # whoever read the output has read enough, as with | head
            sys.exit(0)
        if leaving.code == INTERRUPTED:
            kept = (
                "; what was extracted is kept and the next run goes on from there" if "build" in sys.argv[1:2] else ""
            )
            typer.echo(f"wlgraph: interrupted{kept}.", err=True)
        raise
    except BrokenPipeError:
        _forget_output()
    except OSError as error:
        place = error.filename or "The output"
        why = error.strerror or error
        typer.echo(f"wlgraph: {place} cannot be read or written ({why}); check permissions and free space.", err=True)
        _forget_output()
        sys.exit(FAILED)


def _mistake(error: Any) -> str:
    """A mistake in the command line, and where the right way stands; all help where no command is named."""
    told = str(error.format_message()).strip()
    if told.startswith("Usage:"):
        return told
    where = error.ctx.command_path if error.ctx else "wlgraph"
    return f"wlgraph: {told if told[-1:] in ('.', '?') else f'{told}.'} See '{where} --help'."


def _forget_output() -> None:
    """Keep the interpreter from writing once more, at its end, what could not be written."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
