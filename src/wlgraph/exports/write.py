"""One face for all formats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from wlgraph.arguments import checked_path, checked_text
from wlgraph.errors import OutputError, SettingsError
from wlgraph.exports.networks import write_gexf, write_graphml
from wlgraph.exports.rdf import write_jsonld, write_nquads
from wlgraph.exports.tables import write_tables
from wlgraph.outputs import check_ending, replacing

FORMATS: dict[str, Callable[[ox.Store, Path], None]] = {
    "nquads": write_nquads,
    "jsonld": write_jsonld,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "csv": write_tables,
}
"""Each format and what writes it; "csv" writes a folder of three tables, all others one file."""


def export(store: ox.Store, form: str, out: str | Path) -> None:
    """Write a graph in one of FORMATS; raises SettingsError for another, OutputError where it cannot be written."""
    if checked_text("form", form) not in FORMATS:
        raise SettingsError(f"There is no format '{form}'; choose one of {', '.join(FORMATS)}.")
    target = checked_path("out", out)
    check_ending(target)
    if not isinstance(store, ox.Store):
        raise SettingsError(f"store is {store!r}; give the store of a Graph: wlgraph.load(PATH).store.")
    if form == "csv" and target.exists() and not target.is_dir():
        raise SettingsError(f"{out} is a file, and csv is a folder of three tables; name a folder.")
    if form != "csv" and target.is_dir():
        raise SettingsError(f"{out} is a folder; name the file to write.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if form == "csv":
            write_tables(store, target)
            return
        with replacing(target) as aside:
            FORMATS[form](store, aside)
    except OSError as error:
        raise OutputError(f"{out} cannot be written ({error}); free some space or choose another place.") from error
