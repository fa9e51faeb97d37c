"""``wlgraph serve``: a SPARQL endpoint on this machine, with a page for people."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer


def serve_command(
    location: Annotated[Path, typer.Argument(help="A build folder or a Turtle file.", metavar="DIR|FILE")],
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = 7878,
    allow_host: Annotated[list[str] | None, typer.Option(help="A further Host header to accept.")] = None,
    seconds: Annotated[float, typer.Option(help="How long a query may run.", min=0.1)] = 20.0,
) -> None:
    """Serve a graph: a read-only SPARQL endpoint at /sparql and a page for people at /.

    Example: wlgraph serve graphs/ --port 7878
    """
    from wlgraph.errors import SettingsError
    from wlgraph.graph.store import open_store

    open_store(location)
    listening = _listen(host, port)
    try:
        import uvicorn

        from wlgraph.serve import Limits, QueryPool, create_app
        from wlgraph.serve.app import LOOPBACK
    except ImportError:
        raise SettingsError(
            "Serving needs further packages; install them with: pip install 'wlgraph[serve]'."
        ) from None
    app = create_app(QueryPool(location, Limits(seconds=seconds)), hosts=(*LOOPBACK, *(allow_host or ())))
    typer.echo(f"serving {location} at http://{host}:{port}/ (stop with Ctrl-C)", err=True)
    config = uvicorn.Config(app, log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    from wlgraph.errors import SettingsError

    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise SettingsError(
            f"Nothing can listen at {host}, port {port} ({error.strerror}); choose another --port or --host."
        ) from None
