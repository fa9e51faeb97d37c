"""Read a written model back as the network it was made from, so that a training can go on from the model that ships."""

from __future__ import annotations

import base64
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from wlgraph.names.recogniser.alphabet import Alphabet
from wlgraph.training.bidirectional import Bidirectional
from wlgraph.training.export import GRU_GATES, LSTM_GATES
from wlgraph.training.net import LAC_TAG_SCALE, Net

Array = npt.NDArray[np.float32]
Weights = dict[str, Array]


def restore(path: Path) -> tuple[Net, Alphabet]:
    """The network of a model that ``export`` wrote, and the alphabet it reads.

    The narrow layer is multiplied into the head's input weights, which is what it was factored from.
    Raises KeyError or ValueError where the file is another model.
    """
    model = onnx.load(str(path))
    properties = {p.key: p.value for p in model.metadata_props}
    weights = {i.name: np.array(numpy_helper.to_array(i)) for i in model.graph.initializer}
    alphabet = msgspec.json.decode(properties["alphabet"], type=Alphabet)
    net = Net(len(alphabet.pairs), hidden=weights["head.recurrence"].shape[2])
    with torch.no_grad():
        net.embed.weight.copy_(torch.from_numpy(weights["embed"]))
        net.pairs.weight.copy_(torch.from_numpy(weights["pair_embed"]))
        _set_linear(net.lac_tags, weights, "lac_tags", LAC_TAG_SCALE)
        _set_linear(net.out, weights, "out")
        _set_recurrent(net.lower, weights, "lower", GRU_GATES)
        _set_recurrent(net.upper, weights, "upper", GRU_GATES)
        _set_recurrent(net.head, _widened(weights), "head", LSTM_GATES)
        transitions = np.frombuffer(base64.b64decode(properties["transitions"]), dtype="<f4").copy()
        net.crf.transitions.copy_(torch.from_numpy(transitions).reshape(net.crf.transitions.shape))
    return net, alphabet


def _widened(weights: Weights) -> Weights:
    """The head's weights as they were before they were factored."""
    if "narrow.weight" not in weights:
        return weights
    head, narrow, offset = weights["head.input"], weights["narrow.weight"], weights["narrow.bias"]
    bias = weights["head.bias"].copy()
    bias[:, : head.shape[1]] += head @ offset
    return weights | {"head.input": head @ narrow.T, "head.bias": bias}


def _set_linear(layer: nn.Linear, weights: Weights, name: str, scale: float = 1.0) -> None:
    layer.weight.copy_(torch.from_numpy(np.ascontiguousarray(weights[f"{name}.weight"].T) / scale))
    layer.bias.copy_(torch.from_numpy(weights[f"{name}.bias"] / scale))


def _set_recurrent(layer: Bidirectional, weights: Weights, name: str, gates: tuple[int, ...]) -> None:
    for side, number in ((layer.ahead, 0), (layer.back, 1)):
        bias = np.split(weights[f"{name}.bias"][number], 2)
        values = (weights[f"{name}.input"][number], weights[f"{name}.recurrence"][number], *bias)
        for parameter, value in zip(side.parameters(), values, strict=True):
            pieces = np.split(value, len(gates))
            parameter.copy_(torch.from_numpy(np.concatenate([pieces[gates.index(g)] for g in range(len(gates))])))
