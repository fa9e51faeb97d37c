"""Sphinx directive ``command-help``: the help of every command of ``wlgraph``, as the program prints it."""

from __future__ import annotations

import typer
from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.application import Sphinx

WIDTH = 100


class CommandHelp(Directive):
    """One section a command, in the order of ``wlgraph --help``."""

    def run(self) -> list[nodes.Node]:
        from wlgraph.cli.app import app

        root = typer.main.get_command(app)
        sections = [_section("wlgraph", _help(root, "wlgraph"))]
        for name, command in getattr(root, "commands", {}).items():
            sections.append(_section(f"wlgraph {name}", _help(command, f"wlgraph {name}")))
        return sections


def _help(command: object, name: str) -> str:
    make_context = command.make_context  # type: ignore[attr-defined]
    context = make_context(name, [], resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH)
    return str(command.get_help(context))  # type: ignore[attr-defined]


def _section(title: str, text: str) -> nodes.Node:
    section = nodes.section(ids=[nodes.make_id(title)], names=[nodes.fully_normalize_name(title)])
    section += nodes.title(text=title)
    section += nodes.literal_block(text, text, language="text")
    return section


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("command-help", CommandHelp)
    return {"parallel_read_safe": True}
