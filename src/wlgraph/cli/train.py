"""``wlgraph train``: train the recogniser again from marked pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def train_command(
    pages: Annotated[Path, typer.Argument(help="A folder of marked pages.", metavar="DIR")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The ONNX file to write.")],
    split: Annotated[Path | None, typer.Option(help="A split file: its test pages are left out.")] = None,
    epochs: Annotated[int, typer.Option(help="Passes over the pages.", min=1)] = 12,
    seed: Annotated[int, typer.Option(help="What all chance comes from.")] = 1,
    corpus: Annotated[
        list[Path] | None,
        typer.Option(
            help="A further annotated corpus (.jsonl, .bio, .txt), learned beside the pages; may be repeated."
        ),
    ] = None,
    start: Annotated[
        Path | None,
        typer.Option(
            help="Go on from a network kept by --keep or from a model (.onnx); 'shipped' is the one that comes with wlgraph. "
            "A few epochs are enough then."
        ),
    ] = None,
    mean: Annotated[
        bool, typer.Option("--mean", help="Write the mean of the weights before (--start) and after this training.")
    ] = False,
    keep: Annotated[Path | None, typer.Option(help="Also keep the network itself here, for a later --start.")] = None,
) -> None:
    """Train the recogniser on marked pages; needs the extra "train".

    Example: wlgraph train evaluation/marked/pages --split evaluation/marked/split.json --out recogniser.onnx
    """
    from wlgraph.errors import SettingsError
    from wlgraph.names.recogniser import shipped_model
    from wlgraph.training import train

    tested = set(json.loads(split.read_text("utf-8"))["test"]) if split else set()
    files = [page for page in sorted(pages.glob("*.txt")) if page.stem not in tested]

    if not files:
        raise SettingsError(f"There are no marked pages to train on in {pages}; check the folder and the split.")
    if start == Path("shipped"):
        start = shipped_model()

    def report(epoch: int, loss: float) -> None:
        typer.echo(f"epoch {epoch + 1} of {epochs}: loss {loss:.4f}", err=True)

    done = train(
        files, out, seed=seed, epochs=epochs, corpora=corpus or [], start=start, mean=mean, keep=keep, report=report
    )
    typer.echo(f"trained on {done.articles} articles, wrote {out}", err=True)
