"""A trained network kept as a file, with the alphabet it reads, so that a later training can go on from it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import torch

from wlgraph.errors import SettingsError
from wlgraph.names.recogniser.alphabet import Alphabet
from wlgraph.training.net import Net
from wlgraph.training.restoring import restore

_FURTHER = "corpora."
"""Begins the weights of the heads for further corpora, which are not kept."""


def keep(net: Net, alphabet: Alphabet, path: Path) -> None:
    """Write a network and its alphabet."""
    weights = {name: value for name, value in net.state_dict().items() if not name.startswith(_FURTHER)}
    torch.save({"alphabet": msgspec.json.encode(alphabet).decode(), "weights": weights}, path)


def read_kept(path: Path) -> tuple[Net, Alphabet]:
    """Read what ``keep`` wrote, or a model (``.onnx``); nothing in the file is executed.

    Raises SettingsError where it is something else.
    """
    try:
        if path.suffix == ".onnx":
            return restore(path)
        held = torch.load(path, weights_only=True)
        alphabet = msgspec.json.decode(held["alphabet"], type=Alphabet)
        net = Net(len(alphabet.pairs), hidden=held["weights"]["out.weight"].shape[1] // 2)
        net.load_state_dict(held["weights"])
    except Exception as error:  # torch raises whatever the bytes lead it to
        raise SettingsError(f"{path} is no kept network and no model; write one with --keep.") from error
    return net, alphabet
